"""How commands end badly: one clear line and the right exit code."""

from __future__ import annotations

import sys
from typing import NoReturn


def failed(message: str) -> NoReturn:
    """What was asked failed: exit 1."""
    print(f"mltutor: {message}", file=sys.stderr)
    raise SystemExit(1)


def bad_input(message: str) -> NoReturn:
    """Bad usage or input: exit 2."""
    print(f"mltutor: {message}", file=sys.stderr)
    raise SystemExit(2)
