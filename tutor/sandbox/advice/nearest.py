"""Names that were meant: the nearest to one that does not exist."""

from __future__ import annotations

import builtins
import difflib
import inspect
import re
import sys
from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import Any

from tutor.sandbox.shown.words import is_a

LIBRARIES = {
    "np": "import numpy as np",
    "numpy": "import numpy",
    "pd": "import pandas as pd",
    "plt": "import matplotlib.pyplot as plt",
    "math": "import math",
    "random": "import random",
    "sklearn": "import sklearn",
}
KNOWN = (
    "numpy",
    "scipy",
    "sklearn",
    "pandas",
    "matplotlib",
    "joblib",
    "math",
    "random",
    "statistics",
    "itertools",
)
CLOSE = 0.65
"""How alike two names are at least, from 0 to 1, for one to stand for the other."""
HOMES = (
    *("linear_model", "tree", "ensemble", "neighbors", "naive_bayes", "svm", "neural_network", "cluster"),
    *("decomposition", "manifold", "preprocessing", "impute", "compose", "pipeline", "model_selection"),
    *("metrics", "datasets", "dummy", "calibration", "inspection", "feature_selection", "mixture"),
    *("feature_extraction.text", "discriminant_analysis"),
)
"""Where the names of scikit-learn live, the usual ones first."""


def name_meant(error: BaseException, scope: Mapping[str, object]) -> str:
    """Advice on a name, attribute, module, key or keyword that does not exist; empty if none comes near."""
    match error:
        case UnboundLocalError():
            return ""
        case NameError(name=str(name)):
            return _unknown_name(name, scope)
        case AttributeError(name=str(name), obj=owner) if owner is not None:
            return _meant(name, dir(owner))
        case ModuleNotFoundError(name=str(name)):
            return _unknown_module(name)
        case ImportError(name=str(module)):
            return _unknown_import(str(error), module)
        case KeyError(args=(str() as key, *_)):
            return _unknown_key(key, scope)
        case TypeError():
            return _unknown_keyword(str(error), scope)
    return ""


def scope_of(step: TracebackType | None) -> dict[str, object]:
    """The names that this frame of a traceback sees."""
    return {} if step is None else {**step.tb_frame.f_globals, **step.tb_frame.f_locals}


def _unknown_name(name: str, scope: Mapping[str, object]) -> str:
    if name in LIBRARIES:
        return f"Put this line at the top: {LIBRARIES[name]}"
    home = _home(name)
    if home:
        return f"Put this line at the top: from {home} import {name}"
    own = _meant(name, [each for each in scope if not each.startswith("__")])
    return (
        own
        or _meant(name, dir(builtins))
        or ("Nothing has this name yet: is it spelt as where it was made, and did that line run before?")
    )


def _home(name: str) -> str:
    """The module of scikit-learn that a name is imported from."""
    for module in (f"sklearn.{home}" for home in HOMES):
        if name in getattr(sys.modules.get(module), "__all__", ()):
            return module
    return ""


def _unknown_module(name: str) -> str:
    parent = name.rpartition(".")[0]
    if parent:
        found = [each for each in sys.modules if each.rpartition(".")[0] == parent]
        return _meant(name, [each for each in found if "._" not in each])
    near = _meant(name, KNOWN)
    return (
        near
        or "It is not part of the tutor, and nothing can be installed here; Python's own library, numpy, "
        "scipy, pandas, matplotlib and scikit-learn are there."
    )


def _unknown_import(message: str, module: str) -> str:
    found = re.search(r"cannot import name '(\w+)'", message)
    if not found:
        return ""
    home = _home(found[1])
    if home and home != module:
        return f"It lives elsewhere: from {home} import {found[1]}"
    return _meant(found[1], dir(sys.modules.get(module)))


def _unknown_key(key: str, scope: Mapping[str, object]) -> str:
    """The nearest column or key of any frame or dictionary in reach."""
    things = [thing for name, thing in scope.items() if not name.startswith("__")]
    names = [each for thing in things for each in _keys(thing)]
    names = list(dict.fromkeys(names))
    near = _meant(key, names)
    if near or not names:
        return near
    return f"There is no {key!r} among {', '.join(map(repr, names[:12]))}{' …' if len(names) > 12 else ''}."


def _keys(thing: Any) -> list[str]:
    """The names of a frame's columns or a dictionary's keys; nothing for all else."""
    if type(thing) is dict:
        return [each for each in list(thing)[:500] if isinstance(each, str)]
    if is_a(thing, "pandas", "DataFrame"):
        return [each for each in thing.columns[:500] if isinstance(each, str)]
    return []


def _unknown_keyword(message: str, scope: Mapping[str, object]) -> str:
    """The nearest parameter of the class or function that the message names."""
    found = re.search(r"(\w+)(?:\.__init__)?\(\) got an unexpected keyword argument '(\w+)'", message)
    if not found:
        return ""
    called = scope.get(found[1])
    if not callable(called):
        return ""
    try:
        known = list(inspect.signature(called).parameters)
    except (TypeError, ValueError):
        return ""
    near = _meant(found[2], known)
    return (
        near
        or f"{found[1]} has no {found[2]}; it has {', '.join(known[:20])}{' …' if len(known) > 20 else ''}."
    )


def _meant(name: str, known: Iterable[str]) -> str:
    """`Did you mean …?` with the nearest name, or with two that are equally near; or nothing."""
    lowered = {each.lower(): each for each in known if each != name}
    near = difflib.get_close_matches(name.lower(), lowered, 2, CLOSE)
    ratios = [difflib.SequenceMatcher(None, each, name.lower()).ratio() for each in near]
    meant = [lowered[each] for each, ratio in zip(near, ratios, strict=True) if ratio == ratios[0]]
    return f"Did you mean {' or '.join(meant)}?" if meant else ""
