"""Where the learner works in an interview: one thing for each phase."""

from __future__ import annotations

from collections.abc import Mapping

from textual import getters
from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tutor.course.misconceptions import Misconception
from tutor.course.question import Order
from tutor.grading.order import shown_order
from tutor.interview.session import Session
from tutor.interview.table import judged_by, rows, verdict
from tutor.interview.transcript import Phase
from tutor.ui.widgets.answers.order_list import OrderList
from tutor.ui.widgets.choice_list import ChoiceList, Option
from tutor.ui.widgets.confidence_line import ConfidenceLine
from tutor.ui.widgets.interview.answer_fields import AnswerFields
from tutor.ui.widgets.interview.forecast_line import ForecastLine
from tutor.ui.widgets.interview.judged_table import JudgedTable
from tutor.ui.widgets.interview.words import Naming, names, own_words, told, tried
from tutor.ui.widgets.prose import Block
from tutor.ui.widgets.prose_view import ProseView

PARTS: Mapping[Phase, str] = {
    "forecast": "forecast",
    "order": "order",
    "code": "work",
    "show": "work",
    "answer": "fields",
    "ticks": "ticks",
    "judging": "work",
    "table": "sheet",
}
"""Phase → the id of what is shown."""
WAIT = Block(Content.styled("The interviewer thinks it over…", "$quiet"))


class Desk(Container):
    """Shows what the phase needs, and hides the rest as it is."""

    DEFAULT_CSS = """
    Desk {
        height: 1fr;
        #order, #ticks, #sheet { height: 1fr; padding: 0 1; }
        VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
        #sure { margin-top: 1; }
        #ticks Static { height: auto; color: $quiet; margin-bottom: 1; }
        #verdict { height: auto; margin-bottom: 1; }
        #told, #yours { margin: 1 0; }
        #work { padding: 0 1; }
    }
    """

    forecast = getters.query_one(ForecastLine)
    order = getters.query_one(OrderList)
    answer = getters.query_one(AnswerFields)
    ticks = getters.query_one(ChoiceList)
    sure = getters.query_one(ConfidenceLine)
    table = getters.query_one(JudgedTable)
    told = getters.query_one("#told", ProseView)
    work = getters.query_one("#work", ProseView)

    def __init__(self, register: Mapping[str, Misconception], naming: Naming) -> None:
        super().__init__()
        self._register = register
        self._naming = naming

    def compose(self) -> ComposeResult:
        """One child for each kind of work."""
        yield ForecastLine(id="forecast")
        with VerticalScroll(id="order", can_focus=False):
            yield OrderList()
        yield AnswerFields(id="fields")
        with VerticalScroll(id="ticks", can_focus=False):
            yield Static("Which of these does your answer make? Be strict.", markup=False)
            yield ChoiceList()
            yield ConfidenceLine(id="sure")
            yield ProseView(id="yours")
        with Vertical(id="sheet"):
            yield Static(id="verdict", markup=False)
            with VerticalScroll(can_focus=False):
                yield JudgedTable()
                yield ProseView(id="told")
        yield ProseView(id="work")

    def show(self, session: Session, kept: tuple[str, ...], *, fresh: bool) -> None:
        """Show the present phase; a fresh one begins with what was kept of it."""
        for part in self.children:
            part.display = part.id == PARTS.get(session.phase)
        match session.phase:
            case "order" if fresh:
                self._deal(session, kept)
            case "answer" if fresh:
                self.answer.show(names(session), kept)
            case "ticks" if fresh and session.rubric is not None:
                options = [Option(place, each.say) for place, each in enumerate(session.rubric.points)]
                self.ticks.show(options, _places(kept), several=True, settled=False)
                self.sure.display = False
                said = session.turn.text if session.turn is not None else ""
                self.query_one("#yours", ProseView).put_blocks((own_words(said),))
            case "judging":
                self.work.put_blocks((WAIT,))
            case "code" | "show":
                self.work.put_blocks(tuple(tried(session)))
            case "table":
                self._judged(session)

    def go(self, phase: Phase) -> None:
        """Focus what the learner will use."""
        match phase:
            case "forecast":
                self.forecast.focus()
            case "order":
                self.order.focus()
            case "answer":
                self.answer.focus_first()
            case "ticks":
                self.sure.display = False
                self.ticks.focus()
            case "table":
                self.table.focus()
            case _:
                self.screen.set_focus(None)

    def ask_sure(self) -> None:
        """Ask how sure the learner is of the ticks."""
        self.sure.display = True
        self.sure.focus()

    def submit_ticks(self) -> None:
        """Hand the ticks in; once it is asked how sure they are, without saying it."""
        if self.sure.display:
            self.sure.action_say(0)
        else:
            self.ticks.action_submit()

    def ticked(self, session: Session) -> tuple[str, ...]:
        """The points that are ticked."""
        points = session.rubric.points if session.rubric is not None else ()
        return tuple(point.id for place, point in enumerate(points) if place in self.ticks.picked)

    def _deal(self, session: Session, kept: tuple[str, ...]) -> None:
        """The steps as they lie, or as the seed deals them."""
        prompt = session.prompt
        if prompt is None:
            return
        steps = Order(id=prompt.id, stem=prompt.question, explain="", steps=prompt.steps, peers=prompt.peers)
        dealt, mine = shown_order(steps, session.setup.seed), _places(kept)
        self.order.show(prompt.steps, mine if sorted(mine) == sorted(dealt) else dealt)

    def _judged(self, session: Session) -> None:
        """The points, and what is said of the answer."""
        exchange, rubric = session.exchange, session.judged_rubric
        turn = exchange.judged if exchange is not None else None
        if turn is None or rubric is None or turn.judgement is None:
            return
        self.table.show(rows(rubric, turn))
        words = Content.assemble(
            (verdict(rubric, turn.judgement), "bold"),
            (f"\n{judged_by(turn.judgement)} ", "$quiet"),
            (turn.judgement.notice, "$due"),
        )
        self.query_one("#verdict", Static).update(words)
        self.told.put_blocks(tuple(told(session, turn, self._register, self._naming)))


def _places(kept: tuple[str, ...]) -> tuple[int, ...]:
    """The places in a draft; none if they are no numbers."""
    return tuple(int(each) for each in kept if each.isdecimal())
