"""Reduced-error pruning: cut what does not help on points that the tree has not seen."""

import numpy as np


def predict(node, X):
    """Return the label that the tree gives to each row of X."""
    if "feature" not in node:
        return np.full(len(X), node["label"])
    left = X[:, node["feature"]] <= node["threshold"]
    labels = np.empty(len(X), dtype=int)
    labels[left] = predict(node["left"], X[left])
    labels[~left] = predict(node["right"], X[~left])
    return labels


def prune(node, X, y):
    """Return a pruned copy of the tree; X and y are the validation points that reach this node."""
    return best_of(node, X, y)[0]


def best_of(node, X, y):
    """Return the pruned copy and how many of the points it gets wrong, counted on the way up."""
    as_leaf = int((y != node["label"]).sum())
    if "feature" not in node:
        return {"label": node["label"]}, as_leaf
    goes_left = X[:, node["feature"]] <= node["threshold"]
    left, wrong_left = best_of(node["left"], X[goes_left], y[goes_left])
    right, wrong_right = best_of(node["right"], X[~goes_left], y[~goes_left])
    if as_leaf <= wrong_left + wrong_right:
        return {"label": node["label"]}, as_leaf
    kept = {name: node[name] for name in ("feature", "threshold", "label")}
    return {**kept, "left": left, "right": right}, wrong_left + wrong_right
