"""Small arithmetic over named numbers: claims, keys and the `when` of a prediction."""

from __future__ import annotations

import ast
import math
import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

LONGEST = 300
"""The most characters an expression may have."""

LETTERS = re.compile(r"[\w\s.,+*/%()<>=!-]*", flags=re.ASCII)

NAMES = re.compile(r"(?<![\w.])[a-z_]\w*", flags=re.ASCII | re.IGNORECASE)

FUNCTIONS: dict[str, Callable[..., float]] = {
    "abs": abs,
    "min": min,
    "max": max,
    "round": round,
    "sqrt": math.sqrt,
    "log": math.log,
    "log2": math.log2,
    "log10": math.log10,
    "exp": math.exp,
}

ARITHMETIC: dict[type[ast.AST], Callable[..., float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: operator.pow,
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
}

COMPARISONS: dict[type[ast.AST], Callable[[float, float], bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}

REVERSED: dict[type[ast.AST], type[ast.cmpop]] = {
    ast.Lt: ast.Gt,
    ast.Gt: ast.Lt,
    ast.LtE: ast.GtE,
    ast.GtE: ast.LtE,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
}


@dataclass(frozen=True, slots=True)
class Expression:
    """A parsed expression: a number, or a comparison (chains allowed)."""

    text: str
    tree: ast.expr

    @property
    def is_test(self) -> bool:
        """Whether this is a comparison."""
        return isinstance(self.tree, ast.Compare)

    def names(self) -> set[str]:
        """The names it uses: `metric` or `setting.metric`."""
        return {name for node in _operands(self.tree) if (name := _name(node))}

    def with_numbers(self, drawn: Mapping[str, object]) -> str:
        """Its text with what was drawn in place of the names."""
        texts = {name: f"({value})" if str(value)[0] == "-" else str(value) for name, value in drawn.items()}
        return NAMES.sub(lambda name: texts.get(name[0], name[0]), self.text)

    def number(self, scope: Mapping[str, float]) -> float:
        """Its value, a finite number; raises ValueError with a sentence for people."""
        if self.is_test:
            raise ValueError(f"{self.text!r} is a comparison where a number is needed")
        return _number(self.tree, scope, self.text)

    def holds(self, scope: Mapping[str, float]) -> bool:
        """Whether the comparison is true; raises ValueError with a sentence for people."""
        if not isinstance(self.tree, ast.Compare):
            raise ValueError(f"{self.text!r} compares nothing; write for example 'a < b'")
        terms = [_number(node, scope, self.text) for node in (self.tree.left, *self.tree.comparators)]
        pairs = zip(self.tree.ops, terms, terms[1:], strict=False)
        return all(COMPARISONS[type(sign)](left, right) for sign, left, right in pairs)

    def flips(self) -> list[Expression]:
        """The comparison with each of its signs reversed in turn (`<` ↔ `>`, `<=` ↔ `>=`, `==` ↔ `!=`)."""
        if not isinstance(self.tree, ast.Compare):
            return []
        flipped = []
        for place, sign in enumerate(self.tree.ops):
            signs = [*self.tree.ops[:place], REVERSED[type(sign)](), *self.tree.ops[place + 1 :]]
            tree = ast.Compare(left=self.tree.left, ops=signs, comparators=self.tree.comparators)
            flipped.append(Expression(ast.unparse(tree), tree))
        return flipped


def parse(text: str) -> Expression:
    """The expression in `text`; raises ValueError with a sentence for people."""
    if len(text) > LONGEST:
        raise ValueError(f"the expression is longer than {LONGEST} characters; make it simpler")
    try:
        if not LETTERS.fullmatch(text):
            raise SyntaxError
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise ValueError(
            f"{text!r} is no expression; write arithmetic and one comparison, such as 'a.x < b.x'"
        ) from None
    terms = [tree]
    if isinstance(tree, ast.Compare):
        if not all(type(sign) in COMPARISONS for sign in tree.ops):
            raise ValueError(f"{text!r}: the comparisons are <, <=, >, >=, == and !=; use one of them")
        terms = [tree.left, *tree.comparators]
    for term in terms:
        _check(term, text)
    return Expression(text.strip(), tree)


def scope(
    facts: Mapping[str, Mapping[str, float]], metrics: Mapping[str, float] | None = None
) -> dict[str, float]:
    """The numbers an expression sees: `setting.metric` for the facts, bare names for the metrics."""
    names = {f"{setting}.{metric}": value for setting, own in facts.items() for metric, value in own.items()}
    return {**names, **(metrics or {})}


def _name(node: ast.AST) -> str:
    """The dotted name that a node is, or nothing."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=ast.Name(id=setting), attr=metric):
            return f"{setting}.{metric}"
    return ""


def _operands(node: ast.expr) -> list[ast.expr]:
    """The leaves of a checked tree: names and numbers."""
    match node:
        case ast.BinOp():
            return _operands(node.left) + _operands(node.right)
        case ast.UnaryOp():
            return _operands(node.operand)
        case ast.Call():
            return [leaf for each in node.args for leaf in _operands(each)]
        case ast.Compare():
            return [leaf for each in (node.left, *node.comparators) for leaf in _operands(each)]
    return [node]


def _check(node: ast.expr, text: str) -> None:
    """Raise ValueError unless the node is arithmetic over names, numbers and our functions."""
    match node:
        case ast.Constant(value=value) if isinstance(value, int | float) and not isinstance(value, bool):
            return
        case ast.BinOp() if type(node.op) in ARITHMETIC:
            _check(node.left, text)
            _check(node.right, text)
        case ast.UnaryOp() if type(node.op) in ARITHMETIC:
            _check(node.operand, text)
        case ast.Call(func=ast.Name(id=name)) if name in FUNCTIONS and node.args and not node.keywords:
            for each in node.args:
                _check(each, text)
        case ast.Call(func=ast.Name(id=name)):
            raise ValueError(f"{text!r}: {name} is not offered; there are {', '.join(FUNCTIONS)}")
        case _ if not _name(node):
            part = ast.unparse(node)
            raise ValueError(
                f"{text!r}: {part!r} is more than arithmetic and one comparison; make it simpler"
            )


def _number(node: ast.expr, scope: Mapping[str, float], text: str) -> float:
    """The finite value of a checked node."""
    try:
        value = _value(node, scope)
    except KeyError as missing:
        raise ValueError(f"{text!r}: there is no number called {missing.args[0]}") from None
    except (ArithmeticError, ValueError, TypeError) as fault:
        raise ValueError(f"{text!r} cannot be worked out: {fault}") from None
    if isinstance(value, complex) or not math.isfinite(value):
        raise ValueError(f"{text!r} is not a finite number")
    return value


def _value(node: ast.expr, scope: Mapping[str, float]) -> float:
    """The value of a checked node; every number is a float, so nothing grows without bound."""
    match node:
        case ast.Constant(value=int() | float() as value):
            return float(value)
        case ast.BinOp():
            return ARITHMETIC[type(node.op)](_value(node.left, scope), _value(node.right, scope))
        case ast.UnaryOp():
            return ARITHMETIC[type(node.op)](_value(node.operand, scope))
        case ast.Call(func=ast.Name(id="round"), args=[number, digits]):
            return round(_value(number, scope), int(_value(digits, scope)))
        case ast.Call(func=ast.Name(id=name)):
            return FUNCTIONS[name](*(_value(each, scope) for each in node.args))
    return float(scope[_name(node)])
