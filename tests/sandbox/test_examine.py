"""Judging in real processes that never meet: honest code, and code that wants credit for nothing."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.course.exercise import FILES
from tutor.course.exercise import Exercise, WrongSolution
from tutor.course.loader import open_lesson, read_course
from tutor.course.locate import lessons_root
from tutor.grading.verdict import CaseResult, Verdict
from tutor.run import RunRequest, RunResult
from tutor.sandbox.client import Sandbox
from tutor.sandbox.examine import alike, examine
from tutor.sandbox.level import FILES as FILES_ARE_SAFE

pytestmark = pytest.mark.asyncio(loop_scope="session")

WRONG = tuple(WrongSolution(name, f"says {name}", f"m-{name}") for name in ("count", "odds", "half"))

TRICKS = {
    "patched libraries": (
        "import builtins, json, numpy\nbuiltins.len = lambda x: 1\nbuiltins.print = None\njson.dumps = None\n"
        "numpy.allclose = numpy.isclose = lambda *a, **k: True\nnumpy.asarray = lambda *a: 0\n"
    ),
    "a patched judge": (
        "import sys\nfrom tutor.sandbox import cases, sitting\ncases.close = lambda *a, **k: None\n"
        "sitting._verdict = sitting._judge = None\n"
    ),
    "redefined print and len": "print = len = sum = lambda *a: 1\n",
    "a forged reply": (
        "import os, struct\nfor place in range(4):\n    line = f'{place} 0.123\\n'.encode()\n"
        "    os.write(3, struct.pack('<cI', b'y', len(line)) + line)\n"
    ),
    "a forged verdict": (
        'import os, struct\nline = b\'[["a", null, true, "", ""]]\'\n'
        "os.write(3, struct.pack('<cI', b'y', len(line)) + line)\n"
    ),
}
"""Done before `share` gives back a number that is never right."""

ODD = {
    "a lazy number": "class L(float):\n    def __float__(self): raise ValueError\nA = L(0.5)",
    "an object that equals everything": "class E:\n    def __eq__(self, _): return True\nA = E()",
    "an array that equals everything": (
        "import numpy as np\nclass E(np.ndarray):\n    def __eq__(self, _): return True\n"
        "A = np.zeros(1).view(E)"
    ),
    "a generator": "A = (1 for _ in [1])",
    "a huge array": "import numpy as np\nA = np.zeros(10**7)",
    "a list of itself": "A = []\nA.append(A)",
    "a huge number": "A = 10 ** 100_000",
    "nothing": "A = None",
    "a function": "A = print",
    "escapes": "A = '\\x1b]52;c;aGk=\\x07'",
    "NaN": "A = float('nan')",
}


@dataclass(slots=True)
class Watched:
    """A sandbox whose requests are kept."""

    sandbox: Sandbox
    asked: list[RunRequest] = field(default_factory=list)

    async def __call__(self, request: RunRequest) -> RunResult:
        self.asked.append(request)
        return await self.sandbox.result(request)


@pytest.fixture
def run(sandbox: Sandbox) -> Watched:
    """Runs in the sandbox of all tests, watched."""
    return Watched(sandbox)


@pytest.fixture
def exercise(tmp_path: Path) -> Exercise:
    """The share of heads."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    return Exercise("e1", "Heads", "Write it.", "share", tmp_path, "n", "i", "s", WRONG, time_s=1.0)


async def test_a_solution_passes(run: Watched, exercise: Exercise) -> None:
    verdict = await examine(run, exercise, FILES["e1_solution_2.py"], seed=4)
    assert (verdict.status, verdict.passed, verdict.share, verdict.error) == ("passed", 4, 1.0, None)
    first, second = verdict.cases[:2]
    assert (first.visible, second.visible) == (True, False)
    assert first.call.startswith("share([")
    assert first.saw.startswith("0.")
    assert (second.call, second.saw) == ("", "")
    assert len(run.asked) == 3


async def test_the_learners_process_gets_inputs_only(run: Watched, exercise: Exercise) -> None:
    await examine(run, exercise, FILES["e1_starter.py"], seed=4)
    for request in run.asked:
        told = json.dumps([request.source, dict(request.sitting or {}), request.seed])
        if request.source == FILES["e1_cases.py"]:
            assert "raise NotImplementedError" not in told
        else:
            assert "Coins with and without luck" not in told
            assert "a coin with two heads" not in told
            assert request.seed != 4


