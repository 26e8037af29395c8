"""Mistakes that learners make, each with a part of the advice that it earns; all harmless, run in-process."""

from __future__ import annotations

XY = "X, y = [[1.0], [2.0], [3.0], [4.0]], [0, 1, 0, 1]\n"
FRAME = "import pandas as pd\ndf = pd.DataFrame({'age': [1, 2], 'name': ['a', 'b']})\n"

RENAMED = (
    (
        "from sklearn.linear_model import LogisticRegression as L\nL(multi_class='ovr')",
        "multinomial by itself",
    ),
    ("from sklearn.ensemble import AdaBoostClassifier as A\nA(algorithm='SAMME')", "leave the argument out"),
    ("from sklearn.ensemble import BaggingClassifier as B\nB(base_estimator=None)", "called estimator"),
    ("from sklearn.preprocessing import OneHotEncoder\nOneHotEncoder(sparse=False)", "sparse_output"),
    ("from sklearn.cluster import AgglomerativeClustering as A\nA(affinity='l1')", "called metric"),
    ("from sklearn.manifold import TSNE\nTSNE(n_iter=250)", "called max_iter"),
    ("from sklearn.linear_model import Ridge\nRidge(normalize=True)", "StandardScaler"),
    ("from sklearn.metrics import mean_squared_error as m\nm([1], [2], squared=False)", "root_mean_squared"),
    ("from sklearn.metrics import log_loss\nlog_loss([0, 1], [0.1, 0.9], eps=1e-9)", "eps is gone"),
    (
        "from sklearn.model_selection import cross_validate\ncross_validate(None, [[1]], [1], fit_params={})",
        "called params",
    ),
    ("from sklearn.metrics import brier_score_loss as b\nb([0, 1], y_prob=[0.0, 1.0])", "called y_proba"),
    ("from sklearn.linear_model import RidgeCV\nRidgeCV(store_cv_values=True)", "store_cv_results"),
    (
        "from sklearn.compose import ColumnTransformer as C\nC([], force_int_remainder_cols=True)",
        "leave it out",
    ),
    (
        XY + "from sklearn.ensemble import GradientBoostingClassifier as G\nG(loss='deviance').fit(X, y)",
        "log_loss",
    ),
    (XY + "from sklearn.linear_model import SGDClassifier\nSGDClassifier(loss='log').fit(X, y)", "log_loss"),
    (
        XY + "from sklearn.ensemble import RandomForestClassifier as R\nR(max_features='auto').fit(X, y)",
        '"sqrt"',
    ),
    (
        XY + "from sklearn.tree import DecisionTreeRegressor as D\nD(criterion='mse').fit(X, y)",
        "squared_error",
    ),
    (XY + "from sklearn.cluster import KMeans\nKMeans(algorithm='full').fit(X)", "lloyd"),
    (
        XY + "from sklearn.calibration import CalibratedClassifierCV as C\nC(cv='prefit').fit(X, y)",
        "FrozenEstimator",
    ),
    (
        XY + "from sklearn.neural_network import MLPRegressor\nMLPRegressor((50,)).fit(X, y)",
        "hidden_layer_sizes",
    ),
    (
        XY + "from sklearn.model_selection import cross_val_score\nfrom sklearn.svm import SVC\n"
        "cross_val_score(SVC(), X, y, scoring='mean_squared_error')",
        '"neg_mean_squared_error"',
    ),
    (
        "from sklearn.preprocessing import OneHotEncoder\nOneHotEncoder().fit([['a']]).get_feature_names()",
        "get_feature_names_out",
    ),
    ("from sklearn.metrics import plot_confusion_matrix", "ConfusionMatrixDisplay"),
    ("from sklearn.datasets import load_boston", "load_diabetes"),
    ("from sklearn.externals import joblib", "import joblib"),
    ("from sklearn.preprocessing import Imputer", "SimpleImputer"),
    ("import sklearn.cross_validation", "model_selection"),
    ("from sklearn.model_selection import *", "instead of *"),
    ("from sklearn.impute import IterativeImputer", "enable_iterative_imputer"),
)

