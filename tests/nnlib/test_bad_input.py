"""Bad input gets a ValueError that names it and what was expected; the network stays as it was."""

import math

import numpy as np
import pytest

from nnlib import (
    ActivationLayer,
    FCLayer,
    Layer,
    Network,
    gradient_check,
    mse,
    mse_prime,
    tanh,
    tanh_prime,
)
from tests.nnlib.networks import make_network, parameters

X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
Y = np.array([[0.0], [1.0], [1.0], [0.0]])
INF = float("inf")

BAD_SAMPLES = {
    "too many features": (np.ones((4, 5)), "FCLayer(2 → 3) would be given 5", "expected 2"),
    "too few features": (np.ones((4, 1)), "would be given 1", "expected 2"),
    "document form, too many features": (np.ones((4, 1, 3)), "given 3", "expected 2"),
    "one dimension": (np.ones(2), "x has shape (2,)", "expected (n_samples, n)"),
    "no dimension": (3.0, "x has shape ()", "expected (n_samples, n)"),
    "images": (np.ones((4, 8, 8)), "x has shape (4, 8, 8)", "expected (n_samples, n)"),
    "four dimensions": (np.ones((1, 1, 1, 2)), "(1, 1, 1, 2)", "expected (n_samples, n)"),
    "no samples": (np.ones((0, 2)), "x is empty, its shape is (0, 2)", "expected a sample"),
    "no features": (np.ones((4, 0)), "x is empty, its shape is (4, 0)", "expected a sample"),
    "empty list": ([], "x is empty", "expected a sample"),
    "ragged": ([[1, 2], [3]], "x is ragged", "expected rows of equal length"),
    "NaN": ([[0, 0], [0, math.nan]], "x holds nan at (1, 1)", "expected finite"),
    "infinity": ([[0, INF]], "x holds inf at (0, 1)", "expected finite"),
    "minus infinity": (np.array([[-INF, 0]], np.float32), "-inf at (0, 0)", "expected finite"),
    "text": ([["0", "1"]], "x has data type <U1", "expected real numbers"),
    "bytes": (np.array([[b"0", b"1"]]), "x has data type |S1", "expected real numbers"),
    "objects": (np.array([[0, None]]), "x has data type object", "expected real numbers"),
    "numbers as objects": (np.array([[0, 1]], object), "object", "expected real numbers"),
    "complex": (np.array([[0j, 1j]]), "x has data type complex128", "expected real numbers"),
    "dates": (np.array([["2000-01-01"] * 2], "M8"), "datetime64", "expected real numbers"),
    "None": (None, "x has data type object", "expected real numbers"),
    "a string": ("0 1", "x has data type", "expected real numbers"),
    "a dict": ({"x": 1}, "x has data type object", "expected real numbers"),
}

BAD_TARGETS = {
    "too many outputs": (np.ones((4, 2)), "y has shape (4, 2)", "expected (4, 1)"),
    "too few samples": (np.ones((3, 1)), "y has shape (3, 1)", "expected (4, 1)"),
    "transposed": (np.ones((1, 4)), "y has shape (1, 4)", "expected (4, 1)"),
    "one dimension": (np.ones(4), "y has shape (4,)", "y.reshape(-1, 1)"),
    "none": (np.ones((0, 1)), "y is empty", "expected a sample"),
    "NaN": ([[0], [1], [math.nan], [0]], "y holds nan at (2, 0)", "expected finite"),
    "text": ([["a"], ["b"], ["c"], ["d"]], "y has data type <U1", "expected real numbers"),
    "ragged": ([[0], [1, 2], [1], [0]], "y is ragged", "expected rows of equal length"),
}

