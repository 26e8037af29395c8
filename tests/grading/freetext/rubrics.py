"""A small rubric to judge by."""

from __future__ import annotations

from tutor.course.rubric import KeyPoint, Rubric, WrongBelief

QUESTION = "Compare L1 and L2 regularisation. When would you prefer each?"
REFERENCE = (
    "Both add a penalty on the size of the weights to the loss. L1 drives some coefficients exactly to zero, "
    "so it selects features. L2 shrinks all of them smoothly and never quite to zero. With correlated "
    "features L1 picks one of the group, while L2 shares the weight among them."
)
SPARSE = KeyPoint(
    "sparse",
    "required",
    2.0,
    "L1 drives some coefficients exactly to zero.",
    (
        "lasso performs feature selection by setting weights to zero",
        "L1 drives some coefficients exactly to zero",
        "many parameters vanish so the model ignores most inputs",
    ),
    groups=(("l1", "lasso", "absolute"), ("zero", "sparse", "select", "vanish", "drop")),
    against=("L1 keeps every feature",),
    phrasings=(
        "the lasso makes a lot of the weights zero",
        "with absolute values useless columns get a weight of nothing at all",
        "it throws most features out, and what is left is a small model",
    ),
)
SMOOTH = KeyPoint(
    "smooth",
    "required",
    2.0,
    "L2 shrinks all coefficients smoothly, none to zero.",
    (
        "L2 shrinks all coefficients smoothly",
        "ridge makes every weight a little smaller but keeps them all",
        "with squares nothing disappears, everything just gets smaller",
    ),
    groups=(("l2", "ridge", "square"), ("shrink", "small", "smooth")),
)
CORRELATED = KeyPoint(
    "correlated",
    "expected",
    1.0,
    "With correlated features L1 picks one, L2 shares.",
    (
        "with correlated features L1 picks one and L2 shares the weight",
        "of a group of similar columns lasso keeps one while ridge spreads over all",
        "twins: one method takes a single twin, the other takes both by half",
    ),
    groups=(("correlated", "group", "similar", "twin"), ("pick", "share", "spread", "one")),
)
PENALTY = KeyPoint(
    "penalty",
    "expected",
    1.0,
    "Both add a penalty on the size of the weights.",
    (
        "both add a penalty on the size of the weights to the loss",
        "large weights cost extra",
        "the loss gets a term that punishes big coefficients",
    ),
    groups=(("penalty", "punish", "cost", "term"), ("weight", "coefficient", "size")),
)
ZEROING_RIDGE = WrongBelief(
    "l2-zeroes",
    "major",
    ("L2 sets coefficients exactly to zero", "ridge does feature selection"),
    confusable_with="sparse",
    phrasings=(
        "I would use ridge to get rid of useless columns",
        "with the squared penalty many weights become exactly zero",
        "ridge selects the important features for you",
    ),
    denials=(
        "ridge does not do feature selection",
        "L2 never sets a coefficient exactly to zero, it only shrinks it",
        "it is the lasso that selects features, not ridge",
    ),
)
RUBRIC = Rubric(QUESTION, REFERENCE, (SPARSE, SMOOTH, CORRELATED, PENALTY), (ZEROING_RIDGE,))
