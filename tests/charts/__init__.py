"""Tests of the charts."""

from __future__ import annotations
