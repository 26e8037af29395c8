"""jedi's reading of source text, statically: nothing of the text is ever executed."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from types import MappingProxyType

import jedi
import parso.cache
import parso.grammar
from jedi.api.classes import BaseName, BaseSignature, ParamName
from jedi.api.environment import InterpreterEnvironment
from jedi.inference import recursion
from jedi.inference.compiled.subprocess import functions

from tutor.sandbox.completion.answers import LONGEST_DOCS, MOST_NAMES, Asked
from tutor.sandbox.wire import Json

DETAILS_S = 0.15
"""How long kinds and parameters of names may take; names after that come without."""
EXECUTIONS = 60
"""How many functions jedi follows for one answer: a third of its own limit, at a third of the time."""
LONGEST_DEFAULT = 30
AHEAD = (
    "import numpy as np\nnp.",
    "from sklearn.tree import DecisionTreeClassifier\nDecisionTreeClassifier().fit([], []).",
    "from sklearn.model_selection import train_test_split\ntrain_test_split(",
    "import pandas as pd\npd.DataFrame().",
    "import matplotlib.pyplot as plt\nplt.",
)
"""Read in advance: what almost every text uses."""


class Analysis:
    """Answers about one text at a time; modules once read stay in memory."""

    def __init__(self, listed: Mapping[str, Sequence[str]]) -> None:
        """Find modules in the folders that `listings` listed; no further process is started."""
        recursion.total_function_execution_limit = EXECUTIONS
        _keep_in_memory()
        _remember(listed)
        _take_closed_for_empty()
        self._environment = InterpreterEnvironment()
        self._project = jedi.Project("/nonexistent", sys_path=[*listed], smart_sys_path=False)
        self._answers: Mapping[Asked, Callable[[jedi.Script, int, int], Json]] = MappingProxyType(
            {"complete": _complete, "signature": _signature, "docs": _docs}
        )

    def answer(self, asked: Asked, source: str, line: int, column: int) -> Json:
        """What is asked about the place (line from 1, column from 0); None when jedi cannot tell."""
        script = jedi.Script(source, environment=self._environment, project=self._project)
        try:
            return self._answers[asked](script, line, column)
        except MemoryError:
            raise
        except Exception:
            # jedi has bugs of its own on half-typed text, and no list of what it may raise.
            return None

    def warm_up(self, source: str) -> None:
        """Read the modules that the source needs, for later."""
        lines = source.split("\n")
        self.answer("complete", source, len(lines), len(lines[-1]))


def _complete(script: jedi.Script, line: int, column: int) -> Json:
    """Names, kinds and parameters."""
    names = script.complete(line, column)[:MOST_NAMES]
    until = time.monotonic() + DETAILS_S
    rows: list[Json] = []
    for found in names:
        kind = found.type if time.monotonic() < until else ""
        if kind == "path":
            continue
        tail = _tail(found) if kind == "function" and time.monotonic() < until else ""
        rows.append([found.name_with_symbols, kind, tail])
    return rows


def _tail(found: BaseName) -> str:
    """The parameters, as they stand behind the name."""
    signatures = found.get_signatures()
    return f"({', '.join(_params(signatures[0])[0])})" if signatures else ""


def _signature(script: jedi.Script, line: int, column: int) -> Json:
    """The call around the place: of several signatures the first that takes this many arguments."""
    signatures = script.get_signatures(line, column)
    if not signatures:
        return None
    chosen = next((each for each in signatures if each.index is not None), signatures[0])
    params, current = _params(chosen)
    return [chosen.name, [*params], current]


def _params(signature: BaseSignature) -> tuple[list[str], int | None]:
    """The parameters as they would be written, without types, and the index of the current one."""
    current = getattr(signature, "index", None)
    texts: list[str] = []
    at: int | None = None
    star = False
    for index, param in enumerate(signature.params):
        if param.kind == param.kind.KEYWORD_ONLY and not star:
            texts.append("*")
        star = star or param.kind in (param.kind.KEYWORD_ONLY, param.kind.VAR_POSITIONAL)
        if index == current:
            at = len(texts)
        texts.append(_param(param))
    return texts, at


def _param(param: ParamName) -> str:
    """Name and default."""
    stars = {param.kind.VAR_POSITIONAL: "*", param.kind.VAR_KEYWORD: "**"}.get(param.kind, "")
    _, equals, default = param.to_string().partition("=")
    if len(default) > LONGEST_DEFAULT:
        default = "…"
    return f"{stars}{param.name}{equals}{default}"


def _docs(script: jedi.Script, line: int, column: int) -> Json:
    """The documentation of the name at the place, or of the call around it."""
    # To jedi a bracket is a topic too, but who stands at one asks about the call.
    named = [found for found in script.help(line, column) if found.name.isidentifier()]
    for found in named or script.get_signatures(line, column):
        text = found.docstring(raw=True)
        if text:
            return f"{found.name}{_tail(found)}\n\n{text}"[:LONGEST_DOCS]
    return ""


def _keep_in_memory() -> None:
    """No cache on disk: this process has none, and none is trusted."""
    save = parso.cache.try_to_save_module
    parso.grammar.try_to_save_module = partial(_save_in_memory, save)  # type: ignore[attr-defined]
    parso.cache._load_from_file_system = lambda *_, **__: None


def _save_in_memory(save: Callable[..., None], *arguments: object, **options: object) -> None:
    save(*arguments, **{**options, "pickling": False})


def listings(paths: Sequence[str]) -> dict[str, Sequence[str]]:
    """The modules in each folder of `paths`, which may be closed later."""
    return {path: functions.iter_module_names(None, [path]) for path in paths}


def _remember(listed: Mapping[str, Sequence[str]]) -> None:
    """Answer from `listed` which modules there are in its folders."""
    look = functions.iter_module_names

    def known(state: object, paths: Iterable[str]) -> list[str]:
        return [name for path in paths for name in listed.get(path) or look(state, [path])]

    functions.iter_module_names = known


def _take_closed_for_empty() -> None:
    """jedi looks for stubs beside every package; it stumbles over folders that may not be listed."""
    listdir = os.listdir

    def tolerant(path: str = ".") -> list[str]:
        try:
            return listdir(path)
        except PermissionError:
            return []

    os.listdir = tolerant  # type: ignore[assignment]
