"""A preloaded interpreter for one run: what stands in for a fork where forking is not safe."""

from __future__ import annotations

import contextlib
import os
import select
from typing import NoReturn

from tutor.sandbox import ceilings
from tutor.sandbox.confine import enter
from tutor.sandbox.preload import preload


def serve(wire: int) -> NoReturn:
    """Import, then work at `wire`; standard input, output and error are in place already."""
    from tutor.sandbox.worker import WIRE, work

    os.dup2(wire, WIRE, inheritable=False)
    if wire != WIRE:
        os.close(wire)
    listening = select.poll()
    listening.register(WIRE, select.POLLIN)
    preload(lambda: not any(event & select.POLLHUP for _, event in listening.poll(0)))
    with contextlib.suppress(OSError):
        os.nice(5)
    enter(0).confine()
    size = ceilings.own_size()
    work(lambda order: ceilings.lower(order.request.limits, size))
    os._exit(1)
