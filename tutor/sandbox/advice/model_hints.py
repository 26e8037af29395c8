"""Advice on scikit-learn's errors (1.9), the special before the general."""

from __future__ import annotations

from tutor.sandbox.advice.hint import Hint

RENAMED = (
    Hint(
        "TypeError",
        r"keyword argument 'multi_class'",
        "multi_class is gone: LogisticRegression is multinomial by itself; wrap it in OneVsRestClassifier "
        "for one model per class (lesson logistic-regression).",
    ),
    Hint(
        "TypeError",
        r"keyword argument 'algorithm'",
        "AdaBoostClassifier has only one algorithm left: leave the argument out (lesson boosting).",
    ),
    Hint("TypeError", r"keyword argument 'base_estimator'", "base_estimator is now called estimator."),
    Hint("TypeError", r"OneHotEncoder.*keyword argument 'sparse'", "sparse is now called sparse_output."),
    Hint("TypeError", r"keyword argument 'affinity'", "affinity is now called metric."),
    Hint("TypeError", r"keyword argument 'n_iter'", "n_iter is now called max_iter (lesson manifold-maps)."),
    Hint(
        "TypeError",
        r"keyword argument 'normalize'",
        "normalize is gone: put a StandardScaler before the model with make_pipeline "
        "(lesson scaling-and-outliers).",
    ),
    Hint(
        "TypeError",
        r"keyword argument 'squared'",
        "squared=False is gone: root_mean_squared_error gives the root (lesson regression-metrics).",
    ),
    Hint("TypeError", r"keyword argument 'eps'", "eps is gone: log_loss keeps clear of 0 and 1 by itself."),
    Hint("TypeError", r"keyword argument 'fit_params'", "fit_params is now called params."),
    Hint("TypeError", r"argument: 'y_proba'", "y_prob is now called y_proba (lesson calibration)."),
    Hint("TypeError", r"keyword argument 'store_cv_values'", "store_cv_values is now store_cv_results."),
    Hint(
        "TypeError",
        r"keyword argument 'force_int_remainder_cols'",
        "force_int_remainder_cols has no effect any more and is gone: leave it out.",
    ),
    Hint("ValueError", r"'loss' parameter .* Got '(deviance|log)'", "This loss is now called log_loss."),
    Hint(
        "ValueError",
        r"'max_features' parameter .* Got 'auto'",
        'max_features="auto" is gone: "sqrt" is the default of classifiers, 1.0 that of regressors '
        "(lesson bagging-and-forests).",
    ),
    Hint(
        "ValueError",
        r"'criterion' parameter .* Got '(mse|mae)'",
        'The criteria "mse" and "mae" are now "squared_error" and "absolute_error" (lesson tree-building).',
    ),
    Hint(
        "ValueError",
        r"'algorithm' parameter of KMeans .* Got '(full|auto)'",
        'This algorithm is now called "lloyd", and is the default (lesson kmeans-and-k).',
    ),
    Hint(
        "ValueError",
        r"'cv' parameter of CalibratedClassifierCV .* Got 'prefit'",
        "Wrap the fitted model instead: CalibratedClassifierCV(FrozenEstimator(model)), "
        "from sklearn.frozen (lesson calibration).",
    ),
    Hint(
        "ValueError",
        r"'loss' parameter of MLPRegressor .* Got \(",
        "The first argument of MLPRegressor is now loss: write hidden_layer_sizes=(…) (lesson xor-and-mlp).",
    ),
    Hint(
        "ValueError",
        r"'scoring' parameter .* Got '(?P<name>mean_\w+|root_mean\w+|log_loss|median_\w+)'",
        'Scores are better when larger, so errors have a minus: "neg_{name}" (lesson regression-metrics).',
    ),
    Hint("AttributeError", r"'get_feature_names'", "It is now called get_feature_names_out()."),
    Hint(
        "ImportError",
        r"'plot_(?P<name>confusion_matrix|roc_curve|precision_recall_curve)'",
        "It is gone: ConfusionMatrixDisplay, RocCurveDisplay and PrecisionRecallDisplay have "
        "from_estimator(…) and from_predictions(…) (lesson roc-and-pr).",
    ),
    Hint(
        "ImportError",
        r"load_boston",
        "Its data set was dropped because one column encodes a prejudice: load_diabetes() or "
        "make_regression() will do (lesson slices-and-fairness).",
    ),
    Hint(
        "ImportError", r"'joblib' from 'sklearn.externals'", "joblib is a package of its own: import joblib."
    ),
    Hint("ImportError", r"'Imputer'", "It is now SimpleImputer in sklearn.impute (lesson missing-values)."),
    Hint(
        "ModuleNotFoundError",
        r"sklearn\.(cross_validation|grid_search|learning_curve)'",
        "It is now sklearn.model_selection (lesson cross-validation).",
    ),
    Hint(
        "ImportError",
        r"Halving\w+ is experimental",
        "Import the names that you need instead of *; the Halving searches also need "
        "from sklearn.experimental import enable_halving_search_cv before.",
    ),
    Hint(
        "ImportError",
        r"IterativeImputer is experimental",
        "Put this line before: from sklearn.experimental import enable_iterative_imputer "
        "(lesson missing-values).",
    ),
)
"""What older texts write and 1.9 does not know any more."""

