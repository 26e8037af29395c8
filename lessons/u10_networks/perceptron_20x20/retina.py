"""Train one threshold unit on a 20×20 retina with the perceptron rule, then test it on new images."""

import numpy as np

from tutor.sandbox.displays import Result, heat_map, painted_pixels

SIDE = 20
EPOCHS = 20
ROWS, COLUMNS = np.mgrid[:SIDE, :SIDE]


def draw(task, positive, shift, grow, rng):
    """One image of zeros and ones, its shape moved at random by up to `shift` pixels."""
    row, column = 9.5 + rng.integers(-shift, shift + 1, size=2)
    if task == "left or right":
        half = (1 + rng.integers(0, 2)) * grow
        down = abs(ROWS - rng.integers(5, 15))
        right = abs(COLUMNS - (column + 5.5 if positive else column - 5.5))
        return (down <= half) & (right <= min(half, 4))
    down, right = ROWS - row, COLUMNS - column
    if task == "square or circle":
        half = (4 + rng.integers(0, 2)) * grow
        if positive:
            return np.maximum(abs(down), abs(right)) <= half
        return np.hypot(down, right) <= half + 0.5
    stem = (abs(right + 3.5) < 1) & (abs(down) < 6)
    bars = (abs(right) < 4) & ((abs(down + 5) < 1) | (abs(down) < 1))
    foot = (abs(right) < 4) & (abs(down - 5) < 1)
    return stem | bars | foot if positive else stem | bars


def images(task, n, shift, noise, grow, brightness, rng):
    """n images as rows of 400 brightnesses, and their labels; noise flips single pixels."""
    y = rng.integers(0, 2, n)
    X = np.array([draw(task, positive, shift, grow, rng).ravel() for positive in y])
    flipped = rng.random(X.shape) < noise
    return (X ^ flipped) + brightness, y


def fires(X, weights, threshold):
    """The unit's output: does the weighted sum of the brightnesses exceed the threshold?"""
    return X @ weights > threshold


def train(X, y, signed):
    """The perceptron rule: add or subtract an image whenever the unit is wrong about it."""
    weights, threshold, mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(EPOCHS):
        for image, target in zip(X, y):
            error = int(target) - int(fires(image, weights, threshold))
            if error:
                weights += error * image
                threshold -= error
                mistakes += 1
                if not signed:
                    weights = weights.clip(min=0)
    return weights, threshold, mistakes


def run(
    *, task: str, shift: int, noise: float, weights: str, grow: int, brightness: float, seed: int
) -> Result:
    rng = np.random.default_rng(seed)
    X, y = images(task, 200, shift, noise, 1, 0.0, rng)
    X_test, y_test = images(task, 400, shift, noise, grow, brightness, rng)

    w, threshold, mistakes = train(X, y, signed=weights == "signed")
    answers = fires(X_test, w, threshold)
    accuracy = (answers == y_test).mean()

    image = painted_pixels(X_test[0].reshape(SIDE, SIDE))  # your own, once you have painted one
    says = int(fires(image.ravel(), w, threshold))
    retina = heat_map(
        image[::-1],  # a heat map draws its first row at the bottom
        title=f"One image: the unit says {says}",
        alt=(
            f"{int((image > brightness).sum())} of the 400 pixels are lit. Their weighted sum is "
            f"{image.ravel() @ w:.1f}, the threshold {threshold:.1f}: the unit says {says}."
        ),
    )
    evidence = heat_map(
        w.reshape(SIDE, SIDE)[::-1],
        title="The 400 weights",
        alt=(
            f"{(w > 0).sum()} weights are positive, {(w < 0).sum()} negative and "
            f"{(w == 0).sum()} zero. Test accuracy {accuracy:.2f}."
        ),
    )
    return Result(
        metrics={
            "train": float((fires(X, w, threshold) == y).mean()),
            "test": float(accuracy),
            "mistakes": mistakes,
            "parameters": len(w) + 1,
            "fires": float(answers.mean()),
            "negative_weights": int((w < 0).sum()),
            "weight_sum": float(w.sum()),
        },
        figures=[retina, evidence],
    )
