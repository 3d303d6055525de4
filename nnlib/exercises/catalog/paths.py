"""Lists of numbers as arrays."""

from __future__ import annotations

from typing import Any

import numpy as np


def as_array(value: Any) -> Any:
    """Turn a list of numbers into an array; leave everything else."""
    numbers = (int, float, np.number)
    if isinstance(value, list | tuple) and all(isinstance(entry, numbers) for entry in value):
        return np.array(value, dtype=float)
    return value
