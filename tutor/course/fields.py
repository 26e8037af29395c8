"""One TOML table read key by key; every fault names the file, the line and the key."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import tomli

from tutor.course.errors import ContentError, nearest
from tutor.course.lines import TablePath, line_of, scan

if TYPE_CHECKING:
    from tutor.run import Scalar

FORMAT_VERSION = 1

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SHAPE = "small letters and digits, joined by -"


@dataclass(frozen=True, slots=True)
class Fields:
    """A table of a file, and where it stands."""

    file: Path
    source: str
    """The whole text of the file: faults look their line up in it."""
    path: TablePath
    values: Mapping[str, object]

    def fault(self, key: str, message: str) -> ContentError:
        """The error that something is wrong with `key` (empty: with the table itself)."""
        path = (*self.path, key) if key else self.path
        name = ".".join(part for part in path if isinstance(part, str))
        return ContentError(self.file, line_of(scan(self.source), path), name, message)

    def only(self, *known: str) -> Fields:
        """This table; raises ContentError if it has a key that is not known."""
        for key in self.values:
            if key not in known:
                hint = nearest(key, known) or f"; known are {', '.join(known)}"
                raise self.fault(key, f"unknown key{hint}")
        return self

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self.values

    def text(self, key: str, default: str | None = None) -> str:
        """A text, white space at its ends removed; without a default it must be there and say something."""
        if key not in self.values and default is not None:
            return default
        value = self._value(key)
        if not isinstance(value, str):
            raise self.fault(key, "must be a text in quotes")
        if not value.strip() and default is None:
            raise self.fault(key, "is empty; write something")
        return value.strip()

    def name(self, key: str, pattern: re.Pattern[str], shape: str) -> str:
        """A text of a fixed shape, such as an id."""
        text = self.text(key)
        if not pattern.fullmatch(text):
            raise self.fault(key, f"{text!r} must be {shape}")
        return text

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty when the key is missing."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) and each.strip() for each in value):
            raise self.fault(key, "must be a list of texts in quotes")
        return tuple(each.strip() for each in value)

    def number(self, key: str, default: float | None = None) -> float:
        """A number."""
        if key not in self.values and default is not None:
            return default
        value = self._value(key)
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise self.fault(key, "must be a number")
        return value

    def flag(self, key: str) -> bool:
        """True or false; false when the key is missing."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self.fault(key, "must be true or false")
        return value

    def scalar(self, key: str) -> Scalar:
        """A number, a text, true or false."""
        value = self._value(key)
        if not isinstance(value, bool | int | float | str):
            raise self.fault(key, "must be a number, a text, true or false")
        return value

    def scalars(self, key: str) -> tuple[Scalar, ...]:
        """A list of numbers, texts, true or false; empty when the key is missing."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(
            isinstance(each, bool | int | float | str) for each in value
        ):
            raise self.fault(key, "must be a list of numbers, texts, true or false")
        return tuple(value)

    def table(self, key: str) -> Fields:
        """The table under the key; empty when the key is missing."""
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            raise self.fault(key, "must be a table")
        return Fields(self.file, self.source, (*self.path, key), value)

    def tables(self, key: str) -> list[Fields]:
        """The tables of the array under the key; empty when the key is missing."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise self.fault(key, f"must be tables; write [[{'.'.join((*self._names(), key))}]] before each")
        return [
            Fields(self.file, self.source, (*self.path, key, place), each) for place, each in enumerate(value)
        ]

    def _names(self) -> list[str]:
        """The words of the path."""
        return [part for part in self.path if isinstance(part, str)]

    def _value(self, key: str) -> object:
        """The value; raises ContentError if it is missing."""
        if key not in self.values:
            raise self.fault(key, "is missing; add it")
        return self.values[key]


def read_fields(file: Path) -> Fields:
    """The whole of a TOML file; raises ContentError, also for another format version."""
    text = read_text(file)
    try:
        values = tomli.loads(text)
    except tomli.TOMLDecodeError as fault:
        raise ContentError(file, fault.lineno, "", f"not TOML: {fault.msg}; mend the line") from None
    fields = Fields(file, text, (), values)
    if fields.number("format_version") != FORMAT_VERSION:
        raise fields.fault("format_version", f"only format {FORMAT_VERSION} is known here; update mltutor")
    return fields


def read_text(file: Path) -> str:
    """The text of a file of the course; raises ContentError."""
    try:
        return file.read_text(encoding="utf-8")
    except OSError as fault:
        raise ContentError(file, 1, "", f"cannot be read: {fault.strerror or fault}; put it there") from None
    except UnicodeDecodeError as fault:
        line = fault.object[: fault.start].count(b"\n") + 1
        raise ContentError(file, line, "", "is not UTF-8; save it as UTF-8") from None
