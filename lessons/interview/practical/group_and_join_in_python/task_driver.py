"""What is looked at: the rows and the number of unknown orders."""


def observe(entry, case):
    rows, unknown = entry(*case.args)
    return {"rows": [dict(row) for row in rows], "unknown": int(unknown)}
