"""Classic mistakes, made on purpose in the source of nnlib, and judges that must find them.

A mutant replaces one piece of the source of one function. The piece must be there exactly
once: when the code changes, the mutant has to be written anew.
"""

import __future__

import importlib
import inspect
import textwrap
from dataclasses import dataclass
from operator import attrgetter

import numpy as np

from nnlib.gradient_check import gradient_check
from tests.nnlib import reference
from tests.nnlib.networks import as_lists, make_network, make_samples, parameters


@dataclass(frozen=True)
class Mutant:
    """One mistake. `seen_by_check` is False for those that no gradient can show."""

    name: str
    where: str  # "module:function" or "module:Class.method" inside nnlib
    old: str
    new: str
    seen_by_check: bool = True


BACKWARD = "fc_layer:FCLayer.backward_propagation"
FORWARD = "fc_layer:FCLayer.forward_propagation"
INPUT_GRADIENT = "    input_gradient = output_gradient @ self.weights.T"
UPDATE = "    self.bias -= alpha * self.bias_gradient\n"

MUTANTS = [
    Mutant("(iii) without its transpose", BACKWARD, "self.weights.T", "self.weights"),
    Mutant("(iii) with the sign turned", BACKWARD, "= output_gradient @", "= -output_gradient @"),
    Mutant(
        "(iii) with the weights of after the step",
        BACKWARD,
        UPDATE,
        UPDATE + INPUT_GRADIENT + "\n",
    ),
    Mutant("(i) without its transpose", BACKWARD, "input.T @", "input @"),
    Mutant(
        "(i) with the factors swapped",
        BACKWARD,
        "input.T @ output_gradient",
        "output_gradient.T @ input",
    ),
    Mutant("(i) with the sign turned", BACKWARD, "input.T @", "-input.T @"),
    Mutant("(i) as a mean over the rows", BACKWARD, "input.T @", "1 / len(input) * input.T @"),
    Mutant("(ii) without the sum over the rows", BACKWARD, ".sum(axis=0, keepdims=True)", ""),
    Mutant("(ii) of the first row only", BACKWARD, ".sum(axis=0, keepdims=True)", "[:1]"),
    Mutant("(ii) summed over the columns", BACKWARD, "sum(axis=0, keepdims=True)", "sum(axis=1)"),
    Mutant("(ii) as a mean over the rows", BACKWARD, ".sum(", ".mean("),
    Mutant("(ii) forgotten", BACKWARD, "output_gradient.sum(", "0 * output_gradient.sum("),
    Mutant("step uphill for W", BACKWARD, "self.weights -=", "self.weights +=", False),
    Mutant("step uphill for B", BACKWARD, "self.bias -=", "self.bias +=", False),
    Mutant("step without α for W", BACKWARD, "alpha * self.weights_g", "self.weights_g", False),
    Mutant("step without α for B", BACKWARD, "alpha * self.bias_g", "self.bias_g", False),
    Mutant("(5) with W transposed", FORWARD, "@ self.weights", "@ self.weights.T"),
    Mutant("(5) without the bias", FORWARD, " + self.bias", ""),
    Mutant("(5) with the bias subtracted", FORWARD, "+ self.bias", "- self.bias"),
    Mutant(
        "(11) with f′ of the output",
        "activation_layer:ActivationLayer.backward_propagation",
        "self.f_prime(input)",
        "self.f_prime(self.f(input))",
    ),
    Mutant(
        "(11) without f′",
        "activation_layer:ActivationLayer.backward_propagation",
        "output_gradient * self.f_prime(input)",
        "output_gradient",
    ),
    Mutant(
        "(11) with the sign turned",
        "activation_layer:ActivationLayer.backward_propagation",
        "return output_gradient",
        "return -output_gradient",
    ),
    Mutant("tanh′ without the square", "activations:tanh_prime", " ** 2", ""),
    Mutant("tanh′ with plus", "activations:tanh_prime", "1 - ", "1 + "),
    Mutant("tanh′ that takes the output", "activations:tanh_prime", "np.tanh(x)", "x"),
    Mutant("sigmoid′ without (1 - s)", "activations:sigmoid_prime", " * (1 - sigmoid(x))", ""),
    Mutant("sigmoid′ that takes the output", "activations:sigmoid_prime", "sigmoid(x) *", "x *"),
    Mutant("relu′ upside down", "activations:relu_prime", "np.greater", "np.less"),
    Mutant("relu′ always 1", "activations:relu_prime", "greater(x, 0)", "greater(x, -np.inf)"),
    Mutant("(7) without the factor 2", "losses:mse_prime", "2 / y.size", "1 / y.size"),
    Mutant("(7) with the sign turned", "losses:mse_prime", "y - y_star)", "y_star - y)"),
    Mutant("(7) divided by m only", "losses:mse_prime", "y.size", "y.shape[1]"),
    Mutant("(7) divided by N only", "losses:mse_prime", "y.size", "len(y)"),
    Mutant("(7) not divided", "losses:mse_prime", "2 / y.size", "2"),
    Mutant("(6) as a sum", "losses:mse", " / y.size", ""),
    Mutant("(6) as a mean over the rows", "losses:mse", "y.size", "len(y)"),
    Mutant("(6) with one half", "losses:mse", "float(", "0.5 * float("),
    Mutant("(6) without the square", "losses:mse", " ** 2", ""),
    Mutant(
        "layers backward in forward order",
        "network:Network.backward_propagation",
        "reversed(self.layers)",
        "self.layers",
    ),
    Mutant(
        "all layers but the last", "network:Network.forward_propagation", "layers:", "layers[:-1]:"
    ),
    Mutant("small batches weigh as much", "training:_one_epoch", " * len(x_batch)", "", False),
    Mutant("last batch left out", "training:_one_epoch", "len(x), b", "len(x) - 1, b", False),
    Mutant(
        "targets of the first batch",
        "training:_one_epoch",
        "y[start : start + batch_size]",
        "y[: min(batch_size, len(x) - start)]",
        False,
    ),
]


