"""A left join and a group-by in plain Python."""


def revenue(customers, orders):
    """Return a row for each customer, in order, and the number of orders of unknown customers."""
    sums, counts, lines = {}, {}, {}
    known = {customer["id"] for customer in customers}
    if len(known) < len(customers):
        raise ValueError("A customer's id occurs twice; every order would count twice.")
    unknown = 0
    for order in orders:
        who, amount = order["customer"], order["amount"]
        if who not in known:
            unknown += 1
            continue
        lines[who] = lines.get(who, 0) + 1
        sums[who] = sums.get(who, 0.0) + (amount or 0.0)
        counts[who] = counts.get(who, 0) + 1
    rows = []
    for customer in customers:
        who = customer["id"]
        mean = sums[who] / counts[who] if who in counts else None
        row = {
            "name": customer["name"],
            "orders": lines.get(who, 0),
            "revenue": sums.get(who, 0.0),
            "mean": mean,
        }
        rows.append(row)
    return rows, unknown
