"""Machines that lack something: the sandbox still answers, or says in one sentence why it cannot."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux only")

START = """
import asyncio, os, resource, sys
from tutor.run import RunRequest
from tutor.sandbox import client, kernel
from tutor.sandbox.client import Sandbox
from tutor.sandbox.forks import Forks

def enter(flags, inside):
    outside = os.geteuid()
    try:
        kernel.unshare(kernel.CLONE_NEWUSER | flags)
    except OSError as error:
        print("skip:", error)
        sys.exit()
    open("/proc/self/setgroups", "w").write("deny")
    open("/proc/self/uid_map", "w").write(f"{inside} {outside} 1")

async def main(*sources):
    forks = Forks()
    sandbox = Sandbox(lambda: forks)
    for source in sources:
        result = await sandbox.result(RunRequest(source))
        print(result.status, result.stdout.strip(), result.error.message if result.error else "")
    print(sandbox.level, *forks.missing, sep="; ")
    await sandbox.close()
"""


def told(source: str) -> list[str]:
    """The lines that a machine of this kind prints."""
    done = subprocess.run([sys.executable, "-c", START + source], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    if done.stdout.startswith("skip:"):
        pytest.skip(done.stdout)
    return done.stdout.splitlines()


def test_without_user_namespaces() -> None:
    first, last = told("""
enter(0, 4711)
open("/proc/sys/user/max_user_namespaces", "w").write("0")
asyncio.run(main("print(42)"))
""")
    assert first == "ok 42 "
    assert last.startswith("2; level 3: ")
    assert "namespaces" in last


def test_without_shared_memory_in_files() -> None:
    first, second, last = told("""
enter(kernel.CLONE_NEWNS, 4711)
kernel.mount("none", "/dev/shm", "tmpfs", kernel.MS_RDONLY, "size=4k,mode=000")
asyncio.run(main("print(42)", "from sklearn.ensemble import RandomForestClassifier as F\\n"
    "print(len(F(4, n_jobs=2).fit([[0], [1]], [0, 1]).estimators_))"))
""")
    assert (first, second) == ("ok 42 ", "ok 4 ")
    assert last[0] in "23"


def test_with_little_memory() -> None:
    first, second, last = told("""
resource.setrlimit(resource.RLIMIT_AS, (512 << 20,) * 2)
asyncio.run(main("bytearray(400 << 20)", "print(42)"))
""")
    assert first.startswith("memory  The run needed more memory")
    assert second == "ok 42 "
    assert last[0] in "0123"


def test_with_far_too_little_memory() -> None:
    first, _ = told("""
resource.setrlimit(resource.RLIMIT_AS, (160 << 20,) * 2)
client.READY_S = 2.0
asyncio.run(main("print(42)"))
""")
    assert first.startswith("crashed  The sandbox")


def test_root_that_is_the_only_user() -> None:
    first, last = told("""
enter(0, 0)
asyncio.run(main("print(42)"))
""")
    assert last[0] == "0"
    assert "run mltutor as an ordinary user" in last
    assert first.startswith("error  This machine cannot confine code")