SHAPES = (
    ("from sklearn.svm import SVC\nSVC().fit([[1], [2]], [0])", "one has 2 rows, the other 1"),
    (XY + "from sklearn.svm import SVC\nSVC().fit(X, y).predict([1, 2])", "reshape(-1, 1)"),
    ("from sklearn.svm import SVC\nSVC().fit(np.zeros((2, 2, 2)), [0, 1])", "3 dimensions"),
    (XY + "from sklearn.svm import SVC\nSVC().fit(X, y).predict([[1, 2]])", "fitted on 1 columns"),
    (
        FRAME + "from sklearn.svm import SVC\nm = SVC().fit(df[['age']], [0, 1])\n"
        "m.predict(df[['age']].rename(columns={'age': 'b'}))",
        "feature_names_in_",
    ),
    ("from sklearn.svm import SVC\nSVC().fit(np.zeros((0, 2)), [])", "Nothing is left"),
)

CONTENT = (
    ("from sklearn.linear_model import Ridge\nRidge().fit([[1], [2]], [1, np.nan])", "without a target"),
    ("from sklearn.linear_model import Ridge\nRidge().fit([[1, np.nan]], [1])", "SimpleImputer"),
    ("from sklearn.linear_model import Ridge\nRidge().fit([[1, np.inf]], [1])", "isinf"),
    ("from sklearn.tree import DecisionTreeClassifier as D\nD().fit([['red']], [1])", "'red'"),
    ("from sklearn.linear_model import Ridge\nRidge().fit([['red']], [1])", "OneHotEncoder"),
    (
        "from sklearn.linear_model import LogisticRegression as L\nL().fit([[1.0], [2]], [0.1, 0.2])",
        "take a regressor",
    ),
    ("from sklearn.metrics import accuracy_score as a\na([0, 1], [0.2, 0.7])", "into classes first"),
    ("from sklearn.svm import SVC\nSVC().fit([[1], [2]], [0, 0])", "only one class"),
    ("from sklearn.naive_bayes import MultinomialNB as M\nM().fit([[-1], [1]], [0, 1])", "GaussianNB"),
    (
        "import scipy.sparse as s\nfrom sklearn.naive_bayes import GaussianNB as G\n"
        "G().fit(s.eye(2).tocsr(), [0, 1])",
        "toarray",
    ),
    (
        "import scipy.sparse as s\nfrom sklearn.preprocessing import StandardScaler as S\n"
        "S().fit(s.eye(3).tocsr())",
        "with_mean=False",
    ),
    (
        "from sklearn.preprocessing import OneHotEncoder\nOneHotEncoder().fit([['a']]).transform([['b']])",
        'handle_unknown="ignore"',
    ),
    (
        "from sklearn.preprocessing import LabelEncoder\nLabelEncoder().fit(['a']).transform(['b'])",
        "OrdinalEncoder",
    ),
    ("from sklearn.metrics import accuracy_score as a\na(['0'], [0])", "different types"),
    ("from sklearn.feature_extraction.text import CountVectorizer as C\nC().fit('hello')", "[text]"),
    ("from sklearn.feature_extraction.text import CountVectorizer as C\nC().fit(['a'])", "one letter"),
    ("from sklearn.feature_extraction.text import CountVectorizer as C\nC().fit([['a']])", "flat list"),
)

