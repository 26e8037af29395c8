"""The advice on an error or a warning."""

from __future__ import annotations

from types import TracebackType

from tutor.sandbox.advice import array_hints, model_hints, python_hints, warning_hints
from tutor.sandbox.advice.hint import first_fit
from tutor.sandbox.advice.nearest import name_meant, scope_of

MAGIC = ("%", "!", "?", "pip install", "conda install")


def advise(error: BaseException, own: TracebackType | None) -> str:
    """What to try after `error`; `own` is the learner's innermost frame. Empty if nothing is known."""
    try:
        kinds = [each.__name__ for each in type(error).__mro__]
        if isinstance(error, SyntaxError) and (error.text or "").strip().startswith(MAGIC):
            return "Lines with %, ! and pip belong into notebooks and shells; here is only Python."
        message = str(error)
        tables = (*model_hints.HINTS, *array_hints.HINTS, *python_hints.SANDBOX)
        return (
            first_fit(tables, kinds, message)
            or name_meant(error, scope_of(own))
            or first_fit((*python_hints.SYNTAX, *python_hints.VALUES), kinds, message)
        )
    except Exception:
        return ""


def advise_on_warning(category: type[Warning], message: str) -> str:
    """What to do about a warning; empty if nothing is known."""
    return first_fit(warning_hints.HINTS, [each.__name__ for each in category.__mro__], message)
