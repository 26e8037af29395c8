"""The glossary: each term of the course in one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tutor.course.errors import ContentError
from tutor.course.fields import NAME, SHAPE, Fields, read_fields
from tutor.course.terms import marked, spaced

FILE = "glossary.toml"


@dataclass(frozen=True, slots=True)
class Term:
    """A term in one sentence, its formula in plain text, and the lesson about it."""

    term: str
    sentence: str
    formula: str = ""
    lesson: str = ""
    also: tuple[str, ...] = ()
    """Other words for it, such as the plural."""

    @property
    def names(self) -> tuple[str, ...]:
        """All words for it."""
        return (self.term, *self.also)


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms in alphabetical order, found by any of their names."""

    terms: tuple[Term, ...] = ()
    _named: dict[str, Term] = field(default_factory=dict, repr=False)

    def find(self, text: str) -> Term | None:
        """The term called so, whatever its capitals."""
        return self._named.get(spaced(text).casefold())

    def met(self, texts: Iterable[str]) -> Iterator[Term]:
        """The terms that these texts mark, each once, in the order in which they come."""
        found = (self.find(each.term) for text in texts for each in marked(text))
        yield from dict.fromkeys(each for each in found if each is not None)


def read_glossary(root: Path) -> Glossary:
    """The glossary of the course in `root`, empty without a file; raises ContentError."""
    if not (root / FILE).is_file():
        return Glossary()
    named: dict[str, Term] = {}
    terms = []
    for table in tables(root):
        term = read_term(table)
        for name in term.names:
            if spaced(name).casefold() in named:
                raise _taken(table, name)
            named[spaced(name).casefold()] = term
        terms.append(term)
    return Glossary(tuple(sorted(terms, key=lambda each: each.term.casefold())), named)


def tables(root: Path) -> list[Fields]:
    """The tables of the glossary; raises ContentError."""
    return read_fields(root / FILE).only("format_version", "terms").tables("terms")


def read_term(table: Fields) -> Term:
    """One term; raises ContentError."""
    table.only("term", "sentence", "formula", "lesson", "also")
    return Term(
        term=table.text("term"),
        sentence=table.text("sentence"),
        formula=table.text("formula", ""),
        lesson=table.name("lesson", NAME, SHAPE) if table.has("lesson") else "",
        also=table.texts("also"),
    )


def _taken(table: Fields, name: str) -> ContentError:
    """The error that two terms go by one name."""
    return table.fault("term", f"{name!r} is the name of another term too; drop one")
