"""Before an interview: level, length, stages; and the way to the reports and the stories."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar, Literal

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tutor.course.misconceptions import Misconception
from tutor.course.prompts import LEVELS, STAGES
from tutor.course.road import LessonSummary
from tutor.course.rubric import Level, Prompt, Stage
from tutor.grading.endpoint.settings import Endpoint
from tutor.interview.conduct import READ, Conduct, recent, sessions, slots, start, unfinished
from tutor.interview.moves import Ended
from tutor.interview.plan import REAL_MINUTES, fits
from tutor.interview.session import Session
from tutor.interview.transcript import Slot
from tutor.learner.store import Record
from tutor.ui.judging import Judging
from tutor.ui.ports import Runner
from tutor.ui.refuting import Met
from tutor.ui.sitting import Sitting
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.key_words import KeyWords, press
from tutor.ui.widgets.picker import Picker
from tutor.ui.widgets.row import Row

REAL = "real"
LENGTHS = {
    "15": "15 min",
    "30": "30 min",
    "60": "60 min",
    REAL: f"the real thing: {REAL_MINUTES} min, no pauses",
}
ALL = "all"
STAGE_WORDS = {ALL: "all three", "theory": "theory", "practical": "practical", "cases": "cases and personal"}
SLOT_WORDS: Mapping[Slot, str] = {
    "theory": "theory",
    "practical": "practical with code",
    "steps": "practical without code",
    "plan": "use case",
    "personal": "personal",
}
ABOUT = (
    "An interviewer who asks on, a clock, a report. Answers are graded on this machine, "
    "with words instead of bare numbers."
)
TOO = " They are sent to {model} at {host} for a second opinion, too; the settings switch that off."


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for before the app began; None where nothing was."""

    level: Level | None = None
    minutes: int | None = None
    stages: tuple[Stage, ...] = ()
    real: bool = False
    """The real thing, whatever the minutes say."""
    seed: int | None = None
    endpoint: Literal["off", "on", "show"] | None = None
    """Whether an endpoint is asked for a second opinion, whatever the settings say."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What every interview needs."""

    bank: Mapping[str, Prompt]
    register: Mapping[str, Misconception]
    lessons: Mapping[str, LessonSummary]
    record: Record
    runner: Runner
    grader: Judging
    now: Callable[[], datetime]
    monotonic: Callable[[], float]
    second: Callable[[], Endpoint | None]
    """Who is asked for a second opinion."""

    def naming(self, lesson: str) -> tuple[str, bool]:
        """The number and title of a lesson, and whether it can be opened."""
        found = self.lessons.get(lesson)
        return (f"{found.number} {found.title}", found.status == "written") if found else (lesson, False)

    def past(self) -> list[Session]:
        """Every interview in the record, in the order they began."""
        return sessions(self.record.events(*READ), self.bank)


