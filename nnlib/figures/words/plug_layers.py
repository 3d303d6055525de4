"""What PlugLayers says."""

WORDS = {
    "en": {
        "title": "Plug the layers",
        "caption": (
            "Choose a joint and plug a layer in, or take one out. What does not fit is refused, "
            "with the reason."
        ),
        "alt": (
            "A chain of layers: X of shape {shape} goes through {layers}; the first output is "
            "{output}. {count} parameters in all."
        ),
        "no_layers": "no layer, so it comes out as it went in",
        "then": ", then ",
        "still_layer": "{layer}, {count} parameters",
        "still_total": "{count} parameters in all",
    },
}
