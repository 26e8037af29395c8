"""Root gives up being root."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence

from tutor.sandbox import kernel

NOBODIES = (64738, 65534)
"""User numbers to become; the first has no other processes."""


def drop_root(*, read_everything: bool) -> None:
    """Become an unprivileged user for good; may keep the right to read past file modes. Raises OSError.

    Landlock still decides which files; the right is for an interpreter that lies under a closed home.
    """
    kernel.prctl(kernel.PR_SET_KEEPCAPS, 1 if read_everything else 0)
    _become_nobody()
    if read_everything:
        _keep_one_of((kernel.CAP_DAC_READ_SEARCH, kernel.CAP_DAC_OVERRIDE))
    kernel.prctl(kernel.PR_SET_DUMPABLE, 1)


def _become_nobody() -> None:
    for number in NOBODIES:
        try:
            os.setgroups([])
            os.setresgid(number, number, number)
            os.setresuid(number, number, number)
            return
        except OSError as error:
            refused = error
    raise OSError(
        refused.errno,
        "root cannot become another user here, as in a container that knows one user only; "
        "run mltutor as an ordinary user",
    )


def _keep_one_of(capabilities: Sequence[int]) -> None:
    for capability in capabilities:
        with contextlib.suppress(OSError):
            kernel.keep_capabilities(capability)
            return
    raise PermissionError("no capability to read the interpreter's files as another user")
