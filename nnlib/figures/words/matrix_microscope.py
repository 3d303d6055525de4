"""What MatrixMicroscope says."""

WORDS = {
    "en": {
        "title": "Matrix microscope",
        "caption": (
            "Choose a cell of Y, or change any number, and follow the sum. In the drawing, a dashed"
            " edge has a negative weight, and a thicker edge a larger one."
        ),
    },
}
