"""What ErrorSquares says."""

WORDS = {
    "en": {
        "title": "Error squares",
        "caption": (
            "Drag the round outputs, or move them with the arrow keys, against the targets (dashed "
            "lines). The area of each square is what the output adds to the sum; the arrow shows "
            "the slope ∂L/∂y. Then change the constant."
        ),
    },
}
