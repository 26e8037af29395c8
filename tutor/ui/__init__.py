"""The full-screen app: the only part that knows Textual."""

from __future__ import annotations
