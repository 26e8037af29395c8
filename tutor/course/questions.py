"""The `[[questions]]` and `[[corrections]]` of a lesson.toml."""

from __future__ import annotations

from tutor.course.errors import nearest
from tutor.course.fields import NAME, SHAPE, Fields
from tutor.course.model import (
    Choice,
    Correction,
    MultipleChoice,
    Numeric,
    Prediction,
    Question,
    SingleChoice,
    Slip,
)
from tutor.course.prose import Prose

KINDS = ("single", "multiple", "numeric", "predict")
ASKED = ("id", "kind", "stem", "explain", "hint")
TOLERANCE = ("key", "unit", "abs_tol", "rel_tol")


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
    match kind:
        case "single":
            table.only(*ASKED, "keep_order", "choices")
            return SingleChoice(
                id=table.text("id"),
                stem=prose.text(table, "stem"),
                choices=_choices(table, prose),
                explain=prose.text(table, "explain"),
                hint=prose.text(table, "hint", ""),
                keep_order=table.flag("keep_order"),
            )
        case "multiple":
            table.only(*ASKED, "keep_order", "choices")
            return MultipleChoice(
                id=table.text("id"),
                stem=prose.text(table, "stem"),
                choices=_choices(table, prose),
                explain=prose.text(table, "explain"),
                hint=prose.text(table, "hint", ""),
                keep_order=table.flag("keep_order"),
            )
        case "numeric":
            return _numeric(table, prose)
        case "predict":
            return _prediction(table, prose)
    hint = nearest(kind, KINDS) or f"; kinds are {', '.join(KINDS)}"
    raise table.fault("kind", f"{kind!r} is no kind of question{hint}")


def _numeric(table: Fields, prose: Prose) -> Numeric:
    """A question for a number."""
    table.only(*ASKED, *TOLERANCE, "slips")
    slips = []
    for slip in table.tables("slips"):
        slip.only("key", "why")
        key = prose.expression(slip, "key", test=False, bare=False)
        slips.append(Slip(key, prose.text(slip, "why")))
    absolute, relative = _tolerance(table, 0.01)
    return Numeric(
        id=table.text("id"),
        stem=prose.text(table, "stem"),
        key=prose.expression(table, "key", test=False, bare=False),
        explain=prose.text(table, "explain"),
        unit=table.text("unit", ""),
        abs_tol=absolute,
        rel_tol=relative,
        slips=tuple(slips),
        hint=prose.text(table, "hint", ""),
    )


def _prediction(table: Fields, prose: Prose) -> Prediction:
    """A question that a run answers: choices with `when`, or a number."""
    table.only(*ASKED, *TOLERANCE, "keep_order", "choices", "setting")
    setting = table.text("setting")
    if setting not in prose.settings:
        raise table.fault("setting", f"no setting is called {setting!r}{nearest(setting, prose.settings)}")
    if table.has("key") == table.has("choices"):
        raise table.fault("", "a prediction has either choices with 'when' or a key; give one of the two")
    absolute, relative = _tolerance(table, 0.1)
    numeric = table.has("key")
    return Prediction(
        id=table.text("id"),
        stem=prose.text(table, "stem"),
        explain=prose.text(table, "explain"),
        setting=setting,
        choices=() if numeric else _choices(table, prose, predicted=True),
        key=prose.expression(table, "key", test=False, bare=True) if numeric else "",
        unit=table.text("unit", ""),
        abs_tol=absolute,
        rel_tol=relative,
        hint=prose.text(table, "hint", ""),
        keep_order=not table.has("keep_order") or table.flag("keep_order"),
    )


def _tolerance(table: Fields, otherwise: float) -> tuple[float, float]:
    """Absolute and relative tolerance; `otherwise` is the relative one when none is given."""
    absolute = float(table.number("abs_tol", 0.0))
    relative = float(table.number("rel_tol", 0.0 if table.has("abs_tol") else otherwise))
    for key, value in (("abs_tol", absolute), ("rel_tol", relative)):
        if value < 0:
            raise table.fault(key, "must not be below 0")
    return absolute, relative


def _choices(table: Fields, prose: Prose, *, predicted: bool = False) -> tuple[Choice, ...]:
    """The options of a question, each with its reason."""
    choices = []
    for each in table.tables("choices"):
        each.only("text", "why", "misconception", "when" if predicted else "right")
        choices.append(
            Choice(
                text=prose.text(each, "text"),
                right=False if predicted else each.flag("right"),
                why=prose.text(each, "why"),
                when=prose.expression(each, "when", test=True, bare=True) if predicted else "",
                misconception=each.name("misconception", NAME, SHAPE) if each.has("misconception") else "",
            )
        )
    if len(choices) < 2:
        raise table.fault("choices", "a question needs at least two options; add some")
    return tuple(choices)
