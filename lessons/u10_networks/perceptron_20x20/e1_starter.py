"""One threshold unit, and the rule by which it learns."""

import numpy as np


def activate(image, weights, threshold):
    """Return 1 if the unit fires for this image, else 0."""
    raise NotImplementedError


def train(images, y, epochs=20):
    """Return (weights, threshold, mistakes) after learning by the perceptron rule."""
    raise NotImplementedError
