"""matplotlib's figures as pictures."""

from __future__ import annotations

import textwrap

import pytest

from tests.sandbox.conftest import Play
from tutor.figure import Figure, Picture
from tutor.run import RunResult

pytestmark = pytest.mark.asyncio(loop_scope="session")

IMPORTS = "import numpy as np\nimport matplotlib.pyplot as plt\n"
WALL_S = 60.0


async def plot(play: Play, source: str, session: str | None = None) -> RunResult:
    result = await play(IMPORTS + textwrap.dedent(source), session=session, wall_s=WALL_S)
    assert result.status == "ok", result.error
    return result


def pixels(figure: Figure) -> Picture:
    (mark,) = figure.marks
    assert isinstance(mark, Picture)
    return mark


def ink(picture: Picture) -> float:
    """The share of bytes that are not white."""
    return sum(value < 128 for value in picture.rgb) / len(picture.rgb)


async def test_show_shows_every_open_figure_once_and_closes_it(play: Play) -> None:
    result = await plot(
        play,
        """
        for number in (1, 2):
            plt.figure()
            plt.plot([0, 1, 2], [0, number, 4], label="score")
            plt.title(f"Plot {number}")
            plt.xlabel("depth")
        plt.show()
        print(plt.get_fignums())
        plt.show()
        plt.plot([1, 2])
        """,
    )
    assert result.stdout == "[]\n"
    assert result.stderr == ""
    assert [figure.title for figure in result.figures] == ["Plot 1", "Plot 2", "Figure 1"]
    assert "depth from -0.1 to 2.1" in result.figures[0].alt
    assert "score rises from 0 at 0 to 4 at 2" in result.figures[0].alt
    picture = pixels(result.figures[0])
    assert (picture.columns, picture.rows) == (300, 180)
    assert 0.01 < ink(picture) < 0.5


async def test_one_figure_is_shown_once_however_it_is_shown(play: Play) -> None:
    sources = (
        "fig, ax = plt.subplots(); ax.bar(['a'], [1]); fig.tight_layout(); fig.show()",
        "import matplotlib; matplotlib.use('Agg'); fig, _ = plt.subplots(); plt.show()",
        "from matplotlib.figure import Figure\nfig = Figure(); fig.subplots().plot([1, 2]); fig",
        "from sklearn.metrics import ConfusionMatrixDisplay as D\nD.from_predictions([0, 1], [1, 1])",
        "plt.hist(np.arange(10))",
        "fig, ax = plt.subplots(); ax.scatter([1], [2]); fig",
    )
    for source in sources:
        result = await plot(play, source)
        assert len(result.figures) == 1, source
        assert (result.stdout, result.stderr) == ("", ""), source


async def test_figures_of_one_title_do_not_replace_each_other(play: Play) -> None:
    result = await plot(play, "for _ in range(3):\n    plt.plot([1, 2]); plt.title('same'); plt.show()")
    assert [figure.title for figure in result.figures] == ["same", "same (2)", "same (3)"]


async def test_a_flood_of_figures_is_cut(play: Play) -> None:
    result = await plot(play, "for _ in range(30):\n    plt.figure(); plt.show()")
    assert len(result.figures) == 24
    assert "24 pictures are the most" in result.stdout


async def test_a_drawing_without_axes_keeps_its_shape(play: Play) -> None:
    result = await plot(
        play,
        """
        from sklearn.tree import DecisionTreeClassifier, plot_tree
        plt.figure(figsize=(10, 8))
        plot_tree(DecisionTreeClassifier().fit([[0], [1]], [0, 1]));
        """,
    )
    picture = pixels(result.figures[0])
    assert (picture.columns, picture.rows) == (225, 180)
    assert "A drawing without axes" in result.figures[0].alt


async def test_figures_before_an_error_are_seen(play: Play) -> None:
    result = await play(f"{IMPORTS}plt.plot([1, 2])\n1 / 0", wall_s=WALL_S)
    assert result.status == "error"
    assert len(result.figures) == 1


async def test_a_replayed_cell_does_not_show_its_figures_again(play: Play) -> None:
    await plot(play, "plt.plot([1, 2]); plt.title('first')", session="plots")
    result = await plot(play, "plt.plot([2, 1]); plt.title('second')", session="plots")
    assert [figure.title for figure in result.figures] == ["second"]


async def test_odd_figures_are_drawn(play: Play) -> None:
    result = await plot(
        play,
        """
        plt.figure()
        plt.subplots(3, 3)
        plt.figure(); plt.imshow(np.eye(3)); plt.colorbar()
        plt.figure(); plt.plot([np.nan], [np.nan]); plt.yscale("log"); plt.suptitle("odd")
        plt.figure(); plt.text(0, 0, "$\\\\alpha$")
        plt.figure(); plt.axes(projection="polar")
        plt.figure(); plt.axes(projection="3d")
        """,
    )
    assert len(result.figures) == 7
    assert result.figures[3].title == "odd"
