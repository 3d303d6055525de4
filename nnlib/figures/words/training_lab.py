"""What TrainingLab says."""

WORDS = {
    "en": {
        "title": "Training lab",
        "caption": (
            "Squares have target 1, discs target 0; beside them stands the output. The line is "
            "where the output is ½. Below, the same four samples where the hidden neurons put them;"
            " the shaded side gets outputs above ½."
        ),
        "alt": (
            "Decision map and loss curve of the XOR network after {epoch} epochs; the loss went "
            "from {first} to {last}. {right} of 4 samples are right: the outputs are {answers}."
        ),
        "alt_start": (
            "Decision map and loss curve of the XOR network after {epoch} epochs. {right} of 4 "
            "samples are right: the outputs are {answers}."
        ),
        "alt_output": "{output} for ({a}, {b})",
        "still_map": "Output after {epoch} epochs",
        "still_loss": "Loss by epoch",
    },
}
