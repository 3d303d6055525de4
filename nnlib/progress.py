"""A progress bar for long training runs."""

from __future__ import annotations

from collections.abc import Iterable

DELAY = 2.0  # seconds; a run that ends sooner shows nothing


def with_progress(epochs: range, show: bool) -> Iterable[int]:
    """Return the epochs to loop over, with a bar on standard error if the loop takes long.

    Parameters
    ----------
    epochs : range
        The numbers of the epochs.
    show : bool
        Whether a bar may appear at all.

    Returns
    -------
    iterable of int
        The same numbers.
    """
    if not show:
        return epochs
    from tqdm import tqdm  # here, so that importing nnlib needs NumPy alone

    bar: Iterable[int] = tqdm(epochs, desc="epochs", delay=DELAY, leave=False)
    return bar
