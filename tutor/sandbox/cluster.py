"""Runs on a Dask cluster, asked for from this side; see `outside` for the other."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections.abc import Sequence

from tutor.run import RunError, RunRequest, RunResult
from tutor.sandbox.outside import CAPS
from tutor.sandbox.sanitise import sanitise
from tutor.sandbox.wire import Json, Reader, WireError, load_object, real

LONGEST = 2000


class ClusterError(Exception):
    """The cluster gave no results; the message is for people."""


def available() -> bool:
    """Whether Dask is installed."""
    return importlib.util.find_spec("distributed") is not None


def run_on_cluster(address: str, requests: Sequence[RunRequest]) -> list[RunResult]:
    """The results of requests for one experiment, made side by side; raises ClusterError."""
    first = requests[0]
    order = {
        "source": first.source,
        "filename": first.filename,
        "entry": first.entry,
        "runs": [{**request.params, "seed": request.seed} for request in requests],
    }
    command = [sys.executable, "-P", "-m", "tutor.sandbox.outside", address]
    done = subprocess.run(command, input=json.dumps(order).encode(), capture_output=True, check=False)
    try:
        frames = list(Reader(CAPS).feed(done.stdout))
        answer = load_object(frames[0].payload) if frames else {}
        if "failed" in answer:
            raise ClusterError(f"The cluster at {address} failed: {sanitise(str(answer['failed']), LONGEST)}")
        runs = answer.get("runs")
        if not isinstance(runs, list) or len(runs) != len(requests):
            raise WireError("not one result for each run")
        return [_result(run) for run in runs]
    except WireError as error:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        why = sanitise(said[-1], LONGEST) if said else error
        raise ClusterError(f"The cluster at {address} gave no results: {why}") from None


def _result(run: Json) -> RunResult:
    """One run; raises WireError."""
    match run:
        case {"metrics": dict(metrics), "elapsed_s": elapsed}:
            return RunResult(
                "ok", real(elapsed), metrics={name: real(value) for name, value in metrics.items()}
            )
        case {"kind": str(kind), "message": str(message), "line": int() | None as line, "elapsed_s": elapsed}:
            if kind == "ModuleNotFoundError":
                message += "; the cluster's workers need mltutor and scikit-learn"
            error = RunError(sanitise(kind, 100), sanitise(message, LONGEST), line)
            return RunResult("error", real(elapsed), error=error)
    raise WireError("a result of the wrong shape")
