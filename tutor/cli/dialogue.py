"""The mock interview as a dialogue of lines, for screen readers and pipes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from tutor.cli.bench import fault
from tutor.cli.dialogue_words import COMMANDS, MENU, header, heard, numbers, percent, steps, ticklist
from tutor.course.question import Order
from tutor.course.rubric import Prompt
from tutor.grading.freetext.tiers import best
from tutor.grading.freetext.wire import Judge
from tutor.grading.order import shown_order
from tutor.grading.verdict import Verdict
from tutor.interview.clarify import reply
from tutor.interview.clock import words
from tutor.interview.cluster import REFERENCE, claim, on_cluster, program
from tutor.interview.clustered import carried, clustered, own_fault, told
from tutor.interview.forms import ASKS, fields, joined, spoken
from tutor.interview.moves import (
    Answered,
    Clarified,
    Coded,
    CodingLeft,
    Ended,
    FollowedUp,
    Forecast,
    Judged,
    ModelSeen,
    Noted,
    Ordered,
    Retried,
    Settled,
    ShowBegun,
    ShowDeclined,
    ShowLeft,
    Shown,
    Skipped,
    Ticked,
)
from tutor.interview.remarks import remarks
from tutor.interview.session import Session
from tutor.interview.showing import MINUTES
from tutor.interview.showing import wanted as wanted_shown
from tutor.interview.table import rows
from tutor.run import RunResult
from tutor.ui.sitting import Sitting

END = "."
"""The line that ends an answer of several lines."""


class Interrupted(Exception):  # noqa: N818 - no error: what was asked is asked no more
    """A command changed what is asked."""


class Bench(Protocol):
    """Where code is run."""

    def task(self, prompt: Prompt) -> str:
        """The coding task in words, with the code to begin with."""

    def examined(self, prompt: Prompt, source: str) -> tuple[Verdict, str]:
        """The verdict on handed-in code, and in words."""

    def ran(self, source: str) -> RunResult:
        """The run of a demonstration."""


@dataclass(slots=True)
class Dialogue:
    """Reads lines, says lines, and makes moves."""

    sitting: Sitting
    lines: Iterator[str]
    say: Callable[[str], None]
    bench: Bench
    judge: Judge = best
    truth: Callable[[str], str] = lambda _: ""
    """What is so, and where it is taught, for a misconception's id."""

    @property
    def session(self) -> Session:
        """Where the interview stands."""
        return self.sitting.session

    def hold(self) -> None:
        """The interview until it ends; raises EOFError when the lines end before."""
        self.say(COMMANDS)
        if self.session.prompt is not None and self.session.phase not in ("ready", "forecast"):
            self.say(header(self.session, self.sitting.left))
            self.say(f"Interviewer: {self.session.prompt.question}")
        while self.session.phase != "ended":
            try:
                self._next()
            except Interrupted:
                continue

    def _next(self) -> None:
        """What is awaited now."""
        prompt = self.session.prompt
        if self.session.phase == "ready" or prompt is None:
            self.sitting.proceed()
            return
        match self.session.phase:
            case "forecast":
                self._forecast(prompt)
            case "order":
                self._order(prompt)
            case "code":
                self._code(prompt)
            case "answer":
                self._answer(prompt)
            case "ticks":
                self._ticks()
            case "judging":
                self._judge(prompt)
            case "table":
                self._table(prompt)
            case "show":
                self._show(prompt)

    def _forecast(self, prompt: Prompt) -> None:
        """The question, and the score that the learner expects."""
        self.say(header(self.session, self.sitting.left))
        self.say(f"Interviewer: {prompt.question}")
        expected = percent(self._line("Which score do you expect, 0 to 100? "))
        if expected is None:
            self.say("A number from 0 to 100, please.")
        else:
            self.sitting.take(Forecast(self.sitting.at, expected))

    def _order(self, prompt: Prompt) -> None:
        """The steps, to be put in order."""
        asked = Order(id=prompt.id, stem="", explain="", steps=prompt.steps, peers=prompt.peers)
        order = shown_order(asked, self.session.setup.seed)
        self.say("Put the steps in order:\n" + steps([prompt.steps[place] for place in order]))
        given = numbers(self._line("Their numbers in order, such as 3 1 2: "))
        if sorted(given) != list(range(1, len(order) + 1)):
            self.say("Every number once, please.")
            return
        self.sitting.take(Ordered(self.sitting.at, tuple(order[each - 1] for each in given)))
        exchange = self.session.exchange
        if exchange is not None and exchange.order_score is not None:
            self.say(f"Order: {exchange.order_score:.0%}.")

    def _code(self, prompt: Prompt) -> None:
        """The coding task: code in, verdict out."""
        exchange = self.session.exchange
        if exchange is None or not exchange.attempts:
            self.say(self.bench.task(prompt))
        source = self._text("Your code", "/file PATH reads it from a file; nothing leaves it as it is")
        if not source.strip():
            self.sitting.take(CodingLeft(self.sitting.at))
            return
        verdict, says = self.bench.examined(prompt, source)
        self.say(says)
        self.sitting.take(Coded(self.sitting.at, source, verdict.passed, len(verdict.cases), says))
        self.sitting.forget(self.sitting.place)
        if verdict.status == "passed":
            self.sitting.take(CodingLeft(self.sitting.at))

    def _answer(self, prompt: Prompt) -> None:
        """An answer in words."""
        turn, rubric = self.session.turn, self.session.rubric
        if turn is None or rubric is None:
            return
        if turn.kind != "main" or prompt.stage == "practical":
            follow = turn.kind == "follow-up"
            self.say(f"Interviewer: {rubric.question if follow else 'Explain it: ' + rubric.question}")
        if self.session.may_show:
            self.say("/run writes it down and runs it on a simulated cluster first.")
        names = fields(prompt.form) if turn.kind != "follow-up" else ()
        place = self.sitting.place
        texts = self._texts({name: ASKS[name] for name in names} or {"Your answer": ""})
        text = joined(names, texts) if names else texts[0]
        self.sitting.take(Answered(self.sitting.at, text))
        self.sitting.forget(place)

    def _ticks(self) -> None:
        """What the learner thinks the answer makes."""
        rubric = self.session.rubric
        if rubric is None:
            return
        self.say("A strong answer covers:\n" + ticklist(rubric))
        chosen = numbers(self._line("Which of these did yours say? Their numbers, or nothing: "))
        sure = numbers(self._line("How sure are you, 1 to 4? "))
        points = tuple(point.id for place, point in enumerate(rubric.points, 1) if place in chosen)
        self.sitting.take(Ticked(self.sitting.at, points, sure[0] if sure and 1 <= sure[0] <= 4 else 0))

    def _judge(self, prompt: Prompt) -> None:
        """The grader's word, and what the form of the answer asks for."""
        turn, rubric = self.session.turn, self.session.rubric
        if turn is None or rubric is None:
            return
        form = "" if turn.kind == "follow-up" else prompt.form
        self.sitting.take(Judged(self.sitting.at, self.judge(rubric, spoken(form, turn.text))))
        self.say(heard(rubric, self.session, self.truth))
        if said := remarks(form, turn.text):
            self.say("\n".join(said))

    def _table(self, prompt: Prompt) -> None:
        """What comes after the table."""
        wanted, exchange = self.session.wanted, self.session.exchange
        further = exchange is not None and exchange.judged is not None and exchange.judged.kind == "follow-up"
        choices = [MENU["go"], MENU["f"] if wanted else "", MENU["m"], MENU["y-main" if further else "y"]]
        beliefs = self.session.disowning(0.0)
        if self.session.called and prompt.show_me is not None:
            self.say(f"Interviewer: {wanted_shown(prompt.show_me)}")
            choices.append(MENU["k"])
        choices += [MENU["s"] if self.session.may_show else "", MENU["a"], MENU["d"] if beliefs else ""]
        letter, _, rest = self._line(", ".join(filter(None, choices)) + ": ").strip().partition(" ")
        at = self.sitting.at
        match letter.lower():
            case "":
                self.sitting.proceed()
            case "f" if wanted is not None:
                self.sitting.take(FollowedUp(at, wanted.id))
            case "m":
                self.sitting.take(ModelSeen(at))
                self.say(f"A strong answer: {(self.session.judged_rubric or prompt.rubric).reference}")
            case "y":
                self.sitting.take(Retried(at))
            case "k" if self.session.called:
                self.sitting.take(ShowDeclined(at))
            case "s" if self.session.may_show:
                self.sitting.take(ShowBegun(at))
            case "a" if exchange is not None and exchange.judged is not None:
                self._settle(numbers(rest))
            case "d":
                for move in self.session.disowning(at):
                    self.sitting.take(move)
                    counts = "counts again" if move.own else "does not count"
                    self.say(f"{move.misconception.replace('-', ' ')}: it {counts}.")
            case _:
                self.say(f"“{letter}” is none of these.")

    def _settle(self, places: list[int]) -> None:
        """Take the learner's word against the grader's."""
        rubric, exchange = self.session.judged_rubric, self.session.exchange
        if rubric is None or exchange is None or exchange.judged is None:
            return
        table = rows(rubric, exchange.judged)
        for place in places:
            if 1 <= place <= len(table):
                row = table[place - 1]
                said = row.label if row.label is not None else row.grader == "covered"
                self.sitting.take(Settled(self.sitting.at, row.point.id, not said))
                self.say(f"Kept beside the grade: you {'did not say' if said else 'said'} “{row.point.say}”")

    def _show(self, prompt: Prompt) -> None:
        """A run that is to carry a claim."""
        asked = claim(prompt)
        if asked is None:
            return
        exchange = self.session.exchange
        if exchange is None or not exchange.demonstrations:
            rules = f"\n{REFERENCE}" if on_cluster(prompt) else ""
            self.say(f"Interviewer: {asked.ask}\n{rules}It begins with:\n{asked.starter}")
        if exchange is not None and exchange.show_began is not None and not on_cluster(prompt):
            left = exchange.show_began + 60 * MINUTES - self.sitting.at
            if left <= 0:
                self.say("The four minutes are over: thank you, let us go on.")
                self.sitting.take(ShowLeft(self.sitting.at))
                return
            self.say(f"{words(left)} left for it.")
        place = self.sitting.place
        source = self._text("Your code", "/file PATH reads it from a file; nothing goes back")
        if not source.strip():
            self.sitting.take(ShowLeft(self.sitting.at))
            return
        result = own_fault(self.bench.ran(program(prompt, source)), source)
        if result.stdout:
            self.say(result.stdout.rstrip())
        self.sitting.forget(place)
        if result.error is not None:
            self.say(fault(result.error))
            return
        if found := clustered(result.figures):
            self.say("\n".join(told(found)))
        holds, says = carried(prompt, asked, result.metrics, result.figures)
        self.say(says)
        self.sitting.take(Shown(self.sitting.at, source, result.metrics, holds, says))
        if holds:
            self.sitting.take(ShowLeft(self.sitting.at))

    def _text(self, name: str, asks: str = "") -> str:
        """One text of several lines."""
        return self._texts({name: asks})[0]

    def _texts(self, asked: Mapping[str, str]) -> list[str]:
        """Texts of several lines, each up to a line with only a dot; every line is kept as it comes."""
        kept = self.sitting.draft() or ()
        texts = [kept[place] if place < len(kept) else "" for place in range(len(asked))]
        for place, (name, asks) in enumerate(asked.items()):
            self.say(f"{name}{f' ({asks})' if asks else ''}, then a line with only a dot:")
            if texts[place]:
                self.say(f"You wrote before:\n{texts[place]}")
            while (line := self._line("")) != END:
                if line.startswith("/file "):
                    texts[place] = self._file(line.removeprefix("/file ").strip())
                    break
                texts[place] = f"{texts[place]}\n{line}" if texts[place] else line
                self.sitting.keep(tuple(texts))
                self.sitting.flush()
        return texts

    def _file(self, path: str) -> str:
        """What a file holds."""
        try:
            with open(path, encoding="utf-8") as file:
                return file.read()
        except (OSError, UnicodeDecodeError) as error:
            self.say(f"{path} cannot be read: {error}")
            return ""

    def _line(self, asked: str) -> str:
        """One line; commands in between are carried out. Raises EOFError, or Interrupted."""
        if asked:
            self.say(asked.rstrip())
        while True:
            line = next(self.lines, None)
            if line is None:
                raise EOFError
            text = line.rstrip("\r\n")
            if not text.startswith("/") or text.startswith("/file "):
                return text
            self._command(text)

    def _command(self, text: str) -> None:
        """A command of the learner."""
        name, _, rest = text.partition(" ")
        at, prompt = self.sitting.at, self.session.prompt
        match name:
            case "/skip":
                if self.sitting.take(Skipped(at)):
                    raise Interrupted
            case "/ask" if prompt is not None:
                exchange = self.session.exchange
                says = reply(prompt, rest, [each for _, each in exchange.clarified] if exchange else ())
                if self.sitting.take(Clarified(at, rest, says)):
                    self.say(f"Interviewer: {says}")
            case "/note":
                self.sitting.take(Noted(at, rest))
            case "/time":
                self.say(self.sitting.left)
            case "/pause":
                self._pause()
            case "/run" if self.session.phase == "answer":
                if self.sitting.take(ShowBegun(at)):
                    raise Interrupted
                self.say("Nothing of this runs on a cluster.")
            case "/end":
                self.sitting.take(Ended(at))
                raise Interrupted
            case _:
                self.say(COMMANDS)

    def _pause(self) -> None:
        """Wait for a line while the clock stands."""
        if not self.sitting.pause():
            self.say("The real thing has no pauses.")
            return
        self.say("Paused; an empty line goes on.")
        if next(self.lines, None) is None:
            raise EOFError
        self.sitting.open()
