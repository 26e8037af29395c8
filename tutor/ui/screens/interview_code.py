"""From an interview to the code that it asks for, and back."""

from __future__ import annotations

from textual.app import App

from tutor.course.errors import ContentError
from tutor.course.tasks import read_task
from tutor.grading.verdict import Verdict
from tutor.grading.workbench import Workbench
from tutor.interview.moves import Coded
from tutor.ui.ports import Runner
from tutor.ui.sitting import Sitting


async def code(app: App[object], sitting: Sitting, runner: Runner) -> bool:
    """Let the learner write the code of the present question; whether the interview shall go on then."""
    from tutor.ui.screens.exercise import ExerciseScreen

    session = sitting.session
    if session.prompt is None:
        return False

    def judged(source: str, verdict: Verdict) -> None:
        """Every attempt becomes part of the interview."""
        sitting.take(Coded(sitting.at, source, verdict.passed, len(verdict.cases), said(verdict)))

    place = f"interview/{session.setup.interview}/{len(session.exchanges)}"
    try:
        bench = Workbench(read_task(session.prompt), place, sitting.record, told=judged)
    except (ContentError, OSError) as error:
        app.notify(f"The task cannot be read: {error}", severity="warning", markup=False)
        return True
    return await app.push_screen_wait(ExerciseScreen(bench, runner, left=lambda: sitting.left)) == "on"


def said(verdict: Verdict) -> str:
    """A verdict in words."""
    count = len(verdict.cases)
    if verdict.status == "passed":
        return f"all {count} cases pass"
    why = f": {verdict.diagnosis}" if verdict.diagnosis else ""
    return f"{verdict.passed} of {count} cases pass{why}"
