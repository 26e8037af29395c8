"""The register of misconceptions: what people believe, what is so, and the run that shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.course.errors import nearest
from tutor.course.expression import parse
from tutor.course.fields import NAME, SHAPE, Fields, read_fields

if TYPE_CHECKING:
    from tutor.course.model import Experiment
    from tutor.run import Scalar

FILE = "misconceptions.toml"
FOLDER = "refutations"
"""Where the runs are that belong to no lesson."""

BUDGET_S = 1.0
"""Processor seconds that such a run may take."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing that may come out of a run: words for the learner, and the comparison that decides."""

    says: str
    test: str


@dataclass(frozen=True, slots=True)
class Refutation:
    """A run that shows a belief to be wrong; `experiment` is `lesson/experiment` or `refutations/file`."""

    experiment: str
    predict: str
    believed: Outcome
    holds: Outcome
    params: Mapping[str, Scalar] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Misconception:
    """A belief, in the words of whoever holds it, and what is so; refuted by a run or by a source."""

    id: str
    belief: str
    truth: str
    lesson: str
    refuted_by: Refutation | None = None
    source: str = ""


def read_misconceptions(root: Path) -> Mapping[str, Misconception]:
    """Id → misconception of the course in `root`, none without a register; raises ContentError."""
    return {
        each.text("id"): read_misconception(each)
        for each in (tables(root) if (root / FILE).is_file() else ())
    }


def tables(root: Path) -> list[Fields]:
    """The tables of the register, each id taken once; raises ContentError."""
    found = read_fields(root / FILE).only("format_version", "misconceptions").tables("misconceptions")
    taken: set[str] = set()
    for each in found:
        name = each.name("id", NAME, SHAPE)
        if name in taken:
            raise each.fault("id", f"{name!r} is taken by another misconception; choose another")
        taken.add(name)
    return found


def read_misconception(table: Fields) -> Misconception:
    """One misconception; raises ContentError."""
    table.only("id", "belief", "truth", "lesson", "refuted_by", "source")
    if table.has("refuted_by") == table.has("source"):
        raise table.fault("", "is refuted either by a run (refuted_by) or by a source; give one of the two")
    return Misconception(
        id=table.text("id"),
        belief=table.text("belief"),
        truth=table.text("truth"),
        lesson=table.name("lesson", NAME, SHAPE),
        refuted_by=_refutation(table.table("refuted_by")) if table.has("refuted_by") else None,
        source=table.text("source", ""),
    )


def open_refutation(root: Path, refutation: Refutation) -> Experiment:
    """The experiment that refutes; raises ValueError with a sentence for people, or ContentError."""
    from tutor.course.experiments import read_experiments
    from tutor.course.loader import lesson_folders
    from tutor.course.model import Experiment, Setting

    place, _, name = refutation.experiment.partition("/")
    if place == FOLDER:
        path = root / FOLDER / f"{name}.py"
        if not path.is_file():
            raise ValueError(f"there is no file {FOLDER}/{name}.py; write it or mend the name")
        title = name.replace("_", " ").capitalize()
        return Experiment(name, title, path, (), (Setting(name, name),), (), BUDGET_S)
    folders = lesson_folders(root).get(place.replace("-", "_"), [])
    if len(folders) != 1:
        raise ValueError(f"there is no lesson {place!r}; write lesson/experiment or {FOLDER}/file")
    experiments = {
        each.id: each for each in read_experiments(read_fields(folders[0] / "lesson.toml"), folders[0])
    }
    if name not in experiments:
        raise ValueError(f"the lesson {place} has no experiment {name!r}{nearest(name, experiments)}")
    return experiments[name]


def params_of(experiment: Experiment, refutation: Refutation) -> dict[str, Scalar]:
    """Every param of the run by name; raises ValueError with a sentence for people."""
    known = {each.name: each for each in experiment.params}
    chosen = experiment.defaults()
    for name, value in refutation.params.items():
        if name not in known:
            raise ValueError(f"{name} is no param of {refutation.experiment}{nearest(name, known)}")
        chosen[name] = known[name].accept(value)
    return chosen


def _refutation(table: Fields) -> Refutation:
    """The run behind a misconception."""
    table.only("experiment", "params", "predict", "believed", "believed_says", "holds", "holds_says")
    params = table.table("params")
    return Refutation(
        experiment=table.text("experiment"),
        predict=table.text("predict"),
        believed=_outcome(table, "believed"),
        holds=_outcome(table, "holds"),
        params={name: params.scalar(name) for name in params.values},
    )


def _outcome(table: Fields, key: str) -> Outcome:
    """What may come out, and its words."""
    test = table.text(key)
    try:
        compares = parse(test).is_test
    except ValueError as wrong:
        raise table.fault(key, str(wrong)) from None
    if not compares:
        raise table.fault(key, f"{test!r} compares nothing; write for example 'a < b'")
    return Outcome(table.text(f"{key}_says"), test)
