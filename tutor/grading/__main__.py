"""`python -m tutor.grading`: the grader of free text in a process of its own, a line in, a line out.

It grades by meaning where the encoder is installed, which is loaded at the first line.
"""

from __future__ import annotations

import contextlib
import sys

from tutor.grading.endpoint.settings import Endpoint
from tutor.grading.freetext.tiers import best
from tutor.grading.freetext.wire import Judge, reply


def main() -> None:
    """Answer every line in order; the end of the input ends the process."""
    with contextlib.suppress(KeyboardInterrupt, BrokenPipeError):
        for line in sys.stdin.buffer:
            sys.stdout.buffer.write(reply(line, best, seconded))
            sys.stdout.buffer.flush()


def seconded(judge: Judge, endpoint: Endpoint) -> Judge:
    """A judge that asks an endpoint, too; what that takes is imported only now."""
    from tutor.grading.endpoint.live import live

    return live(judge, endpoint)


if __name__ == "__main__":
    main()
