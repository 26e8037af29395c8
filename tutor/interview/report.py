"""What an interview came to: levels, time, forecasts, quotes, what to learn next, and the trend."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tutor.course.road import LessonSummary
from tutor.course.rubric import Prompt
from tutor.grading.freetext.judge import score_of
from tutor.grading.freetext.judgement import Judgement
from tutor.interview.anchors import anchor, level
from tutor.interview.missed import of_question
from tutor.interview.remarks import remarks
from tutor.interview.scoring import parts, score, spoken
from tutor.interview.session import Session
from tutor.interview.transcript import Exchange, Turn

FILLER = re.compile(
    r"\b(basically|actually|literally|honestly|obviously|you know|i mean|sort of|kind of|like(?=,)|"
    r"um+|uh+|erm?)\b",
    re.I,
)
NEXT = 3
"""How many lessons are recommended."""
SECOND = 0.5
"""What a missed point counts for each lesson of a question after its first."""
GOOD, STRONG = 0.4, 0.8
"""The strongest answer has at least the one score, the weakest less than the other."""
QUOTED = 30
"""Words of an answer that are quoted at most."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How one stage or competency went."""

    name: str
    asked: int
    skipped: int
    seconds: float
    score: float | None
    """The mean from 0 to 1; None if nothing was graded."""
    level: int | None
    """1 to 5."""
    says: str
    """What the level means, in a sentence."""
    own: float | None
    """The score with the learner's own settlements in place of the grader's word; the level ignores them."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A forecast, and what came."""

    question: str
    forecast: float
    came: float
    parts: tuple[tuple[str, float], ...] = ()
    """What the score is made of, if of several parts: each part and its score."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """An answer worth looking at again."""

    question: str
    score: float
    quote: str


@dataclass(frozen=True, slots=True)
class Advice:
    """A lesson to take next."""

    lesson: str
    title: str
    planned: bool
    """Whether it is not written yet."""
    because: str
    """The point that was missed."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What the form of an answer lacks: a story's parts, plain words for a client."""

    question: str
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ticks:
    """The points that the learner ticked with one confidence, and how many of them the grader heard."""

    sure: int
    """1 to 4; 0 if it was not said."""
    ticked: int
    heard: int


@dataclass(frozen=True, slots=True)
class Past:
    """An interview among others."""

    interview: str
    level: str
    score: float | None
    brier: float | None


@dataclass(frozen=True, slots=True)
class Report:
    """The report of one interview."""

    session: Session
    score: float | None
    stages: tuple[Standing, ...]
    competencies: tuple[Standing, ...]
    expected: tuple[Expected, ...]
    brier: float | None
    """The mean squared distance of forecast and score: 0 is clairvoyant, 0.25 a shrug; None without any."""
    brier_all: float | None
    """The same over all interviews."""
    ticks: tuple[Ticks, ...]
    """The surest first."""
    strongest: Quoted | None
    weakest: Quoted | None
    remarks: tuple[Remark, ...]
    fillers: float
    """Words that fill, such as "basically", among 100 words of answers."""
    advice: tuple[Advice, ...]
    trend: tuple[Past, ...]
    """The interviews that were ended and graded, oldest first, with this one."""
    graders: tuple[str, ...]
    """Who judged the answers in words: a tier, and after a blank the model that was asked, too."""


def report(session: Session, past: Sequence[Session], lessons: Mapping[str, LessonSummary]) -> Report:
    """The report of an interview; `past` are all interviews in the record, oldest first."""
    known = _known(session)
    own_id = session.setup.interview
    ended = [each for each in past if each.phase == "ended" and each.setup.interview != own_id] + [session]
    ended.sort(key=lambda each: each.setup.interview)
    expected = _expected(session)
    every = [one for each in ended for one in _expected(each)]
    quoted = sorted(_quoted(known), key=lambda each: each.score)
    strongest = quoted[-1] if quoted and quoted[-1].score >= GOOD else None
    weakest = quoted[0] if quoted and quoted[0].score < STRONG else None
    return Report(
        session=session,
        score=overall(session),
        stages=_standings(known, "stage"),
        competencies=_standings(known, "competency"),
        expected=expected,
        brier=brier(expected),
        brier_all=brier(every),
        ticks=_ticks(session),
        strongest=strongest,
        weakest=None if weakest is strongest else weakest,
        remarks=tuple(_remarks(known)),
        fillers=_fillers(session),
        advice=_advice(known, lessons),
        trend=tuple(
            Past(each.setup.interview, each.setup.level, overall(each), brier(_expected(each)))
            for each in ended
            if each is session or overall(each) is not None
        ),
        graders=tuple(
            sorted({_grader(t.judgement) for _, each in known for t in each.turns if t.judgement is not None})
        ),
    )


def _grader(judgement: Judgement) -> str:
    """The tier of a judgement, and the model if one was asked."""
    return f"{judgement.tier} {judgement.model}".rstrip()


def overall(session: Session) -> float | None:
    """The mean score of the questions that were graded; None if none was."""
    return _mean(score(prompt, exchange) for prompt, exchange in _known(session))


def brier(expected: Iterable[Expected]) -> float | None:
    """The mean squared distance of forecasts and scores (Brier 1950, for shares); None without any."""
    return _mean((each.forecast - each.came) ** 2 for each in expected)


def _known(session: Session) -> list[tuple[Prompt, Exchange]]:
    """The questions that were asked and are still in the bank."""
    return [(session.bank[each.prompt], each) for each in session.exchanges if each.prompt in session.bank]


