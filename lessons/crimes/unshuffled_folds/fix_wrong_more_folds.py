"""Takes more folds, and the rows still in a row."""

from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def report(X, grain, seed):
    model = make_pipeline(StandardScaler(), LogisticRegression())
    return float(cross_val_score(model, X, grain, cv=KFold(n_splits=6)).mean())