class InterviewsScreen(Screen[str | None]):
    """Dismissed with a lesson to be opened, or with None."""

    HELP = """\
    # Mock interview

    The arrow keys choose level, length and stages; **Enter** begins, or goes on with the interview that is
    under way; **e**, pressed twice, ends that one. **p** shows past reports, **t** your story bank, **Esc**
    goes home.
    """
    BINDING_GROUP_TITLE = "Mock interview"
    CSS_PATH = "interviews.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "begin", show=False, id="interviews.begin", tooltip="Begin, or go on"),
        Binding(
            "e",
            "end",
            "end it",
            show=False,
            id="interviews.end",
            tooltip="End the interview that is under way",
        ),
        Binding(
            "p", "reports", "past reports", id="interviews.reports", tooltip="Reports of past interviews"
        ),
        Binding("t", "stories", "story bank", id="interviews.stories", tooltip="Your own stories"),
        Binding("escape", "leave", "home", key_display="esc", id="interviews.leave", tooltip="Home"),
    ]

    top = getters.query_one("#top", Static)
    under_way = getters.query_one("#under-way", Static)
    plan = getters.query_one("#plan", Static)
    guide = getters.query_one("#guide", KeyWords)

    def __init__(self, setting: Setting, wanted: Wanted | None = None) -> None:
        """With `wanted`, Enter begins that interview."""
        super().__init__()
        self._setting = setting
        self._wanted = wanted or Wanted()
        self._past: Sequence[Session] = setting.past()
        self._ending = ""
        """The interview that another press ends."""

    def compose(self) -> ComposeResult:
        """What this is, the interview under way, the choices, what to do, the keys."""
        wanted, last = self._wanted, self._past[-1].setup if self._past else None
        level = wanted.level or (last.level if last else "mid")
        length = REAL if wanted.real else str(wanted.minutes or 30)
        stages = "+".join(wanted.stages) or ALL
        yield Static(id="top")
        with VerticalScroll(id="choices", can_focus=False):
            yield Static(ABOUT, id="about", markup=False)
            yield Static(id="under-way")
            yield Picker("Level", {each: each for each in LEVELS}, level, name="level")
            yield Picker("Length", _choices(LENGTHS, length, f"{length} min"), length, name="length")
            yield Picker(
                "Stages", _choices(STAGE_WORDS, stages, stages.replace("+", " and ")), stages, name="stages"
            )
            yield Static(id="plan", markup=False)
        yield KeyWords(id="guide")
        yield KeyLine()

    def on_mount(self) -> None:
        """Say what can be done."""
        self._show()

    async def on_unmount(self) -> None:
        """Leave no grader behind."""
        await self._setting.grader.close()

    def on_screen_resume(self) -> None:
        """An interview may have been held meanwhile."""
        self._past = self._setting.past()
        self._show()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now."""
        match action:
            case "end":
                return unfinished(self._past) is not None
            case "reports":
                return any(each.phase == "ended" for each in self._past)
        return True

    def action_begin(self) -> None:
        """Begin an interview, or go on with the one that is under way."""
        going = unfinished(self._past)
        if going is not None:
            self._hold(going)
            return
        planned = self._slots()
        if not any(fits(prompt, slot) for prompt in self._setting.bank.values() for slot in planned):
            self.notify("The bank has no question for these stages yet; choose others.", markup=False)
            return
        wanted, moment = self._wanted, self._setting.now()
        conduct = start(
            self._setting.record.append,
            self._setting.bank,
            interview=self._new_id(moment),
            seed=int(moment.timestamp()) if wanted.seed is None else wanted.seed,
            level=next(each for each in LEVELS if each == self._picked("level")),
            minutes=self._minutes,
            slots=planned,
            pauses=self._picked("length") != REAL,
            recent=recent(self._past) if wanted.seed is None else (),
        )
        self._hold(conduct.session)

    def action_end(self) -> None:
        """End the interview that is under way when it is said twice, and read its report."""
        if (going := unfinished(self._past)) is None:
            return
        if self._ending != going.setup.interview:
            self._ending = going.setup.interview
            self.notify("e once more ends it for good, and shows the report.", markup=False)
            return
        sitting = self._sitting(going)
        sitting.take(Ended(sitting.at))
        self._report(sitting.session)

    def action_leave(self) -> None:
        """Home."""
        self.dismiss(None)

    @work(group="reports", exit_on_error=False)
    async def action_reports(self) -> None:
        """The reports of past interviews."""
        from tutor.ui.screens.interview_reports import ReportsScreen

        lesson = await self.app.push_screen_wait(ReportsScreen(self._setting))
        if lesson:
            self.dismiss(lesson)

    def action_stories(self) -> None:
        """The learner's own stories."""
        from tutor.ui.screens.stories import StoriesScreen

        self.app.push_screen(StoriesScreen(self._setting))

    @work(group="interview", exclusive=True, exit_on_error=False)
    async def _hold(self, session: Session) -> None:
        """Hold an interview; once it is over, show its report."""
        from tutor.ui.screens.interview import InterviewScreen

        setting, sitting = self._setting, self._sitting(session)
        screen = InterviewScreen(
            sitting, setting.runner, setting.grader, register=setting.register, naming=setting.naming
        )
        if await self.app.push_screen_wait(screen) == "report":
            self._report(sitting.session)

    def _sitting(self, session: Session) -> Sitting:
        """The interview with its clock."""
        setting = self._setting
        conduct = Conduct(session, setting.record.append)
        return Sitting(conduct, setting.record, monotonic=setting.monotonic)

    @work(group="reports", exit_on_error=False)
    async def _report(self, session: Session) -> None:
        """Show the report; a lesson chosen there is opened."""
        from tutor.ui.screens.interview_report import ReportScreen

        lesson = await self.app.push_screen_wait(ReportScreen(self._setting, session))
        if lesson:
            self.dismiss(lesson)
        elif session.beliefs:
            self.app.post_message(Met(session.beliefs))

    @on(Picker.Changed)
    def _choose(self, event: Picker.Changed) -> None:
        event.stop()
        self._show()

    def _show(self) -> None:
        """Bring everything up to date."""
        second = self._setting.second()
        too = "" if second is None else TOO.format(model=second.model, host=second.host)
        self.query_one("#about", Static).update(ABOUT + too)
        going = unfinished(self._past)
        bank = len(self._setting.bank)
        self.top.update(
            Row(Content.styled("Mock interview", "bold $here"), Content.styled(f"{bank} questions", "$quiet"))
        )
        self.under_way.display = going is not None
        for each in (*self.query(Picker), self.plan):
            each.display = going is None
        if going is not None:
            self.under_way.update(told(going, self._sitting(going).left))
            self.set_focus(None)
            ways = [press("enter", "goes on with it", "screen.begin"), press("e", "ends it", "screen.end")]
        else:
            counts = self._slots()
            parts = [f"{counts.count(slot)} {SLOT_WORDS[slot]}" for slot in dict.fromkeys(counts)]
            self.plan.update(Content.assemble(("You will be asked:  ", "$quiet"), " · ".join(parts)))
            ways = [press("enter", "begins", "screen.begin"), press("↑ ↓ ← →", "choose", "")]
            if self.focused is None:
                self.call_after_refresh(self.query(Picker).first().focus)
        self.guide.update(Content.styled(" · ", "$quiet").join(ways))
        self.refresh_bindings()

    def _new_id(self, moment: datetime) -> str:
        """What no other interview is called; ids sort by time."""
        taken = {each.setup.interview for each in self._past}
        while (name := moment.isoformat(timespec="microseconds")) in taken:
            moment += timedelta(microseconds=1)
        return name

    def _picked(self, name: str) -> str:
        return self.query_one(f"#{name}", Picker).value

    @property
    def _minutes(self) -> int:
        """How long the interview is to be."""
        length = self._picked("length")
        return REAL_MINUTES if length == REAL else int(length)

    def _slots(self) -> tuple[Slot, ...]:
        """The kinds of question that there is time for."""
        picked = self._picked("stages")
        stages = [each for each in STAGES if picked == ALL or each in picked.split("+")]
        return slots(self._minutes, stages)


def _choices(known: Mapping[str, str], value: str, words_: str) -> dict[str, str]:
    """The choices that are known, after one that is not."""
    return dict(known) if value in known else {value: words_, **known}


def told(session: Session, left: str) -> Content:
    """An interview under way, in words."""
    setup = session.setup
    count = len(session.exchanges)
    return Content.assemble(
        ("▸ An interview is under way", "bold $here"),
        (f"\n  {setup.level} · question {count} of {max(count, len(setup.slots))} · {left}", "$quiet"),
    )
