"""Knobs: how a line is laid out, and what keys and mouse make of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.app import App

from tests.ui.fakes import WidgetApp
from tests.ui.pane import PARAMS
from tutor.course.param import Param
from tutor.run import Scalar
from tutor.ui.widgets.knob_line import LONGEST_BAR, KnobLine, value_width, wording
from tutor.ui.widgets.knobs import Knobs
from tutor.ui.widgets.param_row import ParamRow

NOISE, SAMPLES, CRITERION = PARAMS
VALUES: dict[str, Scalar] = {"noise": 0.5, "n": 300, "criterion": "gini"}


class KnobsApp(WidgetApp):
    """Three knobs, and what was turned."""

    def __init__(self) -> None:
        self.knobs = Knobs()
        super().__init__(self.knobs)
        self.turned: list[tuple[str, Scalar]] = []

    def on_mount(self) -> None:
        self.knobs.load(PARAMS, VALUES, VALUES)

    def on_param_row_turned(self, event: ParamRow.Turned) -> None:
        self.turned.append((event.param, event.value))


def line(param: Param, width: int) -> KnobLine:
    return KnobLine(param, width, label_width=9, value_width=value_width(param))


def row(app: App[None], name: str) -> ParamRow:
    return next(each for each in app.query(ParamRow) if each.param.name == name)


def test_a_value_is_printed_with_as_many_decimals_as_a_click_has() -> None:
    assert wording(NOISE, 0.5) == "0.50"
    assert wording(SAMPLES, 300) == "300"
    assert wording(CRITERION, "gini") == "gini"
    assert wording(Param("alpha", 0.0, low=0.0, high=0.01, step=0.0005), 0.002) == "0.0020"


@given(st.integers(1, 120), st.sampled_from(PARAMS), st.integers(0, 12))
def test_a_line_fits_where_its_label_does(width: int, param: Param, clicks: int) -> None:
    value = param.turned(param.default if param.options else param.accept(param.low), clicks)
    drawn = line(param, width).draw(value, current=True, focused=False)
    room = max(width, 2 + 9 + 2 + 30)
    assert drawn.cell_length <= room
    assert "\n" not in drawn.plain


@given(st.integers(20, 120), st.integers(0, 10))
def test_the_dot_lies_where_the_mouse_finds_its_value(width: int, clicks: int) -> None:
    value = NOISE.turned(0.1, clicks)
    here = line(NOISE, width)
    if here.bar >= 11:
        dot = here.draw(value, current=False, focused=False).plain.index("●")
        assert here.value_at(dot, 0.1) == value
        assert here.value_at(-50, value) == 0.1
        assert here.value_at(500, value) == 0.6


def test_options_stand_in_a_row_while_they_fit() -> None:
    wide = line(CRITERION, 60)
    assert "● gini  ○ entropy" in wide.draw("gini", current=False, focused=False).plain
    assert wide.value_at(wide.spans()[1].start, "gini") == "entropy"
    narrow = line(CRITERION, 28).draw("gini", current=False, focused=False).plain
    assert "gini" in narrow
    assert "1/2" in narrow


async def test_keys_turn_the_focused_knob_and_stop_at_the_ends() -> None:
    app = KnobsApp()
    async with app.run_test(size=(60, 12)) as pilot:
        row(app, "noise").focus()
        await pilot.press("left", "shift+left", "left", "end", "backspace")
        await pilot.pause()
        assert app.turned == [("noise", 0.45), ("noise", 0.1), ("noise", 0.6), ("noise", 0.5)]


async def test_up_and_down_go_from_knob_to_knob_and_the_help_follows() -> None:
    app = KnobsApp()
    async with app.run_test(size=(60, 12)) as pilot:
        assert app.knobs.current is row(app, "noise")
        row(app, "noise").focus()
        await pilot.press("down", "right")
        await pilot.pause()
        assert dict(app.turned) == {"n": 400}
        assert app.knobs.current is row(app, "n")
        assert "how many points" in str(app.knobs.help_line.content)
        row(app, "criterion").focus()
        await pilot.press("right")
        await pilot.pause()
        assert app.turned[-1] == ("criterion", "entropy")


async def test_the_mouse_drags_beyond_the_ends_and_the_wheel_turns() -> None:
    app = KnobsApp()
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.pause()
        noise = row(app, "noise")
        start = noise.line.start
        await pilot.mouse_down(noise, offset=(start, 0))
        assert dict(app.turned) == {"noise": 0.1}
        await pilot.hover(noise, offset=(start + LONGEST_BAR, 0))
        await pilot.mouse_up(noise, offset=(start + LONGEST_BAR, 0))
        await pilot.pause()
        assert noise.value == 0.6
        await pilot.hover(noise, offset=(start, 0))
        assert noise.value == 0.6
        await pilot.click(row(app, "criterion"), offset=(row(app, "criterion").line.spans()[1].start, 0))
        await pilot.pause()
        assert app.turned[-1] == ("criterion", "entropy")


async def test_knobs_stand_in_columns_where_there_is_room() -> None:
    app = KnobsApp()
    async with app.run_test(size=(120, 12)) as pilot:
        await pilot.pause()
        assert len({each.region.y for each in app.query(ParamRow)}) == 1
        await pilot.resize_terminal(60, 12)
        await pilot.pause()
        assert len({each.region.y for each in app.query(ParamRow)}) == 3
