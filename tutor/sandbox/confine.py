"""Confinement in levels: what the zygote gives up when it starts, and what each run gives up besides.

3: own namespaces, Landlock, seccomp, limits; 2: the same without namespaces; 1: seccomp and limits;
0: limits only. A level that cannot be had raises OSError; nothing falls lower in silence.
"""

from __future__ import annotations

import fcntl
import os
import signal
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tutor.sandbox import ceilings, kernel, landlock, namespaces, readable, seccomp
from tutor.sandbox.privileges import drop_root
from tutor.sandbox.syscalls import machine

HIGHEST = 3
THREADS = 64
ASIDE = 50
SCRATCH_FILE = 32 << 20
"""The largest file that a run may write, where it may write at all."""


@dataclass(frozen=True, slots=True)
class Cage:
    """What the zygote prepared for its children."""

    level: int
    rules: int | None = None
    """The descriptor of the Landlock ruleset."""

    def leave_start(self) -> None:
        """After the imports: our own package is not needed any more."""
        if self.level == HIGHEST:
            namespaces.hide(str(readable.PACKAGE))

    def confine(self) -> None:
        """In a child, before any code of the learner: give up everything for good."""
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        os.umask(0o077)
        writes = 0
        if self.level == HIGHEST:
            namespaces.fresh_scratch()
            os.environ.update({"HOME": namespaces.RUN_FOLDER, "TMPDIR": namespaces.RUN_FOLDER})
            writes = SCRATCH_FILE
        ceilings.lower_fixed(writes, THREADS if self.level == HIGHEST else THREADS + tasks())
        if self.level == 0:
            return
        kernel.prctl(kernel.PR_SET_DUMPABLE, 0)
        if self.rules is not None:
            landlock.restrict(self.rules)
            os.close(self.rules)
        if self.level == HIGHEST:
            kernel.keep_capabilities()
        kernel.filter_calls(seccomp.program(os.getpid()))


def enter(level: int, reads: Iterable[tuple[str, int]] = ()) -> Cage:
    """Bring this process, which has one thread, to where its children can be confined; raises OSError.

    `reads` are paths, with their Landlock rights, that may be read besides what every run may read.
    """
    if level == 0:
        return Cage(0)
    machine()
    end_first()
    rules = _aside(landlock.ruleset([*_grants(level), *reads])) if level == 2 else None
    if level == HIGHEST:
        _enter_namespaces()
        rules = _aside(landlock.ruleset([*_grants(level), *reads]))
    elif os.geteuid() == 0:
        closed = not all(map(readable.open_to_all, readable.folders()))
        if closed and rules is None:
            raise OSError(
                "Python lies in a folder that only root can read, and nothing but that protects the rest"
            )
        drop_root(read_everything=closed)
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    kernel.prctl(kernel.PR_SET_DUMPABLE, 0)
    return Cage(level, rules)


def _enter_namespaces() -> None:
    visible = readable.outermost([*readable.folders(), str(readable.PACKAGE)])
    if os.geteuid() == 0:
        namespaces.enter_as_root(visible)
        drop_root(read_everything=False)
        namespaces.own_the_rest()
    else:
        namespaces.enter_as_user(visible)
    namespaces.become_first()


def _grants(level: int) -> Iterator[tuple[str, int]]:
    """What Landlock lets a run reach."""
    for path in readable.entries():
        yield path, landlock.LOAD
    for device in namespaces.DEVICES:
        yield device, landlock.READ | landlock.WRITE_FILE
    if level == HIGHEST:
        yield namespaces.SCRATCH, landlock.WRITE
        yield "/dev", landlock.WRITE
        yield "/proc", landlock.READ


def _aside(descriptor: int) -> int:
    """The descriptor, moved away from the places that a child fills."""
    moved = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, ASIDE)
    os.close(descriptor)
    return moved


def end_first() -> None:
    """When memory runs out, the kernel ends this process and its children before anything else."""
    try:
        with open("/proc/self/oom_score_adj", "w", encoding="ascii") as file:
            file.write("1000")
    except OSError:
        return


def tasks() -> int:
    """How many tasks this user has now; RLIMIT_NPROC counts them all outside a user namespace."""
    user, found = os.getuid(), 0
    try:
        numbers = [name for name in os.listdir("/proc") if name.isdigit()]
    except OSError:
        return 0
    for name in numbers:
        try:
            if os.stat(f"/proc/{name}").st_uid == user:
                found += os.stat(f"/proc/{name}/task").st_nlink - 2
        except OSError:
            continue
    return found
