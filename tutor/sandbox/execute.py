"""Execution of source text as a module; runs in the sandboxed process only."""

from __future__ import annotations

import ast
import contextlib
import linecache
import signal
import sys
import time
import types
from pathlib import PurePath

from tutor.run import RunError, RunRequest, Status
from tutor.sandbox import ceilings
from tutor.sandbox.displays.outcome import Result
from tutor.sandbox.messages import Ending
from tutor.sandbox.mishaps import explain
from tutor.sandbox.shown import plotting, values
from tutor.sandbox.sitting import sit


def execute(request: RunRequest, module: types.ModuleType) -> tuple[Ending, Result | None]:
    """Run the request in `module`'s namespace; Ctrl-C's signal ends it as stopped."""
    started, worked = time.perf_counter(), time.process_time()
    status: Status = "ok"
    error: RunError | None = None
    result: Result | None = None
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        sitting = None if request.sitting is None else sit(request.sitting)
        value = _run(request.source, request.filename, module)
        if sitting is not None:
            sitting(module)
        elif request.entry is not None:
            result = _call(request, module)
        elif not request.source.rstrip().endswith(";"):
            result = values.show(value)
        plotting.finish()
    except SystemExit as leaving:
        if leaving.code not in (None, 0):
            status, error = explain(leaving, request.filename)
    except BaseException as raised:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        ceilings.raise_memory()
        status, error = explain(raised, request.filename)
        if status == "error":
            with contextlib.suppress(Exception):
                plotting.finish()
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    metrics = result.metrics if result else {}
    elapsed, cpu = time.perf_counter() - started, time.process_time() - worked
    return Ending(status, elapsed, error, metrics, cpu), result


def new_module(request: RunRequest) -> types.ModuleType:
    """An empty module: called after the file for an experiment, `__main__` for everything else."""
    name = "__main__" if request.entry is None else PurePath(request.filename).stem
    module = types.ModuleType(name)
    module.__dict__["__file__"] = request.filename
    sys.modules[name] = module
    sys.argv = [request.filename]
    return module


def _run(source: str, filename: str, module: types.ModuleType) -> object:
    """Execute the source; the value of a last line that is an expression, else None."""
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    tree = ast.parse(source, filename)
    last: ast.Expression | None = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = ast.Expression(tree.body.pop().value)  # type: ignore[attr-defined]
    exec(compile(tree, filename, "exec"), module.__dict__)
    return None if last is None else eval(compile(last, filename, "eval"), module.__dict__)


def _call(request: RunRequest, module: types.ModuleType) -> Result:
    """The Result of the entry function; raises TypeError when there is no such function or result."""
    entry = getattr(module, request.entry or "", None)
    if not callable(entry):
        raise TypeError(f"{request.filename} defines no function {request.entry}(…)")
    seed = {} if request.seed is None else {"seed": request.seed}
    value = entry(**request.params, **seed)
    if not isinstance(value, Result):
        found = type(value).__name__
        raise TypeError(f"{request.entry}(…) gave back a {found}; it gives back Result(metrics, figures)")
    return value
