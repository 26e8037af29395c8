"""Tests of the widgets with which questions are answered."""

from __future__ import annotations
