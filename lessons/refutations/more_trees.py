"""Grow forests of more and more trees and test each on fresh points."""

from sklearn.datasets import make_moons
from sklearn.ensemble import RandomForestClassifier

from tutor.sandbox.displays import Result, lines


def run(*, seed: int) -> Result:
    X, y = make_moons(300, noise=0.4, random_state=seed)
    X_test, y_test = make_moons(3000, noise=0.4, random_state=seed + 1000)
    sizes = [1, 3, 10, 30, 100]
    scores = [RandomForestClassifier(n, random_state=seed).fit(X, y).score(X_test, y_test) for n in sizes]
    figure = lines(
        sizes,
        {"accuracy on fresh points": scores},
        title="More and more trees",
        x_label="trees",
        x_log=True,
        alt=(
            f"From 1 to 100 trees the accuracy on fresh points goes from {scores[0]:.2f} to {scores[-1]:.2f}."
        ),
    )
    return Result(
        metrics={"one_tree": scores[0], "ten_trees": scores[2], "hundred_trees": scores[-1]},
        figures=[figure],
    )
