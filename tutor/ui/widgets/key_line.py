"""The last line of a screen: the keys that matter now, as many as fit."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from textual.app import App
from textual.binding import ActiveBinding
from textual.content import Content
from textual.events import Click
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

GAP = 2


@dataclass(frozen=True, slots=True)
class KeyHint:
    """One entry: what stands there, and the keys that a click on each of its cells stands for."""

    content: Content
    presses: tuple[tuple[int, str], ...]
    """Cells and the key that they press, from left to right."""


class KeyLine(Widget):
    """Enter first, keys of the screen, then those of the focused pane, those of the app at the right edge.

    One widget and one line: Textual's Footer makes a widget for each key at every change of focus.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyLine { height: 1; padding: 0 1; dock: bottom; text-wrap: nowrap; color: $quiet; pointer: pointer; }
    """

    hints: reactive[tuple[tuple[KeyHint, ...], tuple[KeyHint, ...]]] = reactive(((), ()))
    """Left, right."""

    def on_mount(self) -> None:
        """Follow what can be done."""
        self.screen.bindings_updated_signal.subscribe(self, self._update)
        self._update(self.screen)

    def _update(self, screen: Screen[object]) -> None:
        if screen is not self.screen or not self.is_attached:
            return
        shown = [each for each in screen.active_bindings.values() if each.binding.show]
        own = [each for each in shown if isinstance(each.node, Screen)]
        inner = [each for each in shown if not isinstance(each.node, Screen | App)]
        outer = [each for each in shown if isinstance(each.node, App)]
        self.hints = (
            self._hints(sorted([*own, *inner], key=lambda each: each.binding.key != "enter")),
            self._hints(outer),
        )

    def render(self) -> Content:
        """What fits; the right edge is kept."""
        left, right = self._fitting()
        room = self.content_size.width - _width(left) - _width(right)
        return Content.assemble(_line(left), " " * max(0, room), _line(right))

    def on_click(self, event: Click) -> None:
        """A click presses the key."""
        left, right = self._fitting()
        starts = (1, self.size.width - 1 - _width(right))
        for start, hints in zip(starts, (left, right), strict=True):
            at = start
            for hint in hints:
                for cells, key in hint.presses:
                    if at <= event.x < at + cells:
                        self.app.simulate_key(key)
                        return
                    at += cells
                at += GAP

    def _fitting(self) -> tuple[tuple[KeyHint, ...], tuple[KeyHint, ...]]:
        """The hints without those at the end that do not fit."""
        left, right = self.hints
        while left and _width(left) + GAP + _width(right) > self.content_size.width:
            left = left[:-1]
        return left, right

    def _hints(self, active: list[ActiveBinding]) -> tuple[KeyHint, ...]:
        """One hint for each action, one for a group of them."""
        actions = {each.binding.action: each for each in reversed(active)}
        ordered = [each for each in active if actions[each.binding.action] is each]
        hints = []
        for group, members in groupby(ordered, lambda each: each.binding.group):
            if group is None:
                hints += [self._hint([each], each.binding.description) for each in members]
            else:
                hints.append(self._hint(list(members), group.description))
        return tuple(hints)

    def _hint(self, members: list[ActiveBinding], label: str) -> KeyHint:
        """Keys, then what they do."""
        keys = [self.app.get_key_display(each.binding).strip() for each in members]
        style = "$here" if all(each.enabled for each in members) else "$rule"
        content = Content.assemble((" ".join(keys), style), f" {label}")
        presses = [(len(key) + 1, each.binding.key) for key, each in zip(keys, members, strict=True)]
        cells, last = presses[-1]
        presses[-1] = (cells + len(label), last)
        return KeyHint(content, tuple(presses))


def _line(hints: tuple[KeyHint, ...]) -> Content:
    return Content(" " * GAP).join(hint.content for hint in hints)


def _width(hints: tuple[KeyHint, ...]) -> int:
    return sum(hint.content.cell_length for hint in hints) + GAP * max(0, len(hints) - 1)
