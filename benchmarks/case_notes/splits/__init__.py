"""The splits of the corpus, a folder each."""
