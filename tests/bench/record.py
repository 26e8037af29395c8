"""How the record behaves at a million events: `python -m tests.bench.record [EVENTS]`."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from tutor.learner.event import Event, Json
from tutor.learner.ids import uuid7
from tutor.learner.store import Record

LESSONS = 1000


def events(count: int) -> Iterator[Event]:
    """Answers spread over the lessons."""
    start = datetime(2020, 1, 1, tzinfo=UTC)
    for seq in range(count):
        body: dict[str, Json] = {
            "lesson": f"lesson-{seq % LESSONS}",
            "question": f"q{seq // LESSONS % 12}",
            "fingerprint": "0123456789abcdef",
            "answer": [seq % 4],
            "score": 1.0,
            "right": True,
        }
        time = start + timedelta(seconds=20 * seq)
        id_ = uuid7(time, seq.to_bytes(10, "big"))
        yield Event(id_, "another-device", seq, time, 0, "answered", 1, body)


def seconds(act: Callable[[], object], repeat: int = 20) -> float:
    """The median time of `act`."""
    times = []
    for _ in range(repeat):
        begun = perf_counter()
        act()
        times.append(perf_counter() - begun)
    return median(times)


def now() -> datetime:
    """The time here."""
    return datetime.now().astimezone()


def measure(folder: Path, count: int) -> None:
    """Print what opening, appending and reading cost with `count` events."""
    record = Record.open(folder, now)
    filling = seconds(lambda: record.merge(events(count)), repeat=1)
    appending = seconds(lambda: record.append("lesson-opened", {"lesson": "lesson-1"}))
    reading = seconds(lambda: list(record.events("answered", lesson="lesson-1")), repeat=5)
    record.close()
    opening = seconds(lambda: Record.open(folder, now).close())
    size = (folder / "record.db").stat().st_size / 1e6
    print(
        f"{count:>9,} events {size:6.1f} MB  merge {filling:6.2f} s  open {opening * 1e3:6.1f} ms  "
        f"append {appending * 1e3:6.1f} ms  history of a lesson {reading * 1e3:6.1f} ms"
    )


def main() -> None:
    """Measure an empty record and one with as many events as asked for."""
    for count in (0, int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000):
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder), count)


if __name__ == "__main__":
    main()