SETTINGS = (
    (
        XY + "from sklearn.linear_model import LogisticRegression as L\nL(l1_ratio=1).fit(X, y)",
        "saga",
    ),
    (
        "from sklearn.linear_model import LogisticRegression as L\n"
        "L(solver='liblinear').fit([[1.0], [2], [3]], [0, 1, 2])",
        "default solver",
    ),
    ("from sklearn.metrics import f1_score as f\nf([0, 1, 2], [0, 1, 2])", '"macro"'),
    ("from sklearn.metrics import roc_auc_score as r\nr([0, 1, 2], [[0.1, 0.2, 0.7]] * 3)", '"ovr"'),
    (
        "from sklearn.model_selection import KFold\nlist(KFold(5).split([[1]]))",
        "fewer splits",
    ),
    (
        "from sklearn.model_selection import StratifiedKFold as S\nlist(S(3).split([[1]] * 3, [0, 1, 0]))",
        "fewer splits",
    ),
    ("from sklearn.model_selection import KFold\nlist(KFold(1).split([[1]]))", "2 at least"),
    (
        "from sklearn.model_selection import train_test_split as t\nt([[1], [2], [3]], stratify=[0, 0, 1])",
        "one member",
    ),
    ("from sklearn.model_selection import train_test_split as t\nt([[1]])", "share such as 0.25"),
    (
        XY + "from sklearn.pipeline import make_pipeline\nfrom sklearn.svm import SVC\n"
        "make_pipeline(SVC()).set_params(C=3)",
        "step__C",
    ),
    ("from sklearn.svm import SVC\nSVC().set_params(max_depth=1)", "SVC has no parameter max_depth"),
    (
        XY + "from sklearn.pipeline import make_pipeline\nfrom sklearn.svm import SVC\n"
        "make_pipeline(SVC()).fit(X, y, sample_weight=[1] * 4)",
        "step__sample_weight",
    ),
    (
        XY + "from sklearn.neighbors import KNeighborsClassifier as K\nK(9).fit(X, y).predict(X)",
        "smaller n_neighbors",
    ),
    ("from sklearn.decomposition import PCA\nPCA(5).fit([[1, 2], [3, 4]])", "as many components"),
    ("from sklearn.cluster import KMeans\nKMeans(3).fit([[1], [2]])", "more clusters"),
    ("from sklearn.manifold import TSNE\nTSNE().fit_transform(np.zeros((5, 2)))", "perplexity"),
    (
        XY + "from sklearn.pipeline import make_pipeline\nfrom sklearn.svm import SVC\n"
        "make_pipeline(SVC(), SVC()).fit(X, y)",
        "last step",
    ),
    (
        "from sklearn.compose import ColumnTransformer as C\n"
        "C([('a', 'passthrough', ['x'])]).fit(np.zeros((2, 2)))",
        "data frame",
    ),
    (
        XY + "from sklearn.ensemble import RandomForestClassifier as R\nR(n_estimators=10.0).fit(X, y)",
        "whole number",
    ),
    (XY + "from sklearn.svm import SVC\nSVC(C='1').fit(X, y)", "in quotes"),
)

USE = (
    ("from sklearn.svm import SVC\nSVC().predict([[1]])", "Call fit"),
    (XY + "from sklearn.svm import SVC\nSVC().fit(X, y).predict_proba(X)", "CalibratedClassifierCV"),
    (XY + "from sklearn.cluster import DBSCAN\nDBSCAN().fit(X).predict(X)", "fit_predict"),
    ("from sklearn.linear_model import Ridge\nRidge().coef_", "exist after fit"),
    (XY + "from sklearn.svm import SVC\nSVC.fit(X, y)", "brackets after the class"),
    ("from sklearn.svm import SVC\nSVC(1.0)", "Name the arguments: SVC(parameter=value)"),
    (XY + "from sklearn.svm import SVC\nSVC().fit(X)", "fit(X, y)"),
    ("from sklearn.base import clone\nclone(3)", "not a class or a string"),
)

ARRAYS = (
    ("np.zeros((2, 3)) + np.zeros((2, 2))", "Shapes (2,3) and (2,2)"),
    ("np.zeros((2, 3)) @ np.zeros((2, 2))", "columns of A"),
    ("np.zeros(3).reshape(2, 2)", "exactly 3 values"),
    ("np.concatenate([np.zeros((2, 2)), np.zeros((2, 3))])", "agree in every other size"),
    ("np.array([[1, 2], [3]])", "different lengths"),
    ("if np.array([1, 2]) > 1: pass", ".any()"),
    (FRAME + "df[(df.age > 1) and (df.age < 2)]", "(df.a > 1) & (df.b < 2)"),
    ("np.float(3)", "write float"),
    ("np.NaN", "np.nan"),
    ("np.linalg.inv(np.zeros((2, 2)))", "mix of others"),
    ("np.linalg.inv(np.zeros((2, 3)))", "as many rows as columns"),
    ("np.zeros(3)[5]", "Axis 0 has 3 entries"),
    ("np.zeros(3)[0, 0]", "fewer dimensions"),
    ("np.zeros(3)[0.5]", "whole numbers"),
    ("np.zeros(3)[np.array([True])]", "as long as"),
    ("np.zeros(3)(1)", "Square brackets"),
    ("import math\nmath.sqrt(np.zeros(3))", "np.sqrt"),
    ("a = np.array([1, 2])\na += 0.5", "astype(float)"),
    ("np.array(['a']).mean()", "x.dtype"),
    ("np.random.default_rng(0).choice([1, 2], 5, replace=False)", "replace=True"),
    ("np.zeros(10**15)", "larger than a run may hold"),
    (FRAME + "df[['age', 'nme']]", "list(df.columns)"),
    ("import pandas as pd\npd.DataFrame({'a': [1], 'b': [1, 2]})", "as many values"),
    (FRAME + "df.iloc[5]", "from 0"),
    (FRAME + "df.append({})", "pd.concat"),
    (FRAME + "df.mean()", "numeric_only"),
    (FRAME + "df[:, 0]", "df.iloc[:, 0]"),
    (
        "from matplotlib.figure import Figure\nFigure().subplots().plot([1, 2], [1])",
        "not equally long",
    ),
)

