"""The documentation of a name, over the screen."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tutor.ui.widgets.key_line import KeyLine


class DocsScreen(ModalScreen[None]):
    """Plain text to scroll."""

    CSS_PATH = "docs.tcss"
    HELP = """\
    # Documentation

    What the library says of the name under the cursor. The arrows and **page down** scroll, **Esc** or
    **F1** goes back to the code.
    """
    BINDING_GROUP_TITLE = "Documentation"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,f1", "dismiss", "back", key_display="esc", id="docs-back", tooltip="Back to the code"
        ),
    ]

    def __init__(self, docs: str) -> None:
        super().__init__()
        self._docs = docs

    def compose(self) -> ComposeResult:
        """The first line says what it is about."""
        title, _, text = self._docs.partition("\n")
        with VerticalScroll():
            yield Static(title, id="title", markup=False)
            yield Static(text.strip("\n"), markup=False)
        yield KeyLine()
