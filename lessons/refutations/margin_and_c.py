"""Two clouds, a linear SVM, and the width of its margin for small and large C."""

import numpy as np
from sklearn.datasets import make_blobs
from sklearn.svm import SVC

from tutor.sandbox.displays import Result, lines


def run(*, seed: int) -> Result:
    X, y = make_blobs(200, centers=[[0, 0], [3, 3]], cluster_std=1.2, random_state=seed)
    strengths = [0.001, 0.01, 0.1, 1.0, 10.0]
    widths = [2 / np.linalg.norm(SVC(kernel="linear", C=C).fit(X, y).coef_) for C in strengths]
    figure = lines(
        strengths,
        {"width of the margin": widths},
        title="C and the margin",
        x_label="C",
        x_log=True,
        alt=f"From C = 0.001 to C = 10 the margin goes from {widths[0]:.2f} to {widths[-1]:.2f} wide.",
    )
    return Result(metrics={"small_c": widths[0], "large_c": widths[-1]}, figures=[figure])
