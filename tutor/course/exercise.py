"""An exercise, frozen: what is to be written, the rungs of help, the wrong solutions that are known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class WrongSolution:
    """A wrong solution that people hand in, recognised by the cases it fails, and its diagnosis."""

    name: str
    """Its file is `<exercise>_wrong_<name>.py`."""
    says: str
    misconception: str = ""


@dataclass(frozen=True, slots=True)
class Exercise:
    """Code to be written, judged by hidden cases; its files in `folder` begin with its id."""

    id: str
    title: str
    task: str
    """Markdown."""
    entry: str
    """The name of the function or class that the learner defines."""
    folder: Path
    nudge: str
    idea: str
    skeleton: str
    """Python with gaps: the third rung of help."""
    wrong: tuple[WrongSolution, ...] = ()
    time_s: float = 5.0
    """The most seconds that one judging may take."""
    starter_name: str = ""
    """The file that the learner begins with, if it is not called `<exercise>_starter.py`."""

    @property
    def starter_path(self) -> Path:
        """The file that the learner begins with."""
        return self.folder / (self.starter_name or f"{self.id}_starter.py")

    @property
    def cases_path(self) -> Path:
        """The file that makes and judges the cases: never shown, and never where the learner's code runs."""
        return self.folder / f"{self.id}_cases.py"

    @property
    def driver_path(self) -> Path:
        """The file that observes the learner's objects; there need not be one."""
        return self.folder / f"{self.id}_driver.py"

    @property
    def solution_paths(self) -> tuple[Path, ...]:
        """The model solutions by number."""
        numbered = {
            int(found[1]): path
            for path in self.folder.glob(f"{self.id}_solution_*.py")
            if (found := re.fullmatch(rf"{self.id}_solution_(\d+)\.py", path.name))
        }
        return tuple(numbered[number] for number in sorted(numbered))

    def wrong_path(self, wrong: WrongSolution) -> Path:
        """The file of a wrong solution."""
        return self.folder / f"{self.id}_wrong_{wrong.name}.py"

    def starter(self) -> str:
        """The code that the learner begins with; raises OSError."""
        return self.starter_path.read_text(encoding="utf-8")

    def cases(self) -> str:
        """The code of the judge; raises OSError."""
        return self.cases_path.read_text(encoding="utf-8")

    def driver(self) -> str:
        """The code that observes; empty if there is none."""
        return self.driver_path.read_text(encoding="utf-8") if self.driver_path.is_file() else ""

    def solutions(self) -> tuple[str, ...]:
        """The code of the model solutions; raises OSError."""
        return tuple(path.read_text(encoding="utf-8") for path in self.solution_paths)
