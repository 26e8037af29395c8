"""A table of words, scrolled by keys and mouse."""

from __future__ import annotations

from rich.text import Text
from textual.widgets import DataTable

from tutor.figure import Table


def cell(text: str, *, style: str = "") -> Text:
    """A table cell: never markup; numbers stand on the right."""
    try:
        float(text.replace("−", "-").replace(",", ""))
    except ValueError:
        return Text(text, style)
    return Text(text, style, justify="right")


class TableView(DataTable[Text]):
    """A table to read."""

    DEFAULT_CSS = """
    TableView { height: 1fr; background: transparent; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, cursor_type="row", zebra_stripes=False)

    def show(self, table: Table) -> None:
        """Replace everything."""
        self.clear(columns=True)
        for name in table.columns:
            self.add_column(Text(name))
        for row in table.rows:
            self.add_row(*(cell(text) for text in row))
