"""The questions of a lesson as they are put to the learner, and the runs that they need quietly."""

from __future__ import annotations

from typing import TypeAlias

from tutor.course.question import Blank, Curve, GuessModel, Output, Prediction, ReadPlot
from tutor.figure import Figure, Line
from tutor.grading import Answer
from tutor.grading.entry import Entry, draws_afresh
from tutor.grading.evidence import Evidence, evidence
from tutor.grading.study import Study
from tutor.run import RunRequest, RunResult
from tutor.ui.widgets.quiz_pane import Posed

Place: TypeAlias = tuple[str, int, Answer | None]

AGAIN = "Nothing is lost; r tries again."


class Asking:
    """What each question shows: the runs that ended well are kept while the lesson is open."""

    def __init__(self, study: Study, seed: int) -> None:
        """`seed` shuffles options."""
        self._study = study
        self._seed = seed
        self._results: dict[Place, RunResult] = {}
        self._troubles: dict[Place, str] = {}
        self._proves: str | None = None

    def posed(self) -> Posed | None:
        """The question of the current step, if it has one."""
        entry = self._study.entry_here()
        if entry is None:
            return None
        return Posed(
            entry,
            seed=entry.draw if draws_afresh(entry.question) else self._seed,
            shown=self._shown(entry),
            needs=isinstance(entry.question, ReadPlot | GuessModel),
            trouble=self._troubles.get(_place(entry), ""),
        )

    def wanted(self) -> tuple[Entry, RunRequest] | None:
        """The run that the question here waits for without anybody asking for it, if any."""
        entry = self._study.entry_here()
        if entry is None or _place(entry) in (*self._troubles, *self._results):
            return None
        try:
            request = self._request(entry)
        except OSError as error:
            self._troubles[_place(entry)] = f"The experiment's file cannot be read: {error}. {AGAIN}"
            return None
        return (entry, request) if request else None

    def arrived(self, entry: Entry, result: RunResult) -> bool:
        """A wanted run ended: keep it, and let it judge; whether that changes anything."""
        if result.status == "stopped":
            return False
        judges = isinstance(entry.question, Blank) and result.status != "crashed"
        if result.status != "ok" and not judges:
            self._troubles[_place(entry)] = (
                f"The run that this question needs failed. {evidence(result).failure} {AGAIN}"
            )
            return True
        self._results[_place(entry)] = result
        self._study.arrived(entry.question.id, result)
        return True

    def prove(self) -> str | None:
        """The setting whose run proves the answer; None for code, which is run where it stands."""
        entry = self._study.entry_here()
        if entry is not None and isinstance(entry.question, Output):
            self._proves = entry.question.id
            return None
        return entry.question.proof if entry is not None else None

    @property
    def failed(self) -> bool:
        """Whether the run that the question here needs failed."""
        entry = self._study.entry_here()
        return entry is not None and _place(entry) in self._troubles

    def forget_trouble(self) -> bool:
        """Try again what failed here; whether anything had."""
        entry = self._study.entry_here()
        return entry is not None and self._troubles.pop(_place(entry), None) is not None

    def _request(self, entry: Entry) -> RunRequest | None:
        """What a question waits for; a prediction waits for a run that the learner asks for."""
        match entry.question:
            case Output():
                mine = self._proves == entry.question.id
                return self._study.proof_run(entry.question.id) if mine else None
            case Prediction():
                return None
            case Curve() if self._study.walk.step.kind == "predict":
                return None
        return self._study.wanted_run(entry.question.id)

    def _shown(self, entry: Entry) -> RunResult | None:
        """The run that the question shows."""
        if isinstance(entry.question, Curve):
            return _laid_over(entry.question, entry.evidence) if entry.phase == "graded" else None
        return self._results.get(_place(entry))


def _place(entry: Entry) -> Place:
    """What tells the runs of two attempts apart; those of gaps also by what fills them."""
    return entry.question.id, entry.draw, entry.answer if isinstance(entry.question, Blank) else None


def _laid_over(question: Curve, found: Evidence | None) -> RunResult | None:
    """A run that shows the line that was asked for, also where only its evidence is kept."""
    points = found.lines.get(question.line) if found else None
    if not points:
        return None
    line = Line(x=tuple(x for x, _ in points), y=tuple(y for _, y in points), label=question.line)
    return RunResult("ok", 0.0, figures=(Figure(title=question.line, marks=(line,), alt=question.line),))
