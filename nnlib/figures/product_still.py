"""The picture of Y = XW + B in print, and the sum behind one cell of Y."""

from __future__ import annotations

from collections.abc import Sequence

from nnlib.figures import still

Rows = Sequence[Sequence[float]]

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def written_sum(x: Rows, w: Rows, b: Rows, y: Rows, focus: tuple[int, int]) -> str:
    """Return the sum behind the cell in focus, with symbols and with numbers."""
    row, column = focus
    inputs, weights = x[row], [line[column] for line in w]
    j = str(column + 1)
    symbols = [f"x{i}·w{i}{j}" for i in range(1, len(inputs) + 1)]
    numbers = [f"{_factor(one)}·{_factor(w)}" for one, w in zip(inputs, weights, strict=True)]
    return (
        f"y{j} = {' + '.join(symbols)} + b{j}".translate(_SUBSCRIPTS)
        + f" = {' + '.join([*numbers, _factor(b[0][column])])}"
        + f" = {still.number(y[row][column])}"
    )


def product_still(x: Rows, w: Rows, b: Rows, y: Rows, focus: tuple[int, int]) -> str:
    """Draw W and B above Y and X beside it, and write the sum below."""
    row, column = focus
    x_width, _ = still.matrix_size(x)
    w_width, w_height = still.matrix_size(w)
    left, b_top = x_width + 24, w_height + 10
    y_top = b_top + still.matrix_size(b)[1] + 10
    name, symbols, numbers = written_sum(x, w, b, y, focus).split(" = ", 2)
    bottom = y_top + still.matrix_size(y)[1]
    parts = (
        still.matrix(left, 4, "W", w, lambda r, c: "column" if c == column else ""),
        still.matrix(left, b_top, "B", b, lambda r, c: "bias" if c == column else ""),
        still.matrix(0, y_top, "X", x, lambda r, c: "row" if r == row else ""),
        still.matrix(left, y_top, "Y", y, lambda r, c: "result" * ((r, c) == focus)),
        still.text(0, bottom + 24, f"{name} = {symbols}"),
        still.text(0, bottom + 48, f"= {numbers}"),
    )
    return still.picture(max(left + w_width, 340), bottom + 62, *parts)


def _factor(value: float) -> str:
    """Write a factor or summand; negative numbers stand in parentheses."""
    text = still.number(value)
    return f"({text})" if value < 0 else text
