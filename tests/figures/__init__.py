"""Tests of the live figures, in Python, in Node and in the browser."""
