"""TF-IDF from nothing."""

import numpy as np


def tf_idf(texts, new):
    """Return the vocabulary of the texts, sorted, and the vectors of the new texts."""
    raise NotImplementedError
