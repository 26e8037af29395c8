"""Events and results of runs as JSON, for pipes."""

from __future__ import annotations

from dataclasses import asdict
from typing import cast

from tutor.run import Finished, Output, Progress, RunEvent, RunResult, Shown, Started
from tutor.sandbox.pictures import with_lists
from tutor.sandbox.wire import Json


def result_record(result: RunResult) -> dict[str, Json]:
    """A result; figures have their numbers as plain lists."""
    return {
        "status": result.status,
        "stdout": result.stdout,
        "stderr": result.stderr,
        "error": cast("Json", asdict(result.error)) if result.error else None,
        "figures": [with_lists(figure) for figure in result.figures],
        "metrics": dict(result.metrics),
        "elapsed_s": round(result.elapsed_s, 6),
    }


def event_record(event: RunEvent) -> dict[str, Json]:
    """An event, named in `event`; the last one of a run is `result`."""
    match event:
        case Started():
            return {"event": "started"}
        case Output(stream, text):
            return {"event": "output", "stream": stream, "text": text}
        case Progress(done, total, note):
            return {"event": "progress", "done": done, "total": total, "note": note}
        case Shown(figure):
            return {"event": "figure", "figure": with_lists(figure)}
        case Finished(result):
            return {"event": "result", **result_record(result)}
