"""What `gradient_check` found: both gradients, the errors entry by entry, and the verdict."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnlib.language import tell
from nnlib.numerical import largest_size, relative_error
from nnlib.validation import Array

ROUNDING = 1e-10  # about what rounding leaves of a difference quotient that should be zero


@dataclass(frozen=True, eq=False)  # arrays have no == of one answer
class GradientCheck:
    """The result of `gradient_check`; print it to read the verdict.

    Beside an array that differs stands its largest relative error.

    Attributes
    ----------
    backpropagated, numerical : dict of str to ndarray
        The two gradients of each parameter array, such as ``"layer1.weights"``.
    kinks : list of str
        Activation inputs within 0.0001 of a kink of f, or carried across one by a nudge.
        For the layers before it the numerical gradient proves nothing there. A layer behind
        every kink is not excused: its nudges do not reach an input before it.
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
        scale = max(largest_size(gradient) for gradient in self.numerical.values())
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
        """Whether all gradients of both kinds are zero: then no formula was put to the test."""
        return all(map(_is_zero, [*self.numerical.values(), *self.backpropagated.values()]))

    @property
    def ok(self) -> bool:
        """Whether all errors are within the tolerance and the check saw a gradient at all."""
        return self.max_error <= self.tolerance and not self.all_zero

    @property
    def _undecided(self) -> bool:
        """Whether only layers before a kink differ."""
        last = max(map(_layer_number, self.kinks), default=0)
        return all(
            _layer_number(name) < last
            for name, error in self.errors.items()
            if error.max() > self.tolerance
        )

    def __str__(self) -> str:
        lines = [self._line(name, float(error.max())) for name, error in self.errors.items()]
        lines += [tell("near a kink: {kink}", kink=kink) for kink in self.kinks]
        limit = f"{self.tolerance:.0e}"
        if self.all_zero:
            verdict, reason = tell("nothing checked"), tell("every gradient is zero")
        elif self.ok:
            verdict = tell("passed")
            reason = tell("every relative error is below {limit}", limit=limit)
        elif self._undecided:
            verdict, reason = tell("undecided"), tell("move the inputs away from the kink")
        else:
            verdict = tell("failed")
            reason = tell("a relative error is above {limit}", limit=limit)
        lines += [tell("verdict: {verdict}", verdict=verdict), f"  {reason}"]
        if self.ok and any(map(_is_zero, self.numerical.values())):
            lines.append(f"  {tell('but arrays of zeros prove nothing: try random weights')}")
        return "\n".join(lines)

    def _line(self, name: str, error: float) -> str:
        given, expected = self.backpropagated[name].shape, self.numerical[name].shape
        if given != expected:
            shapes = tell("shape {given}; expected {expected}", given=given, expected=expected)
            return f"{tell('{name}: differs', name=name)}\n  {shapes}"
        if error > self.tolerance:
            return tell("{name}: differs, error {error}", name=name, error=f"{error:.0e}")
        if _is_zero(self.numerical[name]):
            return tell("{name}: agrees, but all are zero", name=name)
        return tell("{name}: agrees", name=name)


def _layer_number(name: str) -> int:
    """Return 3 for a name such as "layer3.weights"."""
    return int(name.partition(".")[0].removeprefix("layer"))


def _is_zero(gradient: Array) -> bool:
    return bool((np.abs(gradient) < ROUNDING).all())
