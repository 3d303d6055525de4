"""The document's program, implemented once more from its description: one sample at a time."""

import numpy as np


class DocumentFC:
    """Weights, bias, and the formulas of pictures 03 and 15."""

    def __init__(self, weights, bias):
        self.w, self.b = np.array(weights), np.array(bias)

    def forward(self, x):
        self.x = x
        return np.dot(x, self.w) + self.b

    def backward(self, g, alpha):
        gx = np.dot(g, self.w.T)
        gw = np.dot(self.x.T, g)
        self.w -= alpha * gw
        self.b -= alpha * g
        return gx


class DocumentTanh:
    """The activation layer of pictures 17 and 18."""

    def forward(self, x):
        self.x = x
        return np.tanh(x)

    def backward(self, g, alpha):
        return (1 - np.tanh(self.x) ** 2) * g


class DocumentNetwork:
    """FC, tanh, FC, tanh with the loss MSE."""

    def __init__(self, w1, b1, w2, b2):
        self.layers = [DocumentFC(w1, b1), DocumentTanh(), DocumentFC(w2, b2), DocumentTanh()]

    def sample(self, x, y_star, alpha):
        """Forward, loss, backward for one sample of shape (1, n); return the loss."""
        y = x
        for layer in self.layers:
            y = layer.forward(y)
        loss = np.mean((y_star - y) ** 2)
        g = 2 * (y - y_star) / y_star.size
        for layer in reversed(self.layers):
            g = layer.backward(g, alpha)
        return loss

    def fit(self, x, y, epochs, alpha):
        """Train on x (N, 1, n) and y (N, 1, m); return the mean loss of each epoch."""
        return [
            sum(self.sample(x[i], y[i], alpha) for i in range(len(x))) / len(x)
            for _ in range(epochs)
        ]

    def predict(self, x):
        outputs = []
        for sample in x:
            for layer in self.layers:
                sample = layer.forward(sample)
            outputs.append(sample)
        return outputs

    def parameters(self):
        return [self.layers[0].w, self.layers[0].b, self.layers[2].w, self.layers[2].b]
