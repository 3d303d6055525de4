"""Every sentence that nnlib shows in another language, collected from its code."""

import ast
import re
from pathlib import Path

import nnlib
from nnlib.exercises import EXERCISES
from nnlib.sentences import Sentence

ROOT = Path(nnlib.__file__).parent
FUNCTIONS = {"tell", "sentence"}


def calls(code):
    """Find what `tell` and `sentence` are called with: the text, and whether values go into it."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", None) in FUNCTIONS:
            text = node.args[0]
            options = [text.body, text.orelse] if isinstance(text, ast.IfExp) else [text]
            yield from ((option, bool(node.keywords)) for option in options)


def collect():
    """Return all sentences, and for each whether values go into it."""
    found = {}
    for path in ROOT.rglob("*.py"):
        for text, values in calls(path.read_text("utf-8")):
            if isinstance(text, ast.Constant) and has_words(text.value):
                found[text.value] = values
    for exercise in EXERCISES.values():
        found |= {suspect.message: False for suspect in exercise.suspects}
        found |= {part: False for part in exercise.parts if " " in part}
    return found


def has_words(text):
    """Tell whether there is something to translate beside the values."""
    return re.search(r"[^\W\d_]", re.sub(r"{[^}]*}", "", text)) is not None


def made_of(message):
    """Return the sentences that a message was put together from."""
    if not isinstance(message, Sentence):
        return [message]
    own = [message.template] if " " in message.template and has_words(message.template) else []
    inner = [value for value in message.values.values() if isinstance(value, Sentence)]
    return own + [text for value in inner for text in made_of(value)]
