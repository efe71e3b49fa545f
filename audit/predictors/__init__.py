"""One file per model format; `client.py` and `worker.py` keep a model in a process of its own."""
