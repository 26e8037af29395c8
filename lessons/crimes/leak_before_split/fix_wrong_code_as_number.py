"""Throws the rates away and uses the postcode itself as a number."""

from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def report(postcode, answered, seed):
    X = postcode.reshape(-1, 1)
    X_train, X_test, y_train, y_test = train_test_split(X, answered, test_size=0.3, random_state=seed)
    model = make_pipeline(StandardScaler(), LogisticRegression()).fit(X_train, y_train)
    return float(accuracy_score(y_test, model.predict(X_test)))
