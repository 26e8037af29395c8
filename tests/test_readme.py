"""The README tells the truth: its commands, its keys, its picture."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

import tutor.ui
from tutor.cli.group import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")

SPELLED = {
    "question_mark": "?",
    "slash": "/",
    "comma": ",",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "escape": "esc",
    "enter": "enter",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}
"""How the README writes a key that Textual spells out."""


def spelled(key: str) -> str:
    """A key of a binding as the README writes it."""
    *modifiers, last = key.split("+")
    last = SPELLED.get(last, last.upper() if re.fullmatch(r"f\d+", last) else last)
    return "+".join([*modifiers, last])


def bound_keys() -> dict[str, str]:
    """Every key that one of our classes binds, with the class that binds it."""
    keys: dict[str, str] = {}
    for found in pkgutil.walk_packages(tutor.ui.__path__, "tutor.ui."):
        module = importlib.import_module(found.name)
        for thing in vars(module).values():
            if not (
                isinstance(thing, type) and issubclass(thing, DOMNode) and thing.__module__ == found.name
            ):
                continue
            for binding in vars(thing).get("BINDINGS", []):
                assert isinstance(binding, Binding), f"{thing.__name__}: {binding} is no Binding"
                keys.update(dict.fromkeys(map(spelled, binding.key.split(",")), thing.__name__))
    return keys


def listed_keys() -> set[str]:
    """The keys in the first column of the README's table of keys."""
    section = README.partition("## Keys")[2].partition("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("| ")][1:]
    return {key for row in rows for key in re.findall(r"`([^`]+)`", row.split(" | ")[0])}


def test_every_binding_is_in_the_table_of_keys() -> None:
    digits = {str(digit) for digit in range(1, 10)}
    missing = {key: owner for key, owner in bound_keys().items() if key not in listed_keys() | digits}
    assert not missing


def test_the_table_lists_no_key_that_does_nothing() -> None:
    built_in = {"tab", "shift+tab", "ctrl+p", "ctrl+q", "1", "9"}
    assert listed_keys() <= set(bound_keys()) | built_in


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_explained(command: str) -> None:
    assert f"`mltutor {command}" in README


def test_the_picture_is_there() -> None:
    (path,) = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert (ROOT / path).is_file()


def test_ci_finds_its_command() -> None:
    assert re.search(r"^python3 .*tests/all\.py$", README, re.MULTILINE)
