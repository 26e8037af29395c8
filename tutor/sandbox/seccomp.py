"""The system calls that a sandboxed process may make: an allow list as a BPF program.

Default EPERM; ENOSYS for calls newer than the list, so that libraries fall back; foreign code is killed.
Source: Linux Documentation/userspace-api/seccomp_filter.rst, `linux/filter.h`.
"""

from __future__ import annotations

import errno
import struct
from collections.abc import Iterable
from typing import Final, TypeAlias

from tutor.sandbox.syscalls import machine

Instruction: TypeAlias = tuple[int, int, int, int]
Block: TypeAlias = list[Instruction]

LOAD, EQUAL, AT_LEAST, ANY_BIT, AND, RETURN = 0x20, 0x15, 0x35, 0x45, 0x54, 0x06
ALLOW, KILL, FAIL = 0x7FFF0000, 0x80000000, 0x00050000
NUMBER_AT, MACHINE_AT, ARGUMENTS_AT = 0, 4, 16
X32 = 0x40000000
NEWEST = 463
"""The first number that the list does not know about."""

FREE: Final = """
read write readv writev pread64 pwrite64 preadv pwritev preadv2 pwritev2 close close_range lseek
fsync fdatasync
stat fstat lstat newfstatat statx access faccessat faccessat2 readlink readlinkat getdents getdents64
getcwd chdir fchdir mkdir mkdirat rmdir unlink unlinkat rename renameat renameat2
ftruncate umask statfs fstatfs
dup dup2 dup3 pipe pipe2 flock poll ppoll select pselect6
epoll_create epoll_create1 epoll_ctl epoll_wait epoll_pwait epoll_pwait2
eventfd eventfd2 timerfd_create timerfd_settime timerfd_gettime copy_file_range sendfile fadvise64 readahead
mmap munmap mprotect mremap madvise brk mincore msync membarrier mlock munlock
rt_sigaction rt_sigprocmask rt_sigreturn rt_sigpending rt_sigsuspend rt_sigtimedwait sigaltstack
pause alarm getitimer setitimer timer_create timer_settime timer_gettime timer_getoverrun timer_delete
futex futex_waitv set_robust_list rseq set_tid_address arch_prctl restart_syscall
clock_gettime clock_getres clock_nanosleep nanosleep gettimeofday time times getrusage sysinfo uname
getpid gettid getppid getuid geteuid getgid getegid getresuid getresgid getgroups getpgrp getpgid getsid
sched_yield sched_getaffinity sched_getparam sched_getscheduler sched_get_priority_max sched_get_priority_min
getcpu getpriority getrandom exit exit_group wait4 waitid capget getrlimit
recvfrom recvmsg getsockopt getsockname getpeername shutdown
"""
"""Calls that act on the caller only; so no chmod, chown, utime or xattr, which Landlock does not see."""

CLONE_THREAD = 0x00010000
CLONE_NEW_ANY = 0x7E020080
AF_UNIX, SOCK_STREAM, SOCK_TYPE = 1, 1, 0xF
HARMLESS_PRCTL = (3, 15, 16, 23, 0x53564D41)
"""GET_DUMPABLE, SET_NAME, GET_NAME, CAPBSET_READ, SET_VMA."""
HARMFUL_FCNTL = (8, 10, 15, 1024, 1026, 1031)
"""F_SETOWN, F_SETSIG, F_SETOWN_EX (a signal to somebody else), F_SETLEASE, F_NOTIFY, F_SETPIPE_SZ.

The memory of large pipes counts for the user, not for the process.
"""
HARMLESS_IOCTL = (0x541B, 0x5421, 0x5451, 0x5450, 0x5401, 0x5413)
"""FIONREAD, FIONBIO, FIOCLEX, FIONCLEX, TCGETS, TIOCGWINSZ."""
O_ACCMODE, O_WRONLY, O_RDWR, O_TRUNC = 3, 1, 2, 0o1000


