"""`python -m tutor.sandbox.outside ADDRESS`: runs of an experiment on an existing Dask cluster.

Nothing confines this process, nor the cluster's workers: it is started on an explicit command only, for code
that comes with mltutor. One JSON object comes in (source, filename, entry, runs); one frame of plain results
goes out. Only here is anything unpickled.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tutor.sandbox.wire import DONE, MIB, Json, WireError, dump, pack

if TYPE_CHECKING:
    from distributed import Client

CAPS = {DONE: 16 * MIB}
PATIENCE_S = 10
"""How long the scheduler, and then its first worker, may take to answer."""


def measure(source: str, filename: str, entry: str, arguments: Mapping[str, Json]) -> dict[str, Json]:
    """One run, on a worker: its metrics and seconds, or its error. It travels as code, so it imports all."""
    import sys
    import time
    import traceback
    import types

    started = time.perf_counter()
    module = types.ModuleType("experiment")
    sys.modules["experiment"] = module
    try:
        exec(compile(source, filename, "exec"), module.__dict__)
        metrics = dict(module.__dict__[entry](**arguments).metrics)
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        lines = [frame.lineno for frame in frames if frame.filename == filename]
        return {
            "kind": type(error).__name__,
            "message": str(error)[:2000],
            "line": lines[-1] if lines else None,
            "elapsed_s": time.perf_counter() - started,
        }
    return {"metrics": metrics, "elapsed_s": time.perf_counter() - started}


def main(address: str) -> None:
    """Read the order, run it, answer; whatever fails is part of the answer."""
    order = json.load(sys.stdin)
    try:
        answer: Json = {"runs": list(_on_cluster(address, order))}
        frame = pack(DONE, dump(answer), CAPS)
    except (OSError, ValueError, WireError) as error:
        reason = str(error) or type(error).__name__
        frame = pack(DONE, dump({"failed": reason[:2000]}), CAPS)
    sys.stdout.buffer.write(frame)
    sys.stdout.buffer.flush()


def _on_cluster(address: str, order: Mapping[str, Json]) -> Sequence[Json]:
    """The results in the order of the runs; raises OSError when no worker can be reached."""
    from distributed import Client

    with Client(address, timeout=PATIENCE_S, set_as_default=False) as client:
        _wait_for_worker(client, address)
        futures = [
            client.submit(measure, order["source"], order["filename"], order["entry"], each, pure=False)
            for each in order["runs"]  # type: ignore[union-attr]
        ]
        results: Sequence[Json] = client.gather(futures)
        return results


def _wait_for_worker(client: Client, address: str) -> None:
    """Raise OSError when the scheduler has nobody to work."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE_S)
    except TimeoutError:
        raise OSError(f"the scheduler at {address} has no workers") from None


if __name__ == "__main__":
    main(sys.argv[1])
