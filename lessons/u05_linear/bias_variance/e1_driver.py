"""Models and samples for `decompose`, and what came of it with how many fresh samples."""

import numpy as np


class Polynomial:
    """Least squares with powers of x up to a degree."""

    def __init__(self, degree):
        self.degree = degree

    def fit(self, x, y):
        self.coefficients = np.polyfit(x, y, self.degree)
        return self

    def predict(self, x):
        return np.polyval(self.coefficients, x)


class Constant:
    """Always the same number, whatever the sample says."""

    def __init__(self, value):
        self.value = value

    def fit(self, x, y):
        return self

    def predict(self, x):
        return np.full(len(x), self.value)


class Neighbour:
    """The y of the nearest x."""

    def __init__(self, _):
        pass

    def fit(self, x, y):
        self.x, self.y = x, y
        return self

    def predict(self, x):
        return self.y[np.argmin(np.abs(x[:, None] - self.x[None, :]), axis=1)]


MODELS = {"polynomial": Polynomial, "constant": Constant, "nearest neighbour": Neighbour}


def observe(entry, case):
    given = case.given
    rng = np.random.default_rng(given["draws"])
    samples = 0

    def draw():
        nonlocal samples
        samples += 1
        x = rng.uniform(-1, 1, size=given["n"])
        return x, given["height"] * np.sin(np.pi * x) + rng.normal(scale=given["noise"], size=given["n"])

    found = entry(
        lambda: MODELS[given["model"]](given["option"]),
        draw,
        lambda x: given["height"] * np.sin(np.pi * np.asarray(x)),
        given["xs"],
        given["reps"],
    )
    return {"found": found, "samples": samples}
