"""Where the learner's record and the cache live, and what time it is: the edges of the program."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path


def record_folder() -> Path:
    """`$MLTUTOR_HOME/record`, else the platform's folder for a user's data."""
    if home := os.environ.get("MLTUTOR_HOME"):
        return Path(home).expanduser() / "record"
    from platformdirs import user_data_path

    return user_data_path("mltutor", appauthor=False)


def cache_folder() -> Path:
    """`$MLTUTOR_HOME/cache`, else the platform's folder for what can be made again."""
    if home := os.environ.get("MLTUTOR_HOME"):
        return Path(home).expanduser() / "cache"
    from platformdirs import user_cache_path

    return user_cache_path("mltutor", appauthor=False)


def log_file() -> Path:
    """`$MLTUTOR_HOME/log/mltutor.log`, else in the platform's folder for logs."""
    if home := os.environ.get("MLTUTOR_HOME"):
        return Path(home).expanduser() / "log" / "mltutor.log"
    from platformdirs import user_log_path

    return user_log_path("mltutor", appauthor=False) / "mltutor.log"


def now() -> datetime:
    """The time here, with the offset from UTC."""
    return datetime.now().astimezone()
