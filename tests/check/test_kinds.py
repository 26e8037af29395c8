"""Each kind of question is proven: sound ones pass, and each fault is named."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from tests.check.conftest import FakeRun
from tests.course.build import build, change
from tests.course.kinds import add_kinds
from tutor.check import drawn
from tutor.check.problem import Problem
from tutor.check.questions import check_questions
from tutor.check.runs import Runs
from tutor.check.script import check_script
from tutor.check.shown import check_shown
from tutor.check.source import Source, read_source
from tutor.course.loader import read_course
from tutor.figure import Bars, Figure, Line
from tutor.run import RunError, RunRequest, RunResult


@dataclass(slots=True)
class Trial:
    """Runs experiments without a sandbox, and the code of output and blank questions in this process."""

    tosses: FakeRun = field(default_factory=FakeRun)
    line: str = "share"

    async def __call__(self, request: RunRequest) -> RunResult:
        """The result of a run."""
        if request.entry == "run" and request.filename == "toss.py":
            result = await self.tosses(request)
            heads = result.metrics["heads"]
            line = Line((0, 9), (0.2, 0.5), label=self.line)
            bars = Bars(("heads", "tails"), (heads, 100 - heads))
            return replace(result, figures=(Figure("Tosses", (line, bars), "alt"),))
        return _executed(request)


def _executed(request: RunRequest) -> RunResult:
    """What the code prints, and the probes of a blank."""
    names: dict[str, object] = {}
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(request.source, "code", "exec"), names)
            metrics: Mapping[str, float] = {}
            if request.entry:
                result = names["run"]()  # type: ignore[operator]
                metrics = result.metrics
    except Exception as fault:
        return RunResult("error", 0.1, error=RunError(type(fault).__name__, str(fault)))
    return RunResult("ok", 0.1, stdout=printed.getvalue(), metrics=metrics)


@dataclass(frozen=True, slots=True)
class Kinds:
    """The tiny course with all kinds, to break one thing at a time."""

    root: Path
    folder: Path
    run: Trial

    def source(self) -> Source:
        """The lesson as it is now."""
        return read_source(read_course(self.root), "coin-toss")

    async def said(self) -> list[str]:
        """The problems of its questions."""
        source = self.source()
        found: list[Problem] = [*check_questions(source), *await check_shown(source, Runs(self.run))]
        return [f"{each.file.name}:{each.line}: {each.message}" for each in found]


@pytest.fixture
def kinds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kinds:
    """A fresh one, proven by fewer attempts."""
    monkeypatch.setattr(drawn, "ATTEMPTS", 20)
    monkeypatch.setattr(drawn, "SEARCHES", 3)
    folder = build(tmp_path)
    add_kinds(folder)
    return Kinds(tmp_path, folder, Trial())


async def test_sound_questions_have_no_problem(kinds: Kinds) -> None:
    assert await kinds.said() == []
    assert list(check_script(kinds.source())) == []


CLASSES = "mean = 0.6\nsd = 0.15\n\n[questions.negative]\nn = 60\nmean = 0.35\nsd = 0.15"
FAULTS = [
    (
        "tosses = [1, 0, 1, 1]\nheads",
        "tosses = [1, 1]\nheads",
        "filled with 'len | len(tosses)', which is a slip",
    ),
    ('accepts = [["sum"]', 'accepts = [["sum", "max"]', "filled with 'max | len(tosses)', which is accepted"),
    ('accepts = [["sum"]', 'accepts = [["som"]', "filled with 'som | len(tosses)' the code fails: NameError"),
    ('accepts = [["sum"]', 'accepts = [["sum("]', "the code is not Python"),
    ('text = "3"\n', 'text = "three"\n', "the code prints ['3'], the right option says 'three'"),
    ('text = "4"\n', 'text = "3 "\n', "'3' is what the code prints"),
    ('code = "print(sum([1, 0, 1, 1]))"', 'code = "1/0"', "q-output: the code fails: ZeroDivisionError"),
    ('line = "share"', 'line = "shares"', "draws no line 'shares'; it draws share"),
    ("x = [1, 2, 3, 4, 5, 6]", "x = [1, 2, 3, 4, 5, 60]", "the line goes from 0 to 9; keep x within"),
    ("low = 0\nhigh = 1\n", "low = 0.4\nhigh = 1\n", "in height; widen low and high"),
    ('when = "heads > 50"', 'when = "heads > 99"', "q-plot: on seed 0 0 options are true"),
    ('when = "heads > 50"', 'when = "heads > 91"', "q-plot: on seed 0 0 options are true"),
    ('when = "heads > 50"', 'when = "gone > 91"', "no number called gone"),
    ('stem = "Which bar is higher?"', 'stem = "Which?"\nfigure = 1', "shows 1 figures, not figure 1"),
    (
        'explain = "Compare the tops."',
        'explain = "It is {bent.heads:.0f}."',
        "bent.heads is recorded for seed 0",
    ),
    ('setting = "bent"\nwhy', 'setting = "same"\nwhy', "toss and same draw the same figure on seed 0"),
    ("n * p != n - n * p", "p <= 1", "the slip n * (1 - p) counts as right (n = "),
    ("n * p != n - n * p", "p > 1", "make p > 1 hold; offer others"),
    ('key = "n * p"\nwhere', 'key = "n / (p - p)"\nwhere', "cannot be worked out"),
    ('key = "n * p"\nwhere', 'key = "n * 1e9"\nwhere', "draw smaller numbers"),
    (
        CLASSES,
        CLASSES.replace("0.6", "0.9").replace("0.35", "0.1").replace("0.15", "0.02"),
        "as good a threshold",
    ),
    (
        "centres = [[0.25, 0.5], [0.75, 0.5]]",
        "centres = [[0.5, 0.5], [0.5, 0.5]]",
        "the best split gains only",
    ),
    (
        "centres = [[0.2, 0.2], [0.8, 0.3], [0.5, 0.8]]",
        "centres = [[0.5, 0.5], [0.5, 0.5]]",
        "in no clusters",
    ),
    (
        'text = "It counts tails"',
        'text = "It counts tails"\nright = true',
        "q-bug has 2 right options; a bug has one",
    ),
    ('text = "The bent one"', 'text = "The fair one"', "option 'The fair one' stands twice"),
]
SAME = '[[experiments.settings]]\nid = "same"\nparams = { coin = "fair" }\n\n'


@pytest.mark.parametrize(("old", "new", "words"), FAULTS)
async def test_each_fault_is_named(kinds: Kinds, old: str, new: str, words: str) -> None:
    file = kinds.folder / "lesson.toml"
    change(file, old, new)
    file.write_text(
        file.read_text().replace("[[experiments.claims]]\n", SAME + "[[experiments.claims]]\n", 1)
    )
    said = await kinds.said()
    assert any(words in each for each in said), said
    assert all(each.startswith("lesson.toml:") for each in said)
    assert len(said) <= 3


async def test_printed_braces_are_no_placeholders(kinds: Kinds) -> None:
    change(kinds.folder / "lesson.toml", 'code = "print(sum([1, 0, 1, 1]))"', 'code = "print({1: 2})"')
    change(kinds.folder / "lesson.toml", 'text = "3"\n', 'text = "{1: 2}"\n')
    assert await kinds.said() == []
    assert [each.metric for each, _, _ in kinds.source().printed()] == ["heads"] * 3


async def test_a_run_without_any_line_is_told(kinds: Kinds) -> None:
    kinds.run.line = ""
    assert (await kinds.said())[0].endswith("draws no line 'share'; it draws none")


def test_a_curve_may_be_asked_as_a_question_too(kinds: Kinds) -> None:
    change(kinds.folder / "lesson.md", "```predict p-curve", "```question p-curve")
    assert list(check_script(kinds.source())) == []
    change(kinds.folder / "lesson.md", "```question p-curve\n```\n\n", "")
    assert "p-curve is asked 0 times" in next(iter(check_script(kinds.source()))).message


def test_a_setting_that_only_a_question_is_about_is_used(kinds: Kinds) -> None:
    file = kinds.folder / "lesson.toml"
    file.write_text(
        file.read_text().replace("[[experiments.claims]]\n", SAME + "[[experiments.claims]]\n", 1)
    )
    assert "setting same is neither run" in next(iter(check_script(kinds.source()))).message
    change(file, 'setting = "bent"\nwhy', 'setting = "same"\nwhy')
    assert list(check_script(kinds.source())) == []
