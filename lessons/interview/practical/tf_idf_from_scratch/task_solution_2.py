"""TF-IDF from nothing, with counters and places in the vocabulary."""

from collections import Counter

import numpy as np


def tf_idf(texts, new):
    """Return the vocabulary of the texts, sorted, and the vectors of the new texts."""
    spread = Counter(word for text in texts for word in set(words(text)))
    place = {word: number for number, word in enumerate(sorted(spread))}
    weight = {word: np.log((1 + len(texts)) / (1 + count)) + 1 for word, count in spread.items()}
    table = np.zeros((len(new), len(place)))
    for row, text in zip(table, new):
        for word, count in Counter(words(text)).items():
            if word in place:
                row[place[word]] = count * weight[word]
        if row.any():
            row /= np.sqrt(row @ row)
    return list(place), table


def words(text):
    """Return the words of a text in small letters."""
    return "".join(each if "a" <= each <= "z" else " " for each in text.lower()).split()
