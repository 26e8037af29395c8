"""The commands: one small file each, imported only when that command runs."""

from __future__ import annotations

import importlib
import io
import sys
from pathlib import Path

import click

from tutor import __version__

COMMANDS = {
    "learn": "Open guided lesson mode, at the lesson or at the next one.",
    "interview": "Hold a mock interview: questions, follow-ups, code, a report.",
    "list": "List units and lessons.",
    "run": "Run one experiment or a Python file, and draw its charts as text.",
    "read": "Print a whole lesson as plain text.",
    "check": "Prove the course: format, links, experiments, recorded numbers, questions.",
    "sandbox": "Run code from JSON lines on standard input.",
    "grade": "Grade answers in words from JSON lines on standard input.",
    "stats": "Tell what the learner has done.",
    "doctor": "Tell whether everything works here, and how to mend it.",
    "reset": "Start over, after an automatic backup.",
}
"""Command → one line of help; it is `command` in the module of that name (`list_` for list)."""


class Commands(click.Group):
    """A group that imports a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names in the order of `COMMANDS`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"tutor.cli.{'list_' if cmd_name == 'list' else cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="mltutor")
@click.option(
    "--lessons",
    type=click.Path(path_type=Path),
    default=None,
    help="Use the course in this folder instead of the one that comes with mltutor.",
)
@click.pass_context
def cli(ctx: click.Context, lessons: Path | None) -> None:
    """Learn machine learning for interviews: predict, run, prove. Without a command: the app."""
    ctx.obj = lessons
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    if ctx.invoked_subcommand is None:
        ctx.invoke(Commands.get_command(ctx.command, ctx, "learn"))  # type: ignore[arg-type]
