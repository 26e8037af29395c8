"""Tests of the course format."""

from __future__ import annotations