PYTHON = (
    ("for i in [1]:\npass", "four spaces further in"),
    ("x = 1\n  y = 2", "without reason"),
    ("if 1:\n    x = 1\n  y = 2", "exactly under"),
    ("if 1:\n\tx = 1\n        y = 2", "Tabs and spaces"),
    ("x = (1", "not closed"),
    ("x = 'a", "quotation mark"),
    ("print 'a'", "print is a function"),
    ("if x = 1: pass", "== compares"),
    ("return 5", "under its def"),
    ("if 1\n    pass", "colon"),
    ("x = [1 2]", "comma"),
    ("%matplotlib inline", "notebooks"),
    ("!pip install seaborn", "notebooks"),
    ("1 / 0", "zero"),
    ("def f(): return f()\nf()", "without end"),
    ("raise MemoryError", "more memory"),
    ("n = 1\ndef f():\n    n += 1\nf()", "n is assigned"),
    ("10.0**1000", "logarithms"),
    ("import math\nmath.sqrt(-1)", "negative or zero"),
    ("int('3.5')", "float(…) reads 3.5"),
    ("a, b = 1, 2, 3", "gives four"),
    ("for x in None: pass", "function without return"),
    ("[1].sort().count(1)", "list.sort()"),
    ("'a' + 1", "str(number)"),
    ("None + 1", "One side is None"),
    ("'3' * '4'", "float(text)"),
    ("sorted([1, 'a'])", "no order"),
    ("[1](0)", "x[0]"),
    ("for i in 5: pass", "range(n)"),
    ("len[3]", "round ones"),
    ("{[]: 1}", "tuple"),
    ("[1]['a']", "masks and names"),
    ("(lambda a: a)()", "not given"),
    ("(lambda: 0)(1)", "more arguments"),
    ("class A: pass\nA(3)", "__init__"),
    ("[1][3]", "begins at 0"),
    ("[].pop()", "nothing left"),
    ("{}.append(1)", "d[key]"),
    ("[1].add(3)", "append(x)"),
    ("[1].shape", "np.array"),
    ("d = {1: 1}\nfor k in d: d[2] = 1", "list(d)"),
    ("next(iter([]))", "next(items, None)"),
    ("assert False", "print its parts"),
    ("raise SystemExit(3)", "ended itself"),
    ("'\\ud800'.encode()", "half a character"),
    ("import torch", "torch is not part"),
    ("import seaborn", "matplotlib is"),
)

NEAREST = (
    ("scor = 1\nscore", "Did you mean scor?"),
    ("pint(3)", "Did you mean print?"),
    ("zzz", "Nothing has this name yet"),
    ("pd.DataFrame()", "import pandas as pd"),
    ("LogisticRegression()", "from sklearn.linear_model import LogisticRegression"),
    ("import numpyy", "Did you mean numpy?"),
    ("import qwertz", "nothing can be installed"),
    ("import sklearn.linear_models", "Did you mean sklearn.linear_model?"),
    ("from sklearn.linear_model import LogisticRegresion", "Did you mean LogisticRegression?"),
    ("from sklearn.linear_model import StandardScaler", "from sklearn.preprocessing import StandardScaler"),
    ("import sklearn.svm as s\ns.SCV()", "SVC?"),
    ("np.zeros(3).reshap(3)", "Did you mean reshape?"),
    ("'abc'.uper()", "Did you mean upper?"),
    (FRAME + "df['Age']", "Did you mean age?"),
    (FRAME + "df['salary']", "among 'age', 'name'"),
    ("d = {'alpha': 1}\nd['alhpa']", "Did you mean alpha?"),
    ("from sklearn.svm import SVC\nSVC(probabilty=True)", "Did you mean probability?"),
    ("from sklearn.svm import SVC\nSVC(zzz=True)", "it has C, "),
    ("from sklearn.datasets import load_iris\nload_iris().targt", "Did you mean target?"),
)

MISTAKES = RENAMED + SHAPES + CONTENT + SETTINGS + USE + ARRAYS + PYTHON + NEAREST
