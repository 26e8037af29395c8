"""TF-IDF from nothing."""

import math
import re

import numpy as np


def tf_idf(texts, new):
    """Return the vocabulary of the texts, sorted, and the vectors of the new texts."""
    tokens = [words(text) for text in texts]
    vocabulary = sorted({word for each in tokens for word in each})
    weights = []
    for word in vocabulary:
        found = sum(word in each for each in tokens)
        weights.append(math.log((1 + len(texts)) / (1 + found)) + 1)
    table = np.zeros((len(new), len(vocabulary)))
    for row, text in enumerate(new):
        said = words(text)
        table[row] = [said.count(word) for word in vocabulary]
    table = table * np.array(weights)
    length = np.linalg.norm(table, axis=1, keepdims=True)
    table = table / np.where(length == 0, 1, length)
    return vocabulary, table


def words(text):
    """Return the words of a text in small letters."""
    return re.findall(r"[a-z]+", text)
