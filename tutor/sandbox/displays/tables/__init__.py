"""Tables of the learner's own: read from bytes, looked over, reported on; only in the sandboxed process."""

from __future__ import annotations