BAD_OPTIONS = [
    *[("epochs", value, "positive integer") for value in (0, -1, 1.0, 2.5, "10", None, True, INF)],
    *[("batch_size", value, "positive integer") for value in (0, -4, 2.0, "2", None, False)],
    *[("alpha", value, "finite number") for value in (math.nan, INF, -INF, "0.1", None, 1j, True)],
    ("alpha", [0.1], "finite number"),
    ("alpha", 10**400, "finite number"),
    ("alpha", -(10**400), "finite number"),
    ("alpha", np.float32("inf"), "finite number"),
    ("alpha", np.float16("nan"), "finite number"),
    ("alpha", np.array([0.1, 0.2]), "finite number"),
    ("rng", 1, "np.random.default_rng(seed)"),
    ("rng", np.random.RandomState(1), "np.random.default_rng(seed)"),
    ("callback", "print", "function"),
]


def network():
    return make_network([2, 3, 1], ["tanh", "tanh"], seed=1)


def refused(act, *pieces, net=None):
    """Assert that `act` raises a ValueError with all pieces and changes no parameter."""
    before = parameters(net) if net else []
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the pieces are looked for below
        act()
    assert type(caught.value) is ValueError
    for piece in pieces:
        assert piece in str(caught.value)
    for was, is_now in zip(before, parameters(net) if net else [], strict=True):
        assert np.array_equal(was, is_now)


@pytest.mark.parametrize(("x", "given", "expected"), BAD_SAMPLES.values(), ids=BAD_SAMPLES)
def test_samples(x, given, expected):
    net = network()
    refused(lambda: net.predict(x), given, expected, net=net)
    refused(lambda: net.fit(x, Y, epochs=1, alpha=0.1), given, expected, net=net)
    refused(lambda: gradient_check(net, x, Y), given, expected, net=net)


@pytest.mark.parametrize(("y", "given", "expected"), BAD_TARGETS.values(), ids=BAD_TARGETS)
def test_targets(y, given, expected):
    net = network()
    refused(lambda: net.fit(X, y, epochs=1, alpha=0.1), given, expected, net=net)
    refused(lambda: gradient_check(net, X, y), given, expected, net=net)


@pytest.mark.parametrize(("option", "value", "expected"), BAD_OPTIONS)
def test_options_of_fit(option, value, expected):
    net = network()
    options = {"epochs": 1, "alpha": 0.1, option: value}
    refused(lambda: net.fit(X, Y, **options), f"{option} is {value!r}", expected, net=net)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("kind", [np.float16, np.float32, np.float64, np.int64])
def test_a_number_of_numpy_is_taken_without_a_warning(kind):
    network().fit(X, Y, epochs=1, alpha=kind(1))
    assert FCLayer(2, 2, scale=kind(1)).weights.shape == (2, 2)


@pytest.mark.parametrize(
    ("loss", "loss_prime", "given"),
    [
        (lambda y, y_star: (y - y_star) ** 2, mse_prime, "loss gave array("),
        (lambda y, y_star: None, mse_prime, "loss gave None"),
        (mse, lambda y, y_star: 2 * (y - y_star).sum(), "loss_prime gave an array of shape ()"),
    ],
)
def test_a_loss_that_is_no_number_or_a_gradient_of_another_shape(loss, loss_prime, given):
    net = network()
    net.use(loss, loss_prime)
    refused(lambda: net.fit(X, Y, epochs=1, alpha=0.1, batch_size=4), given, "expected", net=net)
    refused(lambda: gradient_check(net, X, Y), given, "expected", net=net)
    assert net.layers[0].input is None


def test_a_layer_is_no_list_of_layers():
    refused(lambda: Network(FCLayer(2, 3)), "layers is FCLayer(2 → 3)", "expected a list of layers")


def test_network_without_layers():
    net = Network()
    net.use(mse, mse_prime)
    for act in (
        lambda: net.predict(X),
        lambda: net.fit(X, Y, epochs=1, alpha=0.1),
        lambda: gradient_check(net, X, Y),
    ):
        refused(act, "the network has no layers", "expected net.add(")


