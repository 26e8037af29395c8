"""What to try after an error or a warning, in plain language."""

from __future__ import annotations
