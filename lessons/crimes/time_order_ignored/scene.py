"""How many crates will the shop need tomorrow?"""

import numpy as np
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeRegressor


def report(day, X, crates, seed):
    """Return the mean absolute error, in crates, of forecasts for days to come.

    day counts from the opening of the shop; X holds weather and goods, one row per day.
    """
    table = np.column_stack([day, X])
    train, test, y_train, y_test = train_test_split(table, crates, test_size=0.2, random_state=seed)

    model = DecisionTreeRegressor(min_samples_leaf=2, random_state=seed)
    model.fit(train, y_train)
    return float(mean_absolute_error(y_test, model.predict(test)))
