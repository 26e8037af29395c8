"""Platforms that cannot be had here: the text of their rules, and what is said where there are none."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tutor.sandbox import spares
from tutor.sandbox.client import Sandbox
from tutor.sandbox.seatbelt import profile

WINDOWS = """
import asyncio, signal, sys
for name in ("fcntl", "resource", "termios"):
    sys.modules[name] = None
for name in ("SIGBUS", "SIGSTOP", "SIGCONT", "SIGKILL", "SIGXCPU"):
    delattr(signal, name)
from tutor.run import RunRequest
from tutor.sandbox.client import Sandbox
import tutor.sandbox.level, tutor.sandbox.completion.client
sys.platform = "win32"
print(asyncio.run(Sandbox().result(RunRequest("1"))).error.message)
print(tutor.sandbox.level.report())
"""


def test_on_windows_one_sentence_says_where_code_runs() -> None:
    done = subprocess.run([sys.executable, "-c", WINDOWS], capture_output=True, text=True, timeout=60)
    assert "WSL2 only" in done.stdout, done.stderr
    assert "'level': 0" in done.stdout


async def test_a_platform_without_processes_loses_the_sandbox(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    sandbox = Sandbox()
    with pytest.raises(spares.SandboxLostError, match="WSL2"):
        await sandbox.start()
    assert sandbox.state == "lost"


def test_the_profile_for_macos_denies_first_and_hides_last() -> None:
    lines = profile(["/opt/python"], ["/opt/lib"], ['/opt/lib/a "b"']).splitlines()
    assert lines[:2] == ["(version 1)", "(deny default)"]
    assert '(allow process-exec (literal "/opt/python"))' in lines
    assert '(allow file-read* (subpath "/opt/lib"))' in lines
    assert lines[-1] == '(deny file-read* (subpath "/opt/lib/a \\"b\\""))'
    assert not [line for line in lines if line.startswith("(allow") and ("network" in line or "fork" in line)]
    assert not [line for line in lines if "file-write" in line and "/dev/" not in line]
