"""The `[[questions]]` and `[[corrections]]` of a lesson.toml."""

from __future__ import annotations

from collections.abc import Callable

from tutor.course.asking import amounts, arranged, options, placed
from tutor.course.errors import nearest
from tutor.course.fields import NAME, SHAPE, Fields
from tutor.course.model import Correction
from tutor.course.prose import Prose
from tutor.course.question import Question

KINDS: dict[str, Callable[[Fields, Prose], Question]] = {
    "single": options.single,
    "multiple": options.multiple,
    "numeric": amounts.numeric,
    "order": arranged.order,
    "match": arranged.match,
    "blank": arranged.blank,
    "bug": options.bug,
    "output": options.output,
    "predict": amounts.prediction,
    "curve": placed.curve,
    "threshold": placed.threshold,
    "plot": amounts.plot,
    "model": options.model,
    "hand": amounts.hand,
    "split": placed.split,
    "text": placed.text,
}
"""The reader of each kind."""


def read_questions(lesson: Fields, prose: Prose) -> tuple[Question, ...]:
    """The questions in order; raises ContentError."""
    questions = []
    taken: set[str] = set()
    for table in lesson.tables("questions"):
        name = table.name("id", NAME, SHAPE)
        if name in taken:
            raise table.fault("id", f"{name!r} is taken by another question; choose another")
        taken.add(name)
        questions.append(_question(table, prose))
    return tuple(questions)


def read_corrections(lesson: Fields, prose: Prose) -> tuple[Correction, ...]:
    """The corrections in order; raises ContentError."""
    corrections = []
    taken: set[str] = set()
    for table in lesson.tables("corrections"):
        table.only("id", "often_written", "right", "as_of")
        name = table.name("id", NAME, SHAPE)
        if name in taken:
            raise table.fault("id", f"{name!r} is taken by another correction; choose another")
        taken.add(name)
        often, right = prose.text(table, "often_written"), prose.text(table, "right")
        corrections.append(Correction(name, often, right, table.text("as_of")))
    return tuple(corrections)


def _question(table: Fields, prose: Prose) -> Question:
    """One question of any kind."""
    kind = table.text("kind")
    if kind not in KINDS:
        hint = nearest(kind, KINDS) or f"; kinds are {', '.join(KINDS)}"
        raise table.fault("kind", f"{kind!r} is no kind of question{hint}")
    return KINDS[kind](table, prose)
