"""Where the record and the cache live."""

from __future__ import annotations

from pathlib import Path

import pytest

from tutor.cli.home import cache_folder, now, record_folder


def test_mltutor_home_moves_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MLTUTOR_HOME", str(tmp_path))
    assert record_folder() == tmp_path / "record"
    assert cache_folder() == tmp_path / "cache"


def test_without_it_the_platform_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MLTUTOR_HOME", "")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert tmp_path in record_folder().parents
    assert tmp_path in cache_folder().parents
    assert record_folder() != cache_folder()


def test_the_time_knows_its_zone() -> None:
    assert now().utcoffset() is not None
