"""What MatrixMicroscope says."""

WORDS = {
    "en": {
        "title": "Matrix microscope",
        "caption": (
            "Choose a cell of Y, or change any number, and follow the sum. Color says what a number"
            " is: X blue, W orange, B green, Y violet, and violet what you choose. In the drawing,"
            " a dashed edge has a negative weight; the thicker an edge, the farther its weight is"
            " from 0."
        ),
        "alt": (
            "Matrices X, W, B and Y of one layer. The inputs meet column {column} of W, and the "
            "bias is added: {sum}."
        ),
        "alt_rows": (
            "Matrices X, W, B and Y of one layer. Row {row} of X meets column {column} of W, and "
            "the bias is added: {sum}."
        ),
    },
}
