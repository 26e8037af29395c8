"""The rules themselves, the self-test, and what is said about the level."""

from __future__ import annotations

import json
import platform
import struct
import subprocess
import sys

import pytest

from tutor.sandbox import landlock, level, readable, seccomp, syscalls

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux only")

ALLOW, EPERM, ENOSYS, EAGAIN = seccomp.ALLOW, seccomp.FAIL | 1, seccomp.FAIL | 38, seccomp.FAIL | 11
PID = 4242


def verdict(program: bytes, number: int, arguments: tuple[int, ...] = (), audit: int | None = None) -> int:
    """What the filter says: the classic BPF machine, as far as the filter uses it."""
    values = (*arguments, *(0,) * (6 - len(arguments)))
    machine = syscalls.machine().audit if audit is None else audit
    memory = struct.pack("=IIQ6Q", number, machine, 0, *values)
    place = accumulator = 0
    while True:
        code, yes, no, operand = struct.unpack_from("=HBBI", program, place * 8)
        place += 1
        match code:
            case seccomp.LOAD:
                (accumulator,) = struct.unpack_from("=I", memory, operand)
            case seccomp.AND:
                accumulator &= operand
            case seccomp.RETURN:
                return int(operand)
            case seccomp.EQUAL:
                place += yes if accumulator == operand else no
            case seccomp.AT_LEAST:
                place += yes if accumulator >= operand else no
            case seccomp.ANY_BIT:
                place += yes if accumulator & operand else no
            case _:
                raise AssertionError(f"an instruction {code:#x}")


@pytest.fixture(params=["x86_64", "aarch64"])
def filtered(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """The program on this processor."""
    monkeypatch.setattr(platform, "machine", lambda: request.param)
    return seccomp.program(PID)


@pytest.mark.parametrize(
    ("name", "arguments", "expected"),
    [
        ("read", (), ALLOW),
        ("mmap", (), ALLOW),
        ("exit_group", (), ALLOW),
        ("clone3", (), ENOSYS),
        ("clone", (17,), EAGAIN),
        ("clone", (0x3D0F00,), ALLOW),
        ("clone", (0x3D0F00 | 0x10000000,), EPERM),
        ("kill", (PID, 9), ALLOW),
        ("kill", (1, 9), EPERM),
        ("kill", (0xFFFFFFFF, 9), EPERM),
        ("tgkill", (PID, PID, 6), ALLOW),
        ("prlimit64", (0,), ALLOW),
        ("prlimit64", (1,), EPERM),
        ("prctl", (15,), ALLOW),
        ("prctl", (1,), EPERM),
        ("prctl", (4,), EPERM),
        ("socketpair", (1, 1), ALLOW),
        ("socketpair", (1, 1 | 0x80000), ALLOW),
        ("socketpair", (1, 2), EPERM),
        ("socketpair", (2, 1), EPERM),
        ("sendto", (3, 0, 0, 0, 0), ALLOW),
        ("sendto", (3, 0, 0, 0, 1 << 32), EPERM),
        ("sendto", (3, 0, 0, 0, 8), EPERM),
        ("fcntl", (3, 1), ALLOW),
        ("fcntl", (3, 8), EPERM),
        ("fcntl", (3, 1031), EPERM),
        ("ioctl", (0, 0x5401), ALLOW),
        ("ioctl", (0, 0x5412), seccomp.FAIL | 25),
        ("openat", (0, 0, 0), ALLOW),
        ("openat", (0, 0, 0o1001), ALLOW),
        ("openat", (0, 0, 0o1002), ALLOW),
        ("openat", (0, 0, 0o1000), EPERM),
        ("openat", (0, 0, 0o1003), EPERM),
        ("openat2", (), ENOSYS),
    ],
)
def test_the_filter_decides(filtered: bytes, name: str, arguments: tuple[int, ...], expected: int) -> None:
    assert verdict(filtered, syscalls.machine().numbers[name], arguments) == expected


def test_the_filter_denies_what_it_does_not_name(filtered: bytes) -> None:
    allowed = {
        syscalls.machine().numbers[name]
        for name in seccomp.FREE.split()
        if name in syscalls.machine().numbers
    }
    named = set(syscalls.machine().numbers.values())
    for number in range(seccomp.NEWEST):
        expected = ALLOW if number in allowed else EPERM
        assert number in named - allowed or verdict(filtered, number) == expected
    assert verdict(filtered, seccomp.NEWEST) == ENOSYS
    assert verdict(filtered, 0x40000000) == seccomp.KILL
    assert verdict(filtered, 0, audit=0x40000003) == seccomp.KILL


def test_the_tables_name_every_call_once() -> None:
    for machine in syscalls.MACHINES.values():
        assert len(set(machine.numbers.values())) == len(machine.numbers)
    new = {"landlock_create_ruleset": 444, "landlock_add_rule": 445, "landlock_restrict_self": 446}
    for machine in syscalls.MACHINES.values():
        assert new.items() <= machine.numbers.items()
    assert syscalls.MACHINES["aarch64"].numbers["openat"] == 56
    assert syscalls.MACHINES["x86_64"].numbers["openat"] == 257


def test_a_processor_without_a_table_has_no_filter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "machine", lambda: "riscv64")
    with pytest.raises(OSError, match="riscv64"):
        seccomp.program(1)


def test_what_may_be_read_leaves_out_the_tutor_and_every_home() -> None:
    entries = set(readable.entries())
    assert any(path.endswith("/sklearn") for path in entries)
    assert not [
        path for path in entries if path.endswith(("/tutor", "/mltutor")) or path in ("/", "/root", "/home")
    ]
    assert str(readable.PACKAGE) not in readable.folders()


def test_outermost_drops_what_lies_inside() -> None:
    assert readable.outermost(["/a/b", "/a", "/ab", "/c/d"]) == ["/a", "/ab", "/c/d"]


UNGUARDED = """
import types
from tutor.sandbox import selftest
whole = selftest.attacks
skipped = {skipped}
selftest.attacks = lambda level: {{name: each for name, each in whole(level).items() if name not in skipped}}
try:
    print(sorted(selftest.run(types.SimpleNamespace(level=3, confine=lambda: None))))
except OSError as error:
    print("refused:", error)
"""


def unguarded(*skipped: str) -> str:
    """What the self-test says of a cage without walls, leaving out attacks that would change this machine."""
    source = UNGUARDED.format(skipped=("mount", "make namespaces", "slow the zygote down", *skipped))
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, timeout=60)
    return done.stdout


def test_the_self_test_notices_missing_walls() -> None:
    said = unguarded("start a program")
    for name in ("start a process", "look into /etc/passwd", "open a network socket", "write a file"):
        assert name in said


def test_a_self_test_that_does_not_come_back_is_no_pass() -> None:
    assert unguarded().startswith("refused: the self-test")


def test_the_report_says_what_holds_here() -> None:
    found = level.report()
    assert set(found) == {"level", "platform", "missing", "self_test", "protects", "whose_code", "next"}
    assert found["level"] in (0, 1, 2, 3)
    assert bool(found["missing"]) == (found["level"] != 3)
    assert bool(found["next"]) == (found["level"] != 3)
    assert found["level"] == 0 or found["self_test"] == "passed"
    json.dumps(found)


def test_landlock_says_why_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent() -> int:
        raise OSError(38, "Landlock")

    monkeypatch.setattr(landlock, "version", absent)
    assert "5.13" in landlock.missing()
