"""Can the sensor tell three kinds of grain apart?"""

from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def report(X, grain, seed):
    """Return the accuracy of cross-validation; the rows stand as they came from the store."""
    model = make_pipeline(StandardScaler(), LogisticRegression())

    folds = KFold(n_splits=3)
    scores = cross_val_score(model, X, grain, cv=folds)
    return float(scores.mean())
