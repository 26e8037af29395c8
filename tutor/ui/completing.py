"""Every editor's questions about names, answered for the whole app."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from tutor.ui.ports import Completer
from tutor.ui.shell import Shell
from tutor.ui.theme import DARK

if TYPE_CHECKING:
    from tutor.ui.widgets.editor import Editor


class CompletingShell(Shell):
    """A shell whose editors offer names; the completer is made when it is first wanted."""

    def __init__(self, theme: str = DARK, completer: Callable[[], Completer] | None = None) -> None:
        super().__init__(theme)
        self.completes = True
        """Whether names are offered while the learner types."""
        self._make_completer = completer
        self._completer: Completer | None = None

    async def on_unmount(self) -> None:
        """Leave no process behind."""
        if self._completer is not None:
            await self._completer.close()

    def on_editor_entered(self) -> None:
        """The learner goes to an editor: names will be wanted."""
        completer = self._wanted()
        if completer is not None and self.completes:
            self.run_worker(completer.start(), group="names", exit_on_error=False)

    def on_editor_asked(self, event: Editor.Asked) -> None:
        """The learner pauses in an editor."""
        completer = self._wanted()
        if completer is not None and self.completes:
            self.run_worker(offer(completer, event), group="names", exclusive=True, exit_on_error=False)

    def on_editor_docs_asked(self, event: Editor.DocsAsked) -> None:
        """The learner wants to read about a name."""
        completer = self._wanted()
        if completer is not None:
            self.run_worker(self._show_docs(completer, event.editor), group="docs", exclusive=True)

    async def _show_docs(self, completer: Completer, editor: Editor) -> None:
        """Lay the documentation over the screen, or say that there is none."""
        from tutor.ui.screens.docs import DocsScreen

        screen = self.screen
        docs = await completer.docs(*asked_at(editor))
        if self.screen is not screen:
            return
        if docs:
            self.push_screen(DocsScreen(docs))
        else:
            self.notify("Nothing is known of what stands at the cursor.", markup=False)

    def _wanted(self) -> Completer | None:
        """The completer, made now if it is not yet there."""
        if self._completer is None and self._make_completer is not None:
            self._completer = self._make_completer()
        return self._completer


def asked_at(editor: Editor) -> tuple[str, int, int]:
    """Source, line (from 1) and column (from 0) of the cursor."""
    row, column = editor.cursor_location
    return editor.text, row + 1, column


async def offer(completer: Completer, event: Editor.Asked) -> None:
    """Answer an editor."""
    editor = event.editor
    at = asked_at(editor)
    if event.names:
        names, call = await asyncio.gather(completer.complete(*at), completer.signature(*at))
    else:
        names, call = (), await completer.signature(*at)
    if editor.is_attached:
        editor.offer(event.place, names, call)
