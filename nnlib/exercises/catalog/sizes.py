"""Sizes of the examples: one row and several, square and not."""

from __future__ import annotations

SHAPES = ((1, 2, 1), (1, 2, 3), (2, 1, 2), (3, 2, 2), (3, 3, 3), (4, 2, 3))  # N, n, m


SCALES = ((3.0, (1, 2)), (-0.5, (2, 3)), (2.0, (3, 3)), (0.1, (4, 1)))
