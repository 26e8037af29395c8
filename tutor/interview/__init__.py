"""The mock interview: its plan, its course as a state, its report; no screens, no clock, no disk."""

from __future__ import annotations
