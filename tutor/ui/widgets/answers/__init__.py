"""How each kind of question is answered: one widget a kind, imported when it is first wanted."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from tutor.ui.widgets.answers.answering import Answering

if TYPE_CHECKING:
    from textual.widget import Widget

WIDGETS = {
    "single": "plain:PlainAnswer",
    "multiple": "plain:PlainAnswer",
    "numeric": "plain:PlainAnswer",
    "predict": "plain:PlainAnswer",
    "order": "order:OrderAnswer",
    "match": "match:MatchAnswer",
    "blank": "blank:BlankAnswer",
    "bug": "bug:BugAnswer",
    "output": "output:OutputAnswer",
    "curve": "curve:CurveAnswer",
    "threshold": "threshold:ThresholdAnswer",
    "plot": "plot:PlotAnswer",
    "model": "plot:PlotAnswer",
    "hand": "plain:PlainAnswer",
    "split": "split:SplitAnswer",
    "text": "text:TextAnswer",
}
"""Kind of question → file in this folder, class in it."""


def answer_widget(kind: str) -> Widget:
    """A new widget for answering this kind of question; it is an `Answering` too."""
    file, name = WIDGETS[kind].split(":")
    widget: Widget = getattr(import_module(f"{__name__}.{file}"), name)()
    assert isinstance(widget, Answering)
    return widget
