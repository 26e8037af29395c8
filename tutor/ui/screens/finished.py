"""The end of a lesson: what went well, what to look at again, where to go."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal, TypeAlias

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tutor.course.model import LessonSummary
from tutor.grading.sheet import Entry
from tutor.grading.study import Study
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.prose import inline
from tutor.ui.widgets.row import Row

Onward: TypeAlias = "int | Literal['next', 'home'] | None"


class FinishedScreen(ModalScreen[Onward]):
    """Dismissed with a step to go back to, with `next`, with `home`, or with None to stay."""

    HELP = """\
    # The end of a lesson

    **Enter** takes what is marked: the next lesson, or a question to look at again. **Esc** goes home.
    """
    DEFAULT_CSS = """
    FinishedScreen {
        align: center middle;
        Vertical { width: 76; max-width: 100%; height: auto; max-height: 100%; padding: 1 2; }
        Vertical { background: $surface; border: round $right; }
        Static { height: auto; margin-bottom: 1; }
        OptionList { height: auto; max-height: 14; background: $surface; padding: 0; }
        OptionList, OptionList:focus { border: none; }
    }
    """
    BINDING_GROUP_TITLE = "Finished"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "home", "home", key_display="esc", id="finished-home", tooltip="Back to the road"),
        Binding("p", "stay", "back to the lesson", id="finished-stay", tooltip="Stay in this lesson"),
        Binding(
            "c", "app.crimes", "crime scenes", id="finished-crimes", tooltip="Scripts with a crime in them"
        ),
    ]

    def __init__(self, study: Study, following: LessonSummary | None) -> None:
        super().__init__()
        self._study = study
        self._following = following

    def compose(self) -> ComposeResult:
        """The summary, and the ways on."""
        entries = self._study.sheet.entries()
        with Vertical() as box:
            box.border_title = "Lesson finished"
            yield Static(summary(self._study.lesson.title, entries) + self._exercises())
            again = (*map(self._again, revisit(entries)), *self._unsolved())
            yield OptionList(*self._onward(), *again, Option("Home", id="home"))
        yield KeyLine()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        chosen = event.option.id or ""
        self.dismiss("next" if chosen == "next" else "home" if chosen == "home" else self._step(chosen))

    def action_home(self) -> None:
        """Back to the road."""
        self.dismiss("home")

    def action_stay(self) -> None:
        """Stay in the lesson."""
        self.dismiss(None)

    def _onward(self) -> list[Option]:
        """The next lesson, if there is one."""
        if self._following is None:
            return []
        name = f"{self._following.number} {self._following.title}"
        return [Option(Content.assemble(("Next lesson  ", "$quiet"), name), id="next")]

    def _again(self, entry: Entry) -> Option:
        """A question to look at again, and why."""
        stem = inline(" ".join(entry.question.stem.split()))
        why = "not right" if entry.scores else "passed over" if entry.phase == "skipped" else "left open"
        left = Content.assemble(("Look again   ", "$quiet"), stem)
        return Option(Row(left, Content.styled(why, "$quiet")), id=entry.question.id)

    def _exercises(self) -> Content:
        """How many exercises are solved, if there are any."""
        every = self._study.lesson.exercises
        if not every:
            return Content("")
        done = sum(each.id in self._study.solved for each in every)
        if len(every) == 1:
            return Content("\nThe exercise is solved." if done else "\nThe exercise is still to be solved.")
        return Content(f"\n{done} of {len(every)} exercises solved.")

    def _unsolved(self) -> Iterator[Option]:
        """The exercises that were left."""
        for each in self._study.lesson.exercises:
            if each.id not in self._study.solved:
                left = Content.assemble(("Exercise     ", "$quiet"), each.title)
                yield Option(Row(left, Content.styled("not solved", "$quiet")), id=each.id)

    def _step(self, asked: str) -> int:
        """The step of a question or an exercise."""
        return next(place for place, step in enumerate(self._study.lesson.steps) if step.ref == asked)


def revisit(entries: tuple[Entry, ...]) -> list[Entry]:
    """The questions that were not right at first."""
    return [each for each in entries if not each.right_at_first]


def summary(title: str, entries: tuple[Entry, ...]) -> Content:
    """How it went, in two sentences."""
    right = sum(each.right_at_first for each in entries)
    mended = sum(not each.right_at_first and 1.0 in each.scores for each in entries)
    again = f"  {mended} more on a later try." if mended else ""
    return Content.assemble(
        ("✓ ", "$right"),
        (title, "bold"),
        "\n\n",
        f"{right} of {len(entries)} questions right at the first try.{again}",
    )
