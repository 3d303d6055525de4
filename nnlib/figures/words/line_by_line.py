"""What LineByLine says."""

WORDS = {
    "en": {
        "title": "Line by line",
        "caption_both": (
            "Step through the code, or choose a line; the forward pass stores its input in "
            "<code>self.input</code>, and the backward pass uses it."
        ),
        "caption_forward": (
            "Step through the code, or choose a line; the forward pass stores its input in "
            "<code>self.input</code>."
        ),
    },
}
