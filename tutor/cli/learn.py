"""`mltutor learn`: the full-screen app, at a lesson."""

from __future__ import annotations

from pathlib import Path

import click

from tutor.cli.start import start


@click.command("learn")
@click.argument("lesson", required=False)
@click.pass_context
def command(ctx: click.Context, lesson: str | None) -> None:
    """Open guided lesson mode, at LESSON or at the next one."""
    lessons: Path | None = ctx.obj
    start(lessons, lesson, at_home=ctx.parent is not None and ctx.parent.invoked_subcommand is None)
