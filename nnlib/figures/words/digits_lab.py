"""What DigitsLab says."""

WORDS = {
    "en": {
        "title": "Digits lab",
        "caption": (
            "Train, then draw. A large output is no probability: a scribble may get one, too. "
            "Drawing with Shift held, or with the right button, takes ink away."
        ),
    },
}
