"""One part of an exercise's judging, in the sandboxed process: asking, observing or judging.

Asking and judging run the cases' code and never see the learner's; observing runs the learner's code and gets
inputs only. What passes between them is text (`plain`). What the learner's process tells is no more than an
observation, to be compared with values that the judge alone knows.
"""

from __future__ import annotations

import builtins
import functools
import json
import types
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from tutor.sandbox.cases import Case, Failed, told
from tutor.sandbox.displays import emit
from tutor.sandbox.mishaps import explain
from tutor.sandbox.plain import PlainError, read, write

Sitting: TypeAlias = Callable[[types.ModuleType], None]

MOST_CASES = 200


def sit(texts: Mapping[str, str]) -> Sitting:
    """Prepare one part before the source runs; what is given back goes on after it, with its module."""
    match texts["part"]:
        case "ask":
            return lambda module: _ask(module, int(texts["seed"]))
        case "judge":
            return lambda module: _judge(module, texts)
        case "observe":
            return _observing(texts)
    raise ValueError(f"{texts['part']!r} is no part of a judging")


def _cases(module: types.ModuleType, seed: int) -> list[Case]:
    """The cases that the module makes; raises TypeError or ValueError."""
    made = list(module.__dict__["cases"](seed))
    if not made or len(made) > MOST_CASES or not all(isinstance(each, Case) for each in made):
        raise ValueError(f"cases(seed) gives back a list of one to {MOST_CASES} Case")
    return made


def _ask(module: types.ModuleType, seed: int) -> None:
    """Reply with what the learner's process may know of each case."""
    lines = []
    for case in _cases(module, seed):
        shared = [case.call, list(case.args), dict(case.kwargs), dict(case.given)]
        try:
            lines.append(write(shared))
        except PlainError as error:
            raise ValueError(f"the case {case.says!r} holds {error}") from None
    emit.reply(json.dumps(lines))


def _observing(texts: Mapping[str, str]) -> Sitting:
    """Everything that watching needs, in hand before the learner's code can change anything."""
    inputs = json.loads(texts["inputs"])
    filename, default, reply = texts["filename"], texts["entry"], emit.reply
    driver = _driver(texts["driver"])
    mend = functools.partial(vars(builtins).update, dict(vars(builtins)))
    dumps = json.JSONEncoder().encode

    def go_on(module: types.ModuleType) -> None:
        """Try every case; each observation is told at once, so that a later one cannot take it back."""
        for place, line in enumerate(inputs):
            mend()
            seen = _seen(module, driver, line, default, filename, mend)
            reply(f"{place} {dumps(seen)}\n")

    return go_on


def _driver(source: str) -> Callable[[Any, Case], object]:
    """What turns a call into a plain observation: the exercise's own, or the call itself."""
    if not source:
        return lambda entry, case: entry(*case.args, **case.kwargs)
    module = types.ModuleType("driver")
    exec(compile(source, "driver.py", "exec"), module.__dict__)
    observe: Callable[[Any, Case], object] = module.__dict__["observe"]
    return observe


def _seen(
    module: types.ModuleType,
    driver: Callable[[Any, Case], object],
    line: Any,
    default: str,
    filename: str,
    mend: Callable[[], None],
) -> Any:
    """What one case shows: a value, or how it failed; `mend` brings Python's own names back."""
    try:
        call, args, kwargs, given = read(line)
        name = call or default
        entry = module.__dict__.get(name)
        if not callable(entry):
            return _failure(Failed("missing", f"your code defines no {name}"))
        case = Case("", call, tuple(args), kwargs, given)
        value = driver(entry, case)
        mend()
        return write(value)
    except KeyboardInterrupt:
        raise
    except PlainError as refused:
        return _failure(Failed("unreadable", f"gave back {refused}"))
    except BaseException as raised:
        mend()
        _, error = explain(raised, filename)
        return _failure(Failed(error.kind, error.message, error.line))


def _failure(failed: Failed) -> Any:
    return {"failed": [str(failed.kind)[:100], str(failed.message)[:500], failed.line]}


def _judge(module: types.ModuleType, texts: Mapping[str, str]) -> None:
    """Reply with the verdict on each case."""
    cases = _cases(module, int(texts["seed"]))
    seen = list(_observations(texts["observations"], len(cases), texts["ended"]))
    verdicts = [_verdict(module, case, saw, texts["entry"]) for case, saw in zip(cases, seen, strict=True)]
    emit.reply(json.dumps(verdicts))


def _verdict(module: types.ModuleType, case: Case, saw: Any, entry: str) -> list[str | bool | None]:
    """What the case is about, words if it did not pass, and what may be shown of it."""
    words: str | None
    if isinstance(saw, Failed) and (
        not case.raises or saw.kind in ("timeout", "unreached", "missing", "ended")
    ):
        words = str(saw)
    else:
        try:
            words = module.__dict__["judge"](case, saw)
        except Exception as puzzled:
            words = f"got {told(saw)}, which cannot be compared ({type(puzzled).__name__}: {puzzled})"
    if words is not None and not (isinstance(words, str) and words.strip()):
        words = f"got {told(saw)}"
    call = _call(case, entry) if case.visible else ""
    return [case.says, words, case.visible, call, told(saw) if case.visible else ""]


def _call(case: Case, entry: str) -> str:
    """The call as one could type it, and what the driver was given besides."""
    words = [told(each) for each in case.args] + [
        f"{name}={told(each)}" for name, each in case.kwargs.items()
    ]
    besides = ", ".join(f"{name} = {told(each)}" for name, each in case.given.items())
    return f"{case.call or entry}({', '.join(words)})" + (f" with {besides}" if besides else "")


def _observations(text: str, number: int, ended: str) -> Iterator[Any]:
    """What was seen of each case; of those that nothing was told of, how the run ended."""
    found: dict[int, str] = {}
    for line in text.split("\n")[:-1]:
        at, _, value = line.partition(" ")
        if at.isdecimal() and len(at) < 5:
            found.setdefault(int(at), value)
    reason = Failed("ended", ended or "nothing came back")
    for place in range(number):
        if place in found:
            yield _observation(found[place])
        else:
            yield reason
            reason = Failed("unreached", "was not tried: the code ended before")


def _observation(text: str) -> Any:
    """One observation, whoever wrote it."""
    try:
        match json.loads(text):
            case {"failed": [str(kind), str(message), int() | None as line]}:
                return Failed(kind, message, line)
            case value:
                return read(value)
    except (ValueError, RecursionError, MemoryError):
        return Failed("unreadable", "gave back something that nobody can read")
