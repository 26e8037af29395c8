"""Will the machine fail this month? Scaler and model are one thing, fitted once."""

from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def report(X_train, y_train, X_test, y_test):
    """Return the accuracy in the new hall; both tables hold temperature, load and age."""
    model = make_pipeline(StandardScaler(), LogisticRegression())
    model.fit(X_train, y_train)
    return float(accuracy_score(y_test, model.predict(X_test)))
