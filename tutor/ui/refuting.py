"""From answers to the refutation that is due, and from a misconception to its screen."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from textual.message import Message

from tutor.course.errors import ContentError
from tutor.course.locate import origin_of
from tutor.course.misconceptions import Misconception, open_refutation, params_of
from tutor.course.road import Course
from tutor.learner.refuted import KINDS, due
from tutor.learner.store import Record
from tutor.run import RunRequest
from tutor.ui.ports import Runner

if TYPE_CHECKING:
    from tutor.ui.screens.refutation import RefutationScreen

SEED = 0
"""The run is the one that the check has made."""


@dataclass
class Met(Message):
    """The learner has read the feedback on an answer that shows these misconceptions (ids)."""

    misconceptions: tuple[str, ...]


def due_refutation(
    record: Record, register: Mapping[str, Misconception], met: Collection[str], now: datetime
) -> Misconception | None:
    """The one of the misconceptions just met, in answers recorded already, that a run is to refute now."""
    refutable = [each for each in met if each in register and register[each].refuted_by is not None]
    if not refutable:
        return None
    found = due(record.events(*KINDS), refutable, now)
    return register[found] if found is not None else None


def refutation_screen(
    course: Course, misconception: Misconception, record: Record, runner: Runner
) -> RefutationScreen:
    """The screen of a misconception that a run refutes; raises ValueError with a sentence for people."""
    from tutor.ui.screens.refutation import RefutationScreen

    refutation = misconception.refuted_by
    if refutation is None:
        raise ValueError(f"No run refutes this; read {misconception.source}.")
    try:
        experiment = open_refutation(course.root, refutation)
        request = RunRequest(
            source=experiment.source(),
            filename=experiment.path.name,
            entry="run",
            params=params_of(experiment, refutation),
            seed=SEED,
            origin=origin_of(experiment.path),
        )
    except (ContentError, OSError) as fault:
        raise ValueError(str(fault)) from None

    def decided(right: bool) -> None:
        """Record what was predicted."""
        record.append(
            "refuted",
            {
                "misconception": misconception.id,
                "predicted": (refutation.holds if right else refutation.believed).says,
                "right": right,
            },
        )

    lesson = course.lessons.get(misconception.lesson)
    return RefutationScreen(
        misconception,
        refutation,
        request,
        runner,
        lesson=f"{lesson.number} {lesson.title}" if lesson else misconception.lesson,
        opens=lesson is not None and lesson.status == "written",
        decided=decided,
    )
