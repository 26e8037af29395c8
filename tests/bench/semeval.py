"""SciEntsBank and Beetle (SemEval-2013 task 7, CC BY-SA): short answers to questions of school science."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import numpy as np

from tests.bench.measures import correlation, weighted_f1
from tutor.grading.freetext.reading import Encoder
from tutor.grading.freetext.reference import Likeness, against_reference

TESTS = (
    ("SciEntsBank unseen questions", "sciEntsBank/test-unseen-questions"),
    ("SciEntsBank unseen domains", "sciEntsBank/test-unseen-domains"),
    ("Beetle unseen questions", "beetle/test-unseen-questions"),
)
CONTRARY = frozenset({"contradicts", "denied"})
"""Flags that say that the answer contradicts its reference."""
MOST = 1500
"""Answers of a part that are looked at."""


@dataclass(frozen=True, slots=True)
class Graded:
    """A student's answer, its references, and what a teacher called it."""

    question: str
    references: tuple[str, ...]
    answer: str
    label: str


def graded(archive: Path, folder: str, ways: int) -> Iterator[Graded]:
    """The answers under a folder of the archive, labelled in two or three ways."""
    root, _, part = folder.partition("/")
    path = f"training/{ways}way/{root}" if part == "train" else f"test/{ways}way/{folder}"
    with ZipFile(archive) as files:
        for name in sorted(files.namelist()):
            if not name.startswith(f"{path}/") or not name.endswith(".xml"):
                continue
            tree = ElementTree.fromstring(files.read(name))
            question = (tree.findtext(".//questionText") or "").strip()
            references = tuple((each.text or "").strip() for each in tree.iter("referenceAnswer"))
            for each in tree.iter("studentAnswer"):
                yield Graded(question, references, (each.text or "").strip(), each.get("accuracy", ""))


def best(item: Graded, encode: Encoder | None) -> Likeness:
    """The likeness to the reference that is most alike."""
    every = [against_reference(item.question, each, item.answer, encode) for each in item.references]
    return max(every, key=lambda found: found.score)


def drawn(archive: Path, folder: str, ways: int) -> list[Graded]:
    """At most `MOST` answers of a part, the same ones every time."""
    found = list(graded(archive, folder, ways))
    return found if len(found) <= MOST else random.Random(0).sample(found, MOST)


def threshold(archive: Path, encode: Encoder | None) -> float:
    """The score from which on an answer is called correct: the best on the training part of SciEntsBank."""
    rows = drawn(archive, "sciEntsBank/train", 2)
    scores = np.array([best(row, encode).score for row in rows])
    truth = [row.label for row in rows]

    def quality(cut: float) -> float:
        return weighted_f1(truth, _two(scores, cut))

    return float(max(np.arange(0.2, 0.8, 0.02), key=quality))


def report(archive: Path, encode: Encoder | None) -> Iterator[str]:
    """What is measured on each part, a line each."""
    cut = threshold(archive, encode)
    for title, folder in TESTS:
        rows = drawn(archive, folder, 3)
        found = [best(row, encode) for row in rows]
        scores = np.array([each.score for each in found])
        right = [row.label == "correct" for row in rows]
        two = weighted_f1(["correct" if each else "incorrect" for each in right], _two(scores, cut))
        three = weighted_f1(
            [row.label for row in rows],
            [
                "contradictory" if CONTRARY & set(each.flags) else word
                for each, word in zip(found, _two(scores, cut), strict=True)
            ],
        )
        r = correlation(scores, np.array(right, float))
        yield f"  {title}: 2-way weighted F1 {two:.3f}, 3-way {three:.3f}, r {r:.3f}  ({len(rows)} answers)"


def _two(scores: Sequence[float] | np.ndarray[tuple[int], np.dtype[np.float64]], cut: float) -> list[str]:
    """Correct or not."""
    return ["correct" if score >= cut else "incorrect" for score in scores]
