"""Questions answered by placing something, or in words: a curve, a threshold, a split, free text."""

from __future__ import annotations

from typing import Literal, TypeVar

from tutor.course.asking.asked import ASKED, positive, setting, whole, words
from tutor.course.errors import nearest
from tutor.course.fields import Fields
from tutor.course.prose import Prose
from tutor.course.question import Curve, FreeText, Scores, Split, Threshold

Word = TypeVar("Word", bound=str)

TASKS: dict[str, Literal["split", "centroids"]] = {"split": "split", "centroids": "centroids"}
CRITERIA: dict[str, Literal["gini", "entropy"]] = {"gini": "gini", "entropy": "entropy"}


def curve(table: Fields, prose: Prose) -> Curve:
    """A curve to be drawn before its run."""
    table.only(*ASKED, "setting", "line", "x", "low", "high")
    places = table.scalars("x")
    x = tuple(float(each) for each in places if isinstance(each, int | float) and not isinstance(each, bool))
    if len(x) != len(places) or not 6 <= len(x) <= 10 or list(x) != sorted(set(x)):
        raise table.fault("x", "must be 6 to 10 numbers, each above the one before")
    low, high = float(table.number("low")), float(table.number("high"))
    if low >= high:
        raise table.fault("high", "must be above low")
    return Curve(
        **words(table, prose),
        setting=setting(table, "setting", prose),
        line=table.text("line"),
        x=x,
        low=low,
        high=high,
    )


def threshold(table: Fields, prose: Prose) -> Threshold:
    """A threshold on drawn scores."""
    table.only(*ASKED, "positive", "negative", "false_positive", "false_negative", "unit")
    return Threshold(
        **words(table, prose),
        positive=_scores(table, "positive"),
        negative=_scores(table, "negative"),
        false_positive=positive(table, "false_positive"),
        false_negative=positive(table, "false_negative"),
        unit=table.text("unit", ""),
    )


def split(table: Fields, prose: Prose) -> Split:
    """A split or centroids on drawn points."""
    table.only(*ASKED, "task", "n", "centres", "spread", "criterion")
    task = _one_of(table, "task", TASKS, None)
    centres = _centres(table)
    return Split(
        **words(table, prose),
        task=task,
        n=whole(table, "n", 4 * len(centres), 200),
        centres=centres,
        spread=positive(table, "spread"),
        criterion=_one_of(table, "criterion", CRITERIA, "gini"),
    )


def text(table: Fields, prose: Prose) -> FreeText:
    """A short answer in words."""
    table.only(*ASKED, "model_answer", "points", "longest")
    points = prose.texts(table, "points")
    if not 2 <= len(points) <= 5:
        raise table.fault("points", f"there are {len(points)} points; give 2 to 5")
    return FreeText(
        **words(table, prose),
        model_answer=prose.text(table, "model_answer"),
        points=points,
        longest=whole(table, "longest", 80, 4000, 600),
    )


def _scores(table: Fields, key: str) -> Scores:
    """One class's scores."""
    each = table.table(key).only("n", "mean", "sd")
    mean = float(each.number("mean"))
    if not 0 <= mean <= 1:
        raise each.fault("mean", "must be from 0 to 1")
    return Scores(whole(each, "n", 5, 2000), mean, positive(each, "sd"))


def _centres(table: Fields) -> tuple[tuple[float, float], ...]:
    """Where points gather, in the unit square."""
    listed = table.values.get("centres")
    centres = []
    for each in listed if isinstance(listed, list) else []:
        match each:
            case [int() | float() as x, int() | float() as y] if 0 <= x <= 1 and 0 <= y <= 1:
                centres.append((float(x), float(y)))
            case _:
                raise table.fault("centres", f"{each!r} must be [x, y] with both from 0 to 1")
    if not 2 <= len(centres) <= 5:
        raise table.fault("centres", "must be a list of 2 to 5 places [x, y]")
    return tuple(centres)


def _one_of(table: Fields, key: str, known: dict[str, Word], default: Word | None) -> Word:
    """One of the known words."""
    if default is not None and not table.has(key):
        return default
    word = table.text(key)
    if word not in known:
        raise table.fault(key, f"{word!r} is none of {', '.join(known)}{nearest(word, known)}")
    return known[word]
