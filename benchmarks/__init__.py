"""Published ratios, each with its peer beside it in the same run.

`python -m benchmarks` runs all, `python -m benchmarks group_metrics` one. Absolute times are of this
machine today; only the ratios are claims.
"""
