"""One threshold unit; the threshold is one more weight, for a pixel that is always -1."""

import numpy as np


def activate(image, weights, threshold):
    """Return 1 if the unit fires for this image, else 0."""
    total = sum(brightness * weight for brightness, weight in zip(image, weights))
    return 1 if total > threshold else 0


def train(images, y, epochs=20):
    """Return (weights, threshold, mistakes) after learning by the perceptron rule."""
    rows = np.column_stack([images, np.full(len(images), -1.0)])
    all_weights = np.zeros(rows.shape[1])
    mistakes = 0
    for _ in range(epochs):
        clean = True
        for row, target in zip(rows, y):
            fired = row @ all_weights > 0
            if fired != bool(target):
                all_weights += row if target else -row
                mistakes += 1
                clean = False
        if clean:
            break
    return all_weights[:-1], float(all_weights[-1]), mistakes
