"""One widget family a file; each stands alone in a test app."""

from __future__ import annotations
