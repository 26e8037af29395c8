"""Tests of the learner's record."""

from __future__ import annotations
