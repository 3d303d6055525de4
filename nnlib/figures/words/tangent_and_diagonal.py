"""What TangentAndDiagonal says."""

WORDS = {
    "en": {
        "title": "Tangent and diagonal",
        "caption": (
            "Drag a point along f, or move it with the arrow keys. Dashed: its tangent. Below, the "
            "dot is f′ at the input x, the hollow square f′ wrongly taken at the output y. Then "
            "fold the Jacobian."
        ),
    },
}
