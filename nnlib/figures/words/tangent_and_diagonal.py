"""What TangentAndDiagonal says."""

WORDS = {
    "en": {
        "title": "Tangent and diagonal",
        "caption": (
            "Drag a point along f, or move it with the arrow keys. Dashed: its tangent. Below, the "
            "dot is f′ at the input x, the hollow square f′ wrongly taken at the output y. Then "
            "fold the Jacobian."
        ),
        "alt": (
            "G times the Jacobian of {f}. Its diagonal holds the slopes {slopes}; every other "
            "entry is zero. The product is {result}, the same as G ⊙ f′(X)."
        ),
        "still_1": "G · J = G ⊙ f′(X): multiplying by a diagonal matrix",
        "still_2": "multiplies entry by entry.",
    },
}
