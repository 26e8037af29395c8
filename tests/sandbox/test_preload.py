"""What is imported in advance, and what must not be."""

from __future__ import annotations

import subprocess
import sys

PROBE = """
import sys, threading
from tutor.sandbox.preload import preload
preload(lambda: True)
print(threading.active_count(), "pyarrow" in sys.modules, "sklearn.tree" in sys.modules)
try:
    import tutor.learner
except ModuleNotFoundError:
    print("hidden")
print([each for each in sys.meta_path if type(each).__name__ == "Threaded"])
"""


def test_importing_in_advance_starts_no_thread_and_hides_the_tutor() -> None:
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True)
    assert done.stdout.splitlines() == ["1 False True", "hidden", "[]"], done.stderr


def test_nobody_waiting_ends_it_at_once() -> None:
    source = "from tutor.sandbox.preload import preload; preload(lambda: False); print('went on')"
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")
