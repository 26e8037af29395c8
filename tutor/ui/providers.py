"""What the command palette finds: lessons, experiments, bookmarks, notes, settings, actions."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from tutor.course.errors import ContentError
from tutor.course.model import Course, Lesson
from tutor.learner.progress import Progress
from tutor.ui.theme import LABELS


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette."""

    words: str
    about: str
    go: Callable[[], object]
    listed: bool = False
    """Whether it is there before anything is typed."""
    also: str = ""
    """Further words by which it is found, such as a lesson's id."""
    weight: float = 1.0
    """Below 1 for what stands behind lessons and actions that fit as well."""

    def score(self, query: str, match: Callable[[str], float]) -> float:
        """How well the query fits: letters in order count a little, the query as it stands a lot."""
        literal = query.casefold() in f"{self.words} {self.also}".casefold()
        return self.weight * (literal + max(match(self.words), match(self.also)))


def provider(entries: Callable[[], Iterable[Entry]], *, slow: bool = False) -> type[Provider]:
    """A provider of these entries; slow ones are gathered in a thread, so they must not touch the record."""

    class Entries(Provider):
        """Entries found by their words."""

        async def startup(self) -> None:
            """Gather the entries once for each palette."""
            self._entries = await asyncio.to_thread(tuple, entries()) if slow else tuple(entries())

        async def discover(self) -> Hits:
            """What is listed before anything is typed."""
            for entry in self._entries:
                if entry.listed:
                    yield DiscoveryHit(entry.words, entry.go, help=entry.about)

        async def search(self, query: str) -> Hits:
            """The entries whose words match."""
            matcher = self.matcher(query)
            for entry in self._entries:
                score = entry.score(query, matcher.match)
                if score > 0:
                    yield Hit(score, matcher.highlight(entry.words), entry.go, help=entry.about)

    return Entries


def lessons(course: Course, progress: Progress, go: Callable[[str], object]) -> Iterator[Entry]:
    """Every lesson, the planned ones too; those that can be opened are listed."""
    units = {unit.id: unit.title for unit in course.units}
    for each in course.lessons.values():
        state = progress.lesson(each.id).state if each.status == "written" else each.status
        about = " · ".join(
            (units.get(each.unit, ""), state, *([f"{each.minutes} min"] if each.minutes else []))
        )
        written = each.status == "written"
        yield Entry(f"{each.number} {each.title}", about, partial(go, each.id), written, each.id)


def experiments(
    course: Course, open_lesson: Callable[[str], Lesson], go: Callable[[str, str], object]
) -> Iterator[Entry]:
    """Every experiment of the written lessons."""
    for summary in course.lessons.values():
        if summary.status != "written":
            continue
        try:
            lesson = open_lesson(summary.id)
        except ContentError:
            continue
        first: dict[str, str] = {}
        for step in lesson.steps:
            if step.kind == "experiment":
                first.setdefault(lesson.experiment(step.ref).id, step.id)
        for each in lesson.experiments:
            step_id = first.get(each.id, lesson.steps[0].id)
            yield Entry(
                f"Experiment: {each.title}",
                f"{lesson.number} {lesson.title}",
                partial(go, lesson.id, step_id),
            )


def marks(course: Course, progress: Progress, go: Callable[[str, str], object]) -> Iterator[Entry]:
    """Every bookmark and every note."""
    for name in progress.lessons:
        if name not in course.lessons:
            continue
        place = f"{course.lessons[name].number} {course.lessons[name].title}"
        for step in progress.bookmarks(name):
            words = f"Bookmark: {step.replace('-', ' ')}"
            yield Entry(words, place, partial(go, name, step))
        for step, text in progress.notes(name).items():
            words = f"Note: {' '.join(text.split())}"
            yield Entry(words, place, partial(go, name, step))


def settings(choose: Callable[[str, str], object]) -> Iterator[Entry]:
    """Every value of every setting."""
    for theme, label in LABELS.items():
        yield Entry(f"Colours: {label}", "setting", partial(choose, "theme", theme), True)
    yield Entry("Motion: on", "setting", partial(choose, "motion", "full"))
    yield Entry("Motion: off", "setting", partial(choose, "motion", "none"))


class Actions(Protocol):
    """What the palette can make the app do."""

    def request_lesson(self, lesson_id: str) -> None: ...
    def show_lesson(self, lesson_id: str, step: str | None = None) -> None: ...
    def choose(self, setting: str, value: str) -> None: ...
    def show_free(self) -> None: ...
    def open_table(self) -> None: ...
    def show_settings(self) -> None: ...
    def action_interview(self) -> object: ...
    def action_crimes(self) -> None: ...
    def action_glossary(self) -> None: ...
    def show_beliefs(self) -> None: ...
    def action_help(self) -> None: ...
    def action_jump(self) -> None: ...
    async def action_quit(self) -> None: ...


def actions(app: Actions) -> Iterator[Entry]:
    """What works everywhere."""
    yield Entry("Free sandbox", "write and run code of your own", app.show_free, True)
    yield Entry("Mock interview", "questions, follow-ups, code, a report", app.action_interview, True)
    yield Entry("Crime scenes", "scripts to be found out and mended", app.action_crimes, True)
    yield Entry("Glossary", "what the terms mean", app.action_glossary, True)
    yield Entry("Refute a belief", "bet on what people say, and let a run decide", app.show_beliefs, True)
    yield Entry("Open a CSV", "a table of your own, with a first report on it", app.open_table, True)
    yield Entry("Settings", "colours and motion", app.show_settings, True)
    yield Entry("Keys and help", "what can be pressed here", app.action_help, True)
    yield Entry("Jump", "go to any control by a letter", app.action_jump, True)
    yield Entry("Leave", "everything is kept", app.action_quit, True)


def search(placeholder: str, *sources: Callable[[], Iterable[Entry]]) -> CommandPalette:
    """A palette over these entries."""
    return CommandPalette(
        [provider(each) for each in sources], placeholder=placeholder, id="--command-palette"
    )


def everything(
    course: Course,
    open_lesson: Callable[[str], Lesson],
    progress: Progress,
    app: Actions,
    further: Iterable[Entry] = (),
) -> CommandPalette:
    """The palette over all there is, and over `further` entries."""
    providers = [
        provider(lambda: lessons(course, progress, app.request_lesson)),
        provider(lambda: marks(course, progress, app.show_lesson)),
        provider(lambda: actions(app)),
        provider(lambda: settings(app.choose)),
        provider(lambda: further),
        provider(lambda: experiments(course, open_lesson, app.show_lesson), slow=True),
    ]
    return CommandPalette(providers, placeholder="Find anything…", id="--command-palette")
