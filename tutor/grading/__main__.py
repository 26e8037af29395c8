"""`python -m tutor.grading`: the grader of free text in a process of its own, a line in, a line out."""

from __future__ import annotations

import contextlib
import sys

from tutor.grading.freetext.judge import judge
from tutor.grading.freetext.wire import reply


def main() -> None:
    """Answer every line in order; the end of the input ends the process."""
    with contextlib.suppress(KeyboardInterrupt, BrokenPipeError):
        for line in sys.stdin.buffer:
            sys.stdout.buffer.write(reply(line, judge))
            sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
