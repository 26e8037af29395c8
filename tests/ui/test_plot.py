"""Plots: drawn at every size and theme, without asking anyone again."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from tests.ui.fakes import WidgetApp
from tests.ui.pane import CURVES, MOONS
from tutor.charts.cells import Cells
from tutor.figure import Figure, Node, Points, Tree
from tutor.ui.theme import LIGHT
from tutor.ui.widgets import plot
from tutor.ui.widgets.chart_view import ChartView
from tutor.ui.widgets.plot import HEAVY, Plot
from tutor.ui.widgets.prose_view import ProseView

CLOUD = Figure(
    title="Many points",
    marks=(Points([float(n % 97) for n in range(HEAVY + 1)], [float(n % 89) for n in range(HEAVY + 1)]),),
    alt="A cloud.",
)
TREE = Figure(
    title="A tree",
    marks=(Tree(Node("root", tuple(Node(f"leaf {number}") for number in range(40)))),),
    alt="Forty leaves.",
)


def text(shown: Plot) -> str:
    """What the plot draws, plain."""
    return "\n".join(shown.render_line(y).text for y in range(shown.size.height))


async def test_a_figure_is_drawn_at_exactly_the_size_there_is() -> None:
    shown = Plot((CURVES,))
    async with WidgetApp(shown).run_test(size=(60, 16)) as pilot:
        await pilot.pause()
        assert "Accuracy against leaves" in text(shown)
        for width, height in ((100, 30), (41, 13), (3, 2)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            strips = [shown.render_line(y) for y in range(shown.size.height)]
            assert {strip.cell_length for strip in strips} == {shown.size.width}


async def test_another_theme_repaints_without_drawing_again(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[object] = []
    draw = plot.draw

    def counting(figures: tuple[Figure, ...], width: int, height: int, *, color: bool) -> Cells:
        drawn.append(figures)
        return draw(figures, width, height, color=color)

    monkeypatch.setattr(plot, "draw", counting)
    shown = Plot((CURVES,))
    app = WidgetApp(shown)
    async with app.run_test(size=(60, 16)) as pilot:
        await pilot.pause()
        before = [shown.render_line(y) for y in range(16)]
        drawn.clear()
        app.theme = LIGHT
        await pilot.pause()
        after = [shown.render_line(y) for y in range(16)]
        assert before != after
        assert [strip.text for strip in before] == [strip.text for strip in after]
        assert not drawn


async def test_several_figures_stand_side_by_side_or_one_at_a_time() -> None:
    view = ChartView()
    async with WidgetApp(view).run_test(size=(100, 20)) as pilot:
        view.show((CURVES, MOONS))
        await pilot.pause()
        assert "Accuracy" in text(view.plot)
        assert "pruned tree" in text(view.plot)
        assert not view.place.display
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert "pruned tree" not in text(view.plot)
        assert "1 of 2" in str(view.place.content)
        view.action_next_figure()
        await pilot.pause()
        assert "pruned tree" in text(view.plot)
        assert "2 of 2" in str(view.place.content)
        await pilot.click(view.place)
        await pilot.pause()
        assert "1 of 2" in str(view.place.content)


async def test_a_heavy_figure_is_drawn_aside_while_the_old_one_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    held = asyncio.Event()
    direct = asyncio.to_thread

    async def later(work: object, *args: Sequence[object], **options: object) -> object:
        await held.wait()
        return await direct(work, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(asyncio, "to_thread", later)
    shown = Plot((CURVES,))
    app = WidgetApp(shown)
    async with app.run_test(size=(60, 16)) as pilot:
        await pilot.pause()
        shown.figures = (CLOUD,)
        await pilot.pause()
        assert "Accuracy" in text(shown)
        held.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Many points" in text(shown)


async def test_a_long_tree_can_be_scrolled_to_its_end() -> None:
    view = ChartView()
    async with WidgetApp(view).run_test(size=(60, 16)) as pilot:
        view.show((TREE,))
        await pilot.pause()
        assert view.plot.size.height > 40
        assert "leaf 39" in text(view.plot)
        view.canvas.focus()
        await pilot.press("end")
        await pilot.pause()
        assert view.canvas.scroll_offset.y == view.canvas.max_scroll_y > 0


async def test_without_colour_the_chart_says_it_by_shape(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    shown = Plot((CURVES,))
    async with WidgetApp(shown).run_test(size=(60, 16)) as pilot:
        await pilot.pause()
        plain = text(shown)
    monkeypatch.delenv("NO_COLOR")
    shown = Plot((CURVES,))
    async with WidgetApp(shown).run_test(size=(60, 16)) as pilot:
        await pilot.pause()
        assert text(shown) != plain


async def test_labels_are_never_markup() -> None:
    figure = Figure(
        title="[b]bold?[/b]", marks=(Points([0, 1], [0, 1], "[@click=app.quit]x[/]"),), alt="[i]no[/i]"
    )
    view = ChartView()
    async with WidgetApp(view).run_test(size=(70, 16)) as pilot:
        view.show((figure,))
        await pilot.pause()
        assert "[b]bold?[/b]" in text(view.plot)
        assert "[i]no[/i]" in "".join(each.render().plain for each in view.words.query(ProseView))
