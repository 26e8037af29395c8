"""Estimators as tables: what was set, and what was learned."""

from __future__ import annotations

import inspect
from typing import Any

from tutor.figure import Figure, Table
from tutor.sandbox.displays.sentences import sentence
from tutor.sandbox.shown.words import brief, own_words

MOST_ROWS = 40


def estimator_figure(model: Any) -> Figure:
    """Parameters that differ from their defaults, steps of a pipeline, and attributes that fitting left."""
    name = type(model).__name__
    chosen = [("set", *pair) for pair in changed(model)]
    learned = [("learned", *pair) for pair in fitted(model)]
    title = name if is_fitted(model, learned) else f"{name}, not fitted yet"
    rows = (chosen or [("set", "all parameters", "as by default")]) + learned
    settings = ", ".join(f"{name} is {value}" for _, name, value in chosen)
    names = ", ".join(name for _, name, _ in learned)
    alt = sentence(
        title, settings or "all parameters as by default", f"fitting left {names}" if names else ""
    )
    return Figure(title, (Table(("", "name", "value"), tuple(rows[:MOST_ROWS])),), alt)


def is_fitted(model: Any, learned: list[Any]) -> bool:
    """Whether the model says so, or fitting left something."""
    asked = getattr(model, "__sklearn_is_fitted__", None)
    return bool(asked()) if callable(asked) else bool(learned)


def changed(model: Any) -> list[tuple[str, str]]:
    """The parameters whose values are not the constructor's defaults, steps one by one."""
    steps = getattr(model, "steps", None) or getattr(model, "transformers", None)
    if isinstance(steps, list):
        return [(str(step[0]), brief(step[1])) for step in steps]
    defaults = {
        name: parameter.default
        for name, parameter in inspect.signature(type(model).__init__).parameters.items()
        if parameter.default is not inspect.Parameter.empty
    }
    return [
        (name, brief(value))
        for name, value in model.get_params(deep=False).items()
        if name not in defaults or own_words(value) != own_words(defaults[name])
    ]


def fitted(model: Any) -> list[tuple[str, str]]:
    """The attributes with a trailing underscore, by scikit-learn's convention learned from the samples."""
    return [
        (name, brief(value))
        for name, value in vars(model).items()
        if name.endswith("_") and not name.startswith("_")
    ]
