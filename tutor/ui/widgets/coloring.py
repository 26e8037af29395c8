"""Python in colour, line by line; only what changed is lexed again."""

from __future__ import annotations

import re
from functools import lru_cache

from textual.content import Content
from textual.highlight import highlight

KEPT = 1000
"""Blocks that are kept in colour."""

JOINT = "\uffff"
"""Stands for a line break within a string: no character."""

TEXT = re.compile(
    r"""\#[^\n]*
      |\"{3}(?:\\.|[^\\])*?(?:\"{3}|\Z) |'{3}(?:\\.|[^\\])*?(?:'{3}|\Z)
      |"(?:\\.|[^"\\\n])*"? |'(?:\\.|[^'\\\n])*'?""",
    re.VERBOSE | re.DOTALL,
)
"""A comment or a string, closed or not."""


def colored(text: str, tab_size: int) -> list[Content]:
    """The lines of `text` in colour."""
    return [line for block in blocks(text) for line in _block(block, tab_size)]


def blocks(text: str) -> list[str]:
    """Lines of `text`, those joined that one string spans."""
    joined = TEXT.sub(lambda found: found[0].replace("\n", JOINT), text)
    return [block.replace(JOINT, "\n") for block in joined.split("\n")]


@lru_cache(KEPT)
def _block(block: str, tab_size: int) -> tuple[Content, ...]:
    lines = highlight(block, language="python", tab_size=tab_size).split("\n", allow_blank=True)
    missing = block.count("\n") + 1 - len(lines)
    return tuple(lines[:missing] if missing < 0 else [*lines, *[Content()] * missing])
