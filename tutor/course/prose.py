"""Texts and expressions of a lesson, read with its settings and its recorded numbers at hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tutor.course.drawn_text import check_drawn
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
    drawn: frozenset[str] = frozenset()
    """Names of numbers that are drawn for each attempt: their braces stay until then."""

    def filled(self, text: str, fault: Callable[[int, str], ContentError]) -> str:
        """The text with its numbers; `fault` makes the error for a line (from 0) of the text."""
        try:
            for each in placeholders(text, drawn=bool(self.drawn)):
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
            return fill(text, self.numbers, drawn=bool(self.drawn))
        except PlaceholderError as wrong:
            raise fault(wrong.line, wrong.message) from None

    def text(self, fields: Fields, key: str, default: str | None = None) -> str:
        """The text under the key with its numbers."""
        return self._text(fields, key, fields.text(key, default))

    def texts(self, fields: Fields, key: str) -> tuple[str, ...]:
        """The list of texts under the key with their numbers; empty when the key is missing."""
        return tuple(self._text(fields, key, each) for each in fields.texts(key))

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
            if dot and not self.drawn and setting not in self.settings:
                hint = nearest(setting, self.settings)
                raise fields.fault(key, f"{name!r}: no setting is called {setting!r}{hint}")
            if self.drawn and name not in self.drawn:
                hint = nearest(name, self.drawn)
                raise fields.fault(key, f"nothing is drawn as {name!r}{hint}; add it to draws")
            if not dot and not bare:
                raise fields.fault(key, f"{name!r} names no setting; write setting.{name}")
        return text

    def _text(self, fields: Fields, key: str, text: str) -> str:
        """A text with its numbers."""
        if self.drawn:
            try:
                check_drawn(text, self.drawn)
            except ValueError as wrong:
                raise fields.fault(key, str(wrong)) from None
        return self.filled(text, lambda _, message: fields.fault(key, message))
