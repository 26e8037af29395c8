"""The questions of a lesson, as they are put to the learner."""

from __future__ import annotations

from tutor.grading.study import Study
from tutor.ui.widgets.quiz_pane import Posed


def posed(study: Study, seed: int) -> Posed | None:
    """The question of the current step, if it has one."""
    entry = study.entry_here()
    return Posed(entry, entry.question, seed) if entry else None
