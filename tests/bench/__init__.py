"""Benchmarks: ratios measured side by side, never timed tests."""

from __future__ import annotations
