"""The interviews that are over, the latest first."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tutor.interview.report import overall
from tutor.interview.report_text import bar
from tutor.interview.session import Session
from tutor.ui.screens.interviews import Setting
from tutor.ui.widgets.interview.report_words import when
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.key_words import KeyWords, press
from tutor.ui.widgets.row import Row


class ReportsScreen(Screen[str | None]):
    """Dismissed with a lesson to be opened, or with None."""

    HELP = """\
    # Past interviews

    **Enter** opens the report that is marked; there **p** replays the interview. **Esc** goes back.
    """
    BINDING_GROUP_TITLE = "Past interviews"
    CSS_PATH = "interview_reports.tcss"
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", key_display="esc", id="reports.leave", tooltip="Back"),
    ]

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self._setting = setting
        self._ended = [each for each in reversed(setting.past()) if each.phase == "ended"]

    def compose(self) -> ComposeResult:
        """The interviews, the keys."""
        yield Static(Content.styled("Past interviews", "bold $here"), id="top")
        yield OptionList(*(Option(row(each)) for each in self._ended))
        yield KeyWords(press("enter", "reads the marked one", ""), id="guide")
        yield KeyLine()

    def action_leave(self) -> None:
        """Back."""
        self.dismiss(None)

    @on(OptionList.OptionSelected)
    @work(group="report", exclusive=True, exit_on_error=False)
    async def _open(self, event: OptionList.OptionSelected) -> None:
        """To the report."""
        from tutor.ui.screens.interview_report import ReportScreen

        lesson = await self.app.push_screen_wait(ReportScreen(self._setting, self._ended[event.option_index]))
        if lesson:
            self.dismiss(lesson)


def row(session: Session) -> Row:
    """One interview: when, which level, how it went."""
    score = overall(session)
    words = "nothing graded" if score is None else f"{bar(score)} about {score:.0%}"
    left = Content.assemble(when(session), (f"  {session.setup.level}", "$quiet"))
    return Row(left, Content.styled(words, "$quiet"))
