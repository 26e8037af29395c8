"""What a learner looks up on the way: the glossary, and beliefs put to the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from textual.app import App

from tutor.course.errors import ContentError
from tutor.course.glossary import Glossary, Term, read_glossary
from tutor.course.misconceptions import Misconception, read_misconceptions
from tutor.course.road import Course
from tutor.learner.store import Record
from tutor.ui.ports import Runner
from tutor.ui.refuting import refutation_screen

if TYPE_CHECKING:
    from tutor.ui.providers import Entry

BEHIND = 0.4
"""What a hit among terms and beliefs weighs, against one among lessons."""


@runtime_checkable
class Reading(Protocol):
    """A screen on which something is read."""

    def prose_here(self) -> tuple[str, ...]:
        """The Markdown that the learner has before them."""


def glossary_of(course: Course) -> Glossary:
    """The glossary; an empty one if it cannot be read, as the check tells why."""
    try:
        return read_glossary(course.root)
    except ContentError:
        return Glossary()


def register_of(course: Course) -> Mapping[str, Misconception]:
    """The misconceptions; none if their file cannot be read, as the check tells why."""
    try:
        return read_misconceptions(course.root)
    except ContentError:
        return {}


def consult(
    app: App[Any], course: Course, glossary: Glossary, go: Callable[[str], object], at: Term | None = None
) -> None:
    """Open the glossary at a term, or at the first one of what is read; `go` opens a lesson."""
    from tutor.ui.screens.glossary import GlossaryScreen

    def lesson(name: str) -> tuple[str, bool]:
        """The title of a lesson, and whether it can be opened."""
        found = course.lessons.get(name)
        return (f"{found.number} {found.title}", found.status == "written") if found else (name, False)

    texts = app.screen.prose_here() if isinstance(app.screen, Reading) else ()
    screen = GlossaryScreen(glossary, lesson, here=tuple(glossary.met(texts)), at=at)
    app.push_screen(screen, partial(_follow, go))


def refute(
    app: App[Any],
    course: Course,
    misconception: Misconception,
    record: Record,
    runner: Runner,
    go: Callable[[str], object],
) -> None:
    """Put a belief to the test; `go` opens a lesson."""
    try:
        screen = refutation_screen(course, misconception, record, runner)
    except ValueError as wrong:
        app.notify(str(wrong), title="This belief cannot be tested", severity="warning", markup=False)
        return
    app.push_screen(screen, partial(_follow, go))


def terms(glossary: Glossary, go: Callable[[Term], object]) -> Iterator[Entry]:
    """Every term of the glossary."""
    from tutor.ui.providers import Entry

    for each in glossary.terms:
        yield Entry(
            f"Term: {each.term}", each.sentence, partial(go, each), also=" ".join(each.also), weight=BEHIND
        )


def beliefs(
    course: Course, register: Mapping[str, Misconception], go: Callable[[Misconception], object]
) -> Iterator[Entry]:
    """Every belief that a run refutes."""
    from tutor.ui.providers import Entry

    for each in register.values():
        if each.refuted_by is not None:
            lesson = course.lessons.get(each.lesson)
            about = f"{lesson.number} {lesson.title}" if lesson else ""
            yield Entry(f"Refute: {each.belief}", about, partial(go, each), also=each.id, weight=BEHIND)


def _follow(go: Callable[[str], object], chosen: str | None) -> None:
    """Go where the learner chose to go, if anywhere."""
    if chosen:
        go(chosen)
