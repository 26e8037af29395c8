"""Attacks as source text: each prints BIT if it got through; all are bounded."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attack:
    """What to try, from which level on it must fail, and whether it bites when nothing confines it."""

    name: str
    source: str
    level: int = 1
    bites: bool = True
    by_root: bool = False
    """Whether only root could do it anyway."""


def _try(source: str) -> str:
    """Print BIT when the last statement gets through."""
    return f"try:\n    {source}\n    print('BIT')\nexcept OSError as error:\n    print('held', error)"


LIBC = "import ctypes, os; libc = ctypes.CDLL(None, use_errno=True); "


def _call(expression: str) -> str:
    """Print BIT when a libc call does not return -1."""
    return f"import os; {LIBC}r = {expression}; print('BIT' if r >= 0 else os.strerror(ctypes.get_errno()))"


FILES = (
    Attack("read the canary", _try("print(open('{canary}').read())"), 2),
    Attack("list the canary's folder", _try("import os; os.listdir('{folder}')"), 2),
    Attack("read it through a link", _try("open('/proc/self/root{canary}').read()"), 2),
    Attack("read the password file", _try("open('/etc/passwd').read()"), 2),
    Attack("read a lesson", _try("import os; os.listdir('{lessons}')"), 2),
    Attack("read the tutor's source", _try("open('{package}/run.py').read()"), 2),
    Attack("list the root of the checkout", _try("import os; os.listdir('{checkout}')"), 2),
    Attack(
        "read the parent's environment", _try("import os; open(f'/proc/{{os.getppid()}}/environ').read()"), 2
    ),
    Attack("read the app's command line", _try("open('/proc/{app}/cmdline').read()"), 2),
    Attack("read the app's memory", _try("open('/proc/{app}/mem', 'rb').seek(0)"), 2),
    Attack("stat the canary", _try("import os; os.stat('{canary}')"), 3),
    Attack("write beside the canary", _try("open('{folder}/new', 'w').write('x')"), 2),
    Attack("overwrite the canary", _try("open('{canary}', 'r+').write('')"), 2),
    Attack("truncate by opening", _try("import os; os.open('{victim}', os.O_RDONLY | os.O_TRUNC)"), 1),
    Attack("truncate by path", _call("libc.truncate(b'{victim}', 0)"), 1),
    Attack("delete the victim's neighbour", _try("import os; os.unlink('{folder}/neighbour')"), 2),
    Attack("rename", _try("import os; os.rename('{victim}', '{folder}/moved')"), 2),
    Attack("make a folder", _try("import os; os.mkdir('{folder}/made')"), 2),
    Attack("make a link", _try("import os; os.symlink('{canary}', '{folder}/link')"), 1),
    Attack("hard link", _try("import os; os.link('{canary}', '{folder}/hard')"), 1),
    Attack("make a pipe", _try("import os; os.mkfifo('{folder}/pipe')"), 1),
    Attack("change modes", _try("import os; os.chmod('{canary}', 0o777)"), 1),
    Attack("change times", _try("import os; os.utime('{canary}')"), 1),
    Attack("set an attribute", _try("import os; os.setxattr('{canary}', 'user.a', b'1')"), 1, bites=False),
    Attack("read a device", _try("import os; os.open('/dev/tty', os.O_RDWR)"), 2, bites=False),
)
PROCESSES = (
    Attack("fork", _try("import os; os.fork() or os._exit(0)")),
    Attack("run a program", _try("import subprocess; subprocess.run(['true'], check=True)")),
    Attack(
        "replace itself",
        "import os\ntry: os.execv('/bin/sh', ['sh', '-c', 'echo BIT'])\nexcept OSError: pass",
    ),
    Attack(
        "multiprocessing",
        _try("import multiprocessing as m; m.get_context('fork').Process(target=print).start()"),
    ),
    Attack("clone3", _call("libc.syscall(435, None, 0)"), 1, bites=False),
    Attack("signal the app", _try("import os; os.kill({app}, 0)")),
    Attack("signal everybody", _try("import os; os.kill(-1, 0)")),
    Attack("signal the parent", _try("import os; os.kill(os.getppid(), 0)")),
    Attack("queue a signal", _call("libc.sigqueue({app}, 0, 0)")),
    Attack("signal by pidfd", _try("import os, signal; signal.pidfd_send_signal(os.pidfd_open({app}), 0)")),
    Attack("own the signals of a pipe", _try("import fcntl, os; fcntl.fcntl(0, fcntl.F_SETOWN, {app})")),
    Attack("trace the app", _call("libc.ptrace(16, {victim_pid}, None, None)"), by_root=True),
    Attack("read memory across", _call("libc.process_vm_readv({app}, None, 0, None, 0, 0)"), by_root=True),
    Attack("limit the app", _try("import resource; resource.prlimit({app}, resource.RLIMIT_CORE)")),
    Attack("slow the app", _try("import os; os.setpriority(os.PRIO_PROCESS, {victim_pid}, 19)")),
    Attack("pin the app", _try("import os; os.sched_setaffinity({victim_pid}, [0])")),
    Attack(
        "schedule the app",
        _try("import os; os.sched_setscheduler({victim_pid}, os.SCHED_IDLE, os.sched_param(0))"),
        by_root=True,
    ),
    Attack("leave the session", _try("import os; os.setpgid(0, 0)"), 1, bites=False),
    Attack("outlive the zygote", _call("libc.prctl(1, 0, 0, 0, 0)")),
    Attack("be dumpable", _call("libc.prctl(4, 1, 0, 0, 0)")),
)
KERNEL = (
    Attack("user namespace", _call("libc.unshare(0x10000000)")),
    Attack("mount", _call("libc.mount(b'none', b'/tmp', b'tmpfs', 0, None)"), 1, bites=False),
    Attack("chroot", _try("import os; os.chroot('/')"), by_root=True),
    Attack("become root", _try("import os; os.setuid(0)"), by_root=True),
    Attack("bpf", _call("libc.syscall(321, 5, 0, 0)"), 1, bites=False),
    Attack("io_uring", _call("libc.syscall(425, 1, ctypes.create_string_buffer(120))"), 1, bites=False),
    Attack("userfaultfd", _call("libc.syscall(323, 1)"), 1, bites=False),
    Attack("keyring", _call("libc.syscall(250, 0, -3, 0)")),
    Attack("memory file", _try("import os; os.memfd_create('x')")),
    Attack("shared memory", _call("libc.shmget(0, 4096, 0o1600)")),
    Attack("message queue", _call("libc.msgget(0, 0o1600)")),
    Attack("a 32-bit call", "print('not tried')", 1, bites=False),
    Attack("set the host's name", _call("libc.sethostname(b'x', 0)"), 1, bites=False),
    Attack("the kernel's log", _call("libc.klogctl(10, None, 0)"), by_root=True),
    Attack("lock memory", _call("libc.mlockall(2)"), 1, bites=False),
)
NETWORK = (
    Attack("connect by TCP", _try("import socket; socket.create_connection(('127.0.0.1', {port}), 2)")),
    Attack("send by UDP", _try("import socket; socket.socket(2, 2).sendto(b'x', ('127.0.0.1', {port}))")),
    Attack("listen", _try("import socket; socket.create_server(('127.0.0.1', 0))")),
    Attack("unix socket", _try("import socket; socket.socket(1).connect('{socket}')")),
    Attack("abstract socket", _try("import socket; socket.socket(1).bind(chr(0) + 'mltutor-attack')")),
    Attack("netlink", _try("import socket; socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)")),
    Attack("vsock", _try("import socket; socket.socket(socket.AF_VSOCK)"), 1, bites=False),
    Attack("datagram pair", _try("import socket; socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)")),
    Attack("look up a name", _try("import socket; socket.getaddrinfo('localhost', 80)"), 2),
    Attack(
        "pass a descriptor",
        _try("import socket; a, b = socket.socketpair(); socket.send_fds(a, [b'x'], [0])"),
    ),
)
ATTACKS = (*FILES, *PROCESSES, *KERNEL, *NETWORK)
