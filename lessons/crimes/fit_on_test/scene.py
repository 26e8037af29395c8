"""Will the machine fail this month? Trained on the old hall, tested in the new one."""

from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.preprocessing import StandardScaler


def report(X_train, y_train, X_test, y_test):
    """Return the accuracy in the new hall; both tables hold temperature, load and age."""
    scaler = StandardScaler()
    train = scaler.fit_transform(X_train)
    model = LogisticRegression().fit(train, y_train)

    test = scaler.fit_transform(X_test)
    return float(accuracy_score(y_test, model.predict(test)))