SHAPES = (
    Hint(
        "ValueError",
        r"inconsistent numbers of samples: \[(?P<a>\d+), (?P<b>\d+)\]",
        "X and y (or truth and prediction) do not belong together: one has {a} rows, the other {b}. "
        "Look where rows were dropped or split in one of them only.",
    ),
    Hint(
        "ValueError",
        r"Expected 2D array, got (1D|scalar)",
        "X is a table, one row for each sample: write [[1, 2]] for one sample, x.reshape(-1, 1) for one "
        "feature, df[['column']] with two brackets (lesson arrays-and-broadcasting).",
    ),
    Hint(
        "ValueError",
        r"Found array with dim (?P<dim>\d)",
        "This X has {dim} dimensions and must have two: X.reshape(len(X), -1) makes one row of each sample.",
    ),
    Hint(
        "ValueError",
        r"X has (?P<have>\d+) features, but (?P<name>\w+) is expecting (?P<want>\d+)",
        "The model was fitted on {want} columns and now gets {have}: prepare new samples exactly as the "
        "training ones; a pipeline does (lesson pipelines).",
    ),
    Hint(
        "ValueError",
        r"feature names should match",
        "The columns are named or ordered differently from those in fit: pass df[model.feature_names_in_].",
    ),
    Hint(
        "ValueError",
        r"Found array with 0 (sample|feature)",
        "Nothing is left of the table: print its shape after each step to see where it got lost.",
    ),
)

