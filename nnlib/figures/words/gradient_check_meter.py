"""What GradientCheckMeter says."""

WORDS = {
    "en": {
        "title": "Gradient check meter",
        "caption": (
            "Choose an entry, the size of the nudge h and a mistake. Solid line and dot: the chosen"
            " entry at every h. Dashed line: the tolerance 10<sup>−6</sup>. The needle shows the "
            "largest relative error of all entries."
        ),
        "alt_passes": (
            "Relative error of entry {row}, {column} of {parameter} against the nudge h, both axes "
            "logarithmic. It is {left} at h = 1e-12, {right} at h = 1e-1 and smallest, {least}, at "
            "h = {best}. At h = {h} the check of all entries passes."
        ),
        "alt_fails": (
            "Relative error of entry {row}, {column} of {parameter} against the nudge h, both axes "
            "logarithmic. It is {left} at h = 1e-12, {right} at h = 1e-1 and smallest, {least}, at "
            "h = {best}. At h = {h} the check of all entries fails."
        ),
        "still_nudge": "nudge h",
        "still_error": "relative error",
    },
}
