"""A skeleton in its place: what the learner begins with, the parts that the skeleton has put in."""

from __future__ import annotations

import ast
from collections.abc import Sequence


def framed(starter: str, skeleton: str) -> str:
    """The starter, its functions and classes replaced by those of the skeleton; with imports, that alone."""
    try:
        given, wanted = ast.parse(starter).body, ast.parse(skeleton).body
    except SyntaxError:
        return skeleton
    names = {_name(each) for each in wanted} - {""}
    old = [each for each in given if _name(each) in names]
    if not old or any(isinstance(each, ast.Import | ast.ImportFrom) for each in wanted):
        return skeleton
    lines = starter.splitlines()
    for each in reversed(old):
        fresh = skeleton.strip("\n").splitlines() if each is old[0] else []
        lines[_first(each) - 1 : each.end_lineno] = fresh
    return "\n".join(lines).rstrip("\n") + "\n"


def _name(statement: ast.stmt) -> str:
    """What a function or class is called; empty for anything else."""
    return statement.name if isinstance(statement, ast.FunctionDef | ast.ClassDef) else ""


def _first(statement: ast.stmt) -> int:
    """The line where a statement begins, its decorators with it."""
    decorators: Sequence[ast.expr] = getattr(statement, "decorator_list", ())
    return min([statement.lineno, *(each.lineno for each in decorators)])
