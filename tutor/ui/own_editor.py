"""The learner's own editor: it gets the code in a file, and the file is picked up again."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from textual.app import App, SuspendNotSupported

LARGEST = 1 << 20
"""Bytes that are picked up again at most."""


class OwnEditorError(Exception):
    """Why nothing was picked up, in a sentence for people."""


def own_editor(environ: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """The command that VISUAL or EDITOR names, with its arguments; raises OwnEditorError."""
    for name in ("VISUAL", "EDITOR"):
        said = environ.get(name, "").strip()
        if not said:
            continue
        try:
            return _split(said)
        except ValueError:
            raise OwnEditorError(f"{name} cannot be understood: {said}. Close its quotes.") from None
    raise OwnEditorError(
        "No editor is named: set VISUAL or EDITOR, such as EDITOR=nano or VISUAL='code --wait', "
        "and start mltutor again."
    )


def _split(said: str) -> tuple[str, ...]:
    """A command and its arguments as the shell of the platform takes them apart; raises ValueError."""
    if os.name == "nt":  # a backslash is part of a path there
        return tuple(each.strip("\"'") for each in shlex.split(said, posix=False))
    return tuple(shlex.split(said))


def edited(app: App[None], command: tuple[str, ...], text: str, name: str) -> str:
    """What `text` has become in the editor, the app suspended meanwhile; raises OwnEditorError."""
    with tempfile.TemporaryDirectory(prefix="mltutor-") as folder:
        file = Path(folder) / name
        file.write_text(text, encoding="utf-8")
        try:
            with app.suspend():
                fault = _run((*command, str(file)))
        except SuspendNotSupported:
            raise OwnEditorError("This terminal cannot be handed to another program.") from None
        if fault:
            raise OwnEditorError(f"{command[0]} {fault}. Your code is unchanged.")
        return _read(file)


def _run(command: tuple[str, ...]) -> str:
    """What went wrong, if anything did; nothing is raised, else the app would not get its terminal back."""
    kept = signal.signal(signal.SIGINT, lambda *_: None)  # ctrl+c is meant for the editor
    try:
        program = shutil.which(command[0]) or command[0]  # on Windows also where it is a script
        code = subprocess.run((program, *command[1:]), check=False).returncode
    except (OSError, ValueError) as error:
        return f"cannot be started: {getattr(error, 'strerror', None) or error}"
    finally:
        signal.signal(signal.SIGINT, kept)
    return f"ended with code {code}" if code else ""


def _read(file: Path) -> str:
    """The text of the file as people write it; raises OwnEditorError."""
    try:
        if file.stat().st_size > LARGEST:
            raise OwnEditorError("The file is larger than a megabyte. Your code is unchanged.")
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        why = error.strerror or "unknown reason"
        raise OwnEditorError(f"The file cannot be read again: {why}. Your code is unchanged.") from None
    except UnicodeDecodeError:
        raise OwnEditorError("The file is no text in UTF-8. Your code is unchanged.") from None
    if "\0" in text:
        raise OwnEditorError("The file holds a NUL character. Your code is unchanged.")
    return text
