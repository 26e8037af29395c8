"""Tripwires against growth: no god file, no god function."""

from __future__ import annotations

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

import tutor

PACKAGE = Path(tutor.__file__).parent
FILES = sorted(path for path in PACKAGE.rglob("*.py") if "lessons" not in path.parts)
BANNED = {
    "manager",
    "handler",
    "helper",
    "helpers",
    "utils",
    "common",
    "base",
    "data",
    "processor",
    "engine",
    "service",
}


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_file_is_small(path: Path) -> None:
    assert lines(path) <= (200 if path.name == "app.py" and path.parent.name == "ui" else 400)
    long = {f.name: (f.end_lineno or f.lineno) - f.lineno + 1 for f in functions(path)}
    assert all(length <= 60 for length in long.values()), long


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_names_are_the_fields_own(path: Path) -> None:
    names = [path.stem, *(f.name for f in functions(path))]
    names += [
        n.name for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.ClassDef)
    ]
    words = {word for name in names for word in name.lower().split("_")}
    assert not words & BANNED, words & BANNED


def test_default_css_holds_structure_only() -> None:
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Assign) and any(
                isinstance(target, ast.Name) and target.id == "DEFAULT_CSS" for target in node.targets
            ):
                length = (node.end_lineno or node.lineno) - node.lineno - 1
                assert length <= 25, f"{path.name}: DEFAULT_CSS has {length} lines"


def test_the_median_file_is_about_a_page() -> None:
    assert statistics.median(lines(path) for path in FILES) <= 130
