"""What a run measured, against the run before it."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from tutor.ui.widgets.few_lines import few
from tutor.ui.widgets.numbers import brief, change, seconds
from tutor.ui.widgets.run_history import PastRun
from tutor.ui.widgets.status_words import headline

GAP = "   "


class MetricsRow(Widget):
    """The run's number and time, then its metrics; a metric never breaks across lines."""

    DEFAULT_CSS = """
    MetricsRow { height: auto; width: 1fr; }
    """

    most: reactive[int] = reactive(0, layout=True)
    """Lines at most, 0 for all; the list of runs has every number."""

    def __init__(self) -> None:
        super().__init__()
        self._items: tuple[Content, ...] = ()
        self.display = False

    def show(self, run: PastRun | None, before: Mapping[str, float]) -> None:
        """This run's numbers; nothing without a run."""
        self.display = run is not None
        self._items = () if run is None else items(run, before)
        self.refresh(layout=True)

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.size.width))

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """As many lines as the items need."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[Content]:
        """Every number that there is room for, whole."""
        lines = packed(self._items, width)
        if not self.most or len(lines) <= self.most:
            return lines
        return few(packed(self._items, width - len(" … l")), self.most, width, "l")


def items(run: PastRun, before: Mapping[str, float]) -> tuple[Content, ...]:
    """What is said of a run, piece by piece."""
    result = run.result
    said = [Content.styled(f"run {run.number} · {seconds(result.elapsed_s)}", "$quiet")]
    if result.status != "ok":
        said.append(Content.assemble(("✗ ", "$wrong"), (headline(result), "$wrong")))
    for name, value in result.metrics.items():
        compared = f" ({change(value, before[name])})" if name in before else ""
        said.append(Content.assemble(f"{name} ", (brief(value), "bold"), (compared, "$quiet")))
    return tuple(said)


def packed(pieces: tuple[Content, ...], width: int) -> list[Content]:
    """The pieces in as few lines as `width` allows."""
    lines: list[Content] = []
    for piece in pieces:
        if lines and lines[-1].cell_length + len(GAP) + piece.cell_length <= width:
            lines[-1] = Content.assemble(lines[-1], GAP, piece)
        else:
            lines.append(piece)
    return lines
