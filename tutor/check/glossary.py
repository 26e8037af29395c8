"""The glossary: every term that prose marks is in it, and what it says of lessons is so."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.check.problem import Problem, problem_of
from tutor.check.texts import marks
from tutor.course.errors import ContentError, nearest
from tutor.course.glossary import FILE, read_glossary, read_term, tables
from tutor.course.model import Course


def check_glossary(course: Course) -> Iterator[Problem]:
    """Problems of the glossary and of the marks."""
    try:
        glossary = read_glossary(course.root)
        for table in tables(course.root) if (course.root / FILE).is_file() else ():
            lesson = read_term(table).lesson
            if lesson and lesson not in course.lessons:
                hint = nearest(lesson, course.lessons)
                yield problem_of(table.fault("lesson", f"no lesson is called {lesson!r}{hint}"))
    except ContentError as fault:
        yield problem_of(fault)
        return
    names = [name for term in glossary.terms for name in term.names]
    for mark, file, line in marks(course.root):
        if glossary.find(mark.term) is None:
            hint = nearest(mark.term, names) or f"; add it to {FILE}"
            yield Problem(file, line, f"the glossary has no term {mark.term!r}{hint}")
