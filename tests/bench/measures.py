"""What graders are measured by; each function takes plain arrays."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]


def precision_recall_f1(truth: Array, said: Array) -> tuple[float, float, float]:
    """Precision, recall and F1 of what is said (booleans)."""
    true = float((truth * said).sum())
    precision = true / said.sum() if said.sum() else 0.0
    recall = true / truth.sum() if truth.sum() else 0.0
    both = precision + recall
    return float(precision), float(recall), float(2 * precision * recall / both) if both else 0.0


def correlation(one: Sequence[float] | Array, other: Sequence[float] | Array) -> float:
    """Pearson's r."""
    return float(np.corrcoef(np.asarray(one, float), np.asarray(other, float))[0, 1])


def calibration_error(truth: Array, probability: Array, bins: int = 10) -> float:
    """The expected calibration error over bins of equal width."""
    place = np.minimum((probability * bins).astype(int), bins - 1)
    return float(
        sum(
            abs(truth[place == each].mean() - probability[place == each].mean()) * (place == each).mean()
            for each in range(bins)
            if (place == each).any()
        )
    )


def quadratic_kappa(one: Sequence[int], other: Sequence[int], levels: int) -> float:
    """Cohen's kappa with quadratic weights between two gradings in `levels` levels, from 0."""
    seen = np.zeros((levels, levels))
    for row, column in zip(one, other, strict=True):
        seen[row, column] += 1
    weights = np.subtract.outer(np.arange(levels), np.arange(levels)) ** 2
    chance = np.outer(seen.sum(axis=1), seen.sum(axis=0)) / seen.sum()
    return float(1 - (weights * seen).sum() / (weights * chance).sum())


def kappa(one: Array, other: Array) -> float:
    """Cohen's kappa between two readers' yes and no."""
    return quadratic_kappa([int(each) for each in one], [int(each) for each in other], 2)


def weighted_f1(truth: Sequence[str], said: Sequence[str]) -> float:
    """The mean of the F1 of each class, weighted by how often it is true."""
    true, found = np.array(truth), np.array(said)
    return float(
        sum(
            precision_recall_f1((true == each).astype(float), (found == each).astype(float))[2]
            * (true == each).mean()
            for each in np.unique(true)
        )
    )
