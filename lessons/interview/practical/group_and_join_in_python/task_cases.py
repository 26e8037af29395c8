"""Customers and orders with gaps, strangers and customers who never ordered; SQLite says what is right."""

import sqlite3

import numpy as np

from tutor.sandbox.cases import Case, Failed, close

QUERY = """
SELECT c.name, COUNT(o.customer), COALESCE(SUM(o.amount), 0.0), AVG(o.amount)
FROM customers c LEFT JOIN orders o ON o.customer = c.id
GROUP BY c.id ORDER BY c.place
"""


def tables(rng, people, orders, gaps=0.0, strangers=0, idle=0):
    """Customers in mixed order, of whom the last `idle` never order."""
    ids = [int(each) for each in rng.choice(10 * people + 50, size=people + strangers, replace=False)]
    known = ids[:people]
    customers = [{"id": each, "name": f"customer {each % 7}"} for each in known]
    buyers = known[: people - idle] + ids[people:]
    bought = [
        {
            "customer": buyers[int(rng.integers(len(buyers)))],
            "amount": None if rng.random() < gaps else round(float(rng.gamma(2.0, 20.0)), 2),
        }
        for _ in range(orders)
    ]
    rng.shuffle(customers)
    return customers, bought


def cases(seed):
    rng = np.random.default_rng(seed)
    customers, orders = tables(rng, 3, 6)
    nothing = [{**order, "amount": None} for order in orders]
    return [
        Case("two customers, five orders", args=tables(rng, 2, 5), visible=True),
        Case("20 customers, 200 orders", args=tables(rng, 20, 200)),
        Case("five customers who never ordered", args=tables(rng, 12, 60, idle=5)),
        Case("some amounts are missing", args=tables(rng, 10, 120, gaps=0.3)),
        Case("all amounts are missing", args=(customers, nothing)),
        Case("orders of strangers", args=tables(rng, 10, 80, strangers=6)),
        Case("no orders", args=(customers, [])),
        Case("500 customers, 1,500 orders", args=tables(rng, 500, 1500, gaps=0.1, strangers=20, idle=50)),
        Case("a customer listed twice", args=([*customers, customers[0]], orders), raises=True),
    ]


def judge(case, saw):
    if case.raises:
        right = isinstance(saw, Failed) and saw.kind == "ValueError"
        return None if right else "expected a ValueError: an id that occurs twice doubles the revenue"
    return close(saw, expected(*case.args))


def expected(customers, orders):
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE customers (id, name, place)")
    base.execute("CREATE TABLE orders (customer, amount)")
    base.execute("CREATE INDEX by_customer ON orders (customer)")
    people = [(each["id"], each["name"], place) for place, each in enumerate(customers)]
    base.executemany("INSERT INTO customers VALUES (?, ?, ?)", people)
    base.executemany(
        "INSERT INTO orders VALUES (?, ?)", [(each["customer"], each["amount"]) for each in orders]
    )
    keys = ("name", "orders", "revenue", "mean")
    rows = [dict(zip(keys, row)) for row in base.execute(QUERY)]
    known = {each["id"] for each in customers}
    return {"rows": rows, "unknown": sum(each["customer"] not in known for each in orders)}
