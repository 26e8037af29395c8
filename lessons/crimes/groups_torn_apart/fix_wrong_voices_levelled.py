"""Takes every patient's own mean away, and with it the illness."""

import numpy as np
from sklearn.model_selection import StratifiedKFold, cross_val_score
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def report(X, y, patient, seed):
    level = np.array([X[patient == p].mean(axis=0) for p in patient])
    model = make_pipeline(StandardScaler(), KNeighborsClassifier(n_neighbors=3))
    folds = StratifiedKFold(n_splits=5, shuffle=True, random_state=seed)
    return float(cross_val_score(model, X - level, y, cv=folds).mean())
