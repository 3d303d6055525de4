"""What TrainingLab says."""

WORDS = {
    "en": {
        "title": "Training lab",
        "caption": (
            "Squares have target 1, discs target 0; beside them stands the output. The line is "
            "where the output is ½. Below, the same four samples where the hidden neurons put them;"
            " the shaded side gets outputs above ½."
        ),
    },
}
