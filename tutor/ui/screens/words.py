"""A few words of the learner's own: a note, or what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from tutor.grading.study import Study
from tutor.ui.report import keep, report


class WordsScreen(ModalScreen[str | None]):
    """A text field over the screen; dismissed with its text, or with None."""

    DEFAULT_CSS = """
    WordsScreen {
        align: center middle;
        Vertical { width: 70; max-width: 100%; height: 12; padding: 0 1; }
        Vertical { background: $surface; border: round $here; }
        TextArea { height: 1fr; background: $surface; padding: 0; }
        TextArea, TextArea:focus { border: none; }
        Static { height: 1; color: $quiet; }
    }
    """
    BINDING_GROUP_TITLE = "Your words"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "back", key_display="esc", id="words-back", tooltip="Back"),
        Binding("f9", "send", "done", key_display="F9", id="words-send", tooltip="Done"),
    ]

    def __init__(
        self, title: str, text: str, *, sends: bool, keep: Callable[[str], None] | None = None
    ) -> None:
        """With `sends`, only f9 hands the words over; else esc does too. `keep` is told every change."""
        super().__init__()
        self._title = title
        self._text = text
        self._sends = sends
        self._told = keep

    def compose(self) -> ComposeResult:
        """The field, and how to get out."""
        with Vertical() as box:
            box.border_title = self._title
            yield TextArea(self._text, soft_wrap=True)
            back = "goes back without" if self._told is None else "goes back; your words wait here"
            out = f"F9 sends it · esc {back}" if self._sends else "esc keeps it and goes back"
            yield Static(out, markup=False)

    def on_mount(self) -> None:
        """Go on where the text ends."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)

    @on(TextArea.Changed)
    def _change(self, event: TextArea.Changed) -> None:
        event.stop()
        if self._told is not None:
            self._told(event.text_area.text)

    def action_close(self) -> None:
        """Back; a note is kept."""
        self.dismiss(None if self._sends else self.query_one(TextArea).text)

    def action_send(self) -> None:
        """Hand the words over."""
        self.dismiss(self.query_one(TextArea).text)


async def write_note(app: App[object], study: Study) -> None:
    """Let the learner write a note on the current step."""
    step = study.walk.step
    kept = study.record.progress.notes(study.lesson.id).get(step.id, "")
    text = await app.push_screen_wait(WordsScreen(f"Note on “{step.title}”", kept, sends=False))
    if text is not None and text.strip() != kept:
        study.note(step, text)


async def report_mistake(app: App[object], study: Study, seed: int) -> None:
    """Let the learner report a mistake: kept in the record, copied, and written to a file that is named."""
    step = study.walk.step
    text = await app.push_screen_wait(WordsScreen(f"What is wrong in “{step.title}”?", "", sends=True))
    if text is None or not text.strip():
        return
    study.report(text.strip())
    words = report(study.lesson, step, seed, text.strip())
    app.copy_to_clipboard(words)
    file = keep(study.record.path.parent, words)
    told = f"Copied to the clipboard, and kept in {file}" if file else "Copied to the clipboard."
    app.notify(told, title="Thank you", timeout=10, markup=False)
