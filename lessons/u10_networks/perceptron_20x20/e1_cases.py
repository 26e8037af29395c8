"""Images of whole and half brightnesses, so that every sum is exact, and units trained on them."""

import numpy as np

from tutor.sandbox.cases import Case, close, told


def shades(rng, *shape):
    """Brightnesses 0, 0.5 and 1."""
    return rng.integers(0, 3, size=shape) / 2


def bars(rng, n, side):
    """Images with a bright bar in the left or in the right half, on an even dark ground."""
    y = rng.permutation(np.arange(n) % 2)
    images = np.zeros((n, side, side))
    for image, right in zip(images, y):
        column = rng.integers(side // 2, side) if right else rng.integers(0, side // 2)
        image[rng.integers(0, side // 2) : rng.integers(side // 2 + 1, side + 1), column] = 1.0
    return images.reshape(n, -1), y


def cases(seed):
    rng = np.random.default_rng(seed)
    image, weights = shades(rng, 400), rng.integers(-4, 5, size=400) / 2
    total = float(image @ weights)
    images, y = bars(rng, 60, 20)
    small, by_coin = shades(rng, 12, 9), rng.permutation(np.arange(12) % 2)
    dim, dim_y = bars(rng, 24, 6)
    return [
        Case(
            "three pixels",
            "activate",
            args=([1.0, 0.5, 1.0], [2.0, -1.0, 0.5], float(rng.integers(0, 4))),
            visible=True,
        ),
        Case("400 pixels, a sum just above the threshold", "activate", args=(image, weights, total - 0.25)),
        Case("a sum just below the threshold", "activate", args=(image, weights, total + 0.25)),
        Case("a sum that equals the threshold", "activate", args=(image, weights, total)),
        Case(
            "weights below zero and a threshold below zero",
            "activate",
            args=(image, -np.ones(400), -image.sum() - 0.5),
        ),
        Case("60 images of 20×20, left or right bar", "train", args=(images, y)),
        Case("the same images in another order", "train", args=(images[::-1].copy(), y[::-1].copy())),
        Case("one epoch only", "train", args=(images, y), kwargs={"epochs": 1}),
        Case(
            "labels that a coin decided, three epochs", "train", args=(small, by_coin), kwargs={"epochs": 3}
        ),
        Case("images of 6×6 on a grey ground", "train", args=(dim + 0.5, dim_y), kwargs={"epochs": 50}),
        Case("a unit that is never wrong", "train", args=(images, np.zeros(60, dtype=int))),
    ]


def judge(case, saw):
    if case.call == "activate":
        image, weights, threshold = case.args
        return close(saw, int(np.dot(image, weights) > threshold))
    if not isinstance(saw, (tuple, list)) or len(saw) != 3:
        return f"expected weights, threshold and mistakes, got {told(saw)}"
    for found, expected, name in zip(
        saw, trained(*case.args, **case.kwargs), ("weights", "threshold", "mistakes")
    ):
        if words := close(found, expected, name=name):
            return words
    return None


def trained(images, y, epochs=20):
    weights, threshold, mistakes = np.zeros(images.shape[1]), 0.0, 0
    for _ in range(epochs):
        before = mistakes
        for image, target in zip(images, y):
            error = int(target) - int(image @ weights > threshold)
            weights, threshold, mistakes = weights + error * image, threshold - error, mistakes + abs(error)
        if mistakes == before:
            break
    return weights, threshold, mistakes
