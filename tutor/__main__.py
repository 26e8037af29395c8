"""`python -m tutor` and the `mltutor` command."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from tutor.cli import cli

    cli(prog_name="mltutor")


if __name__ == "__main__":
    main()
