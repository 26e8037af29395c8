"""Each mark as it looks, in the smallest full size and at ease."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.charts.samples import FIGURES
from tutor.charts import preferred_height, render, render_panels, to_text


@pytest.mark.parametrize("name", FIGURES)
def test_plain(name: str, golden: Callable[[str, str], None]) -> None:
    small = to_text(render(FIGURES[name], 40, 12, color=False))
    large = to_text(render(FIGURES[name], 64, preferred_height(FIGURES[name], 64), color=False))
    golden(name, f"{small}\n{large}")


@pytest.mark.parametrize("name", ["regions", "lines", "matrix", "points"])
def test_color(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"{name}_color", to_text(render(FIGURES[name], 40, 12), ansi=True))


def test_panels(golden: Callable[[str, str], None]) -> None:
    pair = (FIGURES["regions"], FIGURES["lines"])
    beside = to_text(render_panels(pair, 80, 14, color=False))
    under = to_text(render_panels(pair, 60, 28, color=False))
    alone = to_text(render_panels(pair, 60, 14, color=False))
    golden("panels", f"{beside}\n{under}\n{alone}")
