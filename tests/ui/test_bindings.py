"""Every key of ours: none that a text field needs, none that a terminal cannot tell apart, all explained."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import pytest
from textual.app import App
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Input, TextArea

import tutor.ui

ALIASES = {"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m"}
"""On many terminals these are backspace, tab, line feed and enter."""

TEXTUALS_OWN = {"ctrl+q", "ctrl+c", "ctrl+p"}

ALLOWED = {
    "enter": "in a field it commits the field, everywhere else it is the obvious next thing",
    "ctrl+z": "undoes in a text area, suspends where no text area has the focus",
}


FIELDLESS = {"Knobs"}
"""Classes that are never around a text field, though they do not take the focus themselves."""


def classes() -> list[type[DOMNode]]:
    """Every class of ours that binds keys."""
    found: set[type[DOMNode]] = set()
    for module in pkgutil.walk_packages(tutor.ui.__path__, "tutor.ui."):
        for _, each in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if (
                each.__module__.startswith("tutor.ui")
                and issubclass(each, DOMNode)
                and "BINDINGS" in vars(each)
            ):
                found.add(each)
    return sorted(found, key=lambda each: each.__name__)


def bindings(each: type[DOMNode]) -> Iterator[Binding]:
    """The class's own bindings, one for each key."""
    own: list[BindingType] = vars(each)["BINDINGS"]
    yield from Binding.make_bindings(own)


def keys_of_text_fields() -> set[str]:
    """What Input and TextArea do something with."""
    return {binding.key for field in (Input, TextArea) for binding in bindings(field)}


@pytest.mark.parametrize("each", classes(), ids=lambda each: each.__name__)
def test_every_key_is_explained_and_can_be_remapped(each: type[DOMNode]) -> None:
    for binding in bindings(each):
        assert binding.description, binding
        assert binding.tooltip, binding
        if issubclass(each, App | Screen):
            assert binding.id, binding


@pytest.mark.parametrize("each", classes(), ids=lambda each: each.__name__)
def test_every_key_can_be_told_apart(each: type[DOMNode]) -> None:
    assert not {binding.key for binding in bindings(each)} & (ALIASES | TEXTUALS_OWN)


@pytest.mark.parametrize("each", classes(), ids=lambda each: each.__name__)
def test_no_key_takes_one_from_a_text_field(each: type[DOMNode]) -> None:
    if issubclass(each, App | Screen) or not (
        getattr(each, "can_focus", False) or each.__name__ in FIELDLESS
    ):
        taken = {binding.key for binding in bindings(each)} & keys_of_text_fields()
        assert taken <= set(ALLOWED), taken


def test_the_fields_keys_are_known() -> None:
    assert {"left", "ctrl+a", "ctrl+z", "enter", "f6"} <= keys_of_text_fields()
    assert len(classes()) > 5
