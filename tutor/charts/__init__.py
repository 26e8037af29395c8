"""Figures drawn in characters."""

from __future__ import annotations

from tutor.charts.ansi import to_text
from tutor.charts.cells import Cells, Paint, Run
from tutor.charts.describe import as_table, narrate
from tutor.charts.layout import preferred_height, render, render_panels

__all__ = [
    "Cells",
    "Paint",
    "Run",
    "as_table",
    "narrate",
    "preferred_height",
    "render",
    "render_panels",
    "to_text",
]