def mutate(monkeypatch, mutant):
    """Put the mutant in the place of the function."""
    module = importlib.import_module(f"nnlib.{mutant.where.split(':')[0]}")
    path = mutant.where.split(":")[1]
    source = textwrap.dedent(inspect.getsource(attrgetter(path)(module)))
    code = source[source.rindex('"""') :] if '"""' in source else source
    assert code.count(mutant.old) == 1, f"{mutant.name}: {mutant.old!r} is not there once"
    names = {}
    faulty = source.removesuffix(code) + code.replace(mutant.old, mutant.new)
    flags = __future__.annotations.compiler_flag  # as in the module: annotations are not evaluated
    exec(compile(faulty, f"<{mutant.name}>", "exec", flags), vars(module), names)
    (function,) = names.values()
    if "." in path:
        monkeypatch.setattr(getattr(module, path.split(".")[0]), path.split(".")[1], function)
    else:
        monkeypatch.setattr(module, path, function)


def problems():
    """Three square layers with as many rows, where no shape gives a mistake away; then not."""
    for sizes, n_rows in (([3, 3, 3, 3], 3), ([2, 4, 3, 2], 5)):
        for names in (("tanh", "sigmoid", "identity"), ("relu", "tanh", "sigmoid")):
            x, y = make_samples(n_rows, sizes[0], sizes[-1], seed=2)
            yield make_network(sizes, names, seed=1), x, y


def gradient_check_passes():
    """Whether `gradient_check` is content with all networks; an error counts as no."""
    try:
        return all(gradient_check(*problem).ok for problem in problems())
    except ValueError:
        return False


def reference_agrees():
    """Whether two epochs of training take the steps and tell the losses of the reference."""
    try:
        return all(_trains_like_the_reference(*problem) for problem in problems())
    except ValueError:
        return False


def _trains_like_the_reference(network, x, y_star):
    layers, losses = as_lists(network), []
    for _ in range(2):
        total = 0.0
        for start in range(0, len(x), 2):
            rows, targets = x[start : start + 2].tolist(), y_star[start : start + 2].tolist()
            loss = reference.mse(reference.forward(layers, rows)[-1], targets)
            total += loss * len(rows)
            layers = reference.train_step(layers, rows, targets, 0.1)
        losses.append(total / len(x))
    history = network.fit(x, y_star, epochs=2, alpha=0.1, batch_size=2)
    expected = [np.array(p) for layer in layers if not isinstance(layer, str) for p in layer]
    return np.allclose(history.loss, losses, rtol=1e-10, atol=0) and all(
        np.allclose(got, want, rtol=1e-10, atol=1e-12)
        for got, want in zip(parameters(network), expected, strict=True)
    )
