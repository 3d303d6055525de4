"""Questions to answer before you look; they judge on the page too, without a server."""

from nnlib.questions.choice import Choice
from nnlib.questions.number import Number
from nnlib.questions.progress import Progress

__all__ = ["Choice", "Number", "Progress"]
