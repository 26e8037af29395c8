"""One piece of advice: the errors that it fits, and what it says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hint:
    """Advice on the errors of one kind whose message matches."""

    kind: str
    """The name of the exception's class, or of a class that it inherits from."""
    pattern: str
    """A regular expression searched in the message; named groups can be used in `says`."""
    says: str


def first_fit(hints: Iterable[Hint], kinds: Iterable[str], message: str) -> str:
    """What the first hint that fits says; empty if none does."""
    names = set(kinds)
    for hint in hints:
        if hint.kind in names and (found := re.search(hint.pattern, message, re.DOTALL)):
            return re.sub(r"\{(\w+)\}", lambda name: found[name[1]] or "", hint.says)
    return ""