def test_network_without_use():
    net = network()
    net = Network(net.layers)
    for act in (
        lambda: net.fit(X, Y, epochs=1, alpha=0.1),
        lambda: gradient_check(net, X, Y),
        lambda: net.loss(Y, Y),
        lambda: net.loss_prime(Y, Y),
    ):
        refused(act, "the network has no loss", "expected net.use(mse, mse_prime)", net=net)


@pytest.mark.parametrize("bad", [None, "mse", 3])
def test_use_without_functions(bad):
    net = network()
    refused(lambda: net.use(bad, mse_prime), f"loss is {bad!r}", "expected a function, such as mse")
    refused(lambda: net.use(mse, bad), f"loss_prime is {bad!r}", "such as mse_prime")
    assert (net.loss, net.loss_prime) == (mse, mse_prime)


def test_layers_that_do_not_fit_together():
    net = Network([FCLayer(2, 3), ActivationLayer(tanh, tanh_prime)])
    refused(lambda: net.add(FCLayer(4, 1)), "FCLayer(4 → 1) would be given 3", "expected 4")
    assert len(net.layers) == 2
    net.layers.append(FCLayer(4, 1))  # behind the back of `add`
    refused(lambda: net.predict(X), "FCLayer(4 → 1) would be given 3", "expected 4")
    net.use(mse, mse_prime)
    refused(lambda: net.fit(X, Y, epochs=1, alpha=0.1), "given 3", "expected 4", net=net)


@pytest.mark.parametrize("bad", [tanh, FCLayer, "FCLayer", None])
def test_what_is_no_layer(bad):
    net = network()
    refused(lambda: net.add(bad), f"{bad!r} was given", "expected a layer", net=net)
    assert len(net.layers) == 4


def test_the_same_layer_twice():
    layer = FCLayer(2, 2)
    net = Network([layer])
    refused(lambda: net.add(layer), "is in the network already", "expected another one")
    assert net.layers == [layer]


@pytest.mark.parametrize("index", range(4))
def test_backward_before_forward(index):
    net = network()
    layer = net.layers[index]
    gradient = np.ones((1, [3, 3, 1, 1][index]))
    message = f"{layer!r} was given a backward pass before any forward pass"
    act = lambda: layer.backward_propagation(gradient, 0.1)  # noqa: E731
    refused(act, message, "expected forward_propagation(input) first", net=net)
    refused(lambda: net.backward_propagation(np.ones((1, 1)), 0.1), "before any forward", net=net)


@pytest.mark.parametrize(
    "gradient",
    [np.ones((1, 1)), np.ones((4, 2)), np.ones(4), np.ones((4, 1, 1)), 1.0, None, [[1.0]] * 4],
)
def test_output_gradient_of_another_shape(gradient):
    net = network()
    net.forward_propagation(X)
    act = lambda: net.backward_propagation(gradient, 0.1)  # noqa: E731
    refused(act, "output_gradient", "expected an array of shape (4, 1)", net=net)


@pytest.mark.parametrize(
    "rows", [np.ones(2), np.ones((1, 3)), np.ones((4, 1, 2)), [[1.0, 2.0]], None, 1.0]
)
def test_input_of_a_layer_of_another_shape(rows):
    layer = FCLayer(2, 3)
    layer.forward_propagation(X)
    refused(lambda: layer.forward_propagation(rows), "input", "expected an array of shape")
    assert layer.input is X


def test_message_about_a_list_names_it():
    layer = ActivationLayer(tanh, tanh_prime)
    refused(
        lambda: layer.forward_propagation([1.0, 2.0]),
        "input is [1.0, 2.0]",
        "expected an array of shape (n_samples, n)",
    )


BAD_FUNCTIONS = {
    "no function": (0.5, "is 0.5", "expected a function, such as tanh"),
    "for one number only": (math.tanh, "failed on an array", "expected one that takes an array"),
    "adds up": (np.sum, "made shape () of shape (2, 3)", "returns a new one"),
    "drops a row": (lambda x: x[:1], "made shape (1, 3) of shape (2, 3)", "returns a new one"),
    "transposes": (lambda x: x.T, "made shape (3, 2) of shape (2, 3)", "returns a new one"),
    "returns nothing": (lambda x: None, "made shape ()", "returns a new one"),
    "gives back what it was given": (lambda x: x, "gave back the array", "returns a new one"),
    "works in place": (lambda x: np.maximum(x, 0, out=x), "changed the array", "a new one"),
}


