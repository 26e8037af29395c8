"""Tests of grading."""

from __future__ import annotations