async def test_a_failure_in_words(run: Watched, exercise: Exercise) -> None:
    source = "def share(tosses):\n    print('asked')\n    return sum(tosses) / 2 / (len(tosses) or 1)\n"
    verdict = await examine(run, exercise, source, seed=0)
    assert verdict.status == "failed"
    assert verdict.cases[1] == CaseResult("a coin with two heads", False, "expected 1, got 0.5")
    assert verdict.cases[3].passed
    assert verdict.stdout == "asked\n" * 4
    assert verdict.diagnosis == ""


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.name)
async def test_a_known_wrong_solution_is_recognised(
    run: Watched, exercise: Exercise, wrong: WrongSolution
) -> None:
    source = f"# my own\n{FILES[f'e1_wrong_{wrong.name}.py']}"
    verdict = await examine(run, exercise, source, seed=7)
    assert (verdict.diagnosis, verdict.misconception) == (f"says {wrong.name}", f"m-{wrong.name}")


async def test_the_starter_fails_every_case_without_a_diagnosis(run: Watched, exercise: Exercise) -> None:
    verdict = await examine(run, exercise, FILES["e1_starter.py"], seed=1)
    assert (verdict.passed, verdict.diagnosis) == (0, "")
    told = "raised NotImplementedError in line 2: This part is not written yet."
    assert told in verdict.cases[0].words


@pytest.mark.parametrize("trick", TRICKS)
async def test_no_credit_by_tricks(run: Watched, exercise: Exercise, trick: str) -> None:
    verdict = await examine(
        run, exercise, f"{TRICKS[trick]}\n\ndef share(tosses):\n    return 0.123\n", seed=2
    )
    assert verdict.passed == 0
    assert verdict.status in ("failed", "broken")


@pytest.mark.parametrize("odd", ODD)
async def test_no_credit_for_odd_values(run: Watched, exercise: Exercise, odd: str) -> None:
    verdict = await examine(run, exercise, f"{ODD[odd]}\ndef share(tosses):\n    return A\n", seed=2)
    assert (verdict.status, verdict.passed) == ("failed", 0)
    assert all(case.words and "\x1b" not in case.words and len(case.words) < 400 for case in verdict.cases)


async def test_hard_coded_answers_do_not_survive_another_seed(run: Watched, exercise: Exercise) -> None:
    seen = await examine(run, exercise, FILES["e1_solution_1.py"], seed=5)
    source = f"def share(tosses):\n    return {seen.cases[0].saw}\n"
    assert (await examine(run, exercise, source, seed=6)).cases[0].passed is False


async def test_a_loop_keeps_what_passed_before_it(run: Watched, exercise: Exercise) -> None:
    source = FILES["e1_solution_1.py"].replace("    return", "    while len(tosses) > 40: pass\n    return")
    verdict = await examine(run, exercise, source, seed=3)
    assert [case.passed for case in verdict.cases] == [True, True, False, False]
    assert verdict.cases[2].words == "The run took longer than 1 seconds and was ended."
    assert verdict.cases[3].words == "was not tried: the code ended before"
    assert verdict.error is not None
    assert verdict.error.kind == "timeout"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("__import__('os')._exit(0)", "The code ended its process"),
        ("while True: print('x' * 5000)", "The run printed more than"),
        ("raise SystemExit(0)", "raised SystemExit"),
        ("return share(tosses)", "raised RecursionError"),
        ("return [0] * 10 ** 11", "raised MemoryError"),
    ],
)
async def test_code_that_ends_badly(run: Watched, exercise: Exercise, body: str, said: str) -> None:
    verdict = await examine(run, exercise, f"def share(tosses):\n    {body}\n", seed=3)
    assert (verdict.status, verdict.passed) == ("failed", 0)
    assert said in verdict.cases[0].words


@pytest.mark.parametrize(
    ("source", "kind", "line"),
    [("x = 1\ndef share(:\n", "SyntaxError", 2), ("\n1 / 0\n", "ZeroDivisionError", 2)],
)
async def test_code_that_does_not_run(
    run: Watched, exercise: Exercise, source: str, kind: str, line: int
) -> None:
    verdict = await examine(run, exercise, source, seed=3)
    assert (verdict.status, verdict.cases) == ("broken", ())
    assert verdict.error is not None
    assert (verdict.error.kind, verdict.error.line) == (kind, line)


