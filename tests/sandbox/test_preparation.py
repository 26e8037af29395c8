"""matplotlib, imported ahead of the runs."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

from tutor.run import RunRequest
from tutor.sandbox.client import Sandbox
from tutor.sandbox.forks import Forks


def test_preparation_leaves_matplotlib_in_memory_and_nothing_else(tmp_path: Path) -> None:
    code = """
        import json, os, sys, threading
        before = dict(os.environ)
        from tutor.sandbox.shown import plotting
        steps = sum(1 for _ in plotting.preparation())
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
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path / "nowhere"), "TMPDIR": str(tmp_path)},
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


async def test_a_run_finds_matplotlib_and_pandas_imported() -> None:
    sandbox = Sandbox()
    complete = asyncio.Event()
    try:
        await sandbox.start()
        assert isinstance(sandbox._spares, Forks)
        renew = sandbox._spares.on_complete
        assert renew is not None

        def renewed() -> None:
            renew()
            complete.set()

        sandbox._spares.on_complete = renewed
        await asyncio.wait_for(complete.wait(), 120)
        result = await sandbox.result(
            RunRequest("import sys\nprint({'matplotlib.pyplot', 'pandas', 'pyarrow'} & set(sys.modules))")
        )
        assert "pyplot" in result.stdout
        assert "pandas" in result.stdout
        assert "pyarrow" not in result.stdout
    finally:
        await sandbox.close()
