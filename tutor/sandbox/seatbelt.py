"""macOS: a profile for `sandbox-exec`, under which an interpreter reads its own files and nothing else.

Nobody has run this yet, so it does not count towards the level: code still runs only after a yes.
Source: `man sandbox-exec`, and the profiles that macOS keeps in /System/Library/Sandbox/Profiles.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

PROGRAM = "/usr/bin/sandbox-exec"
SYSTEM = ("/usr/lib", "/System/Library", "/System/Volumes/Preboot/Cryptexes", "/private/var/db/timezone")
DEVICES = ("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom")


def profile(programs: Iterable[str], readable: Iterable[str], hidden: Iterable[str]) -> str:
    """Rules that let `programs` start and what lies in `readable` be read, without what lies in `hidden`.

    Paths are real ones (/private/var, not /var); the last rule that fits decides.
    """
    lines = [
        "(version 1)",
        "(deny default)",
        "(allow sysctl-read)",
        "(allow signal (target self))",
        "(allow file-read-metadata)",
        *(f"(allow process-exec (literal {_quoted(path)}))" for path in programs),
        *(f"(allow file-read* (subpath {_quoted(path)}))" for path in (*SYSTEM, *readable)),
        *(f"(allow file-read* file-write-data (literal {_quoted(path)}))" for path in DEVICES),
        *(f"(deny file-read* (subpath {_quoted(path)}))" for path in hidden),
    ]
    return "\n".join(lines)


def _quoted(path: str) -> str:
    """A string as the profile's language writes it."""
    return json.dumps(path, ensure_ascii=False)
