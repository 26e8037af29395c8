"""`python -m tutor` and the `mltutor` command."""

from __future__ import annotations

import sys


def main() -> None:
    """Open the app, or run the command line if there is anything on it."""
    if len(sys.argv) == 1:
        from tutor.cli.start import start

        start(at_home=True)
    else:
        from tutor.cli.group import cli

        cli(prog_name="mltutor")


if __name__ == "__main__":
    main()
