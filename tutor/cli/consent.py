"""Sandboxes that may run code: where nothing confines it, a person says yes first."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import click

from tutor.cli.ending import failed
from tutor.run import Origin
from tutor.sandbox.client import Sandbox
from tutor.sandbox.permission import QUESTION, refusal
from tutor.sandbox.spares import SandboxLostError

VARIABLE = "MLTUTOR_UNCONFINED"
"""Set to `yes`, this variable says yes where nobody can be asked."""


@asynccontextmanager
async def permitted_sandboxes(origin: Origin, number: int) -> AsyncIterator[list[Sandbox]]:
    """Sandboxes, the first one started, that may run code from there; else one line, exit 1."""
    everyone = [Sandbox() for _ in range(number)]
    try:
        await _permit(everyone, origin)
        yield everyone
    finally:
        await asyncio.gather(*(sandbox.close() for sandbox in everyone))


@asynccontextmanager
async def permitted_sandbox(origin: Origin) -> AsyncIterator[Sandbox]:
    """One of them."""
    async with permitted_sandboxes(origin, 1) as (sandbox,):
        yield sandbox


async def _permit(everyone: list[Sandbox], origin: Origin) -> None:
    """Ask where that is needed."""
    first = everyone[0]
    try:
        await first.start()
    except SandboxLostError as lost:
        failed(str(lost))
    permission = first.permission(origin)
    refused = refusal(permission, first.level)
    if refused is None:
        return
    if permission == "refused":
        failed(refused.message)
    if not _said_yes():
        failed(f"{QUESTION} Set {VARIABLE}=yes to run it all the same.")
    for sandbox in everyone:
        sandbox.allow()


def _said_yes() -> bool:
    """The answer of the environment, or of the person at the terminal."""
    if os.environ.get(VARIABLE) == "yes":
        return True
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    return click.confirm(f"{QUESTION}\nRun it all the same?", err=True)
