"""mltutor: a full-screen terminal tutor for machine learning interviews."""

from __future__ import annotations

__version__ = "0.1.0"
