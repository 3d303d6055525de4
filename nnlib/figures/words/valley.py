"""What Valley says."""

WORDS = {
    "en": {
        "title": "The valley",
        "caption": (
            "Choose α, then take steps. Drag the square to start elsewhere (or use the arrow keys "
            "on it). The violet arrow is the next step. With the line, the cross is the lowest "
            "point; the second drawing has the samples and the present line, in violet the samples "
            "that the next step sees, with their errors as bars."
        ),
        "alt_one": (
            "The loss of one weight, a parabola of curvature {curvature} with its lowest point at "
            "w = 3. Gradient descent with the learning rate {alpha} stands after {steps} steps at "
            "{place}, loss {loss}. The limit 2/c is {limit}."
        ),
        "alt_two": (
            "The loss of a line fit over w and b, a narrow oblique valley. Gradient descent with "
            "the learning rate {alpha} stands after {steps} steps at {place}, loss {loss}. The "
            "limit 2/c is {limit}."
        ),
        "still": "α = {alpha}: loss {loss}",
    },
}
