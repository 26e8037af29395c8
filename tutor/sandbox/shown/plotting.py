"""matplotlib's figures as pictures: this module is the backend that `matplotlib.pyplot` finds.

A terminal of 100 columns has 100 × 60 half blocks for a picture, so figures are laid out on 100 × 60 points
with small letters, and drawn at a multiple of that to be averaged down.
"""

from __future__ import annotations

import contextlib
import importlib
import logging
import os
import sys
import tempfile
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tutor.figure import Figure, Picture
from tutor.sandbox.displays import emit
from tutor.sandbox.shown.plot_words import describe, title_of

BACKEND = f"module://{__name__}"
WIDTH, HEIGHT = 100, 60
"""Points of a picture, each one half block of a wide pane."""
PER_POINT = 3
"""Pixels along a point."""
POINT = 72
"""Points of an inch."""
LARGEST_LETTERS = 8
"""Points; larger letters leave no room for the plot."""
MOST = 24
"""Pictures of one run."""
STYLE: dict[Any, Any] = {
    "axes.formatter.limits": (-3, 4),
    "axes.labelpad": 0,
    "axes.labelsize": 7,
    "axes.linewidth": 0.8,
    "axes.titlepad": 2,
    "axes.titlesize": 7,
    "figure.constrained_layout.h_pad": 1 / POINT,
    "figure.constrained_layout.hspace": 0.0,
    "figure.constrained_layout.use": True,
    "figure.constrained_layout.w_pad": 1 / POINT,
    "figure.constrained_layout.wspace": 0.0,
    "figure.dpi": POINT,
    "figure.figsize": (WIDTH / POINT, HEIGHT / POINT),
    "figure.titlesize": 8,
    "font.size": 7,
    "legend.borderaxespad": 0.1,
    "legend.borderpad": 0.1,
    "legend.fontsize": 6,
    "legend.handlelength": 1,
    "legend.handletextpad": 0.3,
    "legend.labelspacing": 0.05,
    "lines.linewidth": 1.2,
    "lines.markersize": 2.5,
    "xtick.labelsize": 7,
    "xtick.major.pad": 1,
    "xtick.major.size": 2,
    "xtick.major.width": 0.8,
    "ytick.labelsize": 7,
    "ytick.major.pad": 1,
    "ytick.major.size": 2,
    "ytick.major.width": 0.8,
}

_titles: dict[str, int] = {}
"""How often each title was shown, because figures of one title replace each other."""


def __getattr__(name: str) -> Any:
    """`FigureCanvas`, which matplotlib asks its backend for; only then is matplotlib needed."""
    if name != "FigureCanvas":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import matplotlib
    from matplotlib.backend_bases import FigureManagerBase
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    class Window(FigureManagerBase):
        """What `plt.show()` and `figure.show()` reach."""

        def show(self) -> None:
            """Show this figure, once."""
            _show_and_close(int(self.num), self.canvas.figure)

        @classmethod
        def pyplot_show(cls, *, block: bool | None = None) -> None:  # noqa: ARG003
            """Show all open figures and close them."""
            _show_open()

    class Canvas(FigureCanvasAgg):
        """Pixels in memory."""

        manager_class = Window

    matplotlib.rcParams.update(STYLE)
    globals()["FigureCanvas"] = Canvas
    return Canvas


def connect() -> None:
    """Be the backend of whatever imports matplotlib from now on."""
    os.environ["MPLBACKEND"] = BACKEND
    if os.name == "posix" and not os.access(os.environ.get("HOME", ""), os.W_OK):
        # It insists on a folder that looks writable, and lives without one that is.
        os.environ["MPLCONFIGDIR"] = "/tmp"
        logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)


def preparation() -> Iterator[None]:
    """Import matplotlib in steps of some tenths of a second and draw once, so that runs need not.

    Its caches stay in memory. What fails fails again, with words, in the run that needs it.
    """
    connect()
    with contextlib.suppress(Exception):
        _import_fonts()
        yield
        pyplot = importlib.import_module("matplotlib.pyplot")
        yield
        figure, axes = pyplot.subplots()
        axes.plot([0, 1])
        _pixels(figure)
        pyplot.close(figure)


def _import_fonts() -> None:
    """Import what finds the fonts, and wait for the threads that it starts.

    It insists on a folder that looks writable, and lives without one that is.
    """
    environment, walk, access = dict(os.environ), os.walk, os.access
    with contextlib.ExitStack() as stack:
        folder = "/"
        with contextlib.suppress(OSError):
            folder = stack.enter_context(tempfile.TemporaryDirectory())
        os.environ.update(MPLCONFIGDIR=folder, PATH="")
        os.walk = _walk_packages  # type: ignore[assignment]
        os.access = lambda *_, **__: True
        try:
            importlib.import_module("matplotlib.font_manager")
        finally:
            os.walk, os.access = walk, access
            os.environ.clear()
            os.environ.update(environment)
    for thread in threading.enumerate():
        if thread is not threading.current_thread():
            thread.join()


