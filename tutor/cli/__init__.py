"""The command line; nothing is imported here, so that `mltutor` alone opens the app at once."""

from __future__ import annotations
