"""The `[[experiments]]` of a lesson.toml."""

from __future__ import annotations

import re
from pathlib import Path

from tutor.course.errors import nearest
from tutor.course.fields import Fields
from tutor.course.model import Canvas, Claim, Experiment, Setting
from tutor.course.param import Param
from tutor.course.prose import Prose
from tutor.run import Scalar

NAME = re.compile(r"[a-z][a-z0-9_]*")
SHAPE = "small letters, digits and _, a letter first"


def read_experiments(lesson: Fields, folder: Path) -> tuple[Experiment, ...]:
    """The experiments in order; raises ContentError."""
    tables = lesson.tables("experiments")
    taken: set[str] = set()
    for table in tables:
        for each in (table, *table.tables("settings")):
            name = each.name("id", NAME, SHAPE)
            if name in taken:
                raise each.fault("id", f"{name!r} is taken by another experiment or setting; choose another")
            taken.add(name)
    prose = Prose(frozenset(taken), {}, strict=False)
    return tuple(_experiment(table, folder, prose) for table in tables)


def _experiment(table: Fields, folder: Path, prose: Prose) -> Experiment:
    """One experiment."""
    table.only("id", "title", "budget_s", "canvas", "params", "settings", "claims")
    name = table.text("id")
    path = folder / f"{name}.py"
    if not path.is_file():
        raise table.fault(
            "id", f"there is no file {path.name} in the lesson's folder; write it or mend the id"
        )
    params = tuple(_param(each) for each in table.tables("params"))
    budget = table.number("budget_s", 1.0)
    if budget <= 0:
        raise table.fault("budget_s", "must be above 0 seconds")
    return Experiment(
        id=name,
        title=table.text("title"),
        path=path,
        params=params,
        settings=(
            Setting(name, name),
            *(_setting(each, name, params) for each in table.tables("settings")),
        ),
        claims=tuple(_claim(each, prose) for each in table.tables("claims")),
        budget_s=float(budget),
        canvas=_canvas(table),
    )


def _canvas(table: Fields) -> Canvas | None:
    """What may be painted for it."""
    match table.text("canvas", ""):
        case "":
            return None
        case "points" | "pixels" as canvas:
            return canvas
        case other:
            raise table.fault("canvas", f'is "points" or "pixels", not {other!r}; or drop it')


def _param(table: Fields) -> Param:
    """One param: either a range or options."""
    table.only("name", "label", "help", "default", "low", "high", "step", "options")
    name = table.name("name", NAME, SHAPE)
    if name == "seed":
        raise table.fault("name", "seed is given to every experiment; choose another name")
    label, words = table.text("label", name.replace("_", " ")), table.text("help", "")
    default = table.scalar("default")
    if table.has("options"):
        options = table.scalars("options")
        if len(options) < 2 or len({str(each).lower() for each in options}) < len(options):
            raise table.fault("options", "must be two or more different values")
        if not any(each == default and type(each) is type(default) for each in options):
            raise table.fault("default", f"{default!r} is none of the options")
        for key in ("low", "high", "step"):
            if table.has(key):
                raise table.fault(key, "does not go with options; drop one of the two")
        return Param(name, default, label, words, options=options)
    if isinstance(default, bool | str):
        raise table.fault("default", "must be a number, or the param needs options")
    low, high, step = table.number("low"), table.number("high"), table.number("step")
    if not low <= default <= high or low == high:
        raise table.fault("default", f"{default:g} must lie between low {low:g} and high {high:g}")
    if step <= 0 or step > high - low:
        raise table.fault("step", f"must be above 0 and at most high - low, not {step:g}")
    if isinstance(default, int) and any(each != int(each) for each in (low, high, step)):
        raise table.fault("default", "is a whole number but low, high or step is not; write for example 1.0")
    return Param(name, default, label, words, low=low, high=high, step=step)


def _setting(table: Fields, experiment: str, params: tuple[Param, ...]) -> Setting:
    """One named setting."""
    table.only("id", "params")
    chosen = table.table("params")
    known = {param.name: param for param in params}
    accepted: dict[str, Scalar] = {}
    for name in chosen.values:
        if name not in known:
            raise chosen.fault(name, f"is no param of {experiment}{nearest(name, known)}")
        try:
            accepted[name] = known[name].accept(chosen.scalar(name))
        except ValueError as wrong:
            raise chosen.fault(name, str(wrong)) from None
    return Setting(table.text("id"), experiment, accepted)


def _claim(table: Fields, prose: Prose) -> Claim:
    """One claim."""
    table.only("says", "test")
    return Claim(table.text("says"), prose.expression(table, "test", test=True, bare=True))
