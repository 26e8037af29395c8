"""Gaps in code: known fills are judged by their text, all others by running them beside the model fill."""

from __future__ import annotations

import ast
import itertools
import warnings
from collections.abc import Sequence

from tutor.course.question import GAP, Blank, Slip
from tutor.grading.answer import Filled
from tutor.grading.evidence import Evidence
from tutor.grading.grade import Feedback, Grade
from tutor.run import Limits, RunRequest

SAME = 1e-9
"""How far two probes may lie apart, relative to the larger beyond 1, and still be the same."""

COMBINATIONS = 64
"""The most combinations of accepted fills that are compared by their syntax."""

PROGRAM = '''\
"""Run the fill beside the model fill, and probe both."""

import contextlib
import io

from tutor.sandbox.displays import Result

MODEL = {model!r}
MINE = {mine!r}
PROBES = {probes!r}


def probed(code):
    """The probes after the code."""
    names = {{"__name__": "blank"}}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(code, "blank", "exec"), names)
        return {{name: float(eval(text, names)) for name, text in PROBES.items()}}


def run():
    """Both fills' probes."""
    model, mine = probed(MODEL), probed(MINE)
    return Result(
        metrics={{f"model_{{name}}": value for name, value in model.items()}}
        | {{f"mine_{{name}}": value for name, value in mine.items()}}
    )
'''


def filled(question: Blank, texts: Sequence[str]) -> str:
    """The code with its gaps filled."""
    parts = question.code.split(GAP)
    return "".join(itertools.chain.from_iterable(zip(parts, (*texts, ""), strict=True)))


def model_fill(question: Blank) -> tuple[str, ...]:
    """The first accepted text of each gap."""
    return tuple(each[0] for each in question.accepts)


def trial(question: Blank, texts: Sequence[str]) -> RunRequest:
    """The run that probes the fill and the model fill: metrics `mine_<probe>` and `model_<probe>`."""
    source = PROGRAM.format(
        model=filled(question, model_fill(question)),
        mine=filled(question, texts),
        probes=dict(question.probes),
    )
    return RunRequest(source, "blank.py", "run", limits=Limits(wall_s=5.0))


def needs_run(question: Blank, answer: Filled) -> bool:
    """Whether the text alone does not say if the fill is right."""
    return not accepted(question, answer) and known_slip(question, answer) is None


def accepted(question: Blank, answer: Filled) -> bool:
    """Whether the fills are among those accepted; white space and the kind of quotes do not matter."""
    choices = itertools.islice(itertools.product(*question.accepts), COMBINATIONS)
    mine = _shape(filled(question, answer.texts))
    if mine is None:
        return False
    return any(mine == _shape(filled(question, texts)) for texts in choices)


def known_slip(question: Blank, answer: Filled) -> Slip | None:
    """The slip that the fills are; None for others."""
    mine = _shape(filled(question, answer.texts))
    same = (each for each in question.slips if mine == _shape(filled(question, each.key.split(" | "))))
    return next(same, None) if mine is not None else None


def syntax_fault(question: Blank, texts: Sequence[str]) -> str:
    """Why the filled code is not Python; empty if it is."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(filled(question, texts))
    except SyntaxError as fault:
        return fault.msg
    except (ValueError, RecursionError, MemoryError) as fault:
        return str(fault) or "too deep"
    return ""


def grade_blank(question: Blank, answer: Filled, found: Evidence | None) -> Grade:
    """One if accepted or every probe agrees, else the share of gaps accepted by themselves, below one.

    Raises ValueError if a run is needed and `found` is None.
    """
    said = [Feedback("explain", question.explain)]
    met: tuple[str, ...] = ()
    right = accepted(question, answer)
    if not right and (slip := known_slip(question, answer)):
        said.append(Feedback("slip", slip.why, " | ".join(answer.texts)))
        met = (slip.misconception,) if slip.misconception else ()
    elif not right:
        if found is None:
            raise ValueError(f"only a run can judge what fills the blank {question.id}")
        words = difference(question, found)
        right = not words
        if words:
            said.append(Feedback("failed", words, " | ".join(answer.texts)))
    gaps = [
        text in texts for text, texts in zip(map(_tight, answer.texts), _tightened(question), strict=True)
    ]
    share = sum(gaps) / len(gaps)
    return Grade(
        score=1.0 if right else share if share < 1 else 0.0,
        right=right,
        feedback=tuple(said),
        given=" | ".join(answer.texts),
        wanted=" | ".join(model_fill(question)),
        misconceptions=met,
    )


def difference(question: Blank, found: Evidence) -> str:
    """What the run says against the fill, in words; empty if nothing."""
    if found.failure:
        return f"Filled in so, the code fails: {found.failure}"
    for name, text in question.probes.items():
        mine, model = found.metrics.get(f"mine_{name}"), found.metrics.get(f"model_{name}")
        if mine is None or model is None:
            return "The run gave no numbers to judge by."
        if abs(mine - model) > SAME * max(1.0, abs(mine), abs(model)):
            return f"Filled in so, `{text}` is {mine:.6g}; it should be {model:.6g}."
    return ""


def _shape(code: str) -> str | None:
    """The code's syntax, the same however it is laid out; None for what is not Python."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.dump(ast.parse(code))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _tightened(question: Blank) -> list[set[str]]:
    """For each gap what is accepted, without white space and with one kind of quotes."""
    return [{_tight(text) for text in texts} for texts in question.accepts]


def _tight(text: str) -> str:
    """The text without white space and with one kind of quotes."""
    return "".join(text.split()).replace('"', "'")
