"""How the sandbox pane shares its rows among title, knobs, view and notes."""

from __future__ import annotations

LOW = 22
"""Rows under which the title and the blank line give way."""
TINY = 14
"""Rows under which the help gives way, and the chart's sentence stands with its table only."""

LOOK = """
    SandboxPane {
        layout: vertical;
        #title { height: 1; padding: 0 1; color: $quiet; }
        Knobs { margin-bottom: 1; }
        &.-low Knobs { margin-bottom: 0; }
        &.-low.-code Knobs, &.-low.-code RunNotes { display: none; }
        &.-tiny Knobs > VerticalScroll { max-height: 2; }
        &.-low #help { max-height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
        &.-low #title, &.-low .-untouched #help, &.-tiny #words, &.-tiny #help { display: none; }
        &.-tiny .-table #words { display: block; }
    }
    """
