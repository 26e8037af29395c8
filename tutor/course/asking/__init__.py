"""Questions from TOML tables: one file for each family of kinds."""

from __future__ import annotations
