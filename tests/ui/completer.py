"""A scripted completer, and an app around an editor that asks it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from textual.app import ComposeResult
from textual.widgets import Static

from tutor.sandbox.completion.answers import Completion, Signature
from tutor.ui.completing import CompletingShell
from tutor.ui.theme import DARK
from tutor.ui.widgets.editor import Editor

METHODS = (
    Completion("apply", "function", "(X, check_input=True)"),
    Completion("classes_", "statement"),
    Completion("cost_complexity_pruning_path", "function", "(X, y, sample_weight=None)"),
    Completion("fit", "function", "(X, y, sample_weight=None, check_input=True)"),
    Completion("get_depth", "function", "()"),
    Completion("get_n_leaves", "function", "()"),
    Completion("predict", "function", "(X, check_input=True)"),
    Completion("predict_log_proba", "function", "(X)"),
    Completion("predict_proba", "function", "(X, check_input=True)"),
    Completion("score", "function", "(X, y, sample_weight=None)"),
    Completion("tree_", "instance"),
    Completion("__init__", "function", "(*, criterion='gini')"),
)
TREE = Signature(
    "DecisionTreeClassifier",
    (
        "*",
        'criterion="gini"',
        'splitter="best"',
        "max_depth=None",
        "min_samples_split=2",
        "min_samples_leaf=1",
        "random_state=None",
        "ccp_alpha=0.0",
    ),
    3,
)
DOCS = "fit(X, y)\n\nBuild a decision tree from the training set.\n\n[b]Not markup[/b]\n" + "\n".join(
    f"Line {number}." for number in range(1, 61)
)


@dataclass(eq=False)
class FakeCompleter:
    """Knows the methods of a tree after a dot, one call, and one documentation."""

    names: tuple[Completion, ...] = METHODS
    call: Signature | None = None
    text: str = DOCS
    asked: list[tuple[str, str, int, int]] = field(default_factory=list)
    gate: asyncio.Event | None = None
    """While it is there and not set, answers wait."""
    started: bool = False
    closed: bool = False

    async def start(self) -> None:
        """Ready at once."""
        self.started = True

    async def complete(self, source: str, line: int, column: int) -> tuple[Completion, ...]:
        """All names that begin with the same letter."""
        await self._take("complete", source, line, column)
        return self.names

    async def signature(self, source: str, line: int, column: int) -> Signature | None:
        """The call."""
        await self._take("signature", source, line, column)
        return self.call

    async def docs(self, source: str, line: int, column: int) -> str:
        """The documentation."""
        await self._take("docs", source, line, column)
        return self.text

    async def close(self) -> None:
        """Nothing runs any more."""
        self.closed = True

    async def _take(self, *asked: str | int) -> None:
        self.asked.append(asked)  # type: ignore[arg-type]
        if self.gate is not None:
            await self.gate.wait()


class TypingApp(CompletingShell):
    """One editor under a line, with the focus."""

    def __init__(self, code: str = "", completer: FakeCompleter | None = None, theme: str = DARK) -> None:
        self.fake = completer or FakeCompleter()
        super().__init__(theme, lambda: self.fake)
        self.editor = Editor(code)
        self.animation_level = "none"
        self.left = 0

    def compose(self) -> ComposeResult:
        yield Static("tree.py")
        yield self.editor

    def on_mount(self) -> None:
        """Begin at the end of the text."""
        self.editor.focus()
        self.editor.move_cursor(self.editor.document.end)

    def on_editor_left(self) -> None:
        """Count."""
        self.left += 1
