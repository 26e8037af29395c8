"""`n_jobs` on threads: joblib's own backends need semaphores and processes, which a run may not make."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from joblib import register_parallel_backend
from joblib.parallel import BACKENDS, FallbackToBackend, ParallelBackendBase, SequentialBackend

CORES = 2
"""What `n_jobs=-1` stands for."""
MOST = 8
"""Threads at once; a run may not start many, and results do not depend on them."""


class Threads(ParallelBackendBase):  # type: ignore[misc]
    """A backend of joblib, which asks for a class."""

    supports_retrieve_callback = True
    supports_sharedmem = True
    uses_threads = True

    def effective_n_jobs(self, n_jobs: int | None) -> int:
        """How many tasks run at once; raises ValueError for 0."""
        if n_jobs == 0:
            raise ValueError("n_jobs == 0 in Parallel has no meaning")
        if n_jobs is None or self.nesting_level:
            return 1
        return min(MOST, n_jobs) if n_jobs > 0 else max(1, CORES + 1 + n_jobs)

    def configure(self, n_jobs: int = 1, parallel: object = None, **_: object) -> int:
        """Start threads; one alone needs none."""
        count = self.effective_n_jobs(n_jobs)
        if count == 1:
            raise FallbackToBackend(SequentialBackend(nesting_level=self.nesting_level))
        self.parallel = parallel
        self._count = count
        self._pool = ThreadPoolExecutor(count)
        return count

    def submit(self, func: Callable[[], Any], callback: Callable[[Future[Any]], None]) -> Future[Any]:
        """Run in one of the threads."""
        future = self._pool.submit(func)
        future.add_done_callback(callback)
        return future

    def retrieve_result_callback(self, out: Future[Any]) -> Any:
        """What a task gave back, or raises what it raised."""
        return out.result()

    def terminate(self) -> None:
        """Let the threads go."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def abort_everything(self, ensure_ready: bool = True) -> None:
        """Drop what has not begun."""
        self.terminate()
        if ensure_ready:
            self._pool = ThreadPoolExecutor(self._count)

    def get_nested_backend(self) -> tuple[Any, None]:
        """Parallel work inside parallel work is done in turn."""
        return SequentialBackend(nesting_level=(self.nesting_level or 0) + 1), None


def use_threads() -> None:
    """From now on joblib works with threads, whichever backend it is asked for."""
    register_parallel_backend("threads", Threads, make_default=True)
    for name in ("loky", "multiprocessing", "threading"):
        BACKENDS[name] = Threads
