"""From a lesson to one of its exercises, and back."""

from __future__ import annotations

from textual.app import App

from tutor.grading.study import Study
from tutor.ui.ports import Runner
from tutor.ui.refuting import Met


async def exercise(app: App[object], study: Study, runner: Runner) -> bool:
    """Let the learner work on the exercise of the current step; whether the lesson shall go on then.

    What its wrong solutions have shown to be misconceived may be put to the test afterwards.
    """
    from tutor.ui.screens.exercise import ExerciseScreen

    try:
        bench = study.bench(study.walk.step.ref)
    except OSError as error:
        app.notify(f"The exercise cannot be read: {error}", severity="warning", markup=False)
        return False
    ending = await app.push_screen_wait(ExerciseScreen(bench, runner))
    study.leave_bench()
    if bench.met:
        app.post_message(Met(bench.met))
    return ending == "on"
