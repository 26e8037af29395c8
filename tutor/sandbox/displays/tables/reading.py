"""From the text of a CSV to a DataFrame: the separator, the header, the lines that do not fit."""

from __future__ import annotations

import csv
import io
import itertools
import re
import warnings
from collections import Counter
from dataclasses import dataclass
from typing import Any

from tutor.sandbox.displays.tables.text import TableError, text_of

SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
SAMPLE = 200
"""Lines that are looked at for a guess."""
MOST_COLUMNS = 1000
PROSE = 60
"""Characters of a middling line from which a text without separators is prose."""
NUMBER = re.compile(r"\s*[-+]?(\d+([.,]\d*)?|[.,]\d+)([eE][-+]?\d+)?\s*%?\s*")
DECIMAL_COMMA = re.compile(r"[-+]?\d+,\d+")
SKIPPED = re.compile(r"line (\d+)")


@dataclass(frozen=True, slots=True)
class Reading:
    """A table and what is odd about its file, in sentences."""

    frame: Any
    """A pandas DataFrame."""
    notes: tuple[str, ...]


def read_table(name: str, content: bytes) -> Reading:
    """The table in a CSV file; raises TableError."""
    text, notes = text_of(name, content)
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = _separator(name, text)
    if first.count(separator) >= MOST_COLUMNS:
        raise TableError(
            f"{name} has {first.count(separator) + 1:,} columns; up to {MOST_COLUMNS:,} can be opened here. "
            "Keep those that you need."
        )
    if separator not in (",", ""):
        notes.append(f"Its columns are separated by {SEPARATORS[separator]}.")
    head = _head(text, separator or ",")
    titled = has_header(head)
    if not titled:
        notes.append(
            "The first line looks like data, not like a header: the columns are called column_1, column_2 …"
        )
    decimal = _decimal(head, separator)
    if decimal == ",":
        notes.append("Its numbers have decimal commas.")
    frame = _parsed(name, text, separator or ",", titled, decimal, notes)
    if titled and len(set(head[0])) < len(head[0]):
        twice = [word for word, count in Counter(head[0]).items() if count > 1]
        notes.append(f"Several columns are called {twice[0]!r}: the later ones got a number.")
    if frame.shape[1] == 1:
        notes.append("There is only one column: nothing separates the values of a line.")
    if not len(frame):
        raise TableError(f"{name} has a header but no rows under it.")
    return Reading(frame, tuple(notes))


def has_header(head: list[list[str]]) -> bool:
    """Whether the first of these lines names the columns: it holds no number, and nothing that recurs."""
    if not head or any(NUMBER.fullmatch(cell) for cell in head[0]):
        return False
    if any(NUMBER.fullmatch(cell) for row in head[1:] for cell in row):
        return True
    columns = list(itertools.zip_longest(*head, fillvalue=""))
    return not any(column[0] and column[0] in column[1:] for column in columns)


def _head(text: str, separator: str) -> list[list[str]]:
    """The cells of the first lines."""
    lines = csv.reader(io.StringIO(text), delimiter=separator)
    try:
        return [row for row in itertools.islice(lines, SAMPLE) if row]
    except csv.Error:
        return []


def _separator(name: str, text: str) -> str:
    """What parts the cells: what gives the most lines of one width, and the widest; empty if nothing does."""
    best: tuple[float, int, str] = (0.0, 1, "")
    for separator in SEPARATORS:
        widths = Counter(len(row) for row in _head(text, separator))
        if not widths:
            continue
        width, count = max(widths.items(), key=lambda pair: (pair[1], pair[0]))
        if width > 1:
            best = max(best, (count / widths.total(), width, separator))
    if best[2]:
        return best[2]
    filled = (len(line) for line in text.splitlines() if line.strip())
    lines = sorted(itertools.islice(filled, SAMPLE))
    if lines[len(lines) // 2] > PROSE:
        raise TableError(
            f"{name} is no table: neither commas nor semicolons, tabs or bars part its lines into columns."
        )
    return ""


def _decimal(head: list[list[str]], separator: str) -> str:
    """The sign before decimals."""
    cells = [cell.strip() for row in head[1:] for cell in row]
    commas = sum(bool(DECIMAL_COMMA.fullmatch(cell)) for cell in cells)
    points = sum("." in cell and bool(NUMBER.fullmatch(cell)) for cell in cells)
    return "," if separator in (";", "\t", "|") and commas > points else "."


def _parsed(name: str, text: str, separator: str, titled: bool, decimal: str, notes: list[str]) -> Any:
    """The DataFrame; lines with too many cells are left out, and said."""
    import pandas as pd

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            frame = pd.read_csv(
                io.StringIO(text),
                sep=separator,
                header=0 if titled else None,
                decimal=decimal,
                on_bad_lines="warn",
                low_memory=False,
                index_col=False,
            )
        except pd.errors.EmptyDataError:
            raise TableError(f"{name} is empty: there is nothing in it to read.") from None
        except (pd.errors.ParserError, csv.Error) as error:
            if "EOF inside string" in str(error):
                raise TableError(
                    f"{name} opens a quotation mark that is never closed, so it has no end of line."
                ) from None
            raise TableError(f"{name} cannot be read as a CSV: {error}") from None
    bad = [number for each in caught for number in SKIPPED.findall(str(each.message))]
    if bad:
        lines = f"line {bad[0]}" if len(bad) == 1 else f"{len(bad):,} lines, the first is line {bad[0]},"
        notes.append(f"Left out: {lines} with more values than there are columns.")
    if not titled:
        frame.columns = [f"column_{number}" for number in range(1, frame.shape[1] + 1)]
    return frame
