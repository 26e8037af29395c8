"""Text from the sandbox made safe to draw: the one place where that happens."""

from __future__ import annotations

import re

UNSAFE = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 and C1 controls but tab and newline: ESC, CSI, OSC, BEL …
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # what turns the direction of writing
    "\u2028\u2029\ufff9-\ufffb\U000e0000-\U000e0fff"  # separators, annotations, tags
    "\ud800-\udfff"
    "]"
)


def sanitise(text: str, limit: int | None = None) -> str:
    """`text` with every unsafe character replaced by U+FFFD, cut to `limit` characters."""
    if limit is not None and len(text) > limit:
        text = text[: limit - 1] + "…"
    return UNSAFE.sub("\ufffd", text)
