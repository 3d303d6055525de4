"""Equations (1) to (11) index by index: slow, without NumPy, written from the document.

A matrix is a list of rows. Where the document has one sample, there is a loop over the rows
r: each row is one sample, and what the samples share (weights, biases) gets the sum.
"""

import math

FUNCTIONS = {
    "tanh": (math.tanh, lambda x: 1 / math.cosh(x) ** 2),
    "sigmoid": (
        lambda x: 1 / (1 + math.exp(-x)),
        lambda x: math.exp(-x) / (1 + math.exp(-x)) ** 2,
    ),
    "relu": (lambda x: x if x > 0 else 0.0, lambda x: 1.0 if x > 0 else 0.0),
    "identity": (lambda x: x, lambda x: 1.0),
}


def fc_forward(x, w, b):
    """Y by (1): y_j = Σ_i w_ij x_i + b_j. W is (3), B is (4), all rows together are (5)."""
    n, m = len(w), len(w[0])
    return [[sum(w[i][j] * row[i] for i in range(n)) + b[0][j] for j in range(m)] for row in x]


def activation_forward(y, f):
    """Z by (2): z_j = f(y_j)."""
    return [[f(y_j) for y_j in row] for row in y]


def mse(y, y_star):
    """L by (6), the mean over the m entries of all N rows."""
    total = 0.0
    for r in range(len(y)):
        for i in range(len(y[0])):
            total += (y_star[r][i] - y[r][i]) ** 2
    return total / (len(y) * len(y[0]))


def mse_gradient(y, y_star):
    """∂L/∂Y by (7): (2/m)(y_k - y*_k), with N · m instead of m for N rows."""
    size = len(y) * len(y[0])
    return [[2 / size * (y[r][k] - y_star[r][k]) for k in range(len(y[0]))] for r in range(len(y))]


def weights_gradient(x, g):
    """∂L/∂W by (8): Σ_k ∂L/∂y_k · ∂y_k/∂w_ij, where ∂y_k/∂w_ij is x_i if k = j, else 0."""
    n, m = len(x[0]), len(g[0])
    gradient = [[0.0] * m for _ in range(n)]
    for i in range(n):
        for j in range(m):
            for r in range(len(x)):
                for k in range(m):
                    gradient[i][j] += g[r][k] * (x[r][i] if k == j else 0.0)
    return gradient


def bias_gradient(g):
    """∂L/∂B by (9): Σ_k ∂L/∂y_k · ∂y_k/∂b_j, where ∂y_k/∂b_j is 1 if k = j, else 0."""
    m = len(g[0])
    gradient = [[0.0] * m]
    for j in range(m):
        for r in range(len(g)):
            for k in range(m):
                gradient[0][j] += g[r][k] * (1.0 if k == j else 0.0)
    return gradient


def fc_input_gradient(g, w):
    """∂L/∂X by (10): Σ_k ∂L/∂y_k · w_ik."""
    n, m = len(w), len(w[0])
    return [[sum(row[k] * w[i][k] for k in range(m)) for i in range(n)] for row in g]


def activation_input_gradient(g, x, f_prime):
    """∂L/∂X by (11): Σ_k ∂L/∂y_k · ∂y_k/∂x_i, where ∂y_k/∂x_i is f′(x_i) if k = i, else 0."""
    m = len(x[0])
    return [
        [sum(g[r][k] * (f_prime(x[r][i]) if k == i else 0.0) for k in range(m)) for i in range(m)]
        for r in range(len(x))
    ]


def step(parameter, gradient, alpha):
    """W ← w - α ∂L/∂w for every entry."""
    return [
        [p - alpha * g for p, g in zip(p_row, g_row, strict=True)]
        for p_row, g_row in zip(parameter, gradient, strict=True)
    ]


def forward(layers, x):
    """Return the input of every layer and the output. A layer is (W, B) or a function's name."""
    values = [x]
    for layer in layers:
        if isinstance(layer, str):
            values.append(activation_forward(values[-1], FUNCTIONS[layer][0]))
        else:
            values.append(fc_forward(values[-1], *layer))
    return values


def gradients(layers, x, y_star):
    """Return ∂L/∂X and, for each layer, (∂L/∂W, ∂L/∂B) or None."""
    values = forward(layers, x)
    g = mse_gradient(values[-1], y_star)
    found = [None] * len(layers)
    for index in reversed(range(len(layers))):
        layer = layers[index]
        if isinstance(layer, str):
            g = activation_input_gradient(g, values[index], FUNCTIONS[layer][1])
        else:
            found[index] = weights_gradient(values[index], g), bias_gradient(g)
            g = fc_input_gradient(g, layer[0])
    return g, found


def train_step(layers, x, y_star, alpha):
    """Return the layers after one step of gradient descent."""
    _, found = gradients(layers, x, y_star)
    return [
        layer
        if gradient is None
        else tuple(step(p, g, alpha) for p, g in zip(layer, gradient, strict=True))
        for layer, gradient in zip(layers, found, strict=True)
    ]
