"""One knob of an experiment: a number to slide, or an option to choose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import MouseDown, MouseMove, MouseScrollDown, MouseScrollUp, MouseUp
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tutor.course.param import Param
from tutor.run import Scalar
from tutor.ui.widgets.knob_line import KnobLine


class ParamRow(Widget, can_focus=True):
    """A knob on one line; turning it posts `Turned`."""

    HELP = """## A knob

Turn it with **←** and **→** (with **shift** ten clicks), **home** and **end** go to the ends,
**backspace** goes back to the value of the lesson. `[` and `]` turn the marked knob from anywhere. The
mouse drags the dot; the wheel turns.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", "Less", show=False, tooltip="Turn the knob down one click"),
        Binding("right", "turn(1)", "More", show=False, tooltip="Turn the knob up one click"),
        Binding("shift+left", "turn(-10)", "Much less", show=False, tooltip="Turn the knob down ten clicks"),
        Binding("shift+right", "turn(10)", "Much more", show=False, tooltip="Turn the knob up ten clicks"),
        Binding("home", "turn(-100000)", "Lowest", show=False, tooltip="The lowest value"),
        Binding("end", "turn(100000)", "Highest", show=False, tooltip="The highest value"),
        Binding("backspace", "restore", "The lesson's value", show=False, tooltip="The value of the lesson"),
    ]
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    ParamRow {
        height: 1;
        width: 1fr;
        pointer: pointer;
    }
    """

    value: reactive[Scalar] = reactive[Scalar](0.0, init=False)
    current = reactive(False)
    """Whether `[` and `]` turn this knob."""

    @dataclass
    class Turned(Message):
        """The learner changed the value."""

        row: ParamRow
        param: str
        value: Scalar

        @property
        def control(self) -> ParamRow:
            """The knob."""
            return self.row

    def __init__(
        self, param: Param, value: Scalar, *, origin: Scalar, label_width: int, value_width: int
    ) -> None:
        super().__init__()
        self.param = param
        self._origin = origin
        self._label_width = label_width
        self._value_width = value_width
        self.set_reactive(ParamRow.value, value)
        self._dragging = False

    @property
    def line(self) -> KnobLine:
        """The layout at the present width."""
        return KnobLine(self.param, self.size.width, self._label_width, self._value_width)

    def render(self) -> Content:
        return self.line.draw(self.value, current=self.current, focused=self.has_focus)

    def on_mouse_down(self, event: MouseDown) -> None:
        """Go to the value under the mouse; on a bar, follow it from now on."""
        self._turn_to(self.line.value_at(event.x, self.value))
        if not self.param.options:
            self._dragging = True
            self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Follow the mouse while its button is down."""
        if self._dragging:
            self._turn_to(self.line.value_at(event.x, self.value))

    def on_mouse_up(self, _: MouseUp) -> None:
        """Let go."""
        self._dragging = False
        self.release_mouse()

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """One click up."""
        event.stop()
        self.action_turn(1)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """One click down."""
        event.stop()
        self.action_turn(-1)

    def action_turn(self, clicks: int) -> None:
        """Turn by `clicks`, stopping at the ends."""
        self._turn_to(self.param.turned(self.value, clicks))

    def action_restore(self) -> None:
        """Back to the value of the lesson."""
        self._turn_to(self._origin)

    def _turn_to(self, value: Scalar) -> None:
        """Take the value; say so if it is another one."""
        if value != self.value:
            self.value = value
            self.post_message(self.Turned(self, self.param.name, value))
