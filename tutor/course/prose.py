"""Texts and expressions of a lesson, read with its settings and its recorded numbers at hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tutor.course.errors import ContentError, nearest
from tutor.course.expression import parse
from tutor.course.fields import Fields
from tutor.course.placeholder import PlaceholderError, fill, placeholders


@dataclass(frozen=True, slots=True)
class Prose:
    """What placeholders and expressions may name; when `strict`, every printed number must be recorded."""

    settings: frozenset[str]
    numbers: Mapping[str, Mapping[str, float]]
    strict: bool

    def filled(self, text: str, fault: Callable[[int, str], ContentError]) -> str:
        """The text with its numbers; `fault` makes the error for a line (from 0) of the text."""
        try:
            for each in placeholders(text):
                name = f"{each.setting}.{each.metric}"
                if each.setting not in self.settings:
                    hint = nearest(each.setting, self.settings)
                    raise PlaceholderError(
                        each.line, f"{name!r}: no setting is called {each.setting!r}{hint}"
                    )
                if self.strict and each.metric not in self.numbers.get(each.setting, {}):
                    raise PlaceholderError(
                        each.line,
                        f"no number {name!r} is recorded; run mltutor check --record on this lesson",
                    )
            return fill(text, self.numbers)
        except PlaceholderError as wrong:
            raise fault(wrong.line, wrong.message) from None

    def text(self, fields: Fields, key: str, default: str | None = None) -> str:
        """The text under the key with its numbers."""
        return self.filled(fields.text(key, default), lambda _, message: fields.fault(key, message))

    def expression(self, fields: Fields, key: str, *, test: bool, bare: bool) -> str:
        """The expression under the key: a comparison if `test`, else a number; `bare` allows `metric`."""
        text = fields.text(key)
        try:
            expression = parse(text)
        except ValueError as wrong:
            raise fields.fault(key, str(wrong)) from None
        if expression.is_test != test:
            needed = (
                "compares nothing; write for example 'a < b'"
                if test
                else "must be a number, not a comparison"
            )
            raise fields.fault(key, f"{text!r} {needed}")
        for name in sorted(expression.names()):
            setting, dot, _ = name.partition(".")
            if dot and setting not in self.settings:
                hint = nearest(setting, self.settings)
                raise fields.fault(key, f"{name!r}: no setting is called {setting!r}{hint}")
            if not dot and not bare:
                raise fields.fault(key, f"{name!r} names no setting; write setting.{name}")
        return text
