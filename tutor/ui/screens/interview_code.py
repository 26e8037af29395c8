"""From an interview to the code that it asks for, and back."""

from __future__ import annotations

from textual.app import App

from tutor.course.errors import ContentError
from tutor.course.tasks import read_task
from tutor.grading.verdict import Verdict
from tutor.grading.workbench import Workbench
from tutor.interview.cluster import on_cluster
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


async def demonstrate(app: App[object], sitting: Sitting, runner: Runner) -> None:
    """Let the learner carry the claim of the present question by a run, on the cluster if it is a job."""
    from tutor.ui.screens.interview_cluster import ClusterScreen
    from tutor.ui.screens.interview_show import ShowMeScreen

    prompt = sitting.session.prompt
    if prompt is not None and on_cluster(prompt):
        await app.push_screen_wait(ClusterScreen(sitting, runner))
    elif prompt is not None:
        await app.push_screen_wait(ShowMeScreen(sitting, runner))


def said(verdict: Verdict) -> str:
    """A verdict in words."""
    count = len(verdict.cases)
    if verdict.status == "passed":
        return f"all {count} cases pass"
    why = f": {verdict.diagnosis}" if verdict.diagnosis else ""
    return f"{verdict.passed} of {count} cases pass{why}"
