"""What a sandboxed interpreter imports in advance, so that a run imports nothing."""

from __future__ import annotations

import contextlib
import ctypes
import gc
import importlib
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

MODULES = (
    "numpy",
    "numpy.random",
    "scipy.sparse",
    "scipy.linalg",
    "scipy.stats",
    "sklearn.tree",
    "sklearn.datasets",
    "sklearn.linear_model",
    "sklearn.metrics",
    "sklearn.model_selection",
    "sklearn.naive_bayes",
    "sklearn.neighbors",
    "sklearn.pipeline",
    "sklearn.preprocessing",
    "sklearn.ensemble",
    "sklearn.cluster",
    "sklearn.svm",
    "sklearn.decomposition",
    "sklearn.neural_network",
    "sklearn.impute",
    "sklearn.compose",
    "sklearn.inspection",
    "sklearn.feature_extraction.text",
    "sklearn.feature_selection",
    "sklearn.dummy",
    "sklearn.calibration",
    "sklearn.discriminant_analysis",
    "sklearn.mixture",
    "tutor.sandbox.cases",
    "tutor.sandbox.displays",
    "tutor.sandbox.worker",
)
OMP_PAUSE_HARD = 2


LATER = "pandas"
"""scikit-learn imports it only to look whether it is there; that would hold up the first run."""
THREADED = "pyarrow"
"""The one library that starts a thread when pandas imports it: forks need a single thread."""


@contextlib.contextmanager
def without(*names: str) -> Iterator[None]:
    """Let libraries believe meanwhile that others are not installed."""

    class Refusal:
        @staticmethod
        def find_spec(name: str, _path: object = None, _target: object = None) -> None:
            if name in names:
                raise ModuleNotFoundError(f"{name} is not imported yet", name=name)

    refusal = Refusal()
    sys.meta_path.insert(0, refusal)
    try:
        yield
    finally:
        sys.meta_path.remove(refusal)


def preload(still_wanted: Callable[[], bool]) -> None:
    """Import what most runs need; exits as soon as nobody wants this process any more."""
    with without(LATER, THREADED):
        for name in MODULES:
            if not still_wanted():
                os._exit(0)
            importlib.import_module(name)
        # The first fit imports more, and fills caches.
        sys.modules["tutor.sandbox.worker"].touch()
    hide_sources()
    gc.collect()
    gc.freeze()


def preload_more() -> Iterator[None]:
    """Import what fewer runs need, in steps of some tenths of a second, once there is time."""
    from tutor.sandbox.shown import plotting

    yield
    with without(THREADED):
        with contextlib.suppress(ImportError):
            importlib.import_module(LATER)
        yield
        yield from plotting.preparation()
    gc.collect()
    gc.freeze()
    yield


def hide_sources() -> None:
    """Leave no way from `import` to the rest of the tutor: what a run needs of it is imported."""
    root = Path(__file__).resolve().parents[2]
    if (root / "pyproject.toml").exists():
        sys.path[:] = [entry for entry in sys.path if entry and Path(entry).resolve() != root]
    for package in ("tutor", "tutor.sandbox"):
        sys.modules[package].__path__ = []


def pause_openmp_before_fork() -> None:
    """Stop the OpenMP threads ahead of every fork: a child that inherits a dead team hangs."""
    from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

    libraries = [
        ctypes.CDLL(found.filepath)
        for found in ThreadpoolController().lib_controllers
        if found.user_api == "openmp"
    ]
    pausing = [library for library in libraries if hasattr(library, "omp_pause_resource_all")]

    def pause() -> None:
        for library in pausing:
            library.omp_pause_resource_all(OMP_PAUSE_HARD)

    os.register_at_fork(before=pause)
