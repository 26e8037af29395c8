"""An event: one thing that the learner did, as it stands in the log."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"

Row: TypeAlias = tuple[str, str, int, str, int, str, int, str]

COLUMNS = "id, device, seq, time_utc, utc_offset, kind, version, body"

VERSION = 1
"""The version of the bodies written today."""


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the log; `time` is UTC, `offset` the learner's minutes east of it."""

    id: str
    device: str
    seq: int
    time: datetime
    offset: int
    kind: str
    version: int
    body: Mapping[str, Json]

    @property
    def resets_all(self) -> bool:
        """Whether every lesson begins anew here."""
        return self.kind == "lesson-reset" and self.body.get("lesson") is None

    def row(self) -> Row:
        """The event as the columns of `COLUMNS`."""
        time = self.time.isoformat(timespec="microseconds")
        body = json.dumps(self.body, allow_nan=False, separators=(",", ":"))
        return (self.id, self.device, self.seq, time, self.offset, self.kind, self.version, body)


def from_row(row: Row) -> Event:
    """The event that `row` holds; raises ValueError for a row that no tutor wrote."""
    id_, device, seq, time, offset, kind, version, body = row
    return Event(id_, device, seq, datetime.fromisoformat(time), offset, kind, version, json.loads(body))


def plain(body: Mapping[str, Json]) -> dict[str, Json]:
    """A copy of `body` that JSON can say; raises TypeError if there is none."""
    return {str(key): finite(each) for key, each in body.items()}


def finite(value: Json) -> Json:
    """`value` with null in place of NaN and infinities, which JSON cannot say."""
    match value:
        case float():
            return value if math.isfinite(value) else None
        case Mapping():
            return plain(value)
        case str() | None | bool() | int():
            return value
        case _:
            return [finite(each) for each in value]
