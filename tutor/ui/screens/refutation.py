"""A belief put to the test: say what you expect, run it, compare."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tutor.course.expression import parse
from tutor.course.misconceptions import Misconception, Outcome, Refutation
from tutor.run import Finished, RunRequest, RunResult
from tutor.ui.ports import Runner, broken
from tutor.ui.widgets.chart_view import ChartView
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.numbers import brief
from tutor.ui.widgets.prose import Block, blocks, inline
from tutor.ui.widgets.prose_view import ProseView
from tutor.ui.widgets.status_words import headline

WIDE = 100
"""Columns from which the chart stands beside the words."""


class RefutationScreen(Screen[str | None]):
    """Dismissed with the id of the lesson to open, or with None."""

    HELP = """\
    # A belief put to the test

    Pick what you expect with **↑ ↓** or its number, and **Enter** to run it. Then read what came out.
    **o** opens the lesson about it, **Esc** goes back, before the run too: it is not counted then.
    """
    BINDING_GROUP_TITLE = "A belief put to the test"
    CSS_PATH = "refutation.tcss"
    AUTO_FOCUS = "#outcomes"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "on", "on", id="refutation-on", tooltip="Back to where you were"),
        Binding("o", "lesson", "open the lesson", id="refutation-lesson", tooltip="The lesson about it"),
        *[
            Binding(
                key,
                f"pick({place})",
                f"pick {key}",
                show=False,
                id=f"refutation-pick-{key}",
                tooltip="Expect this outcome",
            )
            for place, key in enumerate("12")
        ],
        Binding(
            "escape", "dismiss", "back", key_display="esc", id="refutation-back", tooltip="Back, uncounted"
        ),
    ]

    ended: var[bool] = var(False, init=False, bindings=True)
    """Whether the run is over and well."""

    text = getters.query_one("#text", VerticalScroll)
    belief = getters.query_one("#belief", ProseView)
    question = getters.query_one("#question", ProseView)
    outcomes = getters.query_one("#outcomes", OptionList)
    verdict = getters.query_one("#verdict", ProseView)
    chart = getters.query_one(ChartView)

    def __init__(
        self,
        misconception: Misconception,
        refutation: Refutation,
        request: RunRequest,
        runner: Runner,
        *,
        lesson: str,
        opens: bool,
        decided: Callable[[bool], object],
    ) -> None:
        """`lesson` is its title, `opens` whether it can be opened; `decided` hears if the guess was right."""
        super().__init__()
        self._misconception = misconception
        self._refutation = refutation
        self._request = request
        self._runner = runner
        self._lesson = lesson
        self._opens = opens
        self._decided = decided
        pair = refutation.believed, refutation.holds
        self._shown = pair if sum(map(ord, misconception.id)) % 2 else pair[::-1]
        self._picked: Outcome | None = None

    def compose(self) -> ComposeResult:
        """The belief and the question; the chart comes with the run."""
        yield Static(Content.styled("A belief put to the test", "bold"), id="title")
        with Container(id="work"):
            with VerticalScroll(id="text", can_focus=False):
                yield ProseView(id="belief")
                yield ProseView(id="question")
                yield OptionList(id="outcomes")
                yield ProseView(id="verdict")
            yield ChartView()
        yield KeyLine()

    def on_mount(self) -> None:
        """Ask."""
        belief = Content.assemble(("People say: ", "$quiet"), "“", inline(self._misconception.belief), "”")
        self.belief.put_blocks((Block(belief),))
        self.question.put(self._refutation.predict)
        self.outcomes.add_options(
            Option(Content.assemble((f"{number}  ", "$here"), inline(each.says)))
            for number, each in enumerate(self._shown, start=1)
        )
        self.outcomes.highlighted = None
        self.verdict.put_blocks((Block(Content.styled("What do you expect?", "$quiet")),))

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now."""
        match action:
            case "on":
                return self.ended
            case "lesson":
                return self.ended and self._opens
            case "pick":
                return self._picked is None
        return True

    def action_on(self) -> None:
        """Back to where the learner was."""
        self.dismiss(None)

    def action_lesson(self) -> None:
        """To the lesson about it."""
        self.dismiss(self._misconception.lesson)

    def action_pick(self, place: int) -> None:
        """Expect this outcome, and run."""
        if self._picked is None:
            self._picked = self._shown[place]
            self.outcomes.disabled = True
            self.set_focus(None)
            self.verdict.put_blocks((Block(Content.styled("Running…", "$quiet")),))
            self._run()

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_pick(event.option_index)

    @work(exclusive=True, group="run", exit_on_error=False)
    async def _run(self) -> None:
        """Make the run, and show what came of it."""
        result: RunResult | None = None
        try:
            await self._runner.start()
            async for event in self._runner.run(self._request):
                if isinstance(event, Finished):
                    result = event.result
        except Exception as error:
            result = broken(error)
        self._show(result or broken(None))

    def _show(self, result: RunResult) -> None:
        """The figure, the numbers, and who was right; after a failed run the question again."""
        if result.status != "ok" or not self._answers(result.metrics):
            self._picked = None
            self.outcomes.disabled = False
            self.outcomes.focus()
            said = Content.assemble(("✗ ", "$wrong"), f"{headline(result)}. Pick again to run it again.")
            self.verdict.put_blocks((Block(said),))
            return
        right = self._picked is self._refutation.holds
        self.add_class("-ended")
        self.chart.show(result.figures)
        self.verdict.put_blocks(self._told(result.metrics, right=right))
        self.text.can_focus = True
        self.text.focus()
        self.ended = True
        self._decided(right)

    def _answers(self, metrics: Mapping[str, float]) -> bool:
        """Whether the run came out as the register says."""
        try:
            return parse(self._refutation.holds.test).holds(metrics)
        except ValueError:
            return False

    def _told(self, metrics: Mapping[str, float], *, right: bool) -> tuple[Block, ...]:
        """What was expected, what the belief and the run say, and the truth."""
        expected = self._picked.says if self._picked else ""
        mark = ("✓ right", "bold $right") if right else ("✗ not so", "bold $wrong")
        names = parse(self._refutation.holds.test).names() | parse(self._refutation.believed.test).names()
        numbers = "   ".join(f"{name} {brief(metrics[name])}" for name in metrics if name in names)
        told = [
            Block(Content.assemble(("You: ", "$quiet"), inline(expected), "   ", mark)),
            Block(
                Content.assemble(("The belief says: ", "$quiet"), inline(self._refutation.believed.says)),
                gap=False,
            ),
            Block(
                Content.assemble(("The run says: ", "$quiet"), inline(self._refutation.holds.says)),
                gap=False,
            ),
            Block(Content.styled(numbers, "bold"), first="  ", gap=False),
            *blocks(self._misconception.truth),
        ]
        where = f"Lesson {self._lesson}" + ("" if self._opens else " (not written yet)")
        return (*told, Block(Content.styled(where, "$quiet")))
