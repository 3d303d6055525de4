"""Saving and loading."""

import pickle
import zipfile

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from nnlib import ActivationLayer, FCLayer, Network, tanh, tanh_prime
from nnlib.parameters import named_parameters
from tests.nnlib.networks import make_network, parameters, problems


def network(seed):
    return make_network([2, 3, 1], ["tanh", "tanh"], seed)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(problem=problems())
def test_what_was_saved_comes_back_to_the_last_bit(tmp_path, problem):
    saved, x, _ = problem
    path = tmp_path / "net.npz"
    saved.save(path)
    sizes = [saved.layers[0].weights.shape[0]]
    sizes += [layer.weights.shape[1] for layer in saved.layers if isinstance(layer, FCLayer)]
    names = [layer.f.__name__ for layer in saved.layers if isinstance(layer, ActivationLayer)]
    loaded = make_network(sizes, names, seed=0)
    loaded.load(str(path))
    for a, b in zip(parameters(saved), parameters(loaded), strict=True):
        np.testing.assert_array_equal(a, b)
    np.testing.assert_array_equal(saved.predict(x), loaded.predict(x))


def test_names():
    assert list(named_parameters(network(1))) == [
        "layer1.weights",
        "layer1.bias",
        "layer3.weights",
        "layer3.bias",
    ]


def test_the_file_holds_plain_arrays(tmp_path):
    net = network(1)
    net.save(tmp_path / "net.npz")
    with np.load(tmp_path / "net.npz", allow_pickle=False) as file:
        np.testing.assert_array_equal(file["layer1.weights"], net.layers[0].weights)


def test_loading_keeps_the_data_type_of_the_network(tmp_path):
    network(1).save(tmp_path / "net.npz")
    net = make_network([2, 3, 1], ["tanh", "tanh"], 2, dtype=np.float32)
    net.load(tmp_path / "net.npz")
    assert net.layers[0].weights.dtype == np.float32
    np.testing.assert_allclose(net.layers[0].weights, network(1).layers[0].weights, rtol=1e-6)


def refused(net, path, *pieces):
    before = parameters(net)
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the pieces are looked for below
        net.load(path)
    for piece in pieces:
        assert piece in str(caught.value)
    for was, is_now in zip(before, parameters(net), strict=True):
        np.testing.assert_array_equal(was, is_now)


@pytest.mark.parametrize("sizes", [[2, 4, 1], [2, 3], [2, 3, 1, 1], [3, 3, 1]])
def test_a_file_of_another_network_is_refused(tmp_path, sizes):
    make_network(sizes, ["tanh"] * 3, 1).save(tmp_path / "net.npz")
    refused(
        network(2), tmp_path / "net.npz", f"'layer1.weights': ({sizes[0]}, {sizes[1]})", "expected"
    )


def test_numbers_that_are_not_finite_are_refused(tmp_path):
    net = network(1)
    net.layers[2].bias[:] = np.nan
    arrays = {name: getattr(*where) for name, where in named_parameters(net).items()}
    np.savez(tmp_path / "net.npz", **arrays)
    refused(network(2), tmp_path / "net.npz", "layer3.bias holds nan at (0, 0)", "expected finite")


@pytest.mark.filterwarnings("error")
def test_numbers_too_large_for_the_network_are_refused(tmp_path):
    large = network(1)
    large.layers[2].bias[:] = 1e300
    large.save(tmp_path / "net.npz")
    small = make_network([2, 3, 1], ["tanh", "tanh"], 2, dtype=np.float32)
    refused(small, tmp_path / "net.npz", "layer3.bias holds inf at (0, 0)", "expected finite")


@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
def test_damaged_files_are_refused(tmp_path, save):
    """One byte or three, anywhere: zlib, zipfile and NumPy complain in a dozen ways."""
    path, rng = tmp_path / "net.npz", np.random.default_rng(1)
    arrays = {name: getattr(*where) for name, where in named_parameters(network(1)).items()}
    save(path, **arrays)
    good, net, told = path.read_bytes(), network(2), 0
    for count in [1, 3] * 300:
        bad = bytearray(good)
        for place in rng.integers(len(bad), size=count):
            bad[place] = rng.integers(256)
        path.write_bytes(bad)
        try:
            net.load(path)
        except ValueError:
            told += 1
    assert told > 100


def test_files_that_are_none_of_ours_are_refused(tmp_path):
    path = tmp_path / "net.npz"
    path.write_text("hello")
    refused(network(1), path, "net.npz' is no .npz file", "expected one that save wrote")
    with path.open("wb") as file:
        np.save(file, np.ones(3))
    refused(network(1), path, "is no .npz file")
    path.write_bytes(pickle.dumps({"layer1.weights": 1}))
    refused(network(1), path, "is no .npz file")
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("readme.txt", "hello")
    refused(network(1), path, "expected")
    np.savez(path, weights=np.array([{"a": 1}], dtype=object))
    refused(network(1), path, "expected a file that save wrote")
    network(1).save(path)
    path.write_bytes(path.read_bytes()[:-40])
    refused(network(1), path, "expected")


def test_a_missing_file_is_told_as_such(tmp_path):
    with pytest.raises(FileNotFoundError):
        network(1).load(tmp_path / "no.npz")


def test_save_refuses_other_endings_and_empty_networks(tmp_path):
    with pytest.raises(ValueError, match=r"net\.txt'; expected a name that ends in \.npz"):
        network(1).save(tmp_path / "net.txt")
    with pytest.raises(ValueError, match="has no parameters; expected a layer with weights"):
        Network([ActivationLayer(tanh, tanh_prime)]).save(tmp_path / "net.npz")
    assert list(tmp_path.iterdir()) == []


class Slope(FCLayer):
    """A layer with one more parameter, whatever it is."""

    parameter_names = ("weights", "bias", "slope")


@pytest.mark.parametrize("slope", [1.5, [1.5], np.array([1]), None])
def test_parameters_that_are_no_arrays_of_floats_are_refused(tmp_path, slope):
    net = Network([Slope(2, 1)])
    net.layers[0].slope = slope
    for use in (lambda: net.save(tmp_path / "net.npz"), net.summary):
        with pytest.raises(ValueError, match=r"layer1\.slope is .*; expected an array of float32"):
            use()


def test_one_name_is_no_tuple_of_names():
    net = Network([Slope(2, 1)])
    net.layers[0].parameter_names = "slope"
    with pytest.raises(ValueError, match=r"is 'slope'; expected a tuple, such as \('slope',\)"):
        named_parameters(net)


def test_a_parameter_of_no_dimensions_is_saved_and_loaded(tmp_path):
    saved, loaded = Network([Slope(2, 1)]), Network([Slope(2, 1)])
    saved.layers[0].slope, loaded.layers[0].slope = np.array(1.5), np.array(0.0)
    saved.save(tmp_path / "net.npz")
    loaded.load(tmp_path / "net.npz")
    assert loaded.layers[0].slope == 1.5
