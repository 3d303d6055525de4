"""What `gradient_check` found: both gradients, the errors entry by entry, and the verdict."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnlib.numerical import relative_error
from nnlib.validation import Array

ROUNDING = 1e-10  # about what rounding leaves of a difference quotient that should be zero


@dataclass(frozen=True)
class GradientCheck:
    """The result of `gradient_check`; print it to read the verdict.

    Beside an array that differs stands its largest relative error.

    Attributes
    ----------
    backpropagated, numerical : dict of str to ndarray
        The two gradients of each parameter array, such as ``"layer1.weights"``.
    kinks : list of str
        Activation inputs within 0.0001 of a kink of f, or carried across one by a nudge.
        There the numerical gradient proves nothing.
    tolerance : float
        The largest relative error that passes.
    """

    backpropagated: dict[str, Array]
    numerical: dict[str, Array]
    kinks: list[str]
    tolerance: float

    @property
    def errors(self) -> dict[str, Array]:
        """The relative error of every entry; infinite where a gradient has a wrong shape."""
        scale = max(float(np.abs(gradient).max()) for gradient in self.numerical.values())
        return {
            name: relative_error(self.backpropagated[name], numerical, scale)
            if self.backpropagated[name].shape == numerical.shape
            else np.full(numerical.shape, np.inf)
            for name, numerical in self.numerical.items()
        }

    @property
    def max_error(self) -> float:
        """The largest relative error of all entries."""
        return max(float(error.max()) for error in self.errors.values())

    @property
    def all_zero(self) -> bool:
        """Whether every numerical gradient is zero: then no formula was put to the test."""
        return all(_is_zero(gradient) for gradient in self.numerical.values())

    @property
    def ok(self) -> bool:
        """Whether all errors are within the tolerance and the check saw a gradient at all."""
        return self.max_error <= self.tolerance and not self.all_zero

    def __str__(self) -> str:
        lines = [self._line(name, float(error.max())) for name, error in self.errors.items()]
        lines += [f"near a kink: {kink}" for kink in self.kinks]
        if self.all_zero:
            verdict, reason = "nothing checked", "every gradient is zero"
        elif self.ok:
            verdict, reason = "passed", f"every relative error is below {self.tolerance:.0e}"
        elif self.kinks:
            verdict, reason = "undecided", "move the inputs away from the kink"
        else:
            verdict, reason = "failed", f"a relative error is above {self.tolerance:.0e}"
        return "\n".join([*lines, f"verdict: {verdict}", f"  {reason}"])

    def _line(self, name: str, error: float) -> str:
        given, expected = self.backpropagated[name].shape, self.numerical[name].shape
        if given != expected:
            return f"{name}: differs\n  shape {given}; expected {expected}"
        if error > self.tolerance:
            return f"{name}: differs, error {error:.0e}"
        if _is_zero(self.numerical[name]):
            return f"{name}: agrees, but all are zero"
        return f"{name}: agrees"


def _is_zero(gradient: Array) -> bool:
    return bool((np.abs(gradient) < ROUNDING).all())
