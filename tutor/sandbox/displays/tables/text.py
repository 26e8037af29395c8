"""From the bytes of a file to its text, with what had to be guessed."""

from __future__ import annotations

import re

SIGNATURES = (
    (b"PK\x03\x04", "an Excel workbook or a zip archive: save the sheet as CSV, or unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook: save the sheet as CSV"),
    (b"\x1f\x8b", "compressed with gzip: unpack it first"),
    (b"PAR1", "a Parquet file: save it as CSV"),
    (b"SQLite format 3", "an SQLite database: export a table of it as CSV"),
    (b"%PDF", "a PDF: copy the table out of it and save that as CSV"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x80\x04", "a Python pickle: save what is in it as CSV"),
)
MARKUP = re.compile(r"\s*<(!doctype|html|\?xml)", re.IGNORECASE)
JSON = re.compile(r'\s*(\{\s*"|\[\s*[\[{])')
BINARY = 0.05
"""Share of control characters from which a file is no text."""


class TableError(ValueError):
    """Why there is no table to be had from a file; for people."""


def text_of(name: str, content: bytes) -> tuple[str, list[str]]:
    """The text of a file, and sentences on what is odd about it; raises TableError."""
    for signature, what in SIGNATURES:
        if content.startswith(signature):
            raise TableError(f"{name} is not a CSV but {what}.")
    notes: list[str] = []
    text = _decoded(content, notes)
    if text.count("\0"):
        text = _without_nul(name, text, notes)
    if not text.strip():
        raise TableError(f"{name} is empty: there is nothing in it to read.")
    controls = sum(text.count(chr(code)) for code in (*range(1, 9), *range(14, 32)))
    if controls > BINARY * len(text):
        raise TableError(f"{name} is not a text file but something binary: save it as CSV first.")
    if MARKUP.match(text):
        raise TableError(
            f"{name} is not a CSV but a web page or XML: look for its link to download the data."
        )
    if JSON.match(text):
        raise TableError(f"{name} is not a CSV but JSON: pandas reads that with read_json; save it as CSV.")
    return text, notes


def _decoded(content: bytes, notes: list[str]) -> str:
    """The text in UTF-8, in UTF-16 with its mark, else in Latin-1, which is a guess."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        notes.append("It is written in UTF-16; most programs expect UTF-8.")
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        notes.append(
            f"It is not UTF-8 (line {line} is not), so it was read as Latin-1, a guess: "
            "look whether words with accents are right."
        )
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _without_nul(name: str, text: str, notes: list[str]) -> str:
    """The text without NUL bytes; raises TableError when there are too many for a damaged text."""
    count = text.count("\0")
    if count > BINARY * len(text):
        raise TableError(f"{name} is not a text file but something binary: {count:,} of its bytes are NUL.")
    line = text.count("\n", 0, text.index("\0")) + 1
    notes.append(
        f"{count:,} NUL byte{'s were' if count > 1 else ' was'} left out, the first in line {line}: "
        "something damaged this file, look at what stands there."
    )
    return text.replace("\0", "")
