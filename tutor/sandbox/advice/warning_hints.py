"""Advice on warnings."""

from __future__ import annotations

from tutor.sandbox.advice.hint import Hint

HINTS = (
    Hint(
        "ConvergenceWarning",
        r"lbfgs|max_iter|converge",
        "The search stopped before it arrived: scale the features (StandardScaler in a pipeline) or raise "
        "max_iter (lesson scaling-and-outliers).",
    ),
    Hint(
        "ConvergenceWarning",
        r"distinct clusters",
        "There are fewer different points than clusters (lesson kmeans-and-k).",
    ),
    Hint(
        "UndefinedMetricWarning",
        r"[Oo]nly one class|[Nn]o positive",
        "With one class there is nothing to rank: split with stratify=y (lesson roc-and-pr).",
    ),
    Hint(
        "UndefinedMetricWarning",
        r"Precision|F-score|Recall",
        "A class was never predicted, or never true: look at the confusion matrix "
        "(lesson confusion-and-imbalance).",
    ),
    Hint(
        "UndefinedMetricWarning",
        r"R\^2",
        "R² compares with the mean, which needs two samples at least (lesson regression-metrics).",
    ),
    Hint(
        "UserWarning",
        r"does not have valid feature names",
        "The model was fitted on a data frame and now gets an array: pass a data frame both times.",
    ),
    Hint(
        "UserWarning",
        r"least populated class",
        "Some folds hold no sample of that class: fewer folds, or more samples (lesson cross-validation).",
    ),
    Hint(
        "UserWarning",
        r"unknown categories",
        "Levels that fit did not see become all zeros (lesson encoding-categories).",
    ),
    Hint(
        "FutureWarning",
        r"'penalty'",
        "Instead of penalty: l1_ratio=1 is L1, l1_ratio=0 is L2, C=np.inf is none (lesson regularisation).",
    ),
    Hint(
        "FutureWarning",
        r"'?probability'?.*SVC|SVC.*probability",
        "Instead of probability=True: CalibratedClassifierCV(SVC(), ensemble=False) (lesson calibration).",
    ),
    Hint(
        "DataConversionWarning",
        r"column-vector y",
        "y is one long row: y.ravel(), or df['target'] with single brackets.",
    ),
    Hint(
        "FitFailedWarning",
        r"",
        'Some settings cannot be fitted; error_score="raise" stops at the first and says why '
        "(lesson hyperparameter-search).",
    ),
    Hint(
        "RuntimeWarning",
        r"divide by zero|invalid value",
        "A zero in a division or logarithm leaves inf or NaN: find it with np.isfinite "
        "(lesson floating-point-traps).",
    ),
    Hint(
        "RuntimeWarning",
        r"overflow",
        "Numbers grew beyond all bounds: smaller steps, or scaled features (lesson gradients-and-descent).",
    ),
    Hint(
        "RuntimeWarning",
        r"[Mm]ean of empty slice|Degrees of freedom",
        "There is nothing to average: it is empty.",
    ),
    Hint(
        "SettingWithCopyWarning",
        r"",
        "The change may go to a copy: df.loc[rows, 'column'] = value.",
    ),
)
