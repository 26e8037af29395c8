"""What is said about runs that did not tell their own end."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Mapping

from tutor.run import RunError, Status

CRASHES: Mapping[str, str] = {
    "SIGSEGV": "a library touched memory that is not its own (segmentation fault)",
    "SIGBUS": "a library touched memory that is not there (bus error)",
    "SIGFPE": "an arithmetic error in a library",
    "SIGILL": "an instruction that this processor does not know",
    "SIGABRT": "a library gave up (abort)",
    "SIGSYS": "the code asked the system for something forbidden",
}


def timed_out(wall_s: float) -> RunError:
    """The wall limit."""
    return RunError("timeout", f"The run took longer than {wall_s:g} seconds and was ended.")


def too_much_output(output_bytes: int) -> RunError:
    """The output cap."""
    return RunError("output", f"The run printed more than {output_bytes / 1000:,.0f} kB and was ended.")


def not_understood(reason: object) -> RunError:
    """A violation of the wire's rules."""
    return RunError("crashed", f"The run sent something that it must not send ({reason}) and was ended.")


def stopped(newer: bool) -> RunError:
    """Stop, or a newer run."""
    return RunError("stopped", "A newer run took its place." if newer else "The run was stopped.")


LOST = RunError("crashed", "The sandbox was ended from outside. It starts again by itself; run once more.")


def died(status: int | None, stderr: str, filename: str) -> tuple[Status, RunError]:
    """A process that was gone without an ending; `status` as wait gives it, None when unknown."""
    if status is None:
        return "crashed", LOST
    found = re.search(rf'File "{re.escape(filename)}", line (\d+)', stderr)
    line = int(found[1]) if found else None
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        if number == signal.SIGXCPU:
            return "timeout", RunError("timeout", "The run used more processor time than it may.", line)
        if number == signal.SIGKILL:
            reason = "it was killed from outside, most often because the machine ran out of memory"
        else:
            reason = CRASHES.get(_name(number), f"it was ended by the signal {number}")
        return "crashed", RunError("crashed", f"The process of this run crashed: {reason}.", line)
    code = os.waitstatus_to_exitcode(status)
    message = f"The code ended its process (exit code {code}) before the result was told."
    return "crashed", RunError("crashed", message, line)


def _name(number: int) -> str:
    """The signal's name; empty for one without a name."""
    return next((each.name for each in signal.Signals if each == number), "")
