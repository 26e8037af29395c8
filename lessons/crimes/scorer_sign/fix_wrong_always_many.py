"""Gives the search up and always asks thirty neighbours."""

from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def report(X, minutes, seed):
    X_train, X_test, y_train, y_test = train_test_split(X, minutes, test_size=0.25, random_state=seed)
    model = make_pipeline(StandardScaler(), KNeighborsRegressor(n_neighbors=30)).fit(X_train, y_train)
    return float(mean_absolute_error(y_test, model.predict(X_test)))
