"""A Parsons problem: the pieces of a model solution, to be put in order; each keeps its indentation."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tutor.course.exercise import Exercise
from tutor.course.question import Order

MOST = 12
"""Pieces of one problem, where they can be joined."""

STEM = "These are the pieces of a solution, out of order. Put them in order; the indentation is right."
EXPLAIN = "In this order the pieces are a solution that passes every case."


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that stay together; `plain` is whether they only assign."""

    text: str
    indent: int
    plain: bool
    reads: frozenset[str] = frozenset()
    writes: frozenset[str] = frozenset()


def parsons(exercise: Exercise) -> Order:
    """The problem made from the first solution, without what the learner begins with; raises OSError."""
    pieces = joined(list(_pieces(exercise.solutions()[0], exercise.starter())))
    return Order(
        id=f"{exercise.id}-lines",
        stem=STEM,
        explain=EXPLAIN,
        steps=tuple(piece.text for piece in pieces),
        peers=tuple(_peers(pieces)),
    )


def joined(pieces: list[Piece]) -> list[Piece]:
    """The pieces, the shortest neighbours joined until there are few enough: assignments, then blocks."""
    while len(pieces) > MOST:
        pairs = [at for at in range(len(pieces) - 1) if _siblings(pieces[at], pieces[at + 1])]
        pairs = pairs or [at for at in range(len(pieces) - 1) if pieces[at].indent <= pieces[at + 1].indent]
        if not pairs:
            break
        at = min(pairs, key=lambda place: len(pieces[place].text) + len(pieces[place + 1].text))
        pieces = [*pieces[:at], _both(pieces[at], pieces[at + 1]), *pieces[at + 2 :]]
    return pieces


def _siblings(one: Piece, other: Piece) -> bool:
    """Whether two neighbours are statements of one block."""
    return one.plain and other.plain and one.indent == other.indent


def _both(one: Piece, other: Piece) -> Piece:
    """Two neighbours as one piece."""
    return Piece(
        f"{one.text}\n{other.text}",
        one.indent,
        one.plain and other.plain,
        one.reads | other.reads,
        one.writes | other.writes,
    )


def _pieces(source: str, starter: str) -> Iterator[Piece]:
    """The pieces of the source in order: all imports as one, then each line or statement of several lines."""
    given = {ast.dump(each) for each in ast.parse(starter).body}
    fresh = [each for each in ast.parse(source).body if ast.dump(each) not in given]
    imports = [each for each in fresh if isinstance(each, ast.Import | ast.ImportFrom)]
    if imports:
        yield Piece("\n".join(map(ast.unparse, imports)), 0, plain=False)
    lines = source.splitlines()
    for statement in fresh:
        if statement not in imports and not _is_text(statement):
            yield from _statement(statement, lines)


def _statement(statement: ast.stmt, lines: list[str]) -> Iterator[Piece]:
    """A statement: in one piece, or the line that opens it and then what is inside."""
    inside = [
        each for each in ast.iter_child_nodes(statement) if isinstance(each, ast.stmt | ast.ExceptHandler)
    ]
    if not inside:
        yield _piece(lines[statement.lineno - 1 : statement.end_lineno], statement)
        return
    decorators: list[ast.expr] = getattr(statement, "decorator_list", [])
    at = min([statement.lineno, *(each.lineno for each in decorators)])
    for each in inside:
        if opening := _said(lines[at - 1 : each.lineno - 1]):
            yield _piece(opening)
        if not _is_text(each):
            yield from _statement(each, lines)  # type: ignore[arg-type]
        at = (each.end_lineno or each.lineno) + 1


def _piece(lines: list[str], statement: ast.stmt | None = None) -> Piece:
    """Lines that stay together."""
    text = "\n".join(lines)
    names = [each for each in ast.walk(statement) if isinstance(each, ast.Name)] if statement else []
    return Piece(
        text,
        len(text) - len(text.lstrip()),
        isinstance(statement, ast.Assign | ast.AnnAssign),
        frozenset(each.id for each in names if isinstance(each.ctx, ast.Load)),
        frozenset(each.id for each in names if not isinstance(each.ctx, ast.Load)),
    )


def _said(lines: Iterable[str]) -> list[str]:
    """The lines that are neither blank nor comments."""
    return [line for line in lines if line.strip() and not line.strip().startswith("#")]


def _is_text(statement: ast.AST) -> bool:
    """Whether this is a docstring."""
    match statement:
        case ast.Expr(value=ast.Constant(value=str())):
            return True
    return False


def _peers(pieces: list[Piece]) -> Iterator[tuple[int, ...]]:
    """Neighbouring assignments that do not need each other."""
    group = [0]
    for place in range(1, len(pieces) + 1):
        if place < len(pieces) and all(_independent(pieces[each], pieces[place]) for each in group):
            group.append(place)
            continue
        if len(group) > 1:
            yield tuple(group)
        group = [place]


def _independent(one: Piece, other: Piece) -> bool:
    """Whether two assignments of one block may change places."""
    if not _siblings(one, other):
        return False
    return not (one.writes & (other.reads | other.writes) or other.writes & one.reads)
