"""Figures in words: their data as a table, and what they show as one paragraph."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from tutor.charts.bars import keyed, keys
from tutor.charts.matrix import number_text
from tutor.charts.picture import mean_color, pixel_rows
from tutor.charts.regions import extent
from tutor.charts.scale import numbers
from tutor.charts.ticks import write
from tutor.charts.tree import outline
from tutor.charts.words import clean
from tutor.figure import Axis, Bars, Figure, Line, Mark, Matrix, Picture, Points, Raster, Table, Tree

SHOWN = 40
"""Rows that one mark gives at most; the rest is counted."""

Rows = list[tuple[str, ...]]


def as_table(figure: Figure) -> Table:
    """The data of a figure: tables, bars, matrices and lines over one x as they stand, else mark by mark."""
    marks = figure.marks
    lines = [mark for mark in marks if isinstance(mark, Line)]
    bars = [mark for mark in marks if isinstance(mark, Bars)]
    if bars and len(bars) == len(marks):
        return _bars(figure, bars)
    if lines and len(lines) == len(marks):
        grid = numbers(lines[0].x)
        if all(numbers(line.x) == grid and len(line.y) == len(grid) for line in lines):
            return _lines(figure, lines, grid)
    if len(marks) == 1:
        match marks[0]:
            case Table() as table:
                return table
            case Matrix() as matrix:
                return _matrix(matrix)
            case Tree() as tree:
                return Table(("outline",), tuple((twig.lead + twig.text,) for twig in outline(tree)))
            case _:
                pass
    columns = ("what", figure.x.label or "x", figure.y.label or "y")
    return Table(columns, tuple(row for mark in marks for row in _rows(figure, mark)))


def _bars(figure: Figure, bars: Sequence[Bars]) -> Table:
    columns = [keyed(mark) for mark in bars]
    heads = [mark.label or figure.y.label or "value" for mark in bars]
    rows = tuple((key[0], *(_cell(column.get(key)) for column in columns)) for key in keys(bars))
    return Table((figure.x.label or "label", *heads), rows)


def _cell(value: float | None) -> str:
    return "" if value is None else number(value)


def number(value: float) -> str:
    """A value to four significant digits, whole numbers in full; nothing for NaN."""
    if math.isnan(value):
        return ""
    if math.isinf(value) or (value == int(value) and abs(value) < 1e15):
        return f"{value:.0f}"
    return f"{value:.4g}"


def _lines(figure: Figure, lines: Sequence[Line], grid: Sequence[float]) -> Table:
    shown = spread(len(grid))
    heads = [line.label or figure.y.label or "y" for line in lines]
    values = [numbers(line.y) for line in lines]
    rows = [
        (_at(figure.x, grid[index]), *(_at(figure.y, column[index]) for column in values)) for index in shown
    ]
    if len(shown) < len(grid):
        rows.append((f"… {len(shown)} of {len(grid)} rows", *("" for _ in lines)))
    return Table((figure.x.label or "x", *heads), tuple(rows))


def spread(count: int) -> list[int]:
    """All indices below `count`, or `SHOWN` of them evenly spread with both ends."""
    if count <= SHOWN:
        return list(range(count))
    return [step * (count - 1) // (SHOWN - 1) for step in range(SHOWN)]


def _at(axis: Axis, value: float) -> str:
    """A value on an axis: the name of a category, else the number."""
    if axis.categories and value in range(len(axis.categories)):
        return axis.categories[int(value)]
    return number(value)


def _matrix(matrix: Matrix) -> Table:
    corner = " / ".join(label for label in (matrix.row_label, matrix.column_label) if label)
    values = [number_text(value, matrix.digits) for value in numbers(matrix.values)]
    size = len(matrix.columns)
    rows = tuple((name, *values[place * size : (place + 1) * size]) for place, name in enumerate(matrix.rows))
    return Table((corner, *matrix.columns), rows)


def _rows(figure: Figure, mark: Mark) -> Rows:
    """The rows of one mark among others: what it is, x, y."""
    match mark:
        case Points() | Line():
            kind = "points" if isinstance(mark, Points) else "line"
            pairs = list(zip(numbers(mark.x), numbers(mark.y), strict=False))
            rows: Rows = [(mark.label or kind, _at(figure.x, x), _at(figure.y, y)) for x, y in pairs[:SHOWN]]
            return rows + _more(mark.label or kind, len(pairs) - SHOWN)
        case Bars():
            return [
                (mark.label or "bar", label, number(value))
                for label, value in zip(mark.labels, numbers(mark.values), strict=False)
            ]
        case Raster():
            return _raster(mark)
        case Picture():
            red, green, blue = mean_color(mark)
            size = f"{mark.columns} × {pixel_rows(mark)} pixels"
            return [("picture", size, f"mean colour {red}, {green}, {blue}")]
        case Matrix() | Table():
            table = _matrix(mark) if isinstance(mark, Matrix) else mark
            return [(row[0], "", ", ".join(row[1:])) for row in table.rows if row]
        case Tree():
            return [(twig.lead + twig.text, "", "") for twig in outline(mark)]


def _more(name: str, left_out: int) -> Rows:
    return [(name, f"… {left_out} more", "")] if left_out > 0 else []


def _raster(raster: Raster) -> Rows:
    values = [value for value in numbers(raster.values) if math.isfinite(value)]
    if not raster.classes:
        low, high = extent(values)
        return [(raster.label or "grid", f"lowest {number(low)}", f"highest {number(high)}")]
    counts = Counter(int(value) for value in values)
    return [
        (f"region {name}", "", f"{counts[index] / len(values) if values else 0:.1%} of the plane")
        for index, name in enumerate(raster.classes)
    ]


def narrate(figure: Figure) -> str:
    """Title, sentence, axes and legend in one paragraph, for readers who hear instead of see."""
    sentences = [_sentence(figure.title), _sentence(figure.alt)]
    axes = [
        f"{name} shows {axis.label}{' on a logarithmic scale' if axis.log else ''}"
        for name, axis in (("the x axis", figure.x), ("the y axis", figure.y))
        if axis.label
    ]
    if axes:
        sentences.append(_sentence(" and ".join(axes)[:1].upper() + " and ".join(axes)[1:]))
    legend = list(dict.fromkeys(filter(None, map(_entry, figure.marks))))
    if legend:
        sentences.append(_sentence(f"Shown: {', '.join(legend)}"))
    return " ".join(filter(None, sentences))


def _sentence(text: str) -> str:
    text = " ".join(clean(text).split())
    return text if not text or text[-1] in ".!?…:;" else f"{text}."


def _entry(mark: Mark) -> str:
    match mark:
        case Points(label=label) if label:
            return f"{label} ({_count(len(mark.x), 'point')})"
        case Line(label=label) if label:
            return f"{label} (line)"
        case Bars(label=label) if label:
            return f"{label} (bars)"
        case Raster(classes=classes) if classes:
            return f"regions of {_listed(classes)}"
        case Raster(label=label):
            low, high = extent(numbers(mark.values))
            return f"{label or 'a grid'} from {write(low)} to {write(high)}"
        case _:
            return ""


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _listed(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
