"""The glossary terms of a lesson as plain text."""

from __future__ import annotations

from tutor.course.glossary import Glossary, Term
from tutor.course.model import Lesson
from tutor.course.plain_prose import stripped, wrapped


def plain_terms(lesson: Lesson, glossary: Glossary) -> str:
    """Each term that the lesson marks with its sentence and formula; empty if it marks none."""
    texts = [each.prose for each in lesson.steps]
    texts += [text for each in lesson.questions for text in (each.stem, each.explain)]
    terms = [_term(each) for each in glossary.met(texts)]
    return "\n\n".join(("Terms", *terms)) + "\n" if terms else ""


def _term(term: Term) -> str:
    """A term, its sentence, its formula."""
    said = wrapped(f"{term.term}: {stripped(term.sentence)}")
    return f"{said}\n    {term.formula}" if term.formula else said
