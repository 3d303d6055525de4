"""What DigitsLab says."""

WORDS = {
    "en": {
        "title": "Digits lab",
        "caption": (
            "Train, then draw. A large output is no probability: a scribble may get one, too. "
            "Drawing with Shift held, or with the right button, takes ink away."
        ),
        "alt": (
            "A drawing of 8 × 8 pixels and the ten outputs of a network after {epochs} epochs. It "
            "reads the drawing as {digit}, with the output {output}. Of 397 held-out digits it "
            "reads {wrong} wrong."
        ),
        "still_drawing": "The drawing",
        "still_outputs": "The ten outputs",
        "still_result": "After {epochs} epochs: {wrong} of 397 held-out digits are read wrong",
    },
}
