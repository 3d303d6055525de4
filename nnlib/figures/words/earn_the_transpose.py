"""What EarnTheTranspose says."""

WORDS = {
    "en": {
        "title": "Earn the transpose",
        "caption": (
            "Choose an entry of the gradient and step from its paths to the matrix product. Struck "
            "out: paths that do not exist. Then put the factors of the product together yourself; "
            "nudging decides."
        ),
    },
}
