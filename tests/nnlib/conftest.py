"""Settings of hypothesis for all tests of nnlib: the same examples on every run."""

from hypothesis import settings

settings.register_profile("book", derandomize=True, deadline=None, max_examples=40, database=None)
settings.load_profile("book")
