"""What `mltutor check` proves of a course; one file per kind of content."""

from __future__ import annotations
