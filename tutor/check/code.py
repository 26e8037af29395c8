"""An experiment's source: what it imports, and the shape of its `run`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tutor.check.problem import Problem
from tutor.course.model import Experiment

OURS = "tutor.sandbox.displays"

BANNED = {
    "pandas": "lessons run without it",
    "matplotlib": "draw with the displays",
    "seaborn": "draw with the displays",
    "os": "lessons touch no files",
    "pathlib": "lessons touch no files",
    "shutil": "lessons touch no files",
    "tempfile": "lessons touch no files",
    "subprocess": "lessons start no programs",
    "socket": "lessons work offline",
    "urllib": "lessons work offline",
    "http": "lessons work offline",
    "requests": "lessons work offline",
}


def check_code(experiment: Experiment) -> Iterator[Problem]:
    """Problems of the source text."""
    try:
        tree = ast.parse(experiment.source())
    except (SyntaxError, ValueError) as fault:
        line = getattr(fault, "lineno", None) or 1
        yield Problem(experiment.path, line, f"is not Python: {getattr(fault, 'msg', fault)}; mend it")
        return
    if not ast.get_docstring(tree):
        yield Problem(experiment.path, 1, "begins without a docstring; say in one sentence what it does")
    for node in ast.walk(tree):
        yield from _imports(experiment, node)
    yield from _run(experiment, tree)


def _imports(experiment: Experiment, node: ast.AST) -> Iterator[Problem]:
    """Imports and names that lessons do without."""
    match node:
        case ast.Import():
            modules = [alias.name for alias in node.names]
            names = []
        case ast.ImportFrom():
            modules = ["." * node.level + (node.module or "")]
            names = [alias.name for alias in node.names]
        case ast.Attribute():
            modules, names = [], [node.attr]
        case ast.Call(func=ast.Name(id="open")):
            yield Problem(experiment.path, node.lineno, "open(): lessons touch no files; drop it")
            return
        case _:
            return
    for module in modules:
        top = module.partition(".")[0]
        if top in BANNED:
            yield Problem(experiment.path, node.lineno, f"imports {top}: {BANNED[top]}; drop it")
        elif top in ("tutor", "") and module != OURS:
            yield Problem(experiment.path, node.lineno, f"imports {module}: only {OURS} is for lessons")
    for name in names:
        if name.startswith("fetch_"):
            yield Problem(experiment.path, node.lineno, f"{name} downloads: lessons work offline; drop it")


def _run(experiment: Experiment, tree: ast.Module) -> Iterator[Problem]:
    """`run` takes exactly the params and the seed, as keywords."""
    runs = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "run"]
    if not runs:
        yield Problem(experiment.path, 1, "has no function run(*, …, seed); write it")
        return
    args = runs[-1].args
    line = runs[-1].lineno
    if args.args or args.posonlyargs or args.vararg or args.kwarg:
        yield Problem(experiment.path, line, "run takes keywords only; put * before its first argument")
    taken = {each.arg for each in args.kwonlyargs}
    wanted = {"seed", *(param.name for param in experiment.params)}
    for name in sorted(taken - wanted):
        yield Problem(
            experiment.path, line, f"run takes {name}, which is no param in lesson.toml; add it there"
        )
    for name in sorted(wanted - taken):
        yield Problem(experiment.path, line, f"run does not take {name}; add it behind the *")
