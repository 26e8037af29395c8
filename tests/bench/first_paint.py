"""How soon the first screen is drawn, next to a bare Textual app, in a real pseudo-terminal.

`python -m tests.bench.first_paint` prints medians and ratios, also of processor time, which a busy machine
disturbs less; the aim is at most 1.25 for home, and for the welcome of the very first start.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from datetime import datetime
from pathlib import Path

from tutor.learner.store import Record

ROUNDS = 10

BARE = """
from textual.app import App
from textual.widgets import Footer, Header, Static

class Bare(App):
    BINDINGS = [("q", "quit", "Leave")]

    def compose(self):
        yield Header()
        yield Static("Nothing but this")
        yield Footer()

Bare().run()
"""

ESCAPES = re.compile(rb"\x1b\[[0-9;:<>=?]*[A-Za-z$]p?|\x1b\][^\x07\x1b]*(\x07|\x1b\\)|\x1bP.*?\x1b\\", re.S)


def until_drawn(
    argv: list[str], words: bytes, environment: dict[str, str], size: tuple[int, int]
) -> tuple[float, float]:
    """Milliseconds from exec until `words` stand there: by the clock, and of processor time.

    Raises RuntimeError with what did stand there.
    """
    begin = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        os.execvpe(argv[0], argv, environment)
    seen = b""
    while words not in ESCAPES.sub(b"", seen) and time.perf_counter() - begin < 30:
        if select.select([terminal], [], [], 0.05)[0]:
            try:
                seen += os.read(terminal, 1 << 16)
            except OSError:
                break
    waited = time.perf_counter() - begin
    os.kill(pid, signal.SIGKILL)
    usage = os.wait4(pid, 0)[2]
    os.close(terminal)
    if words not in ESCAPES.sub(b"", seen):
        raise RuntimeError(f"{words!r} never drawn: {ESCAPES.sub(b'', seen)[-2000:]!r}")
    return waited * 1000, (usage.ru_utime + usage.ru_stime) * 1000


def main() -> None:
    """Measure all by turns, so that a busy moment of the machine meets all."""
    with tempfile.TemporaryDirectory() as folder:
        home, new = f"{folder}/home", f"{folder}/new"
        environment = {
            **{
                name: value
                for name, value in os.environ.items()
                if name not in ("NO_COLOR", "CI", "PYTHONDONTWRITEBYTECODE")
            },
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "PYTHONPYCACHEPREFIX": f"{folder}/compiled",
            "MLTUTOR_HOME": home,
        }
        record = Record.open(Path(home) / "record", lambda: datetime.now().astimezone())
        record.append("welcomed", {})
        record.close()
        ours = [sys.executable, "-m", "tutor"]
        apps = {
            "bare": ([sys.executable, "-c", BARE], b"Nothing but this", environment),
            "home": (ours, b"The road", environment),
            "welcome": (ours, b"From nothing to hired", {**environment, "MLTUTOR_HOME": new}),
        }
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in apps}
        for _ in range(1 + ROUNDS):
            for name, (argv, words, where) in apps.items():
                shutil.rmtree(new, ignore_errors=True)
                times[name].append(until_drawn(argv, words, where, (120, 40)))
        medians = {
            name: [statistics.median(each) for each in zip(*found[1:], strict=True)]
            for name, found in times.items()
        }
        for name, (waited, worked) in medians.items():
            ratios = waited / medians["bare"][0], worked / medians["bare"][1]
            print(
                f"{name:8} {waited:5.0f} ms, ratio {ratios[0]:.2f}; processor {worked:5.0f} ms, "
                f"ratio {ratios[1]:.2f}"
            )


if __name__ == "__main__":
    main()
