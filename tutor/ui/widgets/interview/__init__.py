"""What the mock interview shows."""

from __future__ import annotations
