"""Markdown as plain text of a terminal's width."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from tutor.course.placeholder import CODE
from tutor.course.terms import MARK

WIDTH = 78

LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
EMPHASIS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)", flags=re.DOTALL)
ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")


def plain_prose(markdown: str) -> str:
    """Markdown with its signs lightly stripped and its paragraphs wrapped; code stays as it is, indented."""
    blocks: list[str] = []
    at = 0
    for code in CODE.finditer(markdown):
        if code["fence"]:
            blocks.extend(_paragraphs(markdown[at : code.start()]))
            blocks.append(textwrap.indent("\n".join(code[0].splitlines()[1:-1]), "    "))
            at = code.end()
    blocks.extend(_paragraphs(markdown[at:]))
    return "\n\n".join(blocks)


def _paragraphs(markdown: str) -> Iterator[str]:
    """Paragraphs and list items, wrapped; tables and indented code stay as they are."""
    for block in re.split(r"\n\s*\n", markdown.strip("\n")):
        if not block.strip():
            continue
        if block.startswith("    ") or block.lstrip().startswith("|"):
            yield block
            continue
        items: list[str] = []
        for line in block.splitlines():
            if ITEM.match(line) or not items:
                items.append(line)
            else:
                items[-1] += " " + line.strip()
        yield "\n".join(_item(item) for item in items)


def _item(text: str) -> str:
    """A paragraph, or one item of a list under its bullet."""
    bullet = ITEM.match(text)
    return wrapped(stripped(text[bullet.end() :]), bullet[0]) if bullet else wrapped(stripped(text))


def stripped(text: str) -> str:
    """Markdown without heading, quotation and emphasis signs; links show their address, marked
    terms their words."""
    parts = []
    at = 0
    for code in CODE.finditer(text):
        parts += [_unsigned(text[at : code.start()]), code[0]]
        at = code.end()
    return "".join((*parts, _unsigned(text[at:])))


def _unsigned(text: str) -> str:
    """Text without code, its signs removed."""
    text = re.sub(r"^\s*(#{1,6}|>)\s+", "", MARK.sub(r"\1", text), flags=re.MULTILINE)
    return EMPHASIS.sub(r"\2", LINK.sub(r"\1 (\2)", text))


def wrapped(text: str, lead: str = "") -> str:
    """One paragraph in lines of at most `WIDTH`, the further ones under the first word."""
    indent = " " * len(lead) if len(lead) < WIDTH // 4 else "  "
    return textwrap.fill(
        " ".join(text.split()),
        WIDTH,
        initial_indent=lead,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
