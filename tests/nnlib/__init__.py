"""Tests of nnlib; each module has the name of the one it tests."""
