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
    leaf = {"label": node["label"]}
    if "feature" not in node:
        return leaf
    left = X[:, node["feature"]] <= node["threshold"]
    if "feature" in node["left"] or "feature" in node["right"]:
        return {
            **node,
            "left": prune(node["left"], X[left], y[left]),
            "right": prune(node["right"], X[~left], y[~left]),
        }
    branch = {
        **node,
        "left": prune(node["left"], X[left], y[left]),
        "right": prune(node["right"], X[~left], y[~left]),
    }
    errors_as_leaf = np.sum(y != node["label"])
    errors_of_branch = np.sum(y != predict(branch, X))
    return leaf if errors_as_leaf <= errors_of_branch else branch
