"""How soon the roadmap is drawn, next to a bare Textual app, in a real pseudo-terminal.

`python -m tests.bench.first_paint` prints both medians and their ratio; the aim is at most 1.25.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
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


def until_drawn(argv: list[str], words: bytes, environment: dict[str, str], size: tuple[int, int]) -> float:
    """Milliseconds from exec until `words` stand there; raises RuntimeError with what did."""
    begin = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        os.execvpe(argv[0], argv, environment)
    seen = b""
    try:
        while time.perf_counter() - begin < 30:
            if select.select([terminal], [], [], 0.05)[0]:
                try:
                    seen += os.read(terminal, 1 << 16)
                except OSError:
                    break
                if words in ESCAPES.sub(b"", seen):
                    return (time.perf_counter() - begin) * 1000
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)
    raise RuntimeError(f"{words!r} never drawn: {ESCAPES.sub(b'', seen)[-2000:]!r}")


def main() -> None:
    """Measure both by turns, so that a busy moment of the machine meets both."""
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **{name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "CI")},
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "MLTUTOR_HOME": home,
        }
        record = Record.open(Path(home) / "record", lambda: datetime.now().astimezone())
        record.append("welcomed", {})
        record.close()
        apps = {
            "bare": ([sys.executable, "-c", BARE], b"Nothing but this"),
            "ours": ([sys.executable, "-m", "tutor"], b"The road"),
        }
        times: dict[str, list[float]] = {name: [] for name in apps}
        for argv, words in apps.values():
            until_drawn(argv, words, environment, (120, 40))
        for _ in range(ROUNDS):
            for name, (argv, words) in apps.items():
                times[name].append(until_drawn(argv, words, environment, (120, 40)))
        medians = {name: statistics.median(each) for name, each in times.items()}
        print(f"bare {medians['bare']:.0f} ms, ours {medians['ours']:.0f} ms")
        print(f"ratio {medians['ours'] / medians['bare']:.2f}")


if __name__ == "__main__":
    main()
