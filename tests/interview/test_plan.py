"""Which questions are asked: as many as fit, of the level, never soon again, the same for a seed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.interview.bank import bank, prompt
from tests.interview.test_session import BANK, Log, answer
from tutor.course.rubric import Prompt, Stage
from tutor.interview.conduct import Conduct, recent, start
from tutor.interview.moves import Skipped
from tutor.interview.plan import COSTS, adapted, choose, further, slots
from tutor.interview.session import Session, restore
from tutor.interview.transcript import Slot

STAGES: tuple[Stage, ...] = ("theory", "practical", "cases")


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (15, "theory steps personal"),
        (30, "theory practical plan personal"),
        (45, "theory theory theory practical plan personal personal"),
    ],
)
def test_the_minutes_are_filled_as_the_article_orders_the_stages(minutes: int, expected: str) -> None:
    assert " ".join(slots(minutes, STAGES)) == expected


@given(st.integers(1, 200), st.sets(st.sampled_from(STAGES), min_size=1))
def test_what_is_planned_fits_and_belongs_to_the_stages(minutes: int, stages: set[Stage]) -> None:
    found = slots(minutes, stages)
    assert found
    assert len(found) == 1 or sum(COSTS[slot] for slot in found) <= minutes


def chosen(
    prompts: dict[str, Prompt],
    *,
    hardness: float = 0.5,
    asked: Collection[str] = (),
    recent: Sequence[str] = (),
    seed: int = 1,
) -> str:
    """The id of the next question of theory for the level mid."""
    found = choose(prompts, "theory", level="mid", hardness=hardness, asked=asked, recent=recent, seed=seed)
    return found.id if found else ""


def test_the_level_comes_first_and_others_when_it_is_used_up() -> None:
    own = {f"theory-{n}" for n in range(6)}
    assert chosen(bank()) in own
    assert chosen(bank(), asked=own).startswith("old")
    assert chosen(bank(), asked={*own, "old-0", "old-1"}) == ""


def test_recent_questions_come_again_only_when_no_other_is_left_the_oldest_first() -> None:
    everything = [name for name, each in bank().items() if each.stage == "theory"]
    assert chosen(bank(), recent=everything[1:]) == everything[0]
    assert chosen(bank(), recent=everything) == everything[0]


def test_harder_questions_follow_good_answers() -> None:
    assert {chosen(bank(), hardness=0.0, seed=seed) for seed in range(20)} == {"theory-0", "theory-1"}
    assert {chosen(bank(), hardness=1.0, seed=seed) for seed in range(20)} == {"theory-4", "theory-5"}
    assert adapted(0.5, 0.9) > adapted(0.5, 0.5) == 0.5 > adapted(0.5, 0.1)
    assert adapted(1.0, 1.0) == 1.0
    assert adapted(0.5, None) == 0.5


def test_the_seed_decides_among_equals() -> None:
    equal = {f"q{n}": prompt(f"q{n}") for n in range(12)}
    assert len({chosen(equal, seed=seed) for seed in range(20)}) > 5
    assert chosen(equal, seed=7) == chosen(dict(reversed(equal.items())), seed=7)


def held(seed: int, *, well: bool = True, past: Sequence[Session] = ()) -> Session:
    """An interview of three questions of theory."""
    conduct: Conduct = start(
        Log().append,
        BANK,
        interview=f"i{len(past)}",
        seed=seed,
        level="mid",
        minutes=15,
        slots=("theory", "theory"),
        recent=recent(past),
    )
    conduct.proceed(0)
    for at in (400, 800):
        answer(conduct, *(["p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7"] if well else []))
        conduct.proceed(at)
    return conduct.session


def names(session: Session) -> list[str]:
    """The questions of an interview."""
    return [each.prompt for each in session.exchanges]


def test_the_same_seed_and_answers_give_the_same_interview() -> None:
    assert names(held(5)) == names(held(5))
    assert names(held(5))[0] == names(held(5, well=False))[0]
    assert names(held(5))[1] != names(held(5, well=False))[1]


def test_no_question_comes_twice_while_the_bank_lasts() -> None:
    past: list[Session] = []
    for seed in range(4):
        past.append(held(seed, past=past))
    asked = [name for session in past for name in names(session)]
    assert len(set(asked)) == len(asked) == 8


def test_a_question_asked_again_counts_from_then() -> None:
    first, second = held(1), held(2)
    assert recent([first, second, first])[-2:] == tuple(names(first))


def long(seed: int, *, each_s: float, minutes: int = 30, slots: tuple[Slot, ...] = ("theory",)) -> Conduct:
    """An interview in which every question takes so many seconds, or is skipped at once for 0."""
    log = Log()
    conduct = start(log.append, BANK, interview="i", seed=seed, level="mid", minutes=minutes, slots=slots)
    conduct.proceed(0)
    at = 0.0
    while conduct.session.phase != "ended":
        at += each_s
        if each_s:
            answer(conduct, "p0", at=at)
        else:
            conduct.take(Skipped(at))
        conduct.proceed(at)
    assert restore(log.events, BANK) == conduct.session
    return conduct


def test_time_that_is_left_is_used_for_further_questions_of_the_same_stages() -> None:
    session = long(3, each_s=300).session
    asked = names(session)
    assert len(asked) == len(set(asked)) == 6
    assert session.clock == 30 * 60
    assert {BANK[name].stage for name in asked} == {"theory"}
    assert names(long(3, each_s=300).session) == asked
    both = [names(long(seed, each_s=300, slots=("theory", "personal")).session) for seed in range(6)]
    assert {BANK[name].stage for each in both for name in each} == {"theory", "cases"}
    assert len({tuple(BANK[name].stage for name in each) for each in both}) > 1


def test_a_plan_that_takes_most_of_the_time_is_all_that_is_asked() -> None:
    assert len(names(long(3, each_s=0.76 * 1800).session)) == 1
    assert len(names(long(3, each_s=0.74 * 1800).session)) == 2
    assert len(names(long(3, each_s=90, minutes=5).session)) == 1, "less than four minutes are left"


def test_the_time_of_a_skipped_question_is_used_too() -> None:
    assert len(names(long(3, each_s=0).session)) == len(
        [each for each in BANK.values() if each.stage == "theory"]
    )


def test_beyond_the_plan_there_is_no_coding_for_which_there_is_no_time() -> None:
    assert set(further(("theory", "practical"), 8, 1)) == {"theory", "steps"}
    assert set(further(("theory", "practical"), 15, 1)) == {"theory", "practical"}
    assert further(("plan",), 5, 1) == ()