def _walk_packages(top: str | Path) -> Iterator[tuple[str, list[str], list[str]]]:
    """`os.walk` for packages only: a run cannot read the system's fonts, and scanning them takes seconds."""
    if {"site-packages", "dist-packages"} & set(Path(top).parts):
        yield str(top), [], [entry.name for entry in os.scandir(top)]


def takes(value: object) -> bool:
    """Whether a value is matplotlib's, or a display around it: it is shown as picture, once, not as words."""
    if "matplotlib" not in sys.modules:
        return False
    if type(value).__module__.partition(".")[0] == "matplotlib":
        figure = getattr(value, "figure", None)
        if type(value).__name__ == "Figure" and getattr(value, "number", None) not in _open():
            _send(value)
        return figure is not None or hasattr(value, "get_children") or isinstance(value, tuple)
    if hasattr(value, "figure_") and type(value).__name__.endswith("Display"):
        return True
    if isinstance(value, list | tuple) or type(value).__name__ == "ndarray":
        items = list(getattr(value, "flat", value))[:100]  # type: ignore[call-overload]
        return any(type(each).__module__.startswith("matplotlib.") for each in items)
    return False


def finish() -> None:
    """At the end of a run: show every figure that is still open."""
    _show_open()
    _titles.clear()


def _show_open() -> None:
    """Show every open figure, each once, and close it."""
    for number, window in list(_open().items()):
        _show_and_close(number, window.canvas.figure)


def _open() -> dict[int, Any]:
    """pyplot's open figures by number."""
    pylab = sys.modules.get("matplotlib._pylab_helpers")
    return dict(pylab.Gcf.figs) if pylab is not None else {}


def _show_and_close(number: int, figure: Any) -> None:
    try:
        _send(figure)
    finally:
        sys.modules["matplotlib.pyplot"].close(number)


def _send(figure: Any) -> None:
    """Draw and send one figure; nothing is drawn while nobody looks, as in a replayed cell."""
    if emit.display is emit.nowhere:
        return
    shown, title = sum(_titles.values()), title_of(figure)
    _titles[title] = _titles.get(title, 0) + 1
    if shown < MOST:
        emit.display(picture(figure, title if _titles[title] == 1 else f"{title} ({_titles[title]})"))
    elif shown == MOST:
        print(f"({MOST} pictures are the most that one run shows; the rest is left out)")


def picture(figure: Any, title: str) -> Figure:
    """A matplotlib figure as a picture, with a sentence about it."""
    alt = describe(figure)
    rows, columns, rgb = _pixels(figure)
    return Figure(title, (Picture(rgb, rows, columns),), alt)


def _pixels(figure: Any) -> tuple[int, int, bytes]:
    """Rows, columns and RGB of a figure drawn for half blocks; only its letters stay smaller afterwards."""
    import numpy as np
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    canvas = figure.canvas if hasattr(figure.canvas, "buffer_rgba") else FigureCanvasAgg(figure)
    size, dpi = figure.get_size_inches().copy(), figure.get_dpi()
    with warnings.catch_warnings(), contextlib.ExitStack() as afterwards:
        warnings.simplefilter("ignore")
        afterwards.callback(figure.set_dpi, dpi)
        afterwards.callback(figure.set_size_inches, size)
        if any(axes.axison for axes in figure.axes) or not figure.axes:
            _lay_out(figure, afterwards)
        else:
            figure.set_dpi(PER_POINT * min(WIDTH / size[0], HEIGHT / size[1]))
        try:
            canvas.draw()
        except (ValueError, ArithmeticError):
            figure.set_layout_engine("none")
            canvas.draw()
        drawn = np.asarray(canvas.buffer_rgba())[:, :, :3]
        return drawn.shape[0], drawn.shape[1], drawn.tobytes()


def _lay_out(figure: Any, afterwards: contextlib.ExitStack) -> None:
    """Stretch a figure with axes over the whole picture, small letters, the title left to the caller."""
    from matplotlib.text import Text

    grids = [axes.get_gridspec() for axes in figure.axes if axes.get_label() != "<colorbar>"]
    grid_rows = max((grid.nrows for grid in grids if grid is not None), default=1)
    figure.set_size_inches(WIDTH / POINT, max(HEIGHT, 30 * grid_rows) / POINT)
    figure.set_dpi(POINT * PER_POINT)
    try:
        figure.set_layout_engine("constrained")
    except RuntimeError:
        # A colour bar was made for the layout before, and fits the other one only.
        figure.set_layout_engine("tight", pad=0.2)
    for text in figure.findobj(Text):
        if text.get_fontsize() > LARGEST_LETTERS:
            text.set_fontsize(LARGEST_LETTERS)
    titled = [axes for axes in figure.axes if axes.get_title()]
    if len(titled) == 1 and not figure.get_suptitle():
        afterwards.callback(titled[0].set_title, titled[0].get_title())
        titled[0].set_title("")
    elif figure.get_suptitle():
        afterwards.callback(figure.suptitle, figure.get_suptitle())
        figure.suptitle("")
