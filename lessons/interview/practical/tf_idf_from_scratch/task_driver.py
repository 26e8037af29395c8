"""What is looked at: the vocabulary and the vectors."""

import numpy as np


def observe(entry, case):
    vocabulary, vectors = entry(*case.args)
    return {"vocabulary": [str(word) for word in vocabulary], "vectors": np.asarray(vectors, dtype=float)}
