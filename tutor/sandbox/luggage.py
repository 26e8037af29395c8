"""What of the learner's travels with an order: painted points and pixels in it, files in frames before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from tutor.run import Own, OwnFile, OwnPixels, OwnPoints
from tutor.sandbox.wire import FILE, TO_CHILD, Json, pack


@dataclass(slots=True)
class Luggage:
    """The files of one order, each once."""

    contents: list[bytes] = field(default_factory=list)

    def put(self, content: bytes) -> int:
        """The place of this file among all."""
        if content not in self.contents:
            self.contents.append(content)
        return self.contents.index(content)

    def frames(self) -> bytes:
        """A FILE frame for each; raises WireError for one that is too large."""
        return b"".join(pack(FILE, content, TO_CHILD) for content in self.contents)


def packed(own: Own | None, luggage: Luggage) -> Json:
    """What stands in the order."""
    match own:
        case None:
            return None
        case OwnPoints(points):
            return {"points": [[x, y, number] for x, y, number in points]}
        case OwnPixels(rows):
            return {"pixels": list(rows)}
        case OwnFile(name, content):
            return {"file": name, "place": luggage.put(content)}


def unpacked(body: Json, files: Sequence[bytes]) -> Own | None:
    """What an order brings, which our own side wrote."""
    match body:
        case {"points": list(points)}:
            return OwnPoints(tuple(map(tuple, cast("list[list[float]]", points))))  # type: ignore[arg-type]
        case {"pixels": list(rows)}:
            return OwnPixels(tuple(map(str, rows)))
        case {"file": str(name), "place": int(place)}:
            return OwnFile(name, files[place])
    return None
