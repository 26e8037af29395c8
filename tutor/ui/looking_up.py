"""A shell in which terms are looked up and beliefs are put to the test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from tutor.course.road import Course
from tutor.ui.choosing import ChoosingShell
from tutor.ui.ports import Runner

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.course.glossary import Term
    from tutor.course.misconceptions import Misconception
    from tutor.ui.providers import Entry
    from tutor.ui.refuting import Met


class LookingUpShell(ChoosingShell):
    """A shell with a glossary and a register of misconceptions; the app gives it course, runner and clock."""

    _read_course: Callable[[], Course]
    _runner: Runner
    _now: Callable[[], datetime]

    def show_lesson(self, lesson_id: str, step: str | None = None) -> None:
        """Open a lesson; the app knows how."""
        raise NotImplementedError

    @cached_property
    def _misconceptions(self) -> Mapping[str, Misconception]:
        """What people believe, and what is so."""
        from tutor.ui.consulting import register_of

        return register_of(self._read_course())

    def action_glossary(self) -> None:
        """The terms of the course, those of the present step first."""
        self.show_term(None)

    def show_term(self, term: Term | None) -> None:
        """The glossary at this term, or at the first one of the present step."""
        from tutor.ui.consulting import consult, glossary_of

        consult(self, self._read_course(), glossary_of(self._read_course()), self.show_lesson, term)

    def show_beliefs(self) -> None:
        """A palette with nothing but beliefs."""
        from tutor.ui.consulting import beliefs
        from tutor.ui.providers import search

        entries = tuple(beliefs(self._read_course(), self._misconceptions, self.show_refutation))
        listed = [replace(each, listed=True, words=each.words.removeprefix("Refute: ")) for each in entries]
        self.push_screen(search("Refute a belief…", lambda: listed))

    def show_refutation(self, misconception: Misconception) -> None:
        """Put a belief to the test."""
        from tutor.ui.consulting import refute

        refute(self, self._read_course(), misconception, self._record, self._runner, self.show_lesson)

    def on_met(self, event: Met) -> None:
        """A misconception that was met again is put to the test."""
        from tutor.ui.refuting import due_refutation

        found = due_refutation(self._record, self._misconceptions, event.misconceptions, self._now())
        if found is not None:
            self.show_refutation(found)

    def looked_up(self) -> tuple[Entry, ...]:
        """Every belief and every term, for the palette."""
        from tutor.ui.consulting import beliefs, glossary_of, terms

        course = self._read_course()
        tested = beliefs(course, self._misconceptions, self.show_refutation)
        return (*tested, *terms(glossary_of(course), self.show_term))
