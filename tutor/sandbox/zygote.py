"""The process that imports once and forks one child per run; it never runs the learner's code.

Commands come and notices go as JSON messages over a SOCK_SEQPACKET socket; a spawn brings the child's
descriptors along: wire, stdout, stderr. End of the socket means that the tutor has gone.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import select
import signal
import socket
import sys
from typing import NoReturn

from tutor.sandbox import ceilings, kernel, selftest
from tutor.sandbox.confine import Cage, enter
from tutor.sandbox.preload import pause_openmp_before_fork, preload, preload_more
from tutor.sandbox.wire import Json

MESSAGE = 4096
IDLE_MS = 300
"""Without a command for so long there is time to import more."""
ABOVE = 100
"""Where descriptors wait while the places 0 to 3 are filled."""


class Zygote:
    """The loop that forks, signals and reaps."""

    def __init__(self, control: socket.socket, cage: Cage) -> None:
        """Talk over `control`; confine children in `cage`."""
        self._control = control
        self._cage = cage
        self._pid = os.getpid()
        self._size = 0
        self._children: dict[int, int] = {}
        self._ids: dict[int, tuple[int, int]] = {}
        self._poll = select.poll()
        self._poll.register(control, select.POLLIN)

    def serve(self) -> NoReturn:
        """Import, say so, then serve until the tutor has gone."""
        kernel.prctl(kernel.PR_SET_CHILD_SUBREAPER, 1)
        try:
            preload(self._wanted)
            pause_openmp_before_fork()
            _assert_single_thread()
        except (ImportError, RuntimeError, MemoryError, OSError) as error:
            reason = str(error) or "there is too little memory to import scikit-learn"
            self._notify({"op": "broken", "reason": reason})
            self._leave()
        self._size = ceilings.own_size()
        self._cage.leave_start()
        self._notify({"op": "ready"})
        for _ in preload_more():
            self._size = ceilings.own_size()
            self._take_turns(IDLE_MS)
        self._notify({"op": "complete"})
        self._take_turns(None)
        self._leave()

    def _take_turns(self, idle_ms: int | None) -> None:
        """Do what is asked for, until nothing was for a while."""
        while events := self._poll.poll(idle_ms):
            for descriptor, _ in events:
                if descriptor == self._control.fileno():
                    self._obey()
                elif descriptor in self._ids:
                    self._reap(descriptor)

    def _wanted(self) -> bool:
        """Whether the tutor still listens."""
        hung_up = select.POLLHUP | select.POLLERR
        return not any(event & hung_up for _, event in self._poll.poll(0))

    def _notify(self, message: Json) -> None:
        try:
            notify(self._control, message)
        except OSError:
            self._leave()

    def _obey(self) -> None:
        """One command of the tutor."""
        try:
            payload, descriptors, _, _ = socket.recv_fds(self._control, MESSAGE, 3)
        except OSError:
            self._leave()
        if not payload:
            self._leave()
        match json.loads(payload):
            case {"op": "spawn", "id": int(identity), "hurried": bool(hurried)}:
                self._spawn(identity, descriptors, hurried)
            case {"op": "signal", "id": int(identity), "signal": int(number)}:
                self._signal(identity, number)

    def _spawn(self, identity: int, descriptors: list[int], hurried: bool) -> None:
        """Fork the child that gets `descriptors`."""
        pid = os.fork()
        if pid == 0:
            self._become_child(descriptors, hurried)
        for descriptor in descriptors:
            os.close(descriptor)
        pidfd = os.pidfd_open(pid)
        self._children[identity] = pid
        self._ids[pidfd] = (identity, pid)
        self._poll.register(pidfd, select.POLLIN)

    def _become_child(self, descriptors: list[int], hurried: bool) -> NoReturn:
        """In the child: own session, own descriptors, confined; then work."""
        from tutor.sandbox.worker import touch, work

        try:
            os.setsid()
            kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
            if os.getppid() != self._pid:
                os._exit(1)
            place_descriptors(descriptors, self._cage.rules)
            with contextlib.suppress(OSError):
                os.nice(5)
            self._cage.confine()
            size = self._size
            if not hurried:
                touch()
            work(lambda order: ceilings.lower(order.request.limits, size))
        except BaseException as error:
            with contextlib.suppress(OSError):
                os.write(2, f"the sandbox process could not start: {error!r}\n".encode())
        os._exit(1)

    def _signal(self, identity: int, number: int) -> None:
        """SIGKILL goes to the whole group, anything else to the run's own process."""
        pid = self._children.get(identity)
        if pid is None:
            return
        with contextlib.suppress(OSError):
            if number == signal.SIGKILL:
                os.killpg(pid, number)
            else:
                os.kill(pid, number)

    def _reap(self, pidfd: int) -> None:
        """Collect one child, never any other, and take its leftovers down."""
        identity, pid = self._ids.pop(pidfd)
        del self._children[identity]
        self._poll.unregister(pidfd)
        with contextlib.suppress(OSError):
            # Before the leader is reaped, so that its number cannot be somebody else's yet.
            os.killpg(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
        os.close(pidfd)
        self._end_orphans()
        self._notify({"op": "exit", "id": identity, "status": status})

    def _end_orphans(self) -> None:
        """Kill and reap what a run left behind outside its group; they are ours by PR_SET_CHILD_SUBREAPER."""
        own = set(self._children.values())
        with contextlib.suppress(OSError):
            with open(f"/proc/self/task/{self._pid}/children", encoding="ascii") as file:
                strangers = {int(word) for word in file.read().split()} - own
            for pid in strangers:
                with contextlib.suppress(OSError):
                    os.kill(pid, signal.SIGKILL)
                    os.waitpid(pid, 0)

    def _leave(self) -> NoReturn:
        """Take everything down."""
        for pid in self._children.values():
            with contextlib.suppress(OSError):
                os.killpg(pid, signal.SIGKILL)
        self._end_orphans()
        os._exit(0)


def place_descriptors(descriptors: list[int], kept: int | None) -> None:
    """Wire, stdout and stderr at 3, 1 and 2, /dev/null at 0, nothing else open but `kept`."""
    null = os.open(os.devnull, os.O_RDONLY)
    wire, out, err = descriptors
    high = [fcntl.fcntl(descriptor, fcntl.F_DUPFD, ABOVE) for descriptor in (null, out, err, wire)]
    for place, descriptor in enumerate(high):
        os.dup2(descriptor, place)
    end = max(high) + 1
    if kept is None:
        os.closerange(4, end)
    else:
        os.closerange(4, kept)
        os.closerange(kept + 1, end)


def _assert_single_thread() -> None:
    """Raise RuntimeError if a library started threads: a fork of this process could hang."""
    with contextlib.suppress(FileNotFoundError):
        threads = len(os.listdir("/proc/self/task"))
        if threads != 1:
            raise RuntimeError(f"a library started {threads - 1} threads while it was imported")


def notify(control: socket.socket, message: Json) -> None:
    """Tell the tutor."""
    control.send(json.dumps(message).encode())


def serve(descriptor: int, level: int) -> NoReturn:
    """Be the zygote behind the control socket at `descriptor`, at this level or not at all."""
    os.set_inheritable(descriptor, False)
    control = socket.socket(fileno=descriptor)
    try:
        cage = enter(level)
        through = selftest.run(cage)
        if through:
            raise OSError(f"the self-test got through: {', '.join(through)}")
    except OSError as error:
        reason = error.strerror or str(error)
        notify(control, {"op": "failed", "reason": reason})
        sys.exit(1)
    notify(control, {"op": "entered"})
    Zygote(control, cage).serve()
