"""One threshold unit, and the rule by which it learns."""

import numpy as np


def activate(image, weights, threshold):
    """Return 1 if the unit fires for this image, else 0."""
    return int(np.dot(image, weights) > threshold)


def train(images, y, epochs=20):
    """Return (weights, threshold, mistakes) after learning by the perceptron rule."""
    weights, threshold, mistakes = np.zeros(images.shape[1]), 0.0, 0
    for _ in range(epochs):
        before = mistakes
        errors = np.array([target - activate(image, weights, threshold) for image, target in zip(images, y)])
        weights = weights + errors @ images
        threshold -= errors.sum()
        mistakes += int(np.abs(errors).sum())
        if mistakes == before:
            break
    return weights, threshold, mistakes
