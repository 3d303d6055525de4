"""What ErrorSquares says."""

WORDS = {
    "en": {
        "title": "Error squares",
        "caption": (
            "Drag the round outputs, or move them with the arrow keys, against the targets (dashed "
            "lines). The area of each square is what the output adds to the sum; the arrow shows "
            "how steeply the loss changes with the output. Then change the constant."
        ),
        "alt": "Squared errors as squares: {outputs}. L = {loss}.",
        "alt_output": (
            "output {k} is {y}, its target {target}, its square has the area {area} and the slope "
            "is {slope}"
        ),
        "still_slope": "slope {slope}",
        "sum": "sum",
        "mean": "mean",
        "half-sum": "half-sum",
        "half-mean": "half-mean",
    },
}
