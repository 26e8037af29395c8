"""How long will a parcel take? Choose the number of neighbours by search."""

from sklearn.metrics import make_scorer, mean_absolute_error
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.neighbors import KNeighborsRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def report(X, minutes, seed):
    """Return the mean absolute error, in minutes, of the chosen model on a quarter held out."""
    X_train, X_test, y_train, y_test = train_test_split(X, minutes, test_size=0.25, random_state=seed)

    scorer = make_scorer(mean_absolute_error)
    search = GridSearchCV(
        make_pipeline(StandardScaler(), KNeighborsRegressor()),
        {"kneighborsregressor__n_neighbors": [1, 3, 10, 30, 100]},
        scoring=scorer,
        cv=5,
    )
    search.fit(X_train, y_train)
    return float(mean_absolute_error(y_test, search.predict(X_test)))
