"""Deals the rows out by turns, in the hope that neither the order nor the turn means anything."""

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import PredefinedSplit, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def report(X, grain, seed):
    model = make_pipeline(StandardScaler(), LogisticRegression())
    folds = PredefinedSplit(np.arange(len(grain)) % 3)
    return float(cross_val_score(model, X, grain, cv=folds).mean())