def program(pid: int) -> bytes:
    """The filter for the process `pid`."""
    known = machine()
    code: Block = [
        (LOAD, 0, 0, MACHINE_AT),
        (EQUAL, 1, 0, known.audit),
        _end(KILL),
        (LOAD, 0, 0, NUMBER_AT),
        (AT_LEAST, 0, 1, X32),
        _end(KILL),
    ]
    for name, block in _conditional(pid).items():
        if name in known.numbers:
            code += [(EQUAL, 0, len(block), known.numbers[name]), *block]
    for name in FREE.split():
        if name in known.numbers:
            code += [(EQUAL, 0, 1, known.numbers[name]), _end(ALLOW)]
    code += [(AT_LEAST, 0, 1, NEWEST), _fail(errno.ENOSYS), _fail(errno.EPERM)]
    return b"".join(struct.pack("=HBBI", *instruction) for instruction in code)


def _conditional(pid: int) -> dict[str, Block]:
    """Name → what decides about the call; every block ends in a return."""
    own = _allow_if(0, (pid,), errno.EPERM)
    oneself = _allow_if(0, (0, pid), errno.EPERM)
    return {
        # The flags of clone3 lie behind a pointer; at ENOSYS libc takes clone.
        "clone3": [_fail(errno.ENOSYS)],
        "clone": _threads_only(),
        "fork": [_fail(errno.EAGAIN)],
        "vfork": [_fail(errno.EAGAIN)],
        "kill": own,
        "tgkill": own,
        # Without these two the process could limit or pin every other process of its user.
        "prlimit64": oneself,
        "sched_setaffinity": oneself,
        "get_robust_list": oneself,
        "prctl": _allow_if(0, HARMLESS_PRCTL, errno.EPERM),
        "socketpair": _stream_pairs_only(),
        "sendto": _no_address(),
        "fcntl": _fail_if(1, HARMFUL_FCNTL),
        "ioctl": _allow_if(1, HARMLESS_IOCTL, errno.ENOTTY),
        "open": _open(1),
        "openat": _open(2),
        "openat2": [_fail(errno.ENOSYS)],
    }


def _end(verdict: int) -> Instruction:
    return (RETURN, 0, 0, verdict)


def _fail(number: int) -> Instruction:
    return _end(FAIL | number)


def _low(argument: int) -> Instruction:
    """Load the lower half of an argument."""
    return (LOAD, 0, 0, ARGUMENTS_AT + 8 * argument)


def _high(argument: int) -> Instruction:
    """Load the upper half of an argument."""
    return (LOAD, 0, 0, ARGUMENTS_AT + 8 * argument + 4)


def _allow_if(argument: int, values: Iterable[int], otherwise: int) -> Block:
    """Allow when the argument is one of the values."""
    block: Block = [_low(argument)]
    for value in values:
        block += [(EQUAL, 0, 1, value), _end(ALLOW)]
    return [*block, _fail(otherwise)]


def _fail_if(argument: int, values: Iterable[int]) -> Block:
    """Allow unless the argument is one of the values."""
    block: Block = [_low(argument)]
    for value in values:
        block += [(EQUAL, 0, 1, value), _fail(errno.EPERM)]
    return [*block, _end(ALLOW)]


def _threads_only() -> Block:
    """clone makes threads, no processes and no namespaces."""
    return [
        _low(0),
        (ANY_BIT, 1, 0, CLONE_THREAD),
        _fail(errno.EAGAIN),
        (ANY_BIT, 0, 1, CLONE_NEW_ANY),
        _fail(errno.EPERM),
        _end(ALLOW),
    ]


def _stream_pairs_only() -> Block:
    """A pair of datagram sockets could be aimed at any other socket by sendto."""
    return [
        _low(0),
        (EQUAL, 0, 4, AF_UNIX),
        _low(1),
        (AND, 0, 0, SOCK_TYPE),
        (EQUAL, 0, 1, SOCK_STREAM),
        _end(ALLOW),
        _fail(errno.EPERM),
    ]


def _no_address() -> Block:
    """send is sendto without an address."""
    return [_low(4), (EQUAL, 0, 3, 0), _high(4), (EQUAL, 0, 1, 0), _end(ALLOW), _fail(errno.EPERM)]


def _open(flags: int) -> Block:
    """O_TRUNC without writing would empty a file, which Landlock sees only since version 3."""
    return [
        _low(flags),
        (ANY_BIT, 0, 4, O_TRUNC),
        (AND, 0, 0, O_ACCMODE),
        (EQUAL, 2, 0, O_WRONLY),
        (EQUAL, 1, 0, O_RDWR),
        _fail(errno.EPERM),
        _end(ALLOW),
    ]
