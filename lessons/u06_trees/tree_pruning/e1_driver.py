"""What is looked at: the pruned tree, and whether the grown one is still as it was."""

from copy import deepcopy


def observe(entry, case):
    tree, X, y = case.args
    grown = deepcopy(tree)
    pruned = entry(tree, X, y)
    return {"pruned": pruned, "grown": "as it was" if tree == grown else "changed"}
