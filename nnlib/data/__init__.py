"""The data of the book: XOR, the handwritten digits, and the running example."""

from nnlib.data.digits import Digits, digits
from nnlib.data.examples import RunningExample, running_example, three_to_two, xor

__all__ = ["Digits", "RunningExample", "digits", "running_example", "three_to_two", "xor"]