@pytest.mark.parametrize(("bad", "given", "expected"), BAD_FUNCTIONS.values(), ids=BAD_FUNCTIONS)
def test_activation_functions(bad, given, expected):
    refused(lambda: ActivationLayer(bad, tanh_prime), "f " + given, expected)
    refused(lambda: ActivationLayer(tanh, bad), "f_prime " + given, expected)


@pytest.mark.parametrize(
    ("options", "given"),
    [
        ({"n_in": 0}, "n_in is 0"),
        ({"n_in": 2.0}, "n_in is 2.0"),
        ({"n_out": -1}, "n_out is -1"),
        ({"n_out": "3"}, "n_out is '3'"),
        ({"scale": -0.5}, "scale is -0.5"),
        ({"scale": math.nan}, "scale is nan"),
        ({"scale": INF}, "scale is inf"),
        ({"scale": "big"}, "scale is 'big'"),
        ({"scale": 1e308}, "scale is 1e+308"),
        ({"dtype": int}, "dtype is <class 'int'>"),
        ({"dtype": "float16"}, "dtype is 'float16'"),
        ({"dtype": "nonsense"}, "dtype is 'nonsense'"),
        ({"dtype": None}, "dtype is None"),
        ({"dtype": ">f4"}, "dtype is '>f4'"),
        ({"rng": 1}, "rng is 1"),
    ],
)
def test_fc_layer(options, given):
    refused(lambda: FCLayer(**{"n_in": 2, "n_out": 3, **options}), given, "expected")


@pytest.mark.parametrize(
    ("weights", "bias", "given"),
    [
        ([[1, 2], [3, 4]], [1, 2], "weights have shape (2, 2) and bias (2,)"),
        ([[1, 2], [3, 4]], [[1, 2, 3]], "weights have shape (2, 2) and bias (1, 3)"),
        ([1, 2], [[1, 2]], "weights have shape (2,) and bias (1, 2)"),
        (np.ones((0, 2)), [[1, 2]], "weights have shape (0, 2)"),
        ([[1, math.nan]], [[1, 2]], "weights holds nan at (0, 1)"),
        ([[1, 2]], [["a", "b"]], "bias has data type <U1"),
        ([[1, 2], [3]], [[1, 2]], "weights is ragged"),
    ],
)
def test_fc_layer_from_arrays(weights, bias, given):
    refused(lambda: FCLayer.from_arrays(weights, bias), given, "expected")


@pytest.mark.parametrize("bias", [np.ones(3), np.ones((2, 3)), np.ones((1, 1))])
def test_parameters_put_in_by_hand_are_looked_at_before_training(bias):
    net = network()
    net.layers[0].bias = bias
    message = f"weights have shape (2, 3) and bias {bias.shape}"
    refused(lambda: net.fit(X, Y, epochs=1, alpha=0.1), message, "expected", net=net)


@pytest.mark.parametrize("bad", [math.nan, INF])
def test_a_network_that_was_ruined_is_told_as_such(tmp_path, bad):
    net = network()
    net.save(tmp_path / "good.npz")
    net.layers[2].weights[1, 0] = bad
    before = [array.copy() for array in parameters(net)]
    for act in (
        lambda: net.fit(X, Y, epochs=1, alpha=0.1),
        lambda: gradient_check(net, X, Y),
        lambda: net.save(tmp_path / "good.npz"),
    ):
        refused(act, f"layer3.weights holds {bad} at (1, 0)", "expected finite numbers")
    for was, is_now in zip(before, parameters(net), strict=True):
        np.testing.assert_array_equal(was, is_now)
    net.load(tmp_path / "good.npz")
    assert np.isfinite(net.layers[2].weights).all()


