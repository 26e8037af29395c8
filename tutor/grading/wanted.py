"""The runs that questions need: to be judged, to be asked, or to show that the answer is right."""

from __future__ import annotations

from tutor.course.draws import drawn_choice, run_seed
from tutor.course.locate import origin_of
from tutor.course.model import Lesson
from tutor.course.question import Blank, Curve, GuessModel, Output, Prediction, ReadPlot
from tutor.grading.answer import Filled
from tutor.grading.blank import trial
from tutor.grading.entry import Entry
from tutor.run import RunRequest


def wanted_run(lesson: Lesson, entry: Entry) -> RunRequest | None:
    """The run that the question needs now; None if it needs none.

    A plot and a model to be guessed need theirs to be shown at all; a prediction, a curve and a blank once
    they are committed.
    """
    committed = entry.phase == "committed"
    match entry.question, entry.answer:
        case (ReadPlot(setting=setting), _):
            return setting_run(lesson, setting, run_seed(entry.draw))
        case (GuessModel() as question, _):
            chosen = question.choices[drawn_choice(question, entry.draw)]
            return setting_run(lesson, chosen.setting, run_seed(entry.draw))
        case (Prediction(setting=setting) | Curve(setting=setting), _) if committed:
            return setting_run(lesson, setting)
        case (Blank() as question, Filled(texts)) if committed:
            return trial(question, texts)
    return None


def proof_run(lesson: Lesson, entry: Entry) -> RunRequest | None:
    """The run that shows that the answer is right, once it is told; None if there is none."""
    if entry.phase != "graded":
        return None
    if isinstance(entry.question, Output):
        return RunRequest(entry.question.code, origin=origin_of(lesson.folder))
    return setting_run(lesson, entry.question.proof) if entry.question.proof else None


def setting_run(lesson: Lesson, setting: str, seed: int = 0) -> RunRequest:
    """The run of a setting with its own params; raises KeyError and OSError."""
    experiment = lesson.experiment(setting)
    return RunRequest(
        source=experiment.source(),
        filename=experiment.path.name,
        entry="run",
        params=lesson.params(setting),
        seed=seed,
        origin=origin_of(experiment.path),
    )