async def test_a_name_that_is_missing(run: Watched, exercise: Exercise) -> None:
    verdict = await examine(run, exercise, "shares = 1\n", seed=3)
    assert {case.words for case in verdict.cases} == {"your code defines no share"}


async def test_cases_that_do_not_work(run: Watched, exercise: Exercise) -> None:
    exercise.cases_path.write_text("def cases(seed):\n    return []\n")
    verdict = await examine(run, exercise, FILES["e1_solution_1.py"], seed=3)
    assert verdict.status == "broken"
    assert verdict.error is not None
    assert "Your code has not been judged" in verdict.error.message


async def test_a_judge_that_is_puzzled_gives_no_credit(run: Watched, exercise: Exercise) -> None:
    text = FILES["e1_cases.py"].replace(
        "    tosses = case.args[0]\n", "    saw.imaginary\n    tosses = case.args[0]\n"
    )
    exercise.cases_path.write_text(text)
    verdict = await examine(run, exercise, FILES["e1_solution_1.py"], seed=3)
    assert "which cannot be compared (AttributeError" in verdict.cases[0].words


async def test_a_judge_that_lets_everything_pass_is_not_asked_about_failures(
    run: Watched, exercise: Exercise
) -> None:
    text = FILES["e1_cases.py"].partition("def judge")[0]
    exercise.cases_path.write_text(f"{text}def judge(case, saw):\n    return None\n")
    assert (await examine(run, exercise, FILES["e1_starter.py"], seed=3)).passed == 0
    exercise.cases_path.write_text(
        text.replace("visible=True", "raises=True")
        + "def judge(case, saw):\n    return None if saw.kind == 'NotImplementedError' else 'no'\n"
    )
    verdict = await examine(run, exercise, FILES["e1_starter.py"], seed=3)
    assert [case.passed for case in verdict.cases] == [True, False, False, False]


async def test_what_a_call_does_to_builtins_does_not_reach_the_next(run: Watched, exercise: Exercise) -> None:
    broken = "    import builtins\n    number = len(tosses)\n    heads = sum(tosses)\n"
    broken += "    builtins.len = builtins.isinstance = builtins.list = None\n"
    broken += "    return heads / number if number else 0.0\n"
    verdict = await examine(run, exercise, f"def share(tosses):\n{broken}", seed=3)
    assert (verdict.status, verdict.passed) == ("passed", 4)


async def test_nothing_of_the_exercise_can_be_read(sandbox: Sandbox) -> None:
    if sandbox.level < 2:
        pytest.skip(f"needs {FILES_ARE_SAFE}")
    root = lessons_root()
    lesson = open_lesson(read_course(root), "tree-pruning")
    exercise = lesson.exercises[0]
    hidden = [exercise.solution_paths[0], exercise.cases_path, lesson.folder / "recorded.toml"]
    tries = "\n".join(
        f"try:\n    open({str(path)!r}).read()\n    print('BIT')\nexcept OSError: pass" for path in hidden
    )
    verdict = await examine(
        sandbox.result, exercise, f"{tries}\nprint('tried')\n{exercise.starter()}", seed=1
    )
    assert all(path.is_file() for path in hidden)
    assert verdict.stdout == "tried\n"


def failing(*words: str) -> Verdict:
    return Verdict(tuple(CaseResult("says", not each, each) for each in words), "failed")


async def test_likeness_needs_the_same_cases_and_words() -> None:
    mine = failing("expected 1, got 2", "", "raised ValueError in line 3: no")
    assert alike(mine, mine) == 1
    assert alike(mine, failing("expected 1, got 2", "", "raised ValueError in line 9: no")) == 1
    assert alike(mine, failing("expected 1, got 3", "", "raised ValueError in line 9: no")) == 0.5
    assert alike(mine, failing("expected 1, got 2", "other", "raised ValueError in line 3: no")) == 0
    assert alike(mine, failing("expected 1, got 2", "", "")) == 0
    assert alike(failing("a", "b", "c"), failing("a", "x", "y")) == 0
    assert alike(failing("a", "b"), failing("a", "y")) == 0.5
