"""What the interview says, as blocks of text; the learner's own words are never read as markup."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from textual.content import Content

from tutor.course.misconceptions import Misconception
from tutor.course.rubric import Prompt, Rubric
from tutor.interview.cluster import claim
from tutor.interview.during import order_grade
from tutor.interview.forms import AUDIENCES, fields, parted, spoken
from tutor.interview.jargon import exact_enough, meter, plain_enough
from tutor.interview.plan import personal
from tutor.interview.session import Session, rubric_of
from tutor.interview.showing import MINUTES, wanted
from tutor.interview.star import SIGNS, structure
from tutor.interview.transcript import Exchange, Turn
from tutor.ui.widgets.prose import Block, blocks, inline
from tutor.ui.widgets.row import Row

STAGES = {"theory": "theory", "practical": "practical", "cases": "use cases and personal"}
TELLS_LOW_S = 60.0
"""The clock stands out from so many seconds on."""

Naming = Callable[[str], tuple[str, bool]]
"""The number and title of a lesson, and whether it can be opened."""


def headline(session: Session, at: float, clock: str, kept: str) -> Row:
    """Where one is; on the right the clock, unless it is hidden, and whether all is kept."""
    setup, prompt = session.setup, session.prompt
    stage = _kind(prompt) if prompt else ""
    count = len(session.exchanges)
    where = f" · {setup.level} · {stage} · {count} of {max(count, len(setup.slots))}"
    low = session.left(at) <= TELLS_LOW_S
    told = [(clock, "bold $due" if low else "bold"), (kept, "$quiet")]
    right = [Content.styled(words, style) for words, style in told if words]
    return Row(
        Content.assemble(("Mock interview", "bold $here"), (where, "$quiet")), Content("   ").join(right)
    )


def _kind(prompt: Prompt) -> str:
    """What kind of question it is, short enough for a narrow screen."""
    if prompt.stage != "cases":
        return prompt.stage
    return "personal" if personal(prompt) else "use case"


def asked(session: Session) -> Iterator[Block]:
    """What the interviewer asks now, and what was said about it since."""
    prompt, exchange = session.prompt, session.exchange
    if prompt is None or exchange is None:
        return
    further = exchange.turn is not None and exchange.turn.kind == "follow-up" and session.phase != "show"
    beyond = len(session.exchanges) > len(session.setup.slots) and session.phase == "forecast"
    who = (
        "Interviewer, asking on" if further else "Interviewer, as there is time" if beyond else "Interviewer"
    )
    yield Block(Content.styled(who, "$quiet"))
    for place, block in enumerate(blocks(question(session, prompt))):
        yield Block(block.content.stylize_before("bold"), block.first, place > 0, block.wraps)
    if session.phase == "answer" and not further and exchange.attempts:
        yield Block(Content.assemble(("Your code: ", "$quiet"), exchange.attempts[-1].says))
    for ask, answer in exchange.clarified:
        yield Block(Content.assemble(("You: ", "$quiet"), ask))
        yield Block(Content.assemble(("Interviewer: ", "$quiet"), inline(answer)), gap=False)
    for note in exchange.notes:
        yield Block(Content.assemble(("Thinking aloud: ", "$quiet"), (note, "italic")), gap=False)


def question(session: Session, prompt: Prompt) -> str:
    """The words of what is asked now."""
    turn = session.turn
    match session.phase:
        case "show" if (asked_for := claim(prompt)) is not None:
            return wanted(asked_for)
        case "table" if session.called and prompt.show_me is not None:
            return wanted(prompt.show_me)
        case "order":
            return f"{prompt.question}\n\nFirst: in which order do you go about it?"
        case "code":
            return f"{prompt.question}\n\nNow in code; hidden cases judge it."
    if turn is None or session.rubric is None:
        return prompt.question
    if turn.kind == "follow-up":
        return session.rubric.question
    if prompt.stage == "practical":
        return f"{prompt.question}\n\nExplain it: what you do, why so, and how you know that it works."
    return prompt.question


def told(
    session: Session, turn: Turn, register: Mapping[str, Misconception], naming: Naming
) -> Iterator[Block]:
    """Under the table: what was misconceived, how it was told, and the model answer once it was asked for."""
    prompt, exchange, judgement = session.prompt, session.exchange, turn.judgement
    if judgement is None or prompt is None or exchange is None:
        return
    if "copied" in judgement.flags:
        words = "This looks copied from the model answer; say it in your own words."
        yield Block(Content.styled(words, "$due"), "! ", first_style="bold $due")
    for each in judgement.misconceptions:
        found = register.get(each.misconception)
        if found is None:
            continue
        lead = "Not so: " if each.sure else "Worth checking: "
        heard = Content.assemble((lead, "bold $wrong"), f"“{each.evidence}”")
        yield Block(heard, "✗ " if each.sure else "? ", first_style="bold $wrong")
        yield Block(inline(found.truth), "  ", gap=False)
        where = f"Lesson {lesson_words(found.lesson, naming)}"
        yield Block(Content.styled(where, "$quiet"), "  ", gap=False)
        if each.sure:
            disowned = each.misconception in turn.disowned
            words = "you say: not what I think; it does not count" if disowned else "that is not what I think"
            yield Block(Content.assemble(("d ", "$here"), (words, "$due")), "  ", gap=False)
    if turn.kind != "follow-up":
        yield from _manner(prompt.form, turn.text)
    yield from done(prompt, exchange)
    if turn.model_seen:
        yield Block(Content.styled("What a strong candidate would say", "bold $here"))
        for place, block in enumerate(blocks(rubric_of(prompt, turn).reference)):
            yield Block(block.content, block.first, place > 0, block.wraps)
    yield own_words(turn.text)


def names(session: Session) -> tuple[str, ...]:
    """The fields of the present answer, none for one without names."""
    prompt, turn = session.prompt, session.turn
    return fields(prompt.form) if prompt and turn and turn.kind != "follow-up" else ()


def to_be_heard(session: Session) -> Rubric | None:
    """What the answer that is still to come is judged by; None if none is to come now."""
    if session.phase not in ("forecast", "answer"):
        return None
    return session.rubric or (session.prompt.rubric if session.prompt is not None else None)


def words_of(session: Session) -> str:
    """What the grader hears of the present answer."""
    prompt, turn = session.prompt, session.turn
    if prompt is None or turn is None:
        return ""
    return turn.text if turn.kind == "follow-up" else spoken(prompt.form, turn.text)


def own_words(text: str) -> Block:
    """The answer as it was sent."""
    return Block(Content.assemble(("You said: ", "$quiet"), text.strip()))


def done(prompt: Prompt, exchange: Exchange) -> Iterator[Block]:
    """What the order of the steps, the code and the runs came to."""
    if exchange.order is not None and exchange.order_score is not None:
        yield Block(Content.assemble(("Your order of the steps: ", "bold"), f"{exchange.order_score:.0%}."))
        for each in order_grade(prompt, exchange.order).feedback:
            if each.role == "misplaced":
                yield Block(Content(each.text), "  ", gap=False)
    if exchange.attempts:
        best = max(exchange.attempts, key=lambda each: each.share)
        yield Block(Content.assemble(("Your code: ", "bold"), best.says))
    if exchange.demonstrations:
        runs = exchange.demonstrations
        best_run = next((each for each in runs if each.holds), runs[-1])
        mark = ("✓ ", "$right") if best_run.holds else ("✗ ", "$wrong")
        yield Block(Content.assemble(mark, ("Your run: ", "bold"), best_run.says))


def lesson_words(lesson: str, naming: Naming) -> str:
    """A lesson's name; one that is planned says so."""
    name, opens = naming(lesson)
    return name if opens else f"{name} (planned, not written yet)"


