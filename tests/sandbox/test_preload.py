"""What is imported in advance, and what must not be."""

from __future__ import annotations

import subprocess
import sys

from tutor.sandbox.spares import environment

PROBE = """
import os, sys
from tutor.sandbox.preload import preload, preload_more
def tell():
    names = ("sklearn.tree", "pandas", "pyarrow")
    print(len(os.listdir("/proc/self/task")), *(name in sys.modules for name in names))

before = len(sys.meta_path)
preload(lambda: True)
tell()
for _ in preload_more():
    pass
tell()
try:
    import tutor.learner
except ModuleNotFoundError:
    print("hidden")
print(len(sys.meta_path) - before)
from sklearn.preprocessing import StandardScaler
print(StandardScaler().set_output(transform="pandas").fit_transform([[1.0], [2.0]]).shape)
"""


def test_importing_in_advance_starts_no_thread_and_hides_the_tutor() -> None:
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, env=environment())
    assert done.stdout.splitlines() == [
        "1 True False False",
        "1 True True False",
        "hidden",
        "0",
        "(2, 1)",
    ], done.stderr


def test_nobody_waiting_ends_it_at_once() -> None:
    source = "from tutor.sandbox.preload import preload; preload(lambda: False); print('went on')"
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")
