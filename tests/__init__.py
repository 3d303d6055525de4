"""Tests of the book: nnlib, notebooks, figures, the site, and the gates themselves."""
