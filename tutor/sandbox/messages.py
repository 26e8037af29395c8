"""What the frames say: the request down, progress and the end of a run up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import cast

from tutor.figure import Figure
from tutor.run import Limits, Own, Progress, RunError, RunRequest, Scalar, Status
from tutor.sandbox.luggage import Luggage, packed, unpacked
from tutor.sandbox.pictures import Array, decode, with_frames
from tutor.sandbox.sanitise import sanitise
from tutor.sandbox.wire import DONE, FIGURE, REQUEST, TO_CHILD, Json, WireError, dump, load_object, pack, real

MOST_FIGURES = 32
MOST_METRICS = 500
MOST_TRACEBACK = 20_000
ENDINGS: Mapping[str, Status] = {
    "ok": "ok",
    "error": "error",
    "memory": "memory",
    "processes": "processes",
    "stopped": "stopped",
}
"""The statuses that a run may claim for itself."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A run that is part of a session's state."""

    source: str
    filename: str
    seed: int | None
    own: Own | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """A request on its way down: what to run, after what."""

    request: RunRequest
    seed: int | None
    """Of the random generators, whether or not the request names one; None lets them go on as they are."""
    before: tuple[Cell, ...] = ()
    """The session's earlier cells, to be replayed first."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of a run as the process that ran it tells it."""

    status: Status
    elapsed_s: float
    error: RunError | None = None
    metrics: Mapping[str, float] = field(default_factory=dict)
    cpu_s: float = 0.0


def pack_order(order: Order) -> bytes:
    """The frames of an order, the learner's files first; raises WireError, and ValueError for NaN."""
    request = order.request
    luggage = Luggage()
    body = dump(
        {
            "source": request.source,
            "filename": request.filename,
            "entry": request.entry,
            "params": dict(request.params),
            "run_seed": request.seed,
            "limits": cast("dict[str, Json]", asdict(request.limits)),
            "seed": order.seed,
            "session": request.session,
            "sitting": None if request.sitting is None else dict(request.sitting),
            "own": packed(request.own, luggage),
            "before": [
                [cell.source, cell.filename, cell.seed, packed(cell.own, luggage)] for cell in order.before
            ],
        }
    )
    return luggage.frames() + pack(REQUEST, body, TO_CHILD)


def load_order(payload: bytes, files: Sequence[bytes] = ()) -> Order:
    """The order in a REQUEST frame after its files; our own side wrote them."""
    body = load_object(payload)
    request = RunRequest(
        source=cast("str", body["source"]),
        filename=cast("str", body["filename"]),
        entry=cast("str | None", body["entry"]),
        params=cast("dict[str, Scalar]", body["params"]),
        seed=cast("int | None", body["run_seed"]),
        session=cast("str | None", body["session"]),
        limits=Limits(**cast("dict[str, int]", body["limits"])),
        sitting=cast("dict[str, str] | None", body["sitting"]),
        own=unpacked(body["own"], files),
    )
    before = cast("list[tuple[str, str, int | None, Json]]", body["before"])
    cells = tuple(Cell(source, name, seed, unpacked(own, files)) for source, name, seed, own in before)
    return Order(request, cast("int | None", body["seed"]), cells)


def dump_progress(done: float, total: float, note: str) -> bytes:
    """The payload of a PROGRESS frame."""
    return dump([float(done), float(total), str(note)[:200]])


def load_progress(body: Json) -> Progress:
    """The progress in a PROGRESS frame; raises WireError."""
    match body:
        case [done, total, str(note)]:
            return Progress(real(done), real(total), sanitise(note, 200))
    raise WireError("progress is done, total and a note")


def pack_figure(figure: Figure) -> bytes:
    """All frames of one figure; raises WireError."""
    body, frames = with_frames(figure)
    return b"".join(frames) + pack(FIGURE, dump(body))


def load_figure(payload: bytes, arrays: Sequence[Array]) -> Figure:
    """The figure in a FIGURE frame after its arrays; raises WireError."""
    return decode(load_object(payload), arrays)


def pack_ending(ending: Ending) -> bytes:
    """The DONE frame."""
    error = cast("dict[str, Json] | None", asdict(ending.error) if ending.error else None)
    if error is not None:
        error["message"] = str(error["message"])[:MOST_TRACEBACK]
        error["traceback"] = str(error["traceback"])[-MOST_TRACEBACK:]
    metrics: dict[str, Json] = dict(ending.metrics)
    body: Json = {
        "status": ending.status,
        "elapsed_s": ending.elapsed_s,
        "cpu_s": ending.cpu_s,
        "error": error,
        "metrics": metrics,
    }
    return pack(DONE, dump(body))


def load_ending(payload: bytes) -> Ending:
    """The end of a run in a DONE frame; raises WireError."""
    body = load_object(payload)
    status = body.get("status")
    if not isinstance(status, str) or status not in ENDINGS:
        raise WireError("an end without a status")
    elapsed, cpu = real(body.get("elapsed_s")), real(body.get("cpu_s"))
    if not (0 <= elapsed < 1e6 and 0 <= cpu < 1e6):
        raise WireError("an end at no time")
    error = body.get("error")
    return Ending(
        ENDINGS[status], elapsed, None if error is None else _load_error(error), _load_metrics(body), cpu
    )


def _load_error(error: Json) -> RunError:
    match error:
        case {
            "kind": str(kind),
            "message": str(message),
            "line": int() | None as line,
            "traceback": str(trace),
            "hint": str(hint),
        } if line is None or 0 < line < 1 << 30:
            return RunError(
                sanitise(kind, 100),
                sanitise(message, 2000),
                line,
                sanitise(trace, MOST_TRACEBACK),
                sanitise(hint, 1000),
            )
    raise WireError("an error of the wrong shape")


def _load_metrics(body: Mapping[str, Json]) -> dict[str, float]:
    metrics = body.get("metrics")
    if not isinstance(metrics, dict) or len(metrics) > MOST_METRICS:
        raise WireError("metrics of the wrong shape")
    numbers: dict[str, float] = {}
    for name, value in metrics.items():
        if not name.isidentifier() or len(name) > 100:
            raise WireError("a metric without a name")
        number = real(value)
        numbers[name] = value if isinstance(value, int) else number
    return numbers
