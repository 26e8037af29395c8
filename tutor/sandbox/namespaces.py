"""A world of its own: a root of read-only folders, no other processes, no network, scratch space per run."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Sequence

from tutor.sandbox import kernel
from tutor.sandbox.syscalls import machine

SCRATCH = "/scratch"
RUN_FOLDER = "/scratch/run"
"""A run's folder lies one below, because Landlock does not see a rule on what a mount hides."""
DEVICES = ("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom")
STAGE = "/tmp"
OWN = kernel.CLONE_NEWNET | kernel.CLONE_NEWIPC | kernel.CLONE_NEWUTS
LOCKED = (
    (os.ST_NOSUID, kernel.MS_NOSUID),
    (os.ST_NODEV, kernel.MS_NODEV),
    (os.ST_NOEXEC, kernel.MS_NOEXEC),
    (os.ST_NOATIME, kernel.MS_NOATIME),
    (os.ST_RELATIME, kernel.MS_RELATIME),
)
"""Flags of a mount that a remount must repeat."""


def enter_as_user(readable: Sequence[str]) -> None:
    """Everything at once, in a user namespace; raises OSError."""
    _own_user(kernel.CLONE_NEWNS | OWN)
    _build_root(readable)


def enter_as_root(readable: Sequence[str]) -> None:
    """The root first, while closed folders can still be reached; `own_the_rest` follows as nobody."""
    kernel.unshare(kernel.CLONE_NEWNS)
    _build_root(readable)


def own_the_rest() -> None:
    """After `enter_as_root` and the fall from root: the namespaces of an ordinary user."""
    _own_user(kernel.CLONE_NEWNS | OWN)


def _own_user(flags: int) -> None:
    """A user namespace in which this user is itself, and more namespaces that belong to it."""
    user, group = os.geteuid(), os.getegid()
    try:
        kernel.unshare(kernel.CLONE_NEWUSER | flags)
    except OSError as error:
        reason = "this system lets ordinary users make no namespaces"
        raise OSError(error.errno, f"{reason} ({error.strerror})") from None
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{user} {user} 1"),
        ("gid_map", f"{group} {group} 1"),
    ):
        with open(f"/proc/self/{name}", "w", encoding="ascii") as file:
            file.write(text)


def become_first() -> None:
    """Return as process 1 of new process numbers; the process that called waits and ends with it."""
    kernel.unshare(kernel.CLONE_NEWPID)
    first = os.fork()
    if first:
        os.closerange(0, 256)
        kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
        _, status = os.waitpid(first, 0)
        os._exit(os.waitstatus_to_exitcode(status) & 0xFF)
    kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
    flags = kernel.MS_NOSUID | kernel.MS_NODEV | kernel.MS_NOEXEC
    try:
        kernel.mount("proc", "/proc", "proc", flags)
    except OSError:
        kernel.mount("tmpfs", "/proc", "tmpfs", flags | kernel.MS_RDONLY, "size=4k,mode=555")
    kernel.mount("tmpfs", SCRATCH, "tmpfs", flags, "size=4k,mode=700")
    os.mkdir(RUN_FOLDER)
    # All runs see this folder; they must not leave each other anything in it.
    kernel.mount(None, SCRATCH, None, kernel.MS_REMOUNT | kernel.MS_RDONLY | flags)


def fresh_scratch() -> None:
    """Small, empty, writable folders for one run, and the working directory in them."""
    kernel.unshare(kernel.CLONE_NEWNS)
    flags = kernel.MS_NOSUID | kernel.MS_NODEV | kernel.MS_NOEXEC
    kernel.mount("tmpfs", RUN_FOLDER, "tmpfs", flags, "size=64m,nr_inodes=2000,mode=700")
    kernel.mount("tmpfs", "/dev/shm", "tmpfs", flags, "size=16m,nr_inodes=100,mode=700")
    os.chdir(RUN_FOLDER)


def hide(folder: str) -> None:
    """Cover a folder with an empty one."""
    flags = kernel.MS_NOSUID | kernel.MS_NODEV | kernel.MS_NOEXEC | kernel.MS_RDONLY
    kernel.mount("tmpfs", folder, "tmpfs", flags, "size=4k,mode=555")


def _build_root(readable: Sequence[str]) -> None:
    """A new root that holds the readable paths, four devices and mount points, all read-only."""
    kernel.mount(None, "/", None, kernel.MS_REC | kernel.MS_PRIVATE)
    # Opened before the stage covers /tmp, where any of them may lie.
    opened = [(path, os.open(path, os.O_PATH)) for path in (*readable, *DEVICES)]
    kernel.mount("tmpfs", STAGE, "tmpfs", kernel.MS_NOSUID | kernel.MS_NODEV, "size=1m,mode=755")
    root = f"{STAGE}/root"
    os.mkdir(root, 0o755)
    kernel.mount(root, root, None, kernel.MS_BIND | kernel.MS_REC)
    for path, descriptor in opened:
        _bind(f"/proc/self/fd/{descriptor}", root + path, writable=path in DEVICES)
        os.close(descriptor)
    for folder in ("/dev/shm", "/proc", SCRATCH, "/old"):
        os.makedirs(root + folder, 0o755, exist_ok=True)
    for name in ("lib", "lib64"):
        if os.path.islink(f"/{name}") and not os.path.lexists(f"{root}/{name}"):
            os.symlink(os.readlink(f"/{name}"), f"{root}/{name}")
    kernel.mount("/proc", f"{root}/proc", None, kernel.MS_BIND | kernel.MS_REC)
    os.chdir(root)
    kernel.call(machine().numbers["pivot_root"], "pivot_root", b".", b"old")
    kernel.detach("/old")
    os.rmdir("/old")
    kernel.mount(None, "/", None, kernel.MS_BIND | kernel.MS_REMOUNT | kernel.MS_RDONLY | kernel.MS_NOSUID)
    os.chdir("/")


def _bind(source: str, target: str, *, writable: bool) -> None:
    """Make `source` visible at `target`."""
    if os.path.isdir(source):
        os.makedirs(target, 0o755, exist_ok=True)
    else:
        os.makedirs(os.path.dirname(target), 0o755, exist_ok=True)
        with contextlib.suppress(FileExistsError):
            os.close(os.open(target, os.O_CREAT | os.O_EXCL, 0o600))
    kernel.mount(source, target, None, kernel.MS_BIND | kernel.MS_REC)
    if not writable:
        now = os.statvfs(target).f_flag
        kept = sum(flag for seen, flag in LOCKED if now & seen)
        flags = kernel.MS_BIND | kernel.MS_REMOUNT | kernel.MS_RDONLY | kernel.MS_NOSUID
        kernel.mount(None, target, None, flags | kept)
