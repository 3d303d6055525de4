"""c."""

SENTENCES: dict[str, str] = {}
