"""Tests of what `mltutor check` proves."""

from __future__ import annotations