class OwnLayer(Layer):
    """A layer that does not tell its size, so that `fit` has to try it."""

    def forward_propagation(self, input):
        self.input = input
        return input.sum(axis=1, keepdims=True)

    def backward_propagation(self, output_gradient, alpha):
        return output_gradient * np.ones_like(self.input)


def test_a_refused_fit_leaves_what_layers_of_ones_own_remember():
    net = Network([OwnLayer()])
    net.use(mse, mse_prime)
    net.forward_propagation(X)
    refused(lambda: net.fit(X, np.ones((4, 2)), epochs=1, alpha=0.1), "expected (4, 1)")
    assert net.layers[0].input is X


def test_targets_too_large_for_the_data_type_of_the_samples():
    act = lambda: network().fit(X.astype(np.float32), 1e300 * Y, epochs=1, alpha=0.1)  # noqa: E731
    refused(act, "y holds inf at (1, 0)", "expected finite numbers")


@pytest.mark.parametrize("name", ["weights", "bias"])
@pytest.mark.parametrize("change", [np.ndarray.tolist, lambda a: a.astype(int)])
def test_parameters_put_in_by_hand_are_arrays_of_floats(name, change):
    net = network()
    bad = change(getattr(net.layers[0], name))
    setattr(net.layers[0], name, bad)
    before = parameters(Network(net.layers[1:]))
    with pytest.raises(ValueError, match="expected an array of float32 or float64") as told:
        net.fit(X, Y, epochs=1, alpha=0.1)
    assert f"{name} is {bad!r}" in str(told.value)
    for was, is_now in zip(before, parameters(Network(net.layers[1:])), strict=True):
        assert np.array_equal(was, is_now)


@pytest.mark.parametrize(
    ("y", "y_star", "pieces"),
    [
        (
            np.ones((4, 1)),
            np.ones(4),
            ["y has shape (4, 1) and y_star has shape (4,)", "same shape"],
        ),
        (
            np.ones((1, 2)),
            np.ones((1, 3)),
            ["(1, 2)", "(1, 3)", "expected two arrays of the same shape"],
        ),
        ([[1.0]], [[1.0]], ["y has shape None", "expected two arrays"]),
        (np.ones((1, 1)), 1.0, ["y_star has shape None", "expected two arrays"]),
        (np.ones((0, 1)), np.ones((0, 1)), ["y has shape (0, 1)", "not empty"]),
    ],
)
@pytest.mark.parametrize("function", [mse, mse_prime])
def test_loss(function, y, y_star, pieces):
    refused(lambda: function(y, y_star), *pieces)


@pytest.mark.parametrize(
    ("option", "value"),
    [("h", 0), ("h", -1e-5), ("h", math.nan), ("h", "small"), ("tolerance", 0)],
)
def test_options_of_gradient_check(option, value):
    net = network()
    act = lambda: gradient_check(net, X, Y, **{option: value})  # noqa: E731
    refused(act, f"{option} is {value!r}", "expected a", net=net)


def test_gradient_check_of_a_network_with_nothing_to_check():
    net = Network([ActivationLayer(tanh, tanh_prime)])
    net.use(mse, mse_prime)
    refused(lambda: gradient_check(net, X, X), "has no parameters", "expected a layer with weights")


@pytest.mark.parametrize("kept", [None, 2.0, np.array([[1j]]), np.array([[None]])])
def test_gradient_check_of_a_layer_that_keeps_no_gradient(kept):
    class Scale(Layer):
        parameter_names = ("factor",)
        factor = np.ones((1, 1))
        factor_gradient = kept

        def forward_propagation(self, input):
            return input * self.factor

        def backward_propagation(self, output_gradient, alpha):
            return output_gradient * self.factor

    net = Network([Scale()])
    net.use(mse, mse_prime)
    refused(
        lambda: gradient_check(net, X, X * 2),
        f"layer1.factor_gradient is {kept!r}",
        "expected the backward pass to set it",
    )
