"""The app in a real pseudo-terminal, and the ways in which it does not open."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.ui.tiny_course import build

LEAVE_SCREEN = b"\x1b[?1049l"

CRASH = """
import sys
from pathlib import Path
from tutor.cli.start import start
import tutor.ui.app

def fail(self, *place):
    raise RuntimeError("a bug [of ours]")

tutor.ui.app.TutorApp.show_lesson = fail
start(Path(sys.argv[1]), "blur-and-error", at_home=True)
"""


def environment(home: Path) -> dict[str, str]:
    """A home of its own, and a terminal that can do everything."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TEXTUAL", "NO_COLOR"))}
    return {**kept, "TERM": "xterm-256color", "MLTUTOR_HOME": str(home)}


def in_terminal(argv: list[str], home: Path, wait: bytes, keys: bytes) -> tuple[int, bytes]:
    """Run in a pseudo-terminal, press `keys` once `wait` is drawn; exit code and all that was written."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvpe(argv[0], argv, environment(home))
    seen, limit, pressed = b"", time.monotonic() + 60, not wait
    while time.monotonic() < limit:
        if not select.select([terminal], [], [], 0.2)[0]:
            continue
        try:
            seen += os.read(terminal, 1 << 16)
        except OSError:
            break
        if not pressed and wait in seen:
            os.write(terminal, keys)
            pressed = True
    else:
        os.kill(pid, signal.SIGKILL)
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), seen


def mltutor(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The command with no terminal."""
    return subprocess.run(
        [sys.executable, "-m", "tutor", *words],
        env=environment(home),
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=60,
    )


def test_a_first_start_welcomes_and_leaves_the_terminal_as_it_was(tmp_path: Path) -> None:
    root = build(tmp_path / "lessons")
    argv = [sys.executable, "-m", "tutor", "--lessons", str(root)]
    code, seen = in_terminal(argv, tmp_path / "home", b"What brings you here?", b"\x11")
    assert code == 0
    assert LEAVE_SCREEN in seen


def test_a_first_start_with_a_faulty_course_ends_with_its_fault(tmp_path: Path) -> None:
    root = build(tmp_path / "lessons")
    (root / "course.toml").write_text("title = [")
    argv = [sys.executable, "-m", "tutor", "--lessons", str(root)]
    code, seen = in_terminal(argv, tmp_path / "home", b"", b"")
    assert code == 1
    assert b"course.toml:1" in seen[seen.rindex(LEAVE_SCREEN) :]


def test_a_crash_restores_the_terminal_and_names_its_log(tmp_path: Path) -> None:
    root, home = build(tmp_path / "lessons"), tmp_path / "home"
    prepared = "import tutor.ui.app as a; a.TutorApp.get_default_screen = lambda self: self._roadmap\n"
    code, seen = in_terminal([sys.executable, "-c", prepared + CRASH, str(root)], home, b"", b"")
    log = home / "log" / "mltutor.log"
    assert code == 1
    after = seen[seen.rindex(LEAVE_SCREEN) :].decode()
    assert str(log) in after.replace("\r\n", "")
    assert "Traceback" not in after
    assert "a bug [of ours]" in log.read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [(), ("learn",), ("learn", "blur-and-error")])
def test_without_a_terminal_it_says_so_in_one_line(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = mltutor(tmp_path, *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "needs a terminal" in done.stderr
    assert not (tmp_path / "record").exists()


@pytest.mark.parametrize(
    ("lesson", "told"),
    [("blur-and-eror", "blur-and-error"), ("later-lesson", "planned")],
)
def test_a_lesson_that_cannot_be_opened_is_told_before_the_app(
    tmp_path: Path, lesson: str, told: str
) -> None:
    root = build(tmp_path / "lessons")
    argv = [sys.executable, "-m", "tutor", "--lessons", str(root), "learn", lesson]
    code, seen = in_terminal(argv, tmp_path / "home", b"", b"")
    assert code == 2
    assert told.encode() in seen
    assert b"\x1b[?1049h" not in seen
