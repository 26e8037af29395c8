"""The glossary: every term in one sentence, found by typing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tutor.course.glossary import Glossary, Term
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.prose import Block, inline
from tutor.ui.widgets.prose_view import ProseView


class SearchField(Input):
    """A field whose arrows move through what was found."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "next term", key_display="↓", show=False, tooltip="The next term"),
        Binding("up", "move(-1)", "term before", key_display="↑", show=False, tooltip="The term before"),
    ]

    @dataclass
    class Moved(Message):
        """Go so many rows down."""

        rows: int

    def action_move(self, rows: int) -> None:
        """Ask for another row."""
        self.post_message(self.Moved(rows))


class GlossaryScreen(ModalScreen[str | None]):
    """Terms on the left or above, the marked one explained; dismissed with a lesson to open, or None."""

    HELP = """\
    # The glossary

    Type to search; **↑ ↓** go through the terms. **F2** opens the lesson about the marked one,
    **Esc** goes back. Terms of the step you came from stand first.
    """
    CSS_PATH = "glossary.tcss"
    BINDING_GROUP_TITLE = "Glossary"
    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f2",
            "lesson",
            "its lesson",
            key_display="F2",
            id="glossary-lesson",
            tooltip="Open the lesson about this term",
        ),
        Binding("escape", "dismiss", "back", key_display="esc", id="glossary-back", tooltip="Back"),
    ]

    options = getters.query_one(OptionList)
    meaning = getters.query_one(ProseView)

    def __init__(
        self,
        glossary: Glossary,
        lesson: Callable[[str], tuple[str, bool]],
        *,
        here: tuple[Term, ...] = (),
        at: Term | None = None,
    ) -> None:
        """`lesson` gives the title of a lesson and whether it can be opened; the terms `here` come first."""
        super().__init__()
        self._terms = tuple(dict.fromkeys((*here, *glossary.terms)))
        self._here = frozenset(each.term for each in here)
        self._lesson = lesson
        self._at = at or next(iter(here), None)
        self._found: tuple[Term, ...] = ()

    def compose(self) -> ComposeResult:
        """A field, the terms, what the marked one means."""
        with Vertical() as box:
            box.border_title = "Glossary"
            yield SearchField(placeholder="Type to search")
            yield OptionList()
            yield ProseView()
        yield KeyLine()

    def on_mount(self) -> None:
        """All terms, the first of the step marked."""
        self.options.can_focus = False
        self._fill("")
        if self._at in self._found:
            self.options.highlighted = self._found.index(self._at)

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """A lesson that is not written cannot be opened."""
        if action == "lesson":
            term = self._marked
            return term is not None and bool(term.lesson) and self._lesson(term.lesson)[1]
        return True

    @on(SearchField.Moved)
    def _move(self, event: SearchField.Moved) -> None:
        event.stop()
        if self._found:
            place = (self.options.highlighted or 0) + event.rows
            self.options.highlighted = max(0, min(len(self._found) - 1, place))

    def action_lesson(self) -> None:
        """To the lesson about the marked term."""
        if self._marked is not None:
            self.dismiss(self._marked.lesson)

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        self._fill(event.value)

    @on(Input.Submitted)
    def _enough(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(None)

    @on(OptionList.OptionHighlighted)
    def _explain(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._say()

    @property
    def _marked(self) -> Term | None:
        """The term that is explained."""
        place = self.options.highlighted
        return self._found[place] if place is not None and place < len(self._found) else None

    def _fill(self, query: str) -> None:
        """List what matches: names that begin so, then names, then sentences that hold the words."""
        self._found = matching(self._terms, query)
        self.options.set_options(Option(self._row(each)) for each in self._found)
        self.options.highlighted = 0 if self._found else None
        self._say()

    def _row(self, term: Term) -> Content:
        """A term in the list; those of the step carry a mark."""
        return Content.assemble(("▸ ", "$here") if term.term in self._here else "  ", term.term)

    def _say(self) -> None:
        """What the marked term means."""
        term = self._marked
        if term is None:
            self.meaning.put_blocks((Block(Content.styled("Nothing is called so.", "$quiet")),))
        else:
            self.meaning.put_blocks(self._said(term))
        self.refresh_bindings()

    def _said(self, term: Term) -> tuple[Block, ...]:
        """Name, sentence, formula, lesson."""
        also = f"   also: {', '.join(term.also)}" if term.also else ""
        said = [
            Block(Content.assemble((term.term, "bold"), (also, "$quiet"))),
            Block(inline(term.sentence), gap=False),
        ]
        if term.formula:
            said.append(Block(Content.styled(term.formula, "$here"), first="  ", gap=False))
        if term.lesson:
            title, opens = self._lesson(term.lesson)
            more = "" if opens else " (not written yet)"
            said.append(Block(Content.styled(f"Lesson {title}{more}", "$quiet"), gap=False))
        return tuple(said)


def matching(terms: tuple[Term, ...], query: str) -> tuple[Term, ...]:
    """The terms that a query finds, the nearest first; all for an empty one."""
    words = " ".join(query.split()).casefold()
    if not words:
        return terms

    def rank(term: Term) -> int:
        """0 for a name that begins so, 1 for one that holds the words, 2 for a sentence, 3 for none."""
        names = [name.casefold() for name in term.names]
        if any(name.startswith(words) for name in names):
            return 0
        if any(words in name for name in names):
            return 1
        return 2 if words in term.sentence.casefold() else 3

    return tuple(sorted((each for each in terms if rank(each) < 3), key=rank))
