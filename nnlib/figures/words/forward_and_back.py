"""What ForwardAndBack says."""

WORDS = {
    "en": {
        "title": "Forward and back",
        "caption": (
            "Step forward, then backward. Below each value stands, in a dotted frame, its slope "
            "∂L/∂…; on each edge its weight and, later, ∂L/∂w. A dashed edge has a negative weight."
            " □ means that a layer remembers nothing yet, ■ that it has stored its input, ✓ that it"
            " has used it. Choose a weight or a value to light its paths; tanh′ is the local slope"
            " of a tanh."
        ),
        "alt": (
            "A network and its two passes. Values forward: {values}; loss {loss}. Slopes of the "
            "loss backward, from the output to the input: {gradients}."
        ),
        "then": "; then ",
        "fc": "fully connected layer",
    },
}
