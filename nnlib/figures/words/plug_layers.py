"""What PlugLayers says."""

WORDS = {
    "en": {
        "title": "Plug the layers",
        "caption": (
            "Choose a joint and plug a layer in. A layer that does not fit is refused, and the "
            "reason stands below."
        ),
        "alt": (
            "A chain of layers: X of shape {shape} goes through {layers}; the output is {output}. "
            "{count} parameters in all."
        ),
        "then": ", then ",
        "still_layer": "{layer}, {count} parameters",
        "still_total": "{count} parameters in all",
    },
}
