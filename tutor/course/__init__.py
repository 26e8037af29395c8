"""What is taught: the course format, its loader, and the script of a lesson."""

from __future__ import annotations
