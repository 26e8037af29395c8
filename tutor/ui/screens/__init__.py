"""One module a screen, its layout in the .tcss beside it."""

from __future__ import annotations
