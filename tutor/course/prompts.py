"""The question bank: `lessons/interview/<stage>/<id>.toml` → prompts; every fault is a ContentError."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar, get_args

from tutor.course.errors import ContentError
from tutor.course.fields import NAME, SHAPE, Fields, read_fields
from tutor.course.labelled import ANSWERS
from tutor.course.phrasings import PHRASINGS, read_phrasings
from tutor.course.rubric import (
    Clarification,
    FollowUp,
    KeyPoint,
    Level,
    Need,
    Prompt,
    Rubric,
    Severity,
    ShowMe,
    Stage,
    WrongBelief,
)

Word = TypeVar("Word", bound=str)

STAGES: tuple[Stage, ...] = get_args(Stage)
LEVELS: tuple[Level, ...] = get_args(Level)
NEEDS: tuple[Need, ...] = get_args(Need)
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
FORMS = ("", "plan", "star", "two-audiences", "parallel")
BESIDE = (ANSWERS, PHRASINGS)
"""How the files end that lie beside a prompt's own."""

KEYS = (
    "format_version",
    "id",
    "level",
    "topic",
    "competency",
    "question",
    "reference",
    "expected_words",
    "lessons",
    "from_article",
    "points",
    "misconceptions",
    "follow_ups",
    "clarifications",
    "show_me",
    "steps",
    "peers",
    "exercise",
    "form",
)


def read_prompts(root: Path) -> tuple[Prompt, ...]:
    """Every prompt of the course in `root`, by stage and id; raises ContentError."""
    prompts: dict[str, Prompt] = {}
    for stage in STAGES:
        for file in sorted((root / "interview" / stage).glob("*.toml")):
            if file.name.endswith(BESIDE):
                continue
            prompt = read_prompt(file, stage)
            if prompt.id in prompts:
                raise ContentError(
                    file, 1, "id", f"{prompt.id!r} is taken by another question; choose another"
                )
            prompts[prompt.id] = prompt
    return tuple(prompts.values())


def read_prompt(file: Path, stage: Stage) -> Prompt:
    """One prompt; raises ContentError."""
    fields = read_fields(file).only(*KEYS)
    name = fields.name("id", NAME, SHAPE)
    if name != file.stem:
        raise fields.fault("id", f"must be {file.stem!r}, as the file is called")
    form = fields.text("form", "")
    if form not in FORMS:
        raise fields.fault("form", f"must be one of {', '.join(FORMS[1:])}")
    rubric = _rubric(fields, "question")
    follow_ups = _follow_ups(fields, rubric)
    phrasings = read_phrasings(file)
    if phrasings is not None:
        rubric, follow_ups = phrasings.rubric(rubric), phrasings.follow_ups(follow_ups)
    return Prompt(
        id=name,
        stage=stage,
        level=_one_of(fields, "level", LEVELS),
        topic=fields.text("topic"),
        competency=fields.text("competency"),
        rubric=rubric,
        folder=file.parent,
        lessons=fields.texts("lessons"),
        expected_words=_span(fields),
        follow_ups=follow_ups,
        clarifications=tuple(
            Clarification(each.only("about", "answer").texts("about"), each.text("answer"))
            for each in fields.tables("clarifications")
        ),
        show_me=_show_me(fields),
        steps=fields.texts("steps"),
        peers=_peers(fields),
        exercise=fields.text("exercise", ""),
        form=form,
        from_article=fields.flag("from_article"),
    )


def _rubric(fields: Fields, question: str) -> Rubric:
    """The question, its model answer and what it is judged by."""
    points = tuple(_point(each) for each in fields.tables("points"))
    if not points:
        raise fields.fault("points", "is missing; say what a good answer covers")
    names = [point.id for point in points]
    if len(set(names)) != len(names):
        raise fields.fault("points", "two points have the same id; choose another")
    return Rubric(
        question=fields.text(question),
        reference=fields.text("reference"),
        points=points,
        misconceptions=tuple(_belief(each, names) for each in fields.tables("misconceptions")),
    )


def _point(table: Fields) -> KeyPoint:
    """One key point."""
    table.only("id", "need", "weight", "say", "anchors", "groups", "numbers", "not", "hint")
    anchors = table.texts("anchors")
    if not anchors:
        raise table.fault("anchors", "is missing; write three to six ways to say the point")
    weight = float(table.number("weight", 1.0))
    if weight <= 0:
        raise table.fault("weight", "must be above 0")
    return KeyPoint(
        id=table.name("id", NAME, SHAPE),
        need=_one_of(table, "need", NEEDS, "expected"),
        weight=weight,
        say=table.text("say"),
        anchors=anchors,
        groups=_lists(table, "groups"),
        numbers=_numbers(table, "numbers"),
        against=table.texts("not"),
        hint=table.text("hint", ""),
    )


