"""What Valley says."""

WORDS = {
    "en": {
        "title": "The valley",
        "caption": (
            "Choose α, then take steps. Drag the square to start elsewhere (or use the arrow keys "
            "on it). The violet arrow is the next step."
        ),
    },
}
