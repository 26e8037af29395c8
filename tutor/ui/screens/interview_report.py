"""The report of an interview: read, saved, replayed."""

from __future__ import annotations

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tutor.interview.replay import transcript
from tutor.interview.report import Report, report
from tutor.interview.report_html import page
from tutor.interview.report_text import markdown
from tutor.interview.session import Session
from tutor.ui.screens.interviews import Setting
from tutor.ui.widgets.interview.report_words import replay_blocks, report_blocks, when
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.prose_view import ProseView
from tutor.ui.widgets.row import Row

FOLDER = "interviews"
"""Beside the record: where reports are saved."""


class ReportScreen(Screen[str | None]):
    """Dismissed with a lesson to be opened, or with None."""

    HELP = """\
    # The report

    The arrow keys scroll. **1** to **3** open the lessons that are recommended, **p** shows the whole
    interview once more, **s** saves the report as Markdown, **w** as a page for the browser. Both hold the
    replay as well. **Esc** goes back.
    """
    BINDING_GROUP_TITLE = "Report"
    CSS_PATH = "interview_report.tcss"
    AUTO_FOCUS = "#paper"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "leave", "done", key_display="enter", id="report.done", tooltip="Back"),
        *(
            Binding(
                str(number),
                f"lesson({number})",
                f"lesson {number}",
                show=False,
                id=f"report.lesson-{number}",
                tooltip=f"Open the recommended lesson {number}",
            )
            for number in (1, 2, 3)
        ),
        Binding("p", "replay", "replay", id="report.replay", tooltip="The whole interview, or the report"),
        Binding("s", "save", "save Markdown", id="report.save", tooltip="Save report and replay as Markdown"),
        Binding("w", "page", "save page", id="report.page", tooltip="Save report and replay as an HTML page"),
        Binding("escape", "leave", "back", key_display="esc", show=False, id="report.leave", tooltip="Back"),
    ]

    top = getters.query_one("#top", Static)
    words = getters.query_one("#words", ProseView)
    paper = getters.query_one("#paper", VerticalScroll)

    def __init__(self, setting: Setting, session: Session) -> None:
        super().__init__()
        self._setting = setting
        self._report: Report = report(session, setting.past(), setting.lessons)
        self._replays = False

    def compose(self) -> ComposeResult:
        """Which interview, its report, the keys."""
        yield Static(id="top")
        with VerticalScroll(id="paper"):
            yield ProseView(id="words")
        yield KeyLine()

    def on_mount(self) -> None:
        """The report first."""
        self._show()

    def action_leave(self) -> None:
        """From the replay to the report, from there back."""
        if self._replays:
            self.action_replay()
        else:
            self.dismiss(None)

    def action_replay(self) -> None:
        """The whole interview, or the report again."""
        self._replays = not self._replays
        self._show()

    def action_lesson(self, number: int) -> None:
        """Open a recommended lesson; one that is planned says so."""
        if number > len(self._report.advice):
            return
        advice = self._report.advice[number - 1]
        if advice.planned:
            self.notify(f"“{advice.title}” is planned; it is not written yet.", markup=False)
        else:
            self.dismiss(advice.lesson)

    def action_save(self) -> None:
        """Save as Markdown."""
        self._write("md", f"{markdown(self._report)}\n{transcript(self._report.session)}")

    def action_page(self) -> None:
        """Save as a page."""
        texts = (markdown(self._report), transcript(self._report.session))
        self._write("html", page(f"Mock interview {when(self._report.session)}", *texts))

    def _write(self, ending: str, text: str) -> None:
        """Write the file, and say where it is or why not."""
        name = "".join(each if each.isalnum() else "-" for each in self._report.session.setup.interview)
        file = self._setting.record.path.parent / FOLDER / f"{name}.{ending}"
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        except OSError as error:
            self.notify(f"It cannot be saved: {error}", severity="warning", timeout=10, markup=False)
        else:
            self.notify(str(file), title="Saved", timeout=10, markup=False)

    def _show(self) -> None:
        """The report, or the replay."""
        session = self._report.session
        title = "Replay" if self._replays else "Report"
        right = Content.styled(f"{session.setup.level} · {when(session)}", "$quiet")
        self.top.update(Row(Content.assemble((f"{title} ", "bold $here"), "of your mock interview"), right))
        blocks = replay_blocks(session) if self._replays else report_blocks(self._report)
        self.words.put_blocks(tuple(blocks))
        self.paper.scroll_home(animate=False)
