"""What a run shows of its last line, and of matplotlib's figures."""

from __future__ import annotations
