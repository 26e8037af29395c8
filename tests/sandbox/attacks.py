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
    Attack("truncate by opening for nothing", _try("import os; os.open('{victim}', 3 | os.O_TRUNC)"), 1),
    Attack(
        "read by way of a folder",
        _try("import os; os.open('../../../..{canary}', 0, dir_fd=os.open('.', 0))"),
        2,
    ),
    Attack("send a file out", _try("import os; os.sendfile(1, os.open('{canary}', 0), 0, 9)"), 2),
    Attack(
        "open for nothing, then read",
        _try("import os; open('/proc/self/fd/%d' % os.open('{canary}', os.O_PATH)).read()"),
        2,
    ),
    Attack("walk", "import os\nprint('BIT' if list(os.walk('{folder}')) else 'held')", 2),
    Attack(
        "read recorded numbers",
        "import pathlib\nprint('BIT' if any(pathlib.Path('{lessons}').glob('*/*/recorded.toml')) else '')",
        2,
    ),
    Attack("read the history", _try("open('{checkout}/.git/HEAD').read()"), 2, bites=False),
    Attack("read the passwords", _try("open('/etc/shadow').read()"), 2, by_root=True),
    Attack("read the kernel's memory", _try("open('/proc/kcore', 'rb').read(9)"), 2, bites=False),
    Attack(
        "list all processes", "import os\nprint('BIT' if '{victim_pid}' in os.listdir('/proc') else '')", 3
    ),
    Attack(
        "read how it is confined",
        _try("import inspect, tutor.sandbox.worker as w; inspect.getsource(w)"),
        2,
    ),
    Attack("make a nameless file", _try("import os; os.open('{folder}', os.O_TMPFILE | os.O_RDWR)"), 2),
    Attack("make a node", _try("import os; os.mknod('{folder}/node')"), 1),
    Attack("change owners", _try("import os; os.chown('{canary}', os.getuid(), -1)"), 1),
    Attack("outlive the others", _try("open('/proc/self/oom_score_adj', 'w').write('1000')"), 2),
    Attack("push keys", _try("import fcntl; fcntl.ioctl(0, 0x5412, b'x')"), 1, bites=False),
    Attack(
        "change a library", _try("import sklearn; open(sklearn.__file__, 'a').write('#')"), 2, bites=False
    ),
    Attack(
        "keep what was open",
        "import os\nfor each in range(4, 64):\n    try: print('BIT', os.fstat(each))\n    except OSError: 0",
        1,
        bites=False,
    ),
    Attack("read a device", _try("import os; os.open('/dev/tty', os.O_RDWR)"), 2, bites=False),
)
PROCESSES = (
    Attack("spawn", _try("import os; os.posix_spawn('/bin/true', ['true'], {{}})")),
    Attack("run a command line", "import os\nprint('BIT' if os.system('true') == 0 else 'held')"),
    Attack("fork with a terminal", _try("import os, pty; pty.fork()[0] or os._exit(0)")),
    Attack("run by descriptor", _call("libc.fexecve(9, None, None)"), 1, bites=False),
    Attack("adopt orphans", _call("libc.prctl(36, 1, 0, 0, 0)")),
    Attack("signal the app's group", _try("import os; os.killpg(os.getpgid({app}), 0)")),
    Attack("signal a thread", _call("libc.tgkill({victim_pid}, {victim_pid}, 0)")),
    Attack(
        "signal the neighbours",
        "import os\nfor each in range(2, os.getpid() + 20):\n    try:\n"
        "        each == os.getpid() or os.kill(each, 0) or print('BIT')\n    except OSError: pass",
    ),
    Attack(
        "own the signals of a socket",
        _try(
            "import array, fcntl, socket\n    "
            "fcntl.ioctl(socket.socketpair()[0], 0x8901, array.array('i', [{app}]))"
        ),
    ),
    Attack(
        "own them as a thread", _try("import fcntl; fcntl.fcntl(0, 15, (1).to_bytes(4, 'little') + bytes(4))")
    ),
    Attack(
        "take a descriptor",
        _call("libc.syscall(438, libc.syscall(434, {victim_pid}, 0), 0, 0)"),
        by_root=True,
    ),
    Attack("be traced", _call("libc.ptrace(0, 0, None, None)"), 1, bites=False),
    Attack("write memory across", _call("libc.process_vm_writev({app}, None, 0, None, 0, 0)"), by_root=True),
    Attack(
        "limit the parent", _try("import os, resource; resource.prlimit(os.getppid(), resource.RLIMIT_CORE)")
    ),
    Attack(
        "slow everybody", _try("import os; os.setpriority(os.PRIO_USER, os.getuid(), 19)"), 1, bites=False
    ),
    Attack(
        "run ahead",
        _try("import os; os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))"),
        1,
        bites=False,
    ),
    Attack("be nicer than before", _try("import os; os.nice(-3)"), 1, bites=False),
    Attack(
        "see its locks",
        _call("libc.syscall(274, {victim_pid}, ctypes.create_string_buffer(8), None)"),
        1,
        bites=False,
    ),
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
THIRTY_TWO = """
import ctypes, mmap, platform
if platform.machine() == 'x86_64':
    code = mmap.mmap(-1, 4096, prot=7)
    code.write(bytes.fromhex('b814000000cd80c3'))
    print('BIT', ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(code)))())
"""
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
    Attack("shared memory", _call("libc.shmctl(libc.shmget(0, 4096, 0o1600), 0, None)")),
    Attack("message queue", _call("libc.msgctl(libc.msgget(0, 0o1600), 0, None)")),
    Attack("semaphore", _call("libc.semctl(libc.semget(0, 1, 0o1600), 0, 0)")),
    Attack("a 32-bit call", THIRTY_TWO, 1, bites=False),
    Attack("large pipes", _try("import fcntl, os; fcntl.fcntl(os.pipe()[1], 1031, 1 << 20)")),
    Attack("other namespaces", _call("libc.setns(0, 0)"), 1, bites=False),
    Attack("unmount", _call("libc.umount2(b'/proc', 8)"), 1, bites=False),
    Attack("mount anew", _call("libc.syscall(430, b'tmpfs', 0)"), 1, bites=False),
    Attack("copy the tree", _call("libc.syscall(428, -100, b'/', 1)"), 1, bites=False),
    Attack("secret memory", _call("libc.syscall(447, 0)"), 1, bites=False),
    Attack("watch files", _call("libc.inotify_init1(0)")),
    Attack("another personality", _call("libc.personality(0xffffffff)")),
    Attack("look at the clock's rate", _call("libc.adjtimex(ctypes.create_string_buffer(400))")),
    Attack("set the clock", _call("libc.clock_settime(0, None)"), 1, bites=False),
    Attack("another group", _try("import os; os.setgid(0)"), by_root=True),
    Attack("take rights back", _call("libc.capset(None, None)"), 1, bites=False),
    Attack("a filter of its own", _call("libc.prctl(22, 1, 0, 0, 0)"), 1, bites=False),
    Attack(
        "more memory",
        _try("import resource as r; r.setrlimit(r.RLIMIT_MEMLOCK, (1 << 30,) * 2)"),
        1,
        bites=False,
    ),
    Attack("a call of tomorrow", _call("libc.syscall(999)"), 1, bites=False),
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
    Attack("TCP over IPv6", _try("import socket; socket.socket(socket.AF_INET6)"), 1, bites=False),
    Attack("UDP over IPv6", _try("import socket; socket.socket(socket.AF_INET6, 2)"), 1, bites=False),
    Attack("raw packets", _try("import socket; socket.socket(2, 3, 1)"), 1, bites=False),
    Attack("frames", _try("import socket; socket.socket(17, 3)"), 1, bites=False),
    Attack("ciphers of the kernel", _try("import socket; socket.socket(38, 5)"), 1, bites=False),
    Attack("datagrams to a path", _try("import socket; socket.socket(1, 2)")),
    Attack(
        "pair of packets", _try("import socket; socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)")
    ),
    Attack(
        "the wire to somewhere else",
        _try("import socket; socket.socket(fileno=3).connect('{socket}')"),
        1,
        bites=False,
    ),
    Attack(
        "a descriptor over the wire",
        _try("import socket; socket.send_fds(socket.socket(fileno=3), [b'x'], [0])"),
        1,
        bites=False,
    ),
    Attack("look up a name", _try("import socket; socket.getaddrinfo('localhost', 80)"), 2),
    Attack(
        "pass a descriptor",
        _try("import socket; a, b = socket.socketpair(); socket.send_fds(a, [b'x'], [0])"),
    ),
)
ATTACKS = (*FILES, *PROCESSES, *KERNEL, *NETWORK)
