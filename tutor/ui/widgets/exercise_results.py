"""What came of the code: the cases in words, or what it printed when it was tried."""

from __future__ import annotations

from collections.abc import Iterator

from textual import getters
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from tutor.grading.verdict import CaseResult, Verdict
from tutor.run import RunResult
from tutor.ui.widgets.cell_entry import CellEntry
from tutor.ui.widgets.output import explain
from tutor.ui.widgets.prose import Block, blocks
from tutor.ui.widgets.prose_view import ProseView

LINES, LONGEST = 12, 200
"""Of what was printed while the cases judged."""

NOTHING = "**F5** tries the code and shows here what it prints. **F9** hands it in: hidden cases judge it."


class ResultsPane(VerticalScroll):
    """One thing at a time: the newest run, or the newest verdict."""

    HELP = """## The results

**F5** tries the code: what it prints and draws stands here. **F9** hands it in: every case in words. Once all
pass, **m** compares your code with two solutions.
"""
    DEFAULT_CSS = """
    ResultsPane {
        scrollbar-size-vertical: 1;
        #said { padding: 0 1; }
        CellEntry { border-left: none; &:focus { border-left: none; } #head { display: none; } }
    }
    """

    said = getters.query_one("#said", ProseView)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._number = 0

    def compose(self) -> ComposeResult:
        yield ProseView(NOTHING, id="said")

    def say(self, markdown: str) -> None:
        """Say this and nothing else."""
        self._clear()
        self.said.put(markdown)

    async def begin(self, source: str) -> CellEntry:
        """The code is tried: where its events go."""
        self._clear()
        self.said.display = False
        self._number += 1
        entry = CellEntry(self._number, source)
        entry.can_focus = False
        await self.mount(entry)
        return entry

    def silent(self) -> None:
        """What was tried showed nothing."""
        self.said.put("It ran, and printed nothing; a `print` lets you look inside.")
        self.said.display = True

    def show(self, verdict: Verdict, source: str, *closing: Content) -> None:
        """Show how `source` was judged."""
        self._clear()
        self.said.put_blocks((*verdict_blocks(verdict, source), *(Block(each) for each in closing)))

    def _clear(self) -> None:
        self.query(CellEntry).remove()
        self.said.display = True
        self.scroll_home(animate=False)


def verdict_blocks(verdict: Verdict, source: str) -> Iterator[Block]:
    """The sum, the diagnosis if there is one, then case by case."""
    once = _once(verdict)
    if verdict.status == "broken":
        yield Block(explain(RunResult("error", verdict.elapsed_s, error=verdict.error), source))
    else:
        yield Block(_sum(verdict))
        if once:
            yield Block(Content(once))
    if verdict.diagnosis:
        first, *rest = blocks(verdict.diagnosis)
        yield Block(first.content, "▸ ", first_style="$here")
        yield from rest
    said = once
    for place, case in enumerate(verdict.cases):
        words = "" if case.words == once else "the same as above" if case.words == said else case.words
        yield from _case(case, words, gap=place == 0)
        said = said if case.passed else case.words
    if verdict.stdout.strip():
        yield Block(Content.styled("Printed meanwhile, at the end:", "$quiet"))
        yield Block(Content(_end(verdict.stdout)), "  ", gap=False, wraps=False)


def _sum(verdict: Verdict) -> Content:
    """How many cases pass."""
    count = len(verdict.cases)
    if verdict.status == "passed":
        return Content.styled(f"✓ all {count} cases pass" if count > 1 else "✓ it passes", "bold $right")
    return Content.styled(f"✗ {verdict.passed} of {count} cases pass", "bold $wrong")


def _once(verdict: Verdict) -> str:
    """What is said once for several cases: what ended the code, or what is wrong with all of them."""
    if verdict.error is not None:
        return verdict.error.message
    words = {case.words for case in verdict.cases}
    return words.pop() if len(verdict.cases) > 1 and len(words) == 1 else ""


def _end(printed: str) -> str:
    """The last lines of what was printed, none of them long."""
    return "\n".join(line[:LONGEST] for line in printed.rstrip().splitlines()[-LINES:])


def _case(case: CaseResult, words: str, *, gap: bool) -> Iterator[Block]:
    """A case: what it is about; if it failed the call, where it may be seen, and `words` on what is wrong."""
    glyph, style = ("✓ ", "$right") if case.passed else ("✗ ", "$wrong")
    about = Content.styled(case.says, "" if not case.passed else "$quiet")
    yield Block(about, glyph, gap=gap, first_style=style)
    if case.visible and case.call and not case.passed:
        saw = f" → {case.saw}" if case.saw and case.saw not in case.words else ""
        yield Block(Content.assemble((case.call, "on $panel"), (saw, "$quiet")), "  ", gap=False)
    if words and not case.passed:
        yield Block(Content.styled(words, "$quiet" if words != case.words else ""), "  ", gap=False)
