"""What one person has done: an append-only log of events, and what follows from it."""

from __future__ import annotations
