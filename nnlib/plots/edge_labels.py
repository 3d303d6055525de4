"""Where the numbers on the edges of a drawing stand, so that each is read with its own edge."""

from __future__ import annotations

import numpy as np

from nnlib.plots.network_layout import FC_STEP
from nnlib.validation import Array

LABEL_WIDTH = 0.13  # half of a label, as a share of its edge
SHARES = np.linspace(0.34, 0.66, 17).tolist()  # where labels may stand
ENOUGH = 0.3  # inches around a label; what is more does not make it clearer


def label_positions(left: Array, right: Array) -> Array:
    """Find for each edge the place where its label is farthest from other edges and labels.

    Parameters
    ----------
    left, right : ndarray of shape (n,) and (m,)
        Heights of the neurons at both ends.

    Returns
    -------
    ndarray of shape (n, m)
        How far along each edge its label stands, between 0 (left end) and 1 (right end).
    """
    starts, ends = (side.ravel() for side in np.meshgrid(left, right, indexing="ij"))
    chosen = np.full(starts.size, 0.5)
    if starts.size > 1:
        for edge in [*range(starts.size)] * 3:  # each looks again where the others went
            rooms = [_room(edge, share, starts, ends, chosen) for share in SHARES]
            chosen[edge] = SHARES[int(np.argmax(rooms))]
    return chosen.reshape(len(left), len(right))


def _room(edge: int, share: float, starts: Array, ends: Array, chosen: Array) -> float:
    """Return how far a label at this share of its edge is from what could be mistaken for it."""
    others = np.arange(starts.size) != edge
    height = starts[edge] + share * (ends[edge] - starts[edge])
    to_edges = [
        abs(starts[others] + x * (ends[others] - starts[others]) - height).min()
        for x in (share - LABEL_WIDTH, share, share + LABEL_WIDTH)
    ]
    heights = starts[others] + chosen[others] * (ends[others] - starts[others])
    to_labels = np.hypot((chosen[others] - share) * FC_STEP / 2, heights - height).min()
    return float(min(*to_edges, to_labels, ENOUGH) - 0.05 * abs(share - 0.5))
