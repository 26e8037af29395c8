"""Which line of a TOML file holds a key: `tomli` tells lines of syntax errors only."""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import tomli

TablePath: TypeAlias = tuple[str | int, ...]

BLANK = re.compile(r"(?:[\s]|#[^\n]*)*")
KEY = re.compile(r'[A-Za-z0-9_-]+|"(?:\\.|[^"\\])*"|\'[^\']*\'')
DOT = re.compile(r"[ \t]*\.[ \t]*")
STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?!")|\'\'\'.*?\'\'\'(?!\')|"(?:\\.|[^"\\])*"|\'[^\']*\'', flags=re.DOTALL
)
ATOM = re.compile(r"[^,\]}#\n]+")


def line_of(lines: Mapping[TablePath, int], path: TablePath) -> int:
    """The line of `path`, or of the nearest table around it; 1 when nothing is known."""
    while path not in lines and path:
        path = path[:-1]
    return lines.get(path, 1)


def scan(text: str) -> dict[TablePath, int]:
    """The line (1-based) of each key, table and array element of a valid TOML text."""
    scanner = _Scanner(text, [found.start() for found in re.finditer("\n", text)])
    table: TablePath = ()
    scanner.blank()
    while scanner.at < len(text):
        if text[scanner.at] == "[":
            table = scanner.header()
        else:
            scanner.pair(table)
        scanner.blank()
    return scanner.lines


@dataclass(slots=True)
class _Scanner:
    """A place in the text, and the lines found so far."""

    text: str
    newlines: list[int]
    at: int = 0
    lines: dict[TablePath, int] = field(default_factory=dict)
    counts: dict[TablePath, int] = field(default_factory=dict)
    """How many tables each array of tables has so far."""

    def mark(self, path: TablePath) -> None:
        """Remember that `path` begins on this line, unless it began before."""
        self.lines.setdefault(path, bisect.bisect_left(self.newlines, self.at) + 1)

    def blank(self) -> None:
        """Skip white space, line ends and comments."""
        self.take(BLANK)

    def take(self, pattern: re.Pattern[str]) -> str:
        """What the pattern matches here; the place moves behind it."""
        found = pattern.match(self.text, self.at)
        if found is None:
            raise ValueError(f"no TOML at offset {self.at}")
        self.at = found.end()
        return found[0]

    def keys(self) -> list[str]:
        """A key, dots taken apart."""
        keys = []
        while True:
            word = self.take(KEY)
            keys.append(next(iter(tomli.loads(f"{word}=0"))) if word[0] in "\"'" else word)
            if not DOT.match(self.text, self.at):
                return keys
            self.take(DOT)

    def header(self) -> TablePath:
        """A `[table]` or `[[array of tables]]` line: the path of the table that it opens."""
        array = self.text.startswith("[[", self.at)
        start = self.at
        self.at += 2 if array else 1
        self.blank()
        keys = self.keys()
        self.blank()
        end = self.at + (2 if array else 1)
        self.at = start
        path: TablePath = ()
        for depth, key in enumerate(keys):
            path += (key,)
            self.mark(path)
            if array and depth == len(keys) - 1:
                self.counts[path] = self.counts.get(path, 0) + 1
            if path in self.counts:
                path += (self.counts[path] - 1,)
                self.mark(path)
        self.at = end
        return path

    def pair(self, table: TablePath) -> None:
        """One `key = value`, marked with all that the value holds."""
        start = self.at
        path = (*table, *self.keys())
        end = self.at
        self.at = start
        for depth in range(len(table) + 1, len(path) + 1):
            self.mark(path[:depth])
        self.at = end
        self.blank()
        self.at += 1
        self.blank()
        self.value(path)

    def value(self, path: TablePath) -> None:
        """A value: arrays and inline tables are entered."""
        match self.text[self.at]:
            case "[":
                self.at += 1
                index = 0
                while not self.closed("]"):
                    self.mark((*path, index))
                    self.value((*path, index))
                    index += 1
            case "{":
                self.at += 1
                while not self.closed("}"):
                    self.pair(path)
            case '"' | "'":
                self.take(STRING)
            case _:
                self.take(ATOM)

    def closed(self, bracket: str) -> bool:
        """Whether the bracket closes here; blanks and a comma are skipped."""
        self.blank()
        if self.text[self.at] == ",":
            self.at += 1
            self.blank()
        if self.text[self.at] != bracket:
            return False
        self.at += 1
        return True
