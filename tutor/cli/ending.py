"""How commands end badly: one clear line and the right exit code."""

from __future__ import annotations

from typing import NoReturn

import click


def failed(message: str) -> NoReturn:
    """What was asked failed: exit 1."""
    click.echo(f"mltutor: {message}", err=True)
    raise SystemExit(1)


def bad_input(message: str) -> NoReturn:
    """Bad usage or input: exit 2."""
    click.echo(f"mltutor: {message}", err=True)
    raise SystemExit(2)