def _manner(form: str, text: str) -> Iterator[Block]:
    """How a story is built, or how two audiences were spoken to."""
    if form == "star":
        found = structure(text)
        parts = [Content.assemble(("✓ " if each in found.quotes else "– ", "$right"), each) for each in SIGNS]
        yield Block(Content.assemble(("Your story:  ", "bold"), Content("   ").join(parts)))
        for lint in found.lints:
            yield Block(Content(lint), "  ", gap=False)
    elif form == "two-audiences":
        for each in audiences(parted(fields(form), text)):
            yield Block(each)


def told_twice(session: Session, texts: tuple[str, ...]) -> Iterator[Content]:
    """The jargon meter of what is being written for two audiences; nothing for other answers."""
    prompt, turn = session.prompt, session.turn
    if prompt is None or turn is None or session.phase != "answer" or turn.kind == "follow-up":
        return
    if prompt.form == "two-audiences":
        yield from audiences(texts)


def audiences(texts: tuple[str, ...]) -> Iterator[Content]:
    """The jargon meter of what an engineer and a client are told; nothing for an empty field."""
    remarks = (exact_enough, plain_enough)
    for name, text, remark in zip(AUDIENCES, texts, remarks, strict=False):
        found = meter(text)
        if found.words:
            numbers = f"{found.density:.0f} terms in 100 words, {found.sentence:.0f} words a sentence"
            said = " ".join(remark(found))
            mark = ("– ", "$due") if said else ("✓ ", "$right")
            yield Content.assemble(mark, (f"{name}: ", "bold"), f"{numbers}. ", (said, "$due"))


def tried(session: Session) -> Iterator[Block]:
    """What code or runs have come to so far."""
    exchange = session.exchange
    if exchange is None:
        return
    if session.phase == "code":
        lines = [(each.share == 1, each.says) for each in exchange.attempts]
        begin = "Enter opens the editor: F5 tries the code, F9 hands it in."
    else:
        lines = [(each.holds, each.says) for each in exchange.demonstrations]
        begin = f"Enter opens the editor: {MINUTES} minutes for a run that carries the claim."
    if not lines:
        yield Block(Content.styled(begin, "$quiet"))
    for number, (well, says) in enumerate(lines, start=1):
        glyph = ("✓ ", "$right") if well else ("✗ ", "$wrong")
        yield Block(Content.assemble((f"{number} ", "$quiet"), glyph, says), gap=False)
