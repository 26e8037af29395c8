"""A fault in the course's files, told to whoever can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(eq=False)
class ContentError(Exception):
    """What is wrong where: `str` gives `file:line: key: what is wrong; what to do` in one line."""

    file: Path
    line: int
    key: str
    message: str

    def __str__(self) -> str:
        """The whole sentence."""
        subject = f"{self.key}: " if self.key else ""
        return " ".join(f"{self.file}:{self.line}: {subject}{self.message}".split())


def nearest(word: str, known: Iterable[str]) -> str:
    """A question such as ` (did you mean 'stem'?)`, or nothing when no known word is near."""
    import difflib

    close = difflib.get_close_matches(word, list(known), n=1)
    return f" (did you mean {close[0]!r}?)" if close else ""
