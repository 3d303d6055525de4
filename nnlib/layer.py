"""What every layer of a network can do: the abstract class of the book's chapter 3."""

from __future__ import annotations

from abc import ABC, abstractmethod

from nnlib.validation import Array


class Layer(ABC):
    """One step of a network: forward it turns X into Y, backward ∂L/∂Y into ∂L/∂X.

    A layer of your own derives from this class and writes the two abstract methods. If it
    has parameters, it names them in `parameter_names` and keeps the gradient of each in an
    attribute of the same name with ``_gradient`` behind it.

    Attributes
    ----------
    input : ndarray of shape (n_samples, n_in) or None
        What the last forward pass was given. The backward pass needs it. None before the
        first forward pass. The layer keeps the array itself, not a copy: do not change it
        between the forward and the backward pass.
    parameter_names : tuple of str
        Names of the attributes that training changes, for example ``("weights", "bias")``.
        Empty for a layer with nothing to learn.
    """

    parameter_names: tuple[str, ...] = ()
    input: Array | None = None

    @abstractmethod
    def forward_propagation(self, input: Array) -> Array:
        """Remember the input and return the output.

        Parameters
        ----------
        input : ndarray of shape (n_samples, n_in)
            X, one sample in each row.

        Returns
        -------
        ndarray of shape (n_samples, n_out)
            Y, the input of the next layer.

        Raises
        ------
        ValueError
            In the layers of nnlib, if the input is no array of that shape.
        """

    @abstractmethod
    def backward_propagation(self, output_gradient: Array, alpha: float) -> Array:
        """Update the layer's own parameters and return ∂L/∂X.

        Parameters
        ----------
        output_gradient : ndarray of shape (n_samples, n_out)
            ∂L/∂Y for the input of the last forward pass.
        alpha : float
            The learning rate α. With ``alpha=0`` gradients are computed, nothing is updated.

        Returns
        -------
        ndarray of shape (n_samples, n_in)
            ∂L/∂X, which is ∂L/∂Y for the layer before.

        Raises
        ------
        ValueError
            If there was no forward pass, or the gradient does not have the output's shape.
        """

    def output_size(self, input_size: int | None) -> int | None:
        """Tell how many numbers come out per sample when `input_size` numbers go in.

        Parameters
        ----------
        input_size : int or None
            Numbers per sample that the layer is given; None if that is not known yet.

        Returns
        -------
        int or None
            The number, or None if the layer does not tell it.

        Raises
        ------
        ValueError
            In layers that need a certain input size, if `input_size` is another one.
        """
        return None

    def remembered_input(self) -> Array:
        """Return the input of the last forward pass.

        Returns
        -------
        ndarray of shape (n_samples, n_in)
            The attribute `input`.

        Raises
        ------
        ValueError
            If there was no forward pass.
        """
        if self.input is None:
            raise ValueError(
                f"{self!r} was given a backward pass before any forward pass; "
                "expected forward_propagation(input) first, "
                "because the backward pass uses that input"
            )
        return self.input

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"
