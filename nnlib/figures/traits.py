"""Traits of figures that nnlib's arrays go into."""

from __future__ import annotations

from typing import Any

import traitlets

from nnlib.figures.plain import plain_layers
from nnlib.figures.settings import refusing
from nnlib.network import Network
from nnlib.validation import finite_array


class Int(traitlets.Int[int, int]):
    """A whole number; True and False are none, though Python counts with them."""

    def validate(self, obj: Any, value: Any) -> Any:
        """Return the number, or raise a TraitError."""
        return self.error(obj, value) if isinstance(value, bool) else super().validate(obj, value)


class Float(traitlets.Float[float, float]):
    """A number; True and False are none."""

    def validate(self, obj: Any, value: Any) -> Any:
        """Return the number, or raise a TraitError."""
        return self.error(obj, value) if isinstance(value, bool) else super().validate(obj, value)


class Matrix(traitlets.TraitType[list[list[float]], Any]):
    """A matrix: takes any two-dimensional array of finite numbers, keeps a list of rows.

    Parameters
    ----------
    default : list of list of float
        The value to start with.
    max_rows, max_columns : int, optional
        The largest size that the figure can show.
    """

    info_text = "a matrix: rows of finite numbers, all of one length"

    def __init__(
        self,
        default: list[list[float]],
        *,
        max_rows: int | None = None,
        max_columns: int | None = None,
        **kwargs: Any,
    ) -> None:
        self.max_rows, self.max_columns = max_rows, max_columns
        super().__init__(default_value=default, **kwargs)

    def validate(self, obj: Any, value: Any) -> list[list[float]]:
        """Return the value as rows of floats, or raise a SettingError."""
        with refusing():
            return self._rows(value)

    def _rows(self, value: Any) -> list[list[float]]:
        array = finite_array(self.name or "matrix", value)
        if array.ndim != 2 or array.size == 0:
            raise ValueError(f"{self.name} has shape {array.shape}; expected rows and columns")
        for size, limit, what in zip(
            array.shape, (self.max_rows, self.max_columns), ("rows", "columns"), strict=True
        ):
            if limit is not None and size > limit:
                raise ValueError(f"{self.name} has {size} {what}; expected at most {limit}")
        rows: list[list[float]] = array.astype(float).tolist()
        return rows


class Layers(traitlets.TraitType[list[dict[str, Any]], Any]):
    """The layers of a network: takes a Network or layers, keeps the plain form of `plain.py`.

    Parameters
    ----------
    default : Network
        The network to start with.
    """

    info_text = "a Network, or layers that fit together"

    def __init__(self, default: Network, **kwargs: Any) -> None:
        super().__init__(default_value=plain_layers(default), **kwargs)

    def validate(self, obj: Any, value: Any) -> list[dict[str, Any]]:
        """Return the layers in the plain form, or raise a SettingError."""
        with refusing():
            return plain_layers(value)
