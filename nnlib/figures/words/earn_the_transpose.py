"""What EarnTheTranspose says."""

WORDS = {
    "en": {
        "title": "Earn the transpose",
        "caption": (
            "Choose an entry of the gradient and step from its paths to the matrix product. Struck "
            "out: paths that do not exist. Then put the factors of the product together yourself; "
            "nudging decides."
        ),
        "alt": (
            "X transposed, {n} by {rows}, times G, {rows} by {m}, is ∂L/∂W, {n} by {m}. Row {n} of "
            "X transposed, which is column {n} of X, meets column {m} of G and gives {value}."
        ),
    },
}
