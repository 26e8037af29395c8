"""Fit Gaussian naive Bayes to wines, as measured and standardised."""

from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from tutor.sandbox.displays import Result, bars


def run(*, seed: int) -> Result:
    X, y = load_wine(return_X_y=True)
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.5, stratify=y, random_state=seed)
    raw = GaussianNB().fit(X_train, y_train).score(X_test, y_test)
    scaled = make_pipeline(StandardScaler(), GaussianNB()).fit(X_train, y_train).score(X_test, y_test)
    figure = bars(
        ["as measured", "standardised"],
        [raw, scaled],
        title="Naive Bayes on 13 measurements of wine",
        y_label="test accuracy",
        y_range=(0, 1),
        alt=f"The test accuracy is {raw:.3f} as measured and {scaled:.3f} standardised.",
    )
    return Result(metrics={"raw": raw, "scaled": scaled}, figures=[figure])
