"""matplotlib, imported ahead of the runs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path


def test_preparation_leaves_matplotlib_in_memory_and_nothing_else(tmp_path: Path) -> None:
    code = """
        import json, os, sys, threading
        before = dict(os.environ)
        from tutor.sandbox.shown import plotting
        steps = sum(1 for _ in plotting.preparation(sys.argv[1]))
        fonts = sys.modules["matplotlib.font_manager"].fontManager.ttflist
        print(json.dumps({
            "steps": steps,
            "threads": threading.active_count(),
            "left": os.listdir(sys.argv[1]),
            "environment": sorted(set(os.environ) ^ set(before)),
            "foreign": [font.fname for font in fonts if "matplotlib" not in font.fname],
            "fonts": len(fonts),
            "open": sys.modules["matplotlib.pyplot"].get_fignums(),
            "walks": next(os.walk(sys.argv[1]))[0] == sys.argv[1],
        }))
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path / "nowhere")},
    )
    told = json.loads(done.stdout)
    assert told.pop("fonts") > 10
    assert told == {
        "steps": 2,
        "threads": 1,
        "left": [],
        "environment": ["MPLBACKEND", "MPLCONFIGDIR"],
        "foreign": [],
        "open": [],
        "walks": True,
    }
