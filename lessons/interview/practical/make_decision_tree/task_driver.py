"""What is looked at: the labels of new rows, and how many leaves there are."""


def observe(entry, case):
    X, y, new = case.args
    tree = entry(**case.given["options"])
    if X is not None:
        tree.fit(X, y)
    labels = tree.predict(new)
    return {"leaves": int(tree.n_leaves()), "labels": labels}
