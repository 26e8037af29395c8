"""The tiny course as a fixture."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.course.build import build


@dataclass(frozen=True, slots=True)
class Tiny:
    """A course folder and the folder of its one written lesson."""

    root: Path
    folder: Path


@pytest.fixture
def tiny(tmp_path: Path) -> Tiny:
    """A fresh tiny course."""
    root = tmp_path / "course"
    root.mkdir()
    return Tiny(root, build(root))
