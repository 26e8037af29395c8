"""Landlock: from a point on, a process reaches only the files it was granted, and nothing of the network."""

from __future__ import annotations

import errno
import os
import stat
import struct
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from tutor.sandbox import kernel
from tutor.sandbox.syscalls import machine

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1, 2, 4, 8
REMOVE_DIR, REMOVE_FILE = 16, 32
MAKE_DIR, MAKE_REG = 128, 256
REFER, TRUNCATE, IOCTL_DEV = 8192, 16384, 32768
FIRST_RIGHTS = (1 << 13) - 1
OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV

READ = READ_FILE | READ_DIR
LOAD = READ | EXECUTE
WRITE = READ | WRITE_FILE | REMOVE_DIR | REMOVE_FILE | MAKE_DIR | MAKE_REG | TRUNCATE

LATER_RIGHTS: Mapping[int, int] = MappingProxyType({2: REFER, 3: TRUNCATE, 5: IOCTL_DEV})
"""Version of the interface → the right that came with it."""
NETWORK = 3
"""Bind and connect of TCP, from version 4 on."""
SCOPES = 3
"""Abstract sockets and signals to others, from version 6 on."""


def version() -> int:
    """The kernel's Landlock version; raises OSError where there is none."""
    number = machine().numbers["landlock_create_ruleset"]
    return kernel.call(number, "Landlock", None, 0, 1)


def ruleset(grants: Iterable[tuple[str, int]]) -> int:
    """A ruleset's descriptor: it denies all but `grants` (path, rights); missing paths grant nothing."""
    numbers, known = machine().numbers, version()
    rights = FIRST_RIGHTS
    for since, right in LATER_RIGHTS.items():
        rights |= right if known >= since else 0
    attributes = struct.pack("=Q", rights)
    if known >= 4:
        attributes += struct.pack("=Q", NETWORK)
    if known >= 6:
        attributes += struct.pack("=Q", SCOPES)
    made = kernel.call(numbers["landlock_create_ruleset"], "Landlock", attributes, len(attributes), 0)
    for path, wanted in grants:
        try:
            place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except OSError:
            continue
        try:
            allowed = wanted & rights
            if not stat.S_ISDIR(os.fstat(place).st_mode):
                allowed &= OF_FILES
            rule = struct.pack("=Qi", allowed, place)
            kernel.call(numbers["landlock_add_rule"], f"Landlock for {path}", made, 1, rule, 0)
        finally:
            os.close(place)
    return made


def restrict(made: int) -> None:
    """Hold this process to the ruleset for good."""
    kernel.call(machine().numbers["landlock_restrict_self"], "Landlock", made, 0)


def missing() -> str:
    """Why there is no Landlock here, or nothing."""
    try:
        version()
    except OSError as error:
        built = error.errno in (errno.EOPNOTSUPP, errno.EPERM)
        return (
            "Landlock is switched off in this kernel"
            if built
            else "this kernel has no Landlock (5.13 has it)"
        )
    return ""
