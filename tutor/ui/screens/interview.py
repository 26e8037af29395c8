"""A mock interview under way: one question at a time, then what was heard of the answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal, TypeAlias

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static, TextArea

from tutor.course.misconceptions import Misconception
from tutor.interview.forms import joined
from tutor.interview.moves import (
    Answered,
    CodingLeft,
    FollowedUp,
    Forecast,
    Judged,
    ModelSeen,
    Move,
    Ordered,
    Retried,
    Settled,
    ShowBegun,
    ShowDeclined,
    ShowLeft,
    Skipped,
    Ticked,
)
from tutor.interview.session import Session
from tutor.learner.drafts import EVERY_S
from tutor.ui.judging import Judging
from tutor.ui.ports import Runner
from tutor.ui.screens.interview_keys import CLOCK_S, HELP, KEYS, OPEN, TICK_S, possible
from tutor.ui.screens.interview_words import asked_back, thought_aloud
from tutor.ui.sitting import Sitting
from tutor.ui.widgets.answers.order_list import OrderList
from tutor.ui.widgets.choice_list import ChoiceList
from tutor.ui.widgets.confidence_line import ConfidenceLine
from tutor.ui.widgets.interview.desk import Desk
from tutor.ui.widgets.interview.forecast_line import ForecastLine
from tutor.ui.widgets.interview.guide import guide, sure_guide
from tutor.ui.widgets.interview.judged_table import JudgedTable
from tutor.ui.widgets.interview.words import Naming, asked, headline, names, to_be_heard, told_twice, words_of
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.key_words import KeyWords
from tutor.ui.widgets.prose_view import ProseView

Ending: TypeAlias = Literal["home", "report"]


class InterviewScreen(Screen[Ending]):
    """Dismissed with `home` if it waits there, with `report` once it is over."""

    HELP = HELP
    BINDING_GROUP_TITLE = "Mock interview"
    CSS_PATH = "interview.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = KEYS

    top = getters.query_one("#top", Static)
    said = getters.query_one("#said", ProseView)
    desk = getters.query_one(Desk)
    meter = getters.query_one("#meter", Static)
    guide = getters.query_one("#guide", KeyWords)

    def __init__(
        self,
        sitting: Sitting,
        runner: Runner,
        grader: Judging,
        *,
        register: Mapping[str, Misconception],
        naming: Naming,
    ) -> None:
        super().__init__()
        self._sitting = sitting
        self._runner = runner
        self._grader = grader
        self._register = register
        self._naming = naming
        self._clock_hidden = False
        self._saving = False
        self._skipping = ""
        """The half-written answer that another press passes over."""
        self._laid = ""
        """What the desk was laid for."""

    @property
    def session(self) -> Session:
        """Where the interview stands."""
        return self._sitting.session

    def compose(self) -> ComposeResult:
        """Where one is, what is asked, where one answers, what to do, the keys."""
        yield Static(id="top")
        with VerticalScroll(id="talk", can_focus=False):
            yield ProseView(id="said")
        yield Desk(self._register, self._naming)
        yield Static(id="meter", markup=False)
        yield KeyWords(id="guide")
        yield KeyLine()

    def on_mount(self) -> None:
        """The clock runs; the first question is asked, or the one that was left."""
        self.app.app_suspend_signal.subscribe(self, lambda _: self._sitting.flush())
        self.set_interval(TICK_S, self._say_top)
        self.set_interval(CLOCK_S, self._sitting.flush)
        self._sitting.open()
        self.show()

    def on_screen_suspend(self) -> None:
        """Another screen covers this one."""
        self._sitting.flush()

    def on_unmount(self) -> None:
        """Nothing is lost on the way out."""
        self._sitting.leave()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now."""
        return possible(action, self.session)

    def action_advance(self) -> None:
        """The obvious next thing."""
        match self.session.phase:
            case "code":
                self._code()
            case "show":
                self._demonstrate()
            case "table" if self.session.called:
                self.action_show()
            case "table" if self.session.wanted is not None:
                self.action_follow_up()
            case "table":
                self.action_next()
            case _:
                self.desk.go(self.session.phase)

    def action_send(self) -> None:
        """Send what is written, the order, or the ticks."""
        match self.session.phase:
            case "order":
                self.desk.order.action_submit()
            case "ticks":
                self.desk.submit_ticks()
            case "answer":
                self._send()

    def action_follow_up(self) -> None:
        """The interviewer asks on."""
        if wanted := self.session.wanted:
            self._make(FollowedUp(self._sitting.at, wanted.id))

    def action_model(self) -> None:
        """Show the model answer, under the table."""
        self._make(ModelSeen(self._sitting.at))
        self.call_after_refresh(self.desk.told.scroll_visible, animate=False)

    def action_retry(self) -> None:
        """Answer once more."""
        self._make(Retried(self._sitting.at))

    action_retry_main = action_retry

    def action_show(self) -> None:
        """Carry the claim by a run."""
        if self._sitting.take(ShowBegun(self._sitting.at)):
            self.show()
            self._demonstrate()

    def action_try(self) -> None:
        """Run what is answered on the cluster before it is sent; the words are kept."""
        if self.session.may_show:
            self._keep(self.desk.answer.texts)
            self._sitting.flush()
            self.action_show()

    def action_disown(self) -> None:
        """Say that the misconceptions heard are not what one thinks, or that they are."""
        for move in self.session.disowning(self._sitting.at):
            self._sitting.take(move)
        self.show()

    def action_next(self) -> None:
        """Out of the coding or the run; from the table to the next question, or the end."""
        at = self._sitting.at
        match self.session.phase:
            case "code":
                self._sitting.take(CodingLeft(at))
            case "show":
                self._hand_in(ShowLeft(at))
            case "table":
                self._sitting.proceed()
        self.show()

    @work(group="words", exit_on_error=False)
    async def action_clarify(self) -> None:
        """Ask the interviewer something."""
        if await asked_back(self.app, self._sitting, self._keep_soon):
            self.show()
            self.call_after_refresh(self.query_one("#talk").scroll_end, animate=False)

    @work(group="words", exit_on_error=False)
    async def action_note(self) -> None:
        """Keep a thought."""
        if await thought_aloud(self.app, self._sitting, self._keep_soon):
            self.show()

    def action_skip(self) -> None:
        """Pass over what is asked; an answer that is half written takes a second press."""
        session, place = self.session, self._sitting.place
        if session.called:
            self._make(ShowDeclined(self._sitting.at))
        if session.phase not in OPEN:
            return
        written = session.phase == "answer" and any(text.strip() for text in self.desk.answer.texts)
        if written and self._skipping != place:
            self._skipping = place
            self.notify("F7 once more passes it over; what you wrote is not judged then.", markup=False)
            return
        self._make(Skipped(self._sitting.at))

    def action_clock(self) -> None:
        """Hide the clock, or show it."""
        self._clock_hidden = not self._clock_hidden
        self._say_top()

    @work(group="pause", exit_on_error=False)
    async def action_pause(self) -> None:
        """Stop the clock if it may be stopped; then on, home, or to the end."""
        from tutor.ui.screens.interview_pause import pause

        if await pause(self.app, self._sitting) == "home":
            self.dismiss("home")
            return
        self._laid = ""  # a judgement that came meanwhile was not taken
        self.show()

    @on(ForecastLine.Said)
    def _forecast(self, event: ForecastLine.Said) -> None:
        event.stop()
        self._make(Forecast(self._sitting.at, event.score))

    @on(OrderList.Submitted)
    def _ordered(self, event: OrderList.Submitted) -> None:
        event.stop()
        self._hand_in(Ordered(self._sitting.at, event.places))

    @on(ChoiceList.Submitted)
    def _ticked(self, event: ChoiceList.Submitted) -> None:
        event.stop()
        if self._sitting.record.progress.settings.get("confidence") != "off":
            self.desk.ask_sure()
            self.guide.update(sure_guide())
        else:
            self._tick(0)

    @on(ConfidenceLine.Said)
    def _sure(self, event: ConfidenceLine.Said) -> None:
        event.stop()
        self._tick(event.level or 0)

    @on(ConfidenceLine.Left)
    def _unsure(self, event: ConfidenceLine.Left) -> None:
        event.stop()
        self.desk.go("ticks")
        self.guide.update(guide(self.session))

    def _tick(self, sure: int) -> None:
        """Take the ticks, and how sure the learner is of them."""
        self._hand_in(Ticked(self._sitting.at, self.desk.ticked(self.session), sure))

    @on(JudgedTable.Settled)
    def _settle(self, event: JudgedTable.Settled) -> None:
        event.stop()
        self._make(Settled(self._sitting.at, event.point, event.made))

    @on(OrderList.Moved)
    @on(ChoiceList.Picked)
    def _keep_places(self, event: OrderList.Moved | ChoiceList.Picked) -> None:
        event.stop()
        self._keep(tuple(map(str, event.places)))

    @on(TextArea.Changed)
    def _keep_words(self, event: TextArea.Changed) -> None:
        event.stop()
        if self.session.phase == "answer":
            self._keep(self.desk.answer.texts)

    def _keep(self, half: tuple[str, ...]) -> None:
        """Take what is half done."""
        self._sitting.keep(half)
        self._keep_soon()

    def _keep_soon(self) -> None:
        """Write what waits in half a second at most."""
        if not self._saving:
            self._saving = True
            self.set_timer(EVERY_S, self._save)

    def _save(self) -> None:
        self._saving = False
        self._sitting.flush()
        self._say_meter()

    def _send(self) -> None:
        """Send the answer; an empty one is not sent."""
        texts = self.desk.answer.texts
        fields = names(self.session)
        if not any(text.strip() for text in texts):
            self.notify("Nothing is written yet; F7 passes the question over.", markup=False)
            return
        words = joined(fields, texts) if fields else texts[0]
        self._hand_in(Answered(self._sitting.at, words))

    @work(group="judge", exclusive=True, exit_on_error=False)
    async def _judge(self) -> None:
        """Let the grader hear the answer; the screen stays alive meanwhile."""
        if (rubric := self.session.rubric) is not None:
            judgement = await self._grader.judge(rubric, words_of(self.session))
            self._make(Judged(self._sitting.at, judgement))

    @work(group="prepare", exit_on_error=False)
    async def _prepare(self) -> None:
        """Let the grader read what a good answer says while the learner thinks."""
        if (rubric := to_be_heard(self.session)) is not None:
            await self._grader.prepare(rubric)

    @work(group="work", exclusive=True, exit_on_error=False)
    async def _code(self) -> None:
        """To the editor; what the hidden cases say becomes part of the interview."""
        from tutor.ui.screens.interview_code import code

        if await code(self.app, self._sitting, self._runner):
            self._sitting.take(CodingLeft(self._sitting.at))
        self.show()

    @work(group="work", exclusive=True, exit_on_error=False)
    async def _demonstrate(self) -> None:
        """To the editor, of the cluster if the job is for one; a run that carries the claim ends it."""
        from tutor.ui.screens.interview_code import demonstrate

        await demonstrate(self.app, self._sitting, self._runner)
        self.show()

    def _make(self, move: Move) -> None:
        """Make a move, and show what follows."""
        self._sitting.take(move)
        self.show()

    def _hand_in(self, move: Move) -> None:
        """Make a move by which what is half written is done."""
        place = self._sitting.place
        if self._sitting.take(move):
            self._sitting.forget(place)
        self.show()

    def show(self) -> None:
        """Bring everything up to date."""
        if self.session.phase == "ready":
            self._sitting.proceed()
        phase = self.session.phase
        if phase == "ended":
            self._sitting.leave()
            self.dismiss("report")
            return
        self.said.put_blocks(tuple(asked(self.session)))
        talk = self.query_one("#talk")
        talk.set_class(phase in ("ticks", "table"), "-low").set_class(self.session.called, "-called")
        laid = f"{phase} {self._sitting.place}"
        fresh, self._laid = laid != self._laid, laid
        self.desk.show(self.session, self._sitting.draft() or (), fresh=fresh)
        if fresh:
            self._judge() if phase == "judging" else self._prepare()
        self.guide.update(guide(self.session))
        self._say_top()
        self._say_meter()
        self.refresh_bindings()
        if fresh:
            talk.scroll_home(animate=False)
            self.call_after_refresh(self.desk.go, phase)

    def _say_top(self) -> None:
        """Where one is, and the time."""
        clock = "" if self._clock_hidden else self._sitting.left
        kept = "autosaved" if self._sitting.record.writable else "not saved"
        self.top.update(headline(self.session, self._sitting.at, clock, kept))

    def _say_meter(self) -> None:
        """The jargon of what is told to an engineer and to a client."""
        lines = list(told_twice(self.session, self.desk.answer.texts))
        self.meter.display = bool(lines)
        self.meter.update(Content("\n").join(lines))
