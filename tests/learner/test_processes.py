"""Several processes on one record, and processes that are killed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.learner.clock import Clock
from tutor.learner.store import Record

WRITER = """
import sys
from datetime import datetime
from pathlib import Path
from tutor.learner.store import Record

folder, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
record = Record.open(folder, lambda: datetime.now().astimezone())
for number in range(count):
    event = record.append("lesson-done", {"lesson": f"{name}-{number}"})
    if not record.writable:
        sys.exit(record.notice)
    record.save_draft(f"{name}/code/x", str(number))
    print(event.id, flush=True)
record.close()
"""


def start(folder: Path, name: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(folder), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    count = 60
    writers = [start(tmp_path, name, count) for name in ("a", "b", "c")]
    printed: list[str] = []
    for writer in writers:
        out, err = writer.communicate()
        assert (writer.returncode, err) == (0, "")
        printed += out.split()
    record = Record.open(tmp_path, Clock())
    events = list(record.events())
    assert sorted(each.id for each in events) == sorted(printed)
    assert [each.seq for each in events] == list(range(1, 3 * count + 1))
    assert len({each.device for each in events}) == 1
    assert record.progress.stats()["lessons_done"] == 3 * count
    assert record.drafts("") == {f"{name}/code/x": str(count - 1) for name in ("a", "b", "c")}
    derived = record.progress
    record.rebuild()
    assert record.progress == derived
    record.close()


def test_a_killed_process_loses_nothing_that_was_appended(tmp_path: Path) -> None:
    printed: list[str] = []
    for round_ in range(4):
        writer = start(tmp_path, f"round-{round_}", 1_000_000)
        assert writer.stdout is not None
        assert writer.stderr is not None
        printed += [writer.stdout.readline().strip() for _ in range(5 + 3 * round_)]
        writer.kill()
        printed += writer.stdout.read().split("\n")[:-1]
        writer.wait()
        writer.stdout.close()
        writer.stderr.close()

        record = Record.open(tmp_path, Clock())
        assert record.notice is None
        kept = [each.id for each in record.events()]
        assert set(printed) <= set(kept)
        assert record.progress.stats()["events"] == len(kept)
        record.close()
