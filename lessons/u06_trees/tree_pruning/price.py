"""Set the price of a leaf by hand and read the tree that is left."""

from sklearn.datasets import make_moons
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

from tutor.sandbox.displays import Result, decision_boundary, painted_points, tree


def run(*, alpha: float, noise: float, seed: int) -> Result:
    X, y = make_moons(n_samples=2300, noise=noise, random_state=seed)
    X, y = painted_points(X, y)  # your own, once you have painted some
    n = min(300, 2 * len(X) // 3)
    X_train, X_test, y_train, y_test = train_test_split(X, y, train_size=n, random_state=seed)

    model = DecisionTreeClassifier(ccp_alpha=alpha, random_state=seed).fit(X_train, y_train)

    nodes = model.tree_
    is_leaf = nodes.children_left == -1
    share = nodes.n_node_samples[is_leaf] / len(X_train)
    impurity = (share * nodes.impurity[is_leaf]).sum()
    leaves = model.get_n_leaves()

    return Result(
        metrics={
            "leaves": leaves,
            "impurity": impurity,
            "cost": impurity + alpha * leaves,
            "train": model.score(X_train, y_train),
            "test": model.score(X_test, y_test),
        },
        figures=[
            tree(model, ["x1", "x2"], ["upper", "lower"], title=f"What is left at alpha {alpha:g}"),
            decision_boundary(model, X_train, y_train, title="Its regions", classes=["upper", "lower"]),
        ],
    )
