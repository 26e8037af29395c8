"""`python -m tutor` and the `mltutor` command."""

from __future__ import annotations

import io
import sys


def main() -> None:
    """Run the command line; what the terminal's encoding lacks is printed as `?`."""
    from tutor.cli import cli

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    cli(prog_name="mltutor")


if __name__ == "__main__":
    main()
