"""All sentences in Russian."""

from nnlib.words.ru import catalog, checking, plots, printing

#: What is said in English, and how it is said in Russian.
SENTENCES: dict[str, str] = {
    **checking.SENTENCES,
    **catalog.SENTENCES,
    **plots.SENTENCES,
    **printing.SENTENCES,
}
