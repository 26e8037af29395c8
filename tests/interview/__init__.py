"""Tests of the mock interview."""

from __future__ import annotations
