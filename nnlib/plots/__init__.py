"""Pictures of networks, losses and data, drawn with matplotlib.

Every function draws on the axes that it is given, or makes a figure of the book's size, and
returns the axes. Call `use_book_style` once before drawing.
"""

from nnlib.plots.activations import activation_curve
from nnlib.plots.confusion import confusion_matrix
from nnlib.plots.decision import decision_map
from nnlib.plots.digits import digit_grid, weight_images
from nnlib.plots.heat_maps import heat_map
from nnlib.plots.losses import loss_curve
from nnlib.plots.network_drawing import draw_network
from nnlib.plots.style import use_book_style
from nnlib.plots.surfaces import loss_surface

__all__ = [
    "activation_curve",
    "confusion_matrix",
    "decision_map",
    "digit_grid",
    "draw_network",
    "heat_map",
    "loss_curve",
    "loss_surface",
    "use_book_style",
    "weight_images",
]
