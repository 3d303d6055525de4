"""What PlugLayers says."""

WORDS = {
    "en": {
        "title": "Plug the layers",
        "caption": (
            "Choose a joint and plug a layer in. A layer that does not fit is refused, and the "
            "reason stands below."
        ),
    },
}
