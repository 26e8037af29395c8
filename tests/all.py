"""Everything that must hold: style, types, floors, dependencies, tests, and the course itself.

Run it as `python tests/all.py`; `--full` checks every lesson, not only those that changed.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
BIN = Path(PYTHON).parent


def checks(full: bool) -> list[list[str]]:
    """The commands in the order in which they run, cheapest first."""
    return [
        [PYTHON, "-m", "ruff", "check", "."],
        [PYTHON, "-m", "ruff", "format", "--check", "."],
        [PYTHON, "-m", "mypy"],
        [str(BIN / "lint-imports")],
        [PYTHON, "-m", "deptry", "tutor"],
        [PYTHON, "-m", "tutor", "check", *([] if full else ["--changed"])],
        [PYTHON, "-m", "pytest", "-q", "-n", "3", "--dist", "loadfile"],
    ]


def passes_alone(command: list[str]) -> bool:
    """Whether the tests that failed side by side pass by themselves: a busy machine is not their fault."""
    if "pytest" not in command:
        return False
    print("\n── the failed tests again, alone", flush=True)
    again = [PYTHON, "-m", "pytest", "-q", "--last-failed", "--last-failed-no-failures", "none"]
    return subprocess.run(again, cwd=ROOT, check=False).returncode == 0


def main() -> int:
    """Run every check, go on after a failure, and return how many failed."""
    failed = []
    for command in checks("--full" in sys.argv[1:]):
        name = " ".join(Path(part).name if "/" in part else part for part in command)
        print(f"\n── {name}", flush=True)
        start = time.monotonic()
        if subprocess.run(command, cwd=ROOT, check=False).returncode and not passes_alone(command):
            failed.append(name)
        print(f"── {time.monotonic() - start:.1f} s", flush=True)
    print("\nFailed: " + "; ".join(failed) if failed else "\nAll good.", flush=True)
    return len(failed)


if __name__ == "__main__":
    sys.exit(main())
