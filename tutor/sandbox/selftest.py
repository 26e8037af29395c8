"""Attacks that a confined process makes on its surroundings before the sandbox trusts its own walls."""

from __future__ import annotations

import ctypes
import json
import os
import resource
import select
import socket
import sys
from collections.abc import Callable, Mapping
from functools import partial

from tutor.sandbox import kernel, readable
from tutor.sandbox.confine import Cage

PATIENCE_MS = 10_000
PTRACE_SEIZE = 0x4206
"""Attaching without a stop: were it to work, nothing hangs."""
OUTSIDE = ("/etc/passwd", "/etc/hostname", "/root", "/home")


def run(cage: Cage) -> list[str]:
    """The names of the attacks that got through in a child confined like a run; raises OSError."""
    if cage.level == 0:
        return []
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        report = "broken"
        try:
            cage.confine()
            report = json.dumps([name for name, attack in attacks(cage.level).items() if not _held(attack)])
        except BaseException as error:
            report = f"broken: {error!r}"
        finally:
            os.write(writer, report.encode())
            os._exit(0)
    os.close(writer)
    waiting = select.poll()
    waiting.register(reader, select.POLLIN)
    report = os.read(reader, 4096).decode() if waiting.poll(PATIENCE_MS) else "broken: no answer"
    os.close(reader)
    os.kill(child, 9)
    os.waitpid(child, 0)
    if not report.startswith("["):
        raise OSError(f"the self-test is {report or 'broken'}")
    through: list[str] = json.loads(report)
    return through


def attacks(level: int) -> Mapping[str, Callable[[], object]]:
    """Name → what raises OSError when the wall holds."""
    parent = os.getppid()
    found: dict[str, Callable[[], object]] = {
        "be root": _be_root,
        "start a process": _start_process,
        "signal the zygote": lambda: os.kill(parent, 0),
        "limit the zygote": lambda: resource.prlimit(parent, resource.RLIMIT_CORE),
        "slow the zygote down": lambda: os.setpriority(os.PRIO_PROCESS, parent, 19),
        "trace the zygote": lambda: _trace(parent),
        "open a network socket": lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
        "open a local socket": lambda: socket.socket(socket.AF_UNIX, socket.SOCK_STREAM),
        "make namespaces": lambda: kernel.unshare(kernel.CLONE_NEWUSER),
        "mount": lambda: kernel.mount("tmpfs", "/tmp", "tmpfs", 0),
    }
    if level >= 2:
        found |= {f"look into {path}": partial(_look, path) for path in OUTSIDE}
        found |= {
            "read the course": lambda: _look(str(readable.PACKAGE)),
            "read the zygote's environment": lambda: _look(f"/proc/{parent}/environ"),
            "write a file": lambda: os.open("/tmp/mltutor-self-test", os.O_CREAT | os.O_WRONLY, 0o600),
        }
    return {**found, "start a program": lambda: os.execv(sys.executable, [sys.executable, "-c", ""])}


def _held(attack: Callable[[], object]) -> bool:
    try:
        attack()
    except OSError:
        return True
    return False


def _be_root() -> None:
    if os.geteuid() != 0:
        raise PermissionError


def _start_process() -> None:
    if os.fork() == 0:
        os._exit(0)


def _trace(pid: int) -> None:
    """Attach as a debugger."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.ptrace(PTRACE_SEIZE, pid, None, None) < 0:
        raise OSError(ctypes.get_errno(), "ptrace")


def _look(path: str) -> None:
    """List a folder or read a file."""
    if os.path.isdir(path):
        os.listdir(path)
    else:
        os.close(os.open(path, os.O_RDONLY))