CONTENT = (
    Hint(
        "ValueError",
        r"Input y contains NaN",
        "A sample without a target teaches nothing: drop these rows from X and y (lesson missing-values).",
    ),
    Hint(
        "ValueError",
        r"Input (X )?contains NaN",
        "Values are missing, and this model cannot do with that: put a SimpleImputer before it in a "
        "pipeline, or take a tree or HistGradientBoosting (lesson missing-values).",
    ),
    Hint(
        "ValueError",
        r"contains infinity",
        "A division by zero or a log of zero often leaves inf: look for it with np.isinf(X).any(axis=0).",
    ),
    Hint(
        "ValueError",
        r"dtype='numeric' is not compatible|could not convert string to float: (?P<word>.*)",
        "The table holds words {word} where the model needs numbers: encode them, for example with "
        "OneHotEncoder in a ColumnTransformer (lesson encoding-categories).",
    ),
    Hint(
        "ValueError",
        r"Unknown label type: continuous|classification is not supported|continuous targets",
        "A classifier got numbers on a scale as classes: take a regressor, or give it classes; for metrics, "
        "turn probabilities into classes first (lesson classification-or-regression).",
    ),
    Hint(
        "ValueError",
        r"number of classes has to be greater than one|at least 2 classes|contains 1 class",
        "There is only one class in y, so there is nothing to tell apart: look at np.unique(y), and split "
        "with stratify=y (lesson confusion-and-imbalance).",
    ),
    Hint(
        "ValueError",
        r"Negative values in data passed to (?P<name>\w+)",
        "{name} counts things, so nothing may be negative: leave the scaler out, or take GaussianNB "
        "(lesson naive-bayes).",
    ),
    Hint(
        "TypeError",
        r"[Ss]parse data was passed",
        "This step needs an ordinary array: X.toarray(), if it fits into memory, or sparse_output=False in "
        "OneHotEncoder.",
    ),
    Hint(
        "ValueError",
        r"Cannot center sparse matrices",
        "Subtracting the mean would fill all the zeros: StandardScaler(with_mean=False) or MaxAbsScaler "
        "(lesson scaling-and-outliers).",
    ),
    Hint(
        "ValueError",
        r"Found unknown categories (?P<found>\[.*\]) in column",
        '{found} did not appear in fit: OneHotEncoder(handle_unknown="ignore") lets new levels pass '
        "(lesson encoding-categories).",
    ),
    Hint(
        "ValueError",
        r"previously unseen labels",
        "LabelEncoder knows only the labels of fit, and is meant for y: for columns of X take "
        "OrdinalEncoder(handle_unknown=…) (lesson encoding-categories).",
    ),
    Hint(
        "ValueError",
        r"Mix of label input types",
        "Truth and prediction are of different types, words here and numbers there: convert one of them.",
    ),
    Hint(
        "ValueError",
        r"raw text documents expected",
        "Give a list of texts, even for one: [text] (lesson text-features).",
    ),
    Hint(
        "ValueError",
        r"empty vocabulary",
        "No word is left: CountVectorizer drops words of one letter and stop words (lesson text-features).",
    ),
    Hint(
        "AttributeError",
        r"'(list|float|int|numpy.ndarray)' object has no attribute 'lower'",
        "A vectoriser reads a flat list of texts, not a table: pass one column, without missing values "
        "(lesson text-features).",
    ),
)

