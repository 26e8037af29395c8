"""`mltutor interview --plain`: a parallel job on the simulated cluster, and misconceptions that are met."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_interview import ANSWER, QUESTION, THEORY, Bench, hold
from tests.ui.cluster_play import AVERAGES, RIGHT, result
from tutor.cli.home import record_folder
from tutor.interview.conduct import READ
from tutor.learner.store import Record
from tutor.run import RunResult

BELIEF = """
[[misconceptions]]
id = "rows-shrink"
severity = "major"
anchors = ["large residuals dominate after fitting", "so large residuals dominate"]
"""
REGISTER = """
format_version = 1
[[misconceptions]]
id = "rows-shrink"
belief = "Residuals dominate."
truth = "They do not."
lesson = "later"
[misconceptions.refuted_by]
experiment = "refutations/rows"
predict = "What comes out?"
believed = "error > 0.5"
believed_says = "much"
holds = "error < 0.4"
holds_says = "little"
"""


class ClusterBench(Bench):
    """Runs programs in this process."""

    def ran(self, source: str) -> RunResult:
        """The end of the run."""
        return result(source)


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course with one parallel job and one question of theory."""
    monkeypatch.setenv("MLTUTOR_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("tutor.cli.bench.SandboxBench", ClusterBench)
    root = tmp_path / "course"
    for stage, name, extra in (("cases", "job", 'form = "parallel"'), ("theory", "one", "")):
        (root / "interview" / stage).mkdir(parents=True)
        text = QUESTION.format(name=name, extra=extra) + (BELIEF if stage == "theory" else "")
        (root / "interview" / stage / f"{name}.toml").write_text(text)
    (root / "misconceptions.toml").write_text(REGISTER)
    (root / "course.toml").write_text('format_version = 1\ntitle = "Course"\n')
    return root


def record() -> Record:
    """What was recorded."""
    return Record.open(record_folder(), lambda: datetime.now(UTC))


def shown() -> list[dict[str, Any]]:
    """The runs that were made."""
    with_close = record()
    found = [dict(each.body) for each in with_close.events(*READ) if each.kind == "interview-shown"]
    with_close.close()
    return found


CASES = ("--stage", "cases", "--minutes", "10")
CODE = (*RIGHT.splitlines(), ".")


def test_a_job_is_run_before_its_answer_is_sent(course: Path) -> None:
    words = ("It is the mean of squares, and it falls with more rows.", ".")
    done = hold(course, "50", "/run", *CODE, *words, "", "", "/end", options=CASES)
    for said in (
        "/run writes it down",
        "What the cluster does to your code",
        "ok: uneven parts: 20 of 20 uneven partitions give the serial result.",
        "- worker 1, 99 items: (99,",
        "8 workers: 7.3 times faster, at most 7.4 (Amdahl).",
        "Shown: the result is the serial one",
        "grader: heard",
    ):
        assert said in done.output
    (ran,) = shown()
    assert (ran["holds"], ran["metrics"]["faults"]) == (True, 0)


def test_a_wrong_merge_is_told_with_its_line_and_code_that_fails_is_not_counted(course: Path) -> None:
    answer = ("It is the mean of squares of what is left over after the fit of it", ".", "", "")
    runs = ("s", *AVERAGES.splitlines(), ".", "map_part = 3", ".", ".")  # the runner blames line 2
    done = hold(course, "50", *answer, *runs, "/end", options=CASES)
    assert "WRONG: uneven parts" in done.output
    assert "(line 7)." in done.output
    assert "cluster calls map_part, combine, finalise\n" in done.output
    (ran,) = shown()
    assert ran["says"].startswith("Not shown yet: uneven parts")


def test_nothing_but_a_job_runs_on_the_cluster(course: Path) -> None:
    assert "Nothing of this runs on a cluster." in hold(course, "50", "/run", "/end", options=THEORY).output


def test_a_misconception_met_twice_is_told_and_one_that_is_disowned_is_not(course: Path) -> None:
    first = hold(course, *ANSWER, "", "/end", options=THEORY)
    assert "They do not.\n   Lesson later (planned, not written yet)" in first.output
    assert "twice within 30 days" not in first.output
    then = hold(course, *ANSWER, "d", "/end", options=THEORY)
    assert "rows shrink: it does not count." in then.output
    assert "twice within 30 days" not in then.output
    again = hold(course, *ANSWER, "d", "d", "/end", options=THEORY)
    assert "rows shrink: it counts again." in again.output
    assert "You have met this belief twice within 30 days: “Residuals dominate.”" in again.output
    kept = record()
    assert len(kept.progress.met("rows-shrink")) == 2
    kept.rebuild()
    assert len(kept.progress.met("rows-shrink")) == 2
    kept.close()
