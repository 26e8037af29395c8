"""Recorded numbers: written from runs, compared letter by letter."""

from __future__ import annotations

import re
import statistics
from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from tests.check.conftest import RECORDED, Checked
from tutor.check.numbers import Need, render, spread_text, value_text, written
from tutor.course.placeholder import Placeholder

FORMATS = [".0f", ".1f", ".2f", ".3f", ",.0f", ",.2f", ".0%", ".1%", "+.2f"]


def placeholder(spec: str) -> Placeholder:
    """A number printed so."""
    return Placeholder("toss", "heads", spec, 0)


async def test_recording_writes_what_the_check_then_accepts(tiny: Checked) -> None:
    file = tiny.folder / "recorded.toml"
    file.unlink()
    (said,) = await tiny.said()
    assert said.startswith("recorded.toml:1: there are no recorded numbers yet; run mltutor check --record")
    assert (await tiny.report(record=True)).problems == ()
    assert file.read_text() == RECORDED
    assert await tiny.said() == []


async def test_the_last_digit_of_any_number_is_noticed(tiny: Checked) -> None:
    file = tiny.folder / "recorded.toml"
    places = [match.end() for match in re.finditer(r"= [\d.]+", RECORDED)]
    assert len(places) == 5
    for end in places:
        digit = str((int(RECORDED[end - 1]) + 1) % 10)
        file.write_text(RECORDED[: end - 1] + digit + RECORDED[end:])
        line = RECORDED[:end].count("\n") + 1
        row = RECORDED.splitlines()[line - 1]
        said = await tiny.said()
        assert any(each.startswith(f"recorded.toml:{line}: ") for each in said), (row, said)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "value = 50.0",
            "value = 50.00",
            "recorded.toml:9: toss.heads.value is 50.00, but the runs give 50.0",
        ),
        ("value = 50.0", "value = 50", "recorded.toml:9: toss.heads.value is 50, but the runs give 50.0"),
        ("[toss.heads]\nvalue = 50.0\nsd = 1.6\n", "", "lesson.md:18: toss.heads.value is not recorded"),
        ("[toss.heads]", "[toss.tails]\nvalue = 1.0\nsd = 0.0\n\n[toss.heads]", "nothing prints or uses it"),
        ("[toss.heads]", "[flip.heads]\nvalue = 1.0\nsd = 0.0\n\n[toss.heads]", "nothing prints or uses it"),
    ],
)
async def test_entries_that_are_not_as_recorded(tiny: Checked, old: str, new: str, said: str) -> None:
    tiny.change("recorded.toml", old, new)
    assert any(said in each for each in await tiny.said())


async def test_comments_and_order_are_as_recorded_too(tiny: Checked) -> None:
    tiny.change("recorded.toml", "[toss.heads]", "# by hand\n[toss.heads]")
    (said,) = await tiny.said()
    assert said.startswith("recorded.toml:8: is not as --record writes it")


async def test_numbers_of_keys_are_recorded(tiny: Checked) -> None:
    tiny.change("lesson.toml", 'key = "10 * 0.5"', 'key = "toss.heads / toss.tosses * 100"')
    await tiny.report(record=True)
    assert tomli.loads((tiny.folder / "recorded.toml").read_text())["toss"]["tosses"] == {
        "value": 1000.0,
        "sd": 0.0,
    }
    assert await tiny.said() == []


async def test_a_failed_run_leaves_the_record_alone(tiny: Checked) -> None:
    tiny.run.always(status="error")
    await tiny.report(record=True)
    assert (tiny.folder / "recorded.toml").read_text() == RECORDED


async def test_further_seeds_stay_in_the_band(tiny: Checked) -> None:
    tiny.change(
        "lesson.toml",
        'claims]]\nsays = "A bent',
        'claims]]\nsays = "x"\ntest = "heads < 200"\n\n[[experiments.claims]]\nsays = "A bent',
    )
    (said,) = [each for each in await tiny.said(seeds=20) if "three sd" in each and "toss" in each]
    assert said.startswith("recorded.toml:10: toss.heads.sd: seed 0 gives 50, more than three sd")


@given(
    st.floats(-1e9, 1e9, allow_subnormal=False).filter(lambda value: not value or abs(value) > 1e-9),
    st.lists(st.sampled_from(FORMATS).map(placeholder), max_size=3),
)
def test_a_recorded_value_prints_as_the_run_does(value: float, printed: list[Placeholder]) -> None:
    text = value_text(value, printed)
    back = tomli.loads(f"x = {text}")["x"]
    assert isinstance(back, float)
    assert [format(back, each.format) for each in printed] == [
        format(value + 0.0, each.format) for each in printed
    ]
    assert back == pytest.approx(value, rel=0.005)


@given(st.lists(st.floats(-1e6, 1e6), min_size=5, max_size=5))
def test_a_spread_has_two_digits(drawn: list[float]) -> None:
    text = spread_text(drawn)
    assert len(text.replace(".", "").strip("0")) <= 2
    assert float(text) == pytest.approx(statistics.stdev(drawn), rel=0.06, abs=1e-5)


def test_the_same_numbers_give_the_same_file() -> None:
    need = Need(Path("lesson.md"), 1, [placeholder(".2f")])
    needs = {("toss", "heads"): need, ("bent", "cost"): need}
    seeds = [{"toss": {"heads": 0.123456 + seed}, "bent": {"cost": 2.0}} for seed in range(5)]
    text = render(written(needs, seeds))
    assert text == render(written(dict(reversed(needs.items())), seeds))
    assert tomli.loads(text) == {
        "format_version": 1,
        "bent": {"cost": {"value": 2.0, "sd": 0.0}},
        "toss": {"heads": {"value": 0.123, "sd": 1.6}},
    }
