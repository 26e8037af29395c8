"""A left join and a group-by in plain Python."""


def revenue(customers, orders):
    """Return a row for each customer, in order, and the number of orders of unknown customers."""
    raise NotImplementedError