def _standings(known: Sequence[tuple[Prompt, Exchange]], by: str) -> tuple[Standing, ...]:
    """How each stage or competency went, in the order of the interview."""
    groups: dict[str, list[tuple[Prompt, Exchange]]] = defaultdict(list)
    for prompt, exchange in known:
        groups[prompt.stage if by == "stage" else prompt.competency].append((prompt, exchange))
    found = []
    for name, members in groups.items():
        mean = _mean(score(*each) for each in members)
        own = _mean(score(prompt, _settled(prompt, exchange)) for prompt, exchange in members)
        found.append(
            Standing(
                name=name,
                asked=len(members),
                skipped=sum(exchange.skipped for _, exchange in members),
                seconds=sum((each.ended or each.began) - each.began for _, each in members),
                score=mean,
                level=level(mean),
                says=anchor(members[0][0].stage if by == "stage" else None, mean),
                own=own if own != mean else None,
            )
        )
    return tuple(found)


def _settled(prompt: Prompt, exchange: Exchange) -> Exchange:
    """The question as the learner settled it: each label in place of what the grader heard."""
    return replace(exchange, turns=tuple(_labelled(prompt, turn) for turn in exchange.turns))


def _labelled(prompt: Prompt, turn: Turn) -> Turn:
    """The turn with its labels in place of what the grader heard."""
    if turn.judgement is None or turn.kind == "follow-up" or not (turn.labels or turn.disowned):
        return turn
    labels, heard = dict(turn.labels), {each.point: each for each in turn.judgement.points}
    if any(point.id not in heard for point in prompt.rubric.points):
        return turn
    own = [
        replace(heard[point.id], probability=float(labels.get(point.id, heard[point.id].probability)))
        for point in prompt.rubric.points
    ]
    held = tuple(each for each in turn.judgement.misconceptions if each.misconception not in turn.disowned)
    settled = score_of(prompt.rubric, own, held)
    return replace(turn, judgement=replace(turn.judgement, score=settled))


def _expected(session: Session) -> tuple[Expected, ...]:
    """The forecasts of questions that have a score."""
    scored = [(prompt, each, score(prompt, each)) for prompt, each in _known(session) if not each.skipped]
    return tuple(
        Expected(prompt.question, each.forecast, came, _made_of(prompt, each))
        for prompt, each, came in scored
        if each.forecast is not None and came is not None
    )


def _made_of(prompt: Prompt, exchange: Exchange) -> tuple[tuple[str, float], ...]:
    """The parts of a question that have a score, if there are several."""
    scored = tuple((part.name, part.score) for part in parts(prompt, exchange) if part.score is not None)
    return scored if len(scored) > 1 else ()


def _quoted(known: Sequence[tuple[Prompt, Exchange]]) -> list[Quoted]:
    """The graded answers in words, with what was said."""
    found = []
    for prompt, exchange in known:
        turn = exchange.main
        if turn is None or turn.skipped or (came := spoken(turn)) is None or turn.judgement is None:
            continue
        heard = max(turn.judgement.points, key=lambda each: each.probability, default=None)
        words = (heard.evidence if heard is not None and heard.evidence else turn.text).split()
        quote = " ".join(words[:QUOTED]) + (" …" if len(words) > QUOTED else "")
        found.append(Quoted(prompt.question, came, quote))
    return found


def _remarks(known: Sequence[tuple[Prompt, Exchange]]) -> Iterable[Remark]:
    """What is to be said about the form of answers, where there is something."""
    for prompt, exchange in known:
        turn = exchange.main
        says = () if turn is None or turn.sent is None else remarks(prompt.form, turn.text)
        if says:
            yield Remark(prompt.question, says)


def _ticks(session: Session) -> tuple[Ticks, ...]:
    """What the learner ticked, by how sure they were, against what was heard."""
    found: dict[int, list[bool]] = defaultdict(list)
    for turn in (turn for each in session.exchanges for turn in each.turns):
        if turn.judgement is not None:
            heard = {each.point: each.status == "covered" for each in turn.judgement.points}
            found[turn.sure] += [heard[point] for point in turn.ticks or () if point in heard]
    return tuple(Ticks(sure, len(found[sure]), sum(found[sure])) for sure in sorted(found, reverse=True))


def _fillers(session: Session) -> float:
    """Fillers among 100 words of all answers."""
    text = "\n".join(turn.text for each in session.exchanges for turn in each.turns)
    words = len(text.split())
    return 100 * len(FILLER.findall(text)) / words if words else 0.0


def _advice(
    known: Sequence[tuple[Prompt, Exchange]], lessons: Mapping[str, LessonSummary]
) -> tuple[Advice, ...]:
    """The lessons that the missed points speak for, the most needed first."""
    votes: dict[str, float] = defaultdict(float)
    because: dict[str, str] = {}
    for prompt, exchange in known:
        points = of_question(prompt, exchange)
        for place, lesson in enumerate(prompt.lessons if points else ()):
            votes[lesson] += sum(each.weight for each in points) * (1 if place == 0 else SECOND)
            because.setdefault(lesson, points[min(place, len(points) - 1)].say)
    ranked = sorted((each for each in votes if each in lessons), key=lambda each: (-votes[each], each))
    return tuple(
        Advice(each, lessons[each].title, lessons[each].status == "planned", because[each])
        for each in ranked[:NEXT]
    )


def _mean(values: Iterable[float | None]) -> float | None:
    """The mean of the numbers; None if there are none."""
    numbers = [value for value in values if value is not None]
    return sum(numbers) / len(numbers) if numbers else None
