"""A left join and a group-by in plain Python: lists of amounts by customer."""

from statistics import fmean


def revenue(customers, orders):
    """Return a row for each customer, in order, and the number of orders of unknown customers."""
    amounts = {customer["id"]: [] for customer in customers}
    if len(amounts) != len(customers):
        raise ValueError("The customers' ids are not unique.")
    unknown = 0
    for order in orders:
        if order["customer"] in amounts:
            amounts[order["customer"]].append(order["amount"])
        else:
            unknown += 1
    return [summary(customer, amounts[customer["id"]]) for customer in customers], unknown


def summary(customer, amounts):
    """Return the row of one customer."""
    paid = [amount for amount in amounts if amount is not None]
    return {
        "name": customer["name"],
        "orders": len(amounts),
        "revenue": float(sum(paid)),
        "mean": fmean(paid) if paid else None,
    }