def _belief(table: Fields, points: list[str]) -> WrongBelief:
    """One misconception."""
    table.only("id", "severity", "anchors", "confusable_with")
    like = table.text("confusable_with", "")
    if like and like not in points:
        raise table.fault("confusable_with", f"{like!r} is no point of this question")
    anchors = table.texts("anchors")
    if not anchors:
        raise table.fault("anchors", "is missing; write how the misconception sounds")
    severity = _one_of(table, "severity", SEVERITIES, "minor")
    return WrongBelief(table.name("id", NAME, SHAPE), severity, anchors, like)


def _follow_ups(fields: Fields, rubric: Rubric) -> tuple[FollowUp, ...]:
    """The further questions, each with a small rubric of its own."""
    found = []
    for table in fields.tables("follow_ups"):
        table.only("id", "when_missing", "when_believed", "ask", "reference", "points")
        missing, believed = table.text("when_missing", ""), table.text("when_believed", "")
        if missing and all(missing != each.id for each in rubric.points):
            raise table.fault("when_missing", f"{missing!r} is no point of this question")
        if believed and all(believed != each.id for each in rubric.misconceptions):
            raise table.fault("when_believed", f"{believed!r} is no misconception of this question")
        found.append(FollowUp(table.name("id", NAME, SHAPE), _rubric(table, "ask"), missing, believed))
    return tuple(found)


def _show_me(fields: Fields) -> ShowMe | None:
    """The claim to be demonstrated."""
    tables = [fields.table("show_me")] if fields.has("show_me") else []
    for table in tables:
        table.only("ask", "starter", "test", "says", "solution")
        if not table.has("solution"):
            raise table.fault("solution", "is missing; add the starter with the change that makes test true")
        return ShowMe(
            ask=table.text("ask"),
            starter=table.text("starter"),
            test=table.text("test"),
            says=table.text("says"),
            solution=table.text("solution"),
        )
    return None


def _span(fields: Fields) -> tuple[int, int]:
    """How many words an answer is expected to have."""
    if not fields.has("expected_words"):
        return 40, 160
    low, high = (*map(int, _numbers(fields, "expected_words")), 0, 0)[:2]
    if not 0 < low < high:
        raise fields.fault("expected_words", "must be two numbers, the smaller first, such as [40, 160]")
    return low, high


def _peers(fields: Fields) -> tuple[tuple[int, ...], ...]:
    """Groups of steps that may stand in any order; counted from 1 in the file."""
    value = fields.values.get("peers", [])
    groups: list[object] = value if isinstance(value, list) else [None]
    steps = len(fields.texts("steps"))
    found: list[tuple[int, ...]] = []
    for group in groups:
        if not isinstance(group, list) or not all(
            isinstance(each, int) and 1 <= each <= steps for each in group
        ):
            raise fields.fault("peers", f"must be lists of steps by number, from 1 to {steps}")
        found.append(tuple(each - 1 for each in group))
    return tuple(found)


def _lists(table: Fields, key: str) -> tuple[tuple[str, ...], ...]:
    """A list of lists of texts."""
    value = table.values.get(key, [])
    if not isinstance(value, list) or not all(
        isinstance(group, list) and group and all(isinstance(each, str) and each.strip() for each in group)
        for group in value
    ):
        raise table.fault(key, "must be lists of words, such as [['l1', 'lasso'], ['zero', 'sparse']]")
    return tuple(tuple(each.strip() for each in group) for group in value)


def _numbers(table: Fields, key: str) -> tuple[float, ...]:
    """A list of numbers."""
    value = table.values.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, int | float) for each in value):
        raise table.fault(key, "must be a list of numbers")
    return tuple(float(each) for each in value)


def _one_of(table: Fields, key: str, known: tuple[Word, ...], otherwise: Word | None = None) -> Word:
    """One of the words that are known."""
    text = table.text(key, otherwise)
    for word in known:
        if text == word:
            return word
    raise table.fault(key, f"{text!r} must be one of {', '.join(known)}")


__all__ = ["FORMS", "LEVELS", "STAGES", "read_prompt", "read_prompts"]
