"""Draw README's picture, the running example: `python tools/draw_readme_picture.py`."""

from pathlib import Path

from nnlib import plots, running_example

TARGET = Path(__file__).parents[1] / "book" / "network.svg"

if __name__ == "__main__":
    plots.use_book_style()
    example = running_example()
    axes = plots.draw_network(example.network, example.x)
    axes.figure.savefig(TARGET, facecolor="white", bbox_inches="tight", metadata={"Date": None})
    print(TARGET)
