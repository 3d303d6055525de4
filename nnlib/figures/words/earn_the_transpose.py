"""What EarnTheTranspose says."""

WORDS = {
    "en": {
        "title": "Earn the transpose",
        "caption": (
            "Choose an entry of the gradient and step from its paths to the matrix product. Struck "
            "out: paths that do not exist. Then put the factors of the product together yourself; "
            "nudging decides."
        ),
        "alt_W": (
            "X transposed, {n} by {rows}, times G, {rows} by {m}, is ∂L/∂W, {n} by {m}. Row {n} of "
            "X transposed, which is column {n} of X, meets column {m} of G and gives {value}."
        ),
        "alt_B": (
            "A row of {rows} ones times G, {rows} by {m}, is ∂L/∂B, 1 by {m}: the column sums of "
            "G. Column {m} of G adds up to {value}."
        ),
        "alt_X": (
            "G, {rows} by {m}, times W transposed, {m} by {n}, is ∂L/∂X, {rows} by {n}. Row {rows} "
            "of G meets column {n} of W transposed, which is row {n} of W, and gives {value}."
        ),
    },
}
