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
        "alt_both": (
            "The code of {layer}. The forward pass stores its input {x} in self.input; the "
            "backward pass reads it."
        ),
        "alt_forward": "The code of {layer}. The forward pass stores its input {x} in self.input.",
        "still_both": "self.input = {x}: stored by the forward pass, used by the backward pass",
        "still_forward": "self.input = {x}: stored by the forward pass",
    },
}