SETTINGS = (
    Hint(
        "ValueError",
        r"supports only '?l2'? or None penalties",
        'lbfgs cannot do L1: solver="saga" or "liblinear" can (lesson regularisation).',
    ),
    Hint(
        "ValueError",
        r"'liblinear' solver does not support multiclass",
        "liblinear tells two classes apart only: take the default solver (lesson logistic-regression).",
    ),
    Hint(
        "ValueError",
        r"average='binary'",
        'There are more than two classes: choose average="macro" (each class counts the same) or '
        '"weighted" (each sample does) (lesson confusion-and-imbalance).',
    ),
    Hint(
        "ValueError",
        r"multi_class must be in",
        'roc_auc_score needs to know how to compare several classes: multi_class="ovr" (lesson roc-and-pr).',
    ),
    Hint(
        "ValueError",
        r"n_splits=\d+ (greater than the number of samples|cannot be greater than the number of members)",
        "Each fold needs its share of samples, of every class: take fewer splits or more samples "
        "(lesson cross-validation).",
    ),
    Hint(
        "ValueError",
        r"setting n_splits=2 or more",
        "One fold for testing, one for training: cv is 2 at least.",
    ),
    Hint(
        "ValueError",
        r"least populated class",
        "A class with one member cannot be in both parts: drop it, or split without stratify "
        "(lesson cross-validation).",
    ),
    Hint(
        "ValueError",
        r"train set will be empty|test_size=.* should be",
        "test_size is a share such as 0.25, or a number of samples smaller than there are.",
    ),
    Hint(
        "ValueError",
        r"Invalid parameter '(?P<name>\w+)' for estimator Pipeline",
        "In a pipeline the step's name goes first, with two underscores: step__{name} "
        "(lesson hyperparameter-search).",
    ),
    Hint(
        "ValueError",
        r"Invalid parameter '(?P<name>\w+)' for estimator (?P<model>\w+)",
        "{model} has no parameter {name}; model.get_params() lists them (lesson hyperparameter-search).",
    ),
    Hint(
        "ValueError",
        r"does not accept the (?P<name>\w+) parameter",
        "In a pipeline it needs its step's name before: step__{name}=… (lesson pipelines).",
    ),
    Hint(
        "ValueError",
        r"Expected n_neighbors <= n_samples_fit",
        "There are fewer samples than neighbours asked for: choose a smaller n_neighbors (lesson knn).",
    ),
    Hint(
        "ValueError",
        r"n_components=(?P<n>\d+) must be between",
        "There are at most as many components as columns, and as samples (lesson pca).",
    ),
    Hint(
        "ValueError",
        r"should be >= n_clusters",
        "There are more clusters than samples (lesson kmeans-and-k).",
    ),
    Hint(
        "ValueError",
        r"perplexity .* must be less than n_samples",
        "perplexity is about how many neighbours count: less than the number of samples "
        "(lesson manifold-maps).",
    ),
    Hint(
        "TypeError",
        r"intermediate steps should be transformers",
        "Only the last step of a pipeline may be a model; all before it transform (lesson pipelines).",
    ),
    Hint(
        "ValueError",
        r"columns using strings is only supported for dataframes",
        "Names need a data frame; for an array give the numbers of the columns (lesson pipelines).",
    ),
    Hint(
        "ValueError",
        r"'(?P<name>\w+)' parameter of (?P<model>\w+) must be an int\b.* Got \d+\.0 instead",
        "{name} is a whole number: write it without the point, or int(…).",
    ),
    Hint(
        "ValueError",
        r"'(?P<name>\w+)' parameter of (?P<model>\w+) must be",
        "The message lists what {model} accepts for {name}; check the spelling, and whether a number is in "
        "quotes.",
    ),
)

USE = (
    Hint(
        "NotFittedError",
        r"(This|Estimator) (?P<name>\w+)?",
        "Call fit on this very object first; cross_val_score and GridSearchCV fit copies of it "
        "(lesson first-model).",
    ),
    Hint(
        "AttributeError",
        r"'(?P<name>\w+)'.* has no attribute 'predict_proba'",
        "{name} gives no probabilities: wrap it in CalibratedClassifierCV, or take its decision_function; "
        "regressors have none (lesson calibration).",
    ),
    Hint(
        "AttributeError",
        r"'(DBSCAN|AgglomerativeClustering|TSNE)' object has no attribute '(predict|transform)'",
        "It only looks at the samples of fit: fit_predict (or fit_transform) gives the answer for those "
        "(lesson beyond-kmeans).",
    ),
    Hint(
        "AttributeError",
        r"'(?P<model>[A-Z]\w+)' object has no attribute '(?P<name>[a-z]\w*_)'$",
        "Names with a trailing underscore exist after fit: has {model} been fitted, and does this kind of "
        "model learn {name}? (lesson first-model)",
    ),
    Hint(
        "AttributeError",
        r"'_validate_params'|'_get_tags'|'__sklearn_tags__'",
        "A class was used instead of an object: write SVC().fit(X, y), with brackets after the class.",
    ),
    Hint(
        "TypeError",
        r"(?P<name>[A-Z]\w+)\.__init__\(\) takes \d+ positional arguments? but",
        "Name the arguments: {name}(parameter=value). scikit-learn takes its settings by keyword only.",
    ),
    Hint(
        "TypeError",
        r"\.fit\(\) missing 1 required positional argument: 'y'",
        "A supervised model needs the answers too: fit(X, y) (lesson types-of-learning).",
    ),
    Hint(
        "TypeError",
        r"Cannot clone object",
        "A model is expected here: an object such as LogisticRegression(), not a class or a string.",
    ),
)

HINTS = (*RENAMED, *SHAPES, *CONTENT, *SETTINGS, *USE)
