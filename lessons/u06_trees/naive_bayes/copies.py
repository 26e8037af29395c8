"""Tell Gaussian naive Bayes one measurement several times and watch what it believes."""

import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.metrics import log_loss, roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB

from tutor.sandbox.displays import Result, histogram, lines

RADIUS, TEXTURE, SMOOTHNESS = 0, 1, 4


def with_copies(X, copies):
    """X with its first column repeated that many more times."""
    return np.hstack([X, np.repeat(X[:, :1], copies, axis=1)])


def run(*, copies: int, seed: int) -> Result:
    X, y = load_breast_cancer(return_X_y=True)
    X = X[:, [RADIUS, TEXTURE, SMOOTHNESS]]
    X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y, random_state=seed)

    accuracy, confidence, benign = [], [], []
    for extra in range(copies + 1):
        model = GaussianNB().fit(with_copies(X_train, extra), y_train)
        p = model.predict_proba(with_copies(X_test, extra))
        accuracy.append(model.score(with_copies(X_test, extra), y_test))
        confidence.append(p.max(axis=1).mean())
        benign.append(p[:, 1])

    p = benign[copies]
    extreme = np.mean((p < 0.01) | (p > 0.99))
    claims = lines(
        range(copies + 1),
        {"claimed confidence": confidence, "accuracy": accuracy},
        title="What it claims, what it achieves",
        x_label="copies of the radius",
        alt=(
            f"Over 0 to {copies} copies the mean confidence claimed goes from {confidence[0]:.2f} to "
            f"{confidence[-1]:.2f}, the accuracy from {accuracy[0]:.2f} to {accuracy[-1]:.2f}."
        ),
    )
    spread = histogram(
        p,
        bins=np.linspace(0, 1, 11),
        title=f"Answers with {copies} copies",
        x_label="probability of benign",
        y_label="tumours",
        alt=f"{extreme:.0%} of the {len(p)} answers are more extreme than 1 % or 99 %.",
    )
    return Result(
        metrics={
            "accuracy": accuracy[copies],
            "confidence": confidence[copies],
            "log_loss": log_loss(y_test, p),
            "auc": roc_auc_score(y_test, p),
            "extreme": extreme,
        },
        figures=[claims, spread] if copies else [spread],
    )
