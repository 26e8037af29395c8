"""The learner's program on the simulated cluster: three functions, each called as on a worker of its own."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from types import FunctionType
from typing import Any

from tutor.interview.simulated.lines import first_change, line_given_back
from tutor.interview.simulated.values import same

NAMES = ("map_part", "combine", "finalise")
PLAIN = (bool, int, float, str, list, dict, set, tuple, type(None))


@dataclass(frozen=True)
class Write:
    """A function that writes to what is not its own, and the line where it does."""

    function: str
    line: int | None


@dataclass(frozen=True)
class Called:
    """What a call gave back, and the globals that it left changed in its own process."""

    back: Any
    own: dict[str, Any] = field(default_factory=dict)


class Program:
    """`map_part`, `combine` and `finalise`."""

    def __init__(self, names: dict[str, Any]) -> None:
        """`names` are the globals of the learner's module; raises NameError if a function is missing."""
        missing = [each for each in NAMES if each not in names]
        if missing:
            raise NameError(f"{', '.join(missing)}: not written; the cluster calls {', '.join(NAMES)}")
        self.names = names
        self.written: dict[str, Write] = {}
        """Global → the first write to it."""
        self.spoilt: dict[str, Write] = {}
        """Function → where it first changes what it is given."""

    @property
    def file(self) -> str:
        """What the learner's code is called."""
        function = next((self.names[each] for each in NAMES if self._ours(self.names[each])), None)
        return function.__code__.co_filename if function is not None else ""

    def call(self, name: str, *given: Any) -> Any:
        """What the function gives back on a worker of its own: with globals of its own."""
        return self.watch(name, *given).back

    def watch(self, name: str, *given: Any) -> Called:
        """The same, with what the call leaves behind on its worker."""
        if not self._ours(self.names[name]):
            return Called(self.names[name](*given))
        kept, before = copy.deepcopy(given), self._state()
        own = self.process()
        back = own[name](*given)
        changed = {key: own.get(key) for key, was in before.items() if not same(own.get(key), was)}
        for key in changed.keys() - self.written.keys():
            self.written[key] = Write(name, self._line_of_write(name, key, kept))
        if name not in self.spoilt and not same(given, kept):
            self.spoilt[name] = Write(name, self._line_of_spoiling(name, kept))
        return Called(back, changed)

    def total(self, parts: Sequence[Sequence[Any]], order: Iterable[int], *, tree: bool = True) -> Any:
        """The result over these parts, whose results arrive in this order."""
        results = [self.call("map_part", list(parts[place])) for place in order]
        while len(results) > 1:
            if tree:
                pairs = [results[at : at + 2] for at in range(0, len(results), 2)]
                results = [self.call("combine", *pair) if len(pair) > 1 else pair[0] for pair in pairs]
            else:
                results = [self.call("combine", results[0], results[1]), *results[2:]]
        return self.call("finalise", results[0])

    def line(self, name: str, *given: Any) -> int | None:
        """From which line the function gives back its result for these values."""
        return line_given_back(self.names[name], *copy.deepcopy(given))

    def _line_of_write(self, name: str, key: str, given: Any) -> int | None:
        """The line that changes a global."""
        own, was = self.process(), self._state()[key]
        return first_change(
            lambda: own[name](*copy.deepcopy(given)), lambda: not same(own.get(key), was), self.file
        )

    def _line_of_spoiling(self, name: str, given: Any) -> int | None:
        """The line that changes what the function is given."""
        own, mine = self.process(), copy.deepcopy(given)
        return first_change(lambda: own[name](*mine), lambda: not same(mine, given), self.file)

    def process(self) -> dict[str, Any]:
        """The globals of a worker that has just started, its functions among them."""
        own = dict(self.names)
        own.update(self._state())
        for key, value in self.names.items():
            if self._ours(value):
                own[key] = _moved_to(value, own)
        return own

    def _state(self) -> dict[str, Any]:
        """A copy of each global that holds plain values."""
        return {
            key: copy.deepcopy(value)
            for key, value in self.names.items()
            if not key.startswith("__") and type(value) in PLAIN
        }

    def _ours(self, value: Any) -> bool:
        """Whether it is a function of the learner's module."""
        return isinstance(value, FunctionType) and value.__globals__ is self.names


def _moved_to(function: FunctionType, own: dict[str, Any]) -> Callable[..., Any]:
    """The function, with these globals."""
    moved = FunctionType(
        function.__code__, own, function.__name__, function.__defaults__, function.__closure__
    )
    moved.__kwdefaults__ = function.__kwdefaults__
    return moved
