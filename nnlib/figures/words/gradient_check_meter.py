"""What GradientCheckMeter says."""

WORDS = {
    "en": {
        "title": "Gradient check meter",
        "caption": (
            "Choose an entry, the size of the nudge h and a mistake. Solid line and dot: the chosen"
            " entry at every h. Dashed line: the tolerance 10<sup>−6</sup>. The needle shows the "
            "largest relative error of all entries."
        ),
    },
}
