"""`mltutor interview --plain`: a whole interview by lines, left and taken up again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tutor.cli.bench import said
from tutor.cli.group import cli
from tutor.cli.record import opened_record
from tutor.course.prompts import read_prompts
from tutor.course.rubric import Prompt
from tutor.grading.verdict import CaseResult, Verdict
from tutor.interview.conduct import READ, sessions
from tutor.run import RunError, RunResult

QUESTION = """
format_version = 1
id = "{name}"
level = "mid"
topic = "t"
competency = "c"
question = "What is {name}?"
reference = "It is the mean of squares of what is left over, and it falls with more rows."
{extra}
[[points]]
id = "mean"
need = "required"
say = "It is the mean of squares."
anchors = ["it is the mean of the squares", "average of squared errors"]
[[points]]
id = "falls"
say = "It falls with more rows."
anchors = ["it falls with more rows", "goes down as data grows"]
"""


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course of questions only, and a sandbox that only says what it would do."""
    monkeypatch.setenv("MLTUTOR_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("tutor.cli.bench.SandboxBench", Bench)
    root = tmp_path / "course"
    for stage, names in {
        "theory": ("one", "two", "three"),
        "practical": ("code",),
        "cases": ("star",),
    }.items():
        (root / "interview" / stage).mkdir(parents=True)
        for name in names:
            extra = {"code": 'steps = ["a", "b", "c"]\nexercise = "code"', "star": 'form = "star"'}.get(
                name, ""
            )
            if name == "one":
                extra = (
                    '[show_me]\nask = "Show it."\nstarter = "x = 1"\ntest = "a < 2"\nsays = "it is so"\n'
                    'solution = "x = 2"'
                )
            file = root / "interview" / stage / f"{name}.toml"
            file.write_text(QUESTION.format(name=name, extra=extra))
    (root / "course.toml").write_text('format_version = 1\ntitle = "Course"\n')
    return root


class Bench:
    """Every case passes but the first time."""

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def task(self, prompt: Prompt) -> str:
        """The task."""
        return f"Write {prompt.id}."

    def examined(self, prompt: Prompt, source: str) -> tuple[Verdict, str]:
        """A verdict on the length of the code."""
        right = "right" in source
        case = CaseResult("says", right, "" if right else "wrong")
        verdict = Verdict((case,), "passed" if right else "failed")
        return verdict, said(verdict)

    def ran(self, source: str) -> RunResult:
        """A number that the code names."""
        if "broken" in source:
            return RunResult("error", 0.0, error=RunError("NameError", "broken", 1))
        return RunResult("ok", 0.0, metrics={"a": 1.0 if "right" in source else 3.0})


def hold(course: Path, *lines: str, options: tuple[str, ...] = ()) -> Result:
    """What a dialogue prints."""
    arguments = ["--lessons", str(course), "interview", "--plain", *options]
    return CliRunner().invoke(cli, arguments, input="".join(f"{line}\n" for line in lines))


THEORY: Any = ("--stage", "theory", "--seed", "3", "--minutes", "5")
ANSWER = (
    "50",
    "It is the mean of the squares of the errors that remain after fitting, so large residuals dominate",
    ".",
    "1",
    "3",
)


def test_a_question_goes_from_forecast_to_report(course: Path) -> None:
    done = hold(course, *ANSWER, "m", "", "/end", options=THEORY)
    assert done.exit_code == 0
    for words in (
        "Which score do you expect",
        "1. It is the mean of squares. (you: yes; grader: heard",
        "2. It falls with more rows. (you: no; grader: not heard",
        "A strong answer: It is",
        "# Mock interview, mid",
        "## Forecast against result",
    ):
        assert words in done.output


def test_the_same_seed_asks_the_same_questions(course: Path) -> None:
    asked = [
        hold(course, "/end", options=THEORY).output.split("Interviewer:")[1].splitlines()[0] for _ in range(2)
    ]
    assert asked[0] == asked[1]


def test_an_interview_that_was_left_goes_on_where_it_was(course: Path) -> None:
    first = hold(course, "50", "It is the mean", options=THEORY)
    assert "The interview waits" in first.output
    then = hold(course, "of the squares of the errors left over", ".", "1", "3", "", "/end")
    assert "You wrote before:\nIt is the mean" in then.output
    assert "grader: heard" in then.output
    assert "# Mock interview" in then.output


def kept(course: Path) -> list[str]:
    """How the interviews in the record stand, in the order they began."""
    bank = {prompt.id: prompt for prompt in read_prompts(course)}
    with opened_record() as record:
        return [each.phase for each in sessions(record.events(*READ), bank)]


def test_an_interview_under_way_is_not_lost_to_a_new_one(course: Path) -> None:
    hold(course, "50", "It is the mean", options=THEORY)
    asked = hold(course, options=THEORY)
    assert "is not over: mid, question 1 of 1" in asked.output
    assert kept(course) == ["answer"]
    gone_on = hold(course, "what", "c", "of the squares", options=THEORY)
    assert "You wrote before:\nIt is the mean" in gone_on.output
    assert kept(course) == ["answer"]
    begun = hold(course, "e", "/end", options=THEORY)
    assert "You wrote before" not in begun.output
    assert "# Mock interview" in begun.output
    assert kept(course) == ["ended", "ended"]


def test_steps_code_and_words_of_a_practical_question(course: Path) -> None:
    lines = (
        "50",
        "1 2 3",
        "wrong",
        ".",
        "right",
        ".",
        "It is the mean of the squares of errors",
        ".",
        "",
        "",
        "",
    )
    done = hold(course, *lines, options=("--stage", "practical", "--minutes", "20"))
    for words in (
        "Put the steps in order",
        "Write code.",
        "0 of 1 cases pass",
        "1 of 1 cases pass",
        "Explain it",
    ):
        assert words in done.output
    assert "practical" in done.output


def test_a_claim_is_shown(course: Path) -> None:
    only(course, "one")
    done = hold(course, *ANSWER, "s", "x", ".", "right", ".", "", options=THEORY)
    assert "Not shown yet" in done.output
    assert "Shown: it is so." in done.output


LONG: Any = ("--stage", "theory", "--seed", "4", "--minutes", "30")


def only(course: Path, name: str) -> None:
    """The one question that is left in the bank."""
    for file in (course / "interview").glob("*/*.toml"):
        if file.stem != name:
            file.unlink()


def test_the_interviewer_says_show_me_and_it_can_be_declined(course: Path) -> None:
    only(course, "one")
    both = "It is the mean of the squares of the errors, and it falls with more rows in the data at hand."
    declined = hold(course, "50", both, *ANSWER[2:], "k", "", options=LONG)
    assert "Interviewer: Show me. Show it. You have four minutes." in declined.output
    assert declined.output.count("You have four minutes.") == 1
    assert " left for it." in hold(course, *ANSWER, "s", options=LONG).output


def test_after_four_minutes_it_goes_on(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only(course, "one")
    now = iter(range(0, 100_000, 5))
    monkeypatch.setattr("tutor.ui.sitting.Sitting.at", property(lambda _: float(next(now))))
    late = [line for _ in range(60) for line in ("x", ".")]
    done = hold(course, *ANSWER, "s", *late, options=LONG)
    assert "Not shown yet" in done.output
    assert "The four minutes are over" in done.output


def test_a_story_is_told_what_it_lacks(course: Path) -> None:
    done = hold(
        course, "50", "We did it.", ".", "", "", "/end", options=("--stage", "cases", "--minutes", "10")
    )
    assert "No result is heard" in done.output


def test_asking_back_thinking_aloud_pausing_and_nonsense(course: Path) -> None:
    lines = ("/ask size?", "/note hm", "/time", "/pause", "", "/what", "abc", "/end")
    done = hold(course, *lines, options=THEORY)
    for words in ("Interviewer: That is left to you", "left", "Paused", "A number from 0 to 100"):
        assert words in done.output
    assert "pauses" in hold(course, "/pause", "/end", options=("--real",)).output


def test_the_real_thing_takes_no_stages(course: Path) -> None:
    assert hold(course, options=("--real", "--minutes", "5")).exit_code == 2


def test_a_sudden_end_loses_no_line(course: Path) -> None:
    command = [sys.executable, "-m", "tutor", "--lessons", str(course), "interview", "--plain", *THEORY]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write("50\nIt is the mean\n/time\n")
        running.stdin.flush()
        told = next(line for line in running.stdout if line.endswith(" left\n"))
        running.kill()
    assert told.startswith(("4:", "5:"))
    then = hold(course, "of the squares of the errors left over", ".", "1", "3", "")
    assert "You wrote before:\nIt is the mean" in then.output


def test_a_plan_is_answered_in_its_fields(course: Path) -> None:
    file = course / "interview" / "cases" / "star.toml"
    file.write_text(QUESTION.format(name="star", extra='form = "plan"'))
    fields = [
        line
        for text in ("what is it", "the mean", "a dummy", "rows", "drift", "slowly")
        for line in (text, ".")
    ]
    done = hold(course, "50", *fields, "", "", "/end", options=("--stage", "cases", "--minutes", "10"))
    assert "Rollout (" in done.output
    assert "grader" in done.output
