"""A course as a value: enough units and lessons to show every state of the road."""

from __future__ import annotations

from pathlib import Path

from tutor.course.road import Course, LessonSummary, Unit
from tutor.learner.store import Record

UNITS = {
    "Orientation and careers": ["Rules versus learning", "What an engineer does", "Tools"],
    "Python and numpy foundations": ["The Python you need", "Shapes and axes"],
    "Trees, neighbours, Bayes, margins": ["How a tree is grown", "Less tree, same or better", "Forests"],
    "Evaluation": ["Accuracy and its traps", "Cross-validation"],
}
PLANNED = {"forests", "shapes-and-axes", "the-python-you-need", "cross-validation"}
REQUIRES = {"less-tree,-same-or-better": ("how-a-tree-is-grown",), "tools": ("what-an-engineer-does",)}
PROBLEM = (
    "u07_evaluation/accuracy_and_its_traps/lesson.toml:12: questions.0.kind: is 'singel'; write 'single'"
)


def road_course(*, broken: bool = False) -> Course:
    """Four units; with `broken`, one lesson cannot be opened."""
    units: list[Unit] = []
    lessons: dict[str, LessonSummary] = {}
    for number, (title, names) in enumerate(UNITS.items(), start=1):
        ids = [name.lower().replace(" ", "-") for name in names]
        units.append(Unit(f"u{number:02}", title, tuple(ids)))
        for place, (name, lesson) in enumerate(zip(names, ids, strict=True), start=1):
            faulty = broken and lesson == "accuracy-and-its-traps"
            planned = lesson in PLANNED
            lessons[lesson] = LessonSummary(
                id=lesson,
                title=name,
                unit=f"u{number:02}",
                status="planned" if planned else "broken" if faulty else "written",
                number=f"{number}.{place}",
                minutes=0 if planned or faulty else 20,
                requires=REQUIRES.get(lesson, ()),
                steps=0 if planned or faulty else 9,
                problem=PROBLEM if faulty else "",
            )
    return Course("From nothing to hired", Path("nowhere"), tuple(units), lessons)


def some_progress(record: Record) -> None:
    """One lesson done, one begun, a bookmark and a note."""
    record.append("lesson-opened", {"lesson": "rules-versus-learning"})
    record.append("lesson-done", {"lesson": "rules-versus-learning"})
    record.append("lesson-opened", {"lesson": "how-a-tree-is-grown"})
    record.append("step-reached", {"lesson": "how-a-tree-is-grown", "step": "run-tree", "index": 3})
    record.append("bookmarked", {"lesson": "rules-versus-learning", "step": "why-rules-break", "on": True})
    record.append(
        "noted",
        {"lesson": "how-a-tree-is-grown", "step": "run-tree", "text": "Ask [why] gini\nand not error"},
    )
