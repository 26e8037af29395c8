"""All that a rubric says, as sentences to compare an answer with, read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, TypeAlias

from tutor.course.rubric import Rubric
from tutor.grading.freetext.alike import alike
from tutor.grading.freetext.match import ASKED, Text, prepare
from tutor.grading.freetext.rarity import rarity

Role: TypeAlias = Literal["makes", "misses", "believes", "refutes"]
"""Whether a sentence makes a point, sounds like it only, voices a misconception, or knows better."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence of the rubric."""

    role: Role
    owner: str
    """The id of the point or the misconception."""
    words: str
    text: Text


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """The sentences of a rubric, and where each of their words occurs."""

    question: str
    every: tuple[Phrase, ...]
    asked: frozenset[str]
    """The stems of the question."""
    weights: Mapping[str, float]
    """What each stem of the sentences counts."""
    totals: tuple[float, ...]
    """The sum of these weights over each sentence."""
    places: Mapping[str, Sequence[int]]
    """The sentences, by number, in which a stem occurs."""
    owned: Mapping[tuple[Role, str], tuple[int, ...]]
    """The sentences of a role and an owner."""
    _near: dict[str, tuple[tuple[str, float], ...]] = field(default_factory=dict)

    def of(self, role: Role, owner: str) -> tuple[int, ...]:
        """The numbers of the sentences of one owner in one role."""
        return self.owned.get((role, owner), ())

    def others(self, role: Role, owner: str) -> tuple[int, ...]:
        """The numbers of the sentences in this role that belong to somebody else."""
        return tuple(
            number
            for (its_role, its_owner), numbers in self.owned.items()
            if its_role == role and its_owner != owner
            for number in numbers
        )

    def near(self, stem: str) -> tuple[tuple[str, float], ...]:
        """The stems of the sentences that are like this one, and how much."""
        found = self._near.get(stem)
        if found is None:
            found = tuple((each, like) for each in self.weights if (like := alike(stem, each)) > 0)
            self._near[stem] = found
        return found

    def weight(self, stem: str) -> float:
        """What a stem counts, of the sentences or not."""
        return self.weights[stem] if stem in self.weights else _weight(stem, self.asked)


@lru_cache(128)
def phrases(rubric: Rubric) -> Phrases:
    """The sentences of a rubric."""
    asked = prepare(rubric.question).stems
    every = tuple(_every(rubric))
    places: defaultdict[str, list[int]] = defaultdict(list)
    owned: defaultdict[tuple[Role, str], list[int]] = defaultdict(list)
    for number, phrase in enumerate(every):
        owned[phrase.role, phrase.owner].append(number)
        for stem in phrase.text.stems:
            places[stem].append(number)
    weights = {stem: _weight(stem, asked) for stem in sorted(places)}
    totals = tuple(sum(weights[stem] for stem in phrase.text.stems) for phrase in every)
    return Phrases(
        rubric.question,
        every,
        asked,
        weights,
        totals,
        places,
        {key: tuple(numbers) for key, numbers in owned.items()},
    )


def _every(rubric: Rubric) -> Iterator[Phrase]:
    """The sentences in order."""
    for point in rubric.points:
        yield from _read("makes", point.id, point.sayings)
        yield from _read("misses", point.id, point.contraries)
    for belief in rubric.misconceptions:
        yield from _read("believes", belief.id, belief.sayings)
        yield from _read("refutes", belief.id, belief.denials)


def _read(role: Role, owner: str, sentences: Sequence[str]) -> Iterator[Phrase]:
    """Sentences of one owner."""
    return (Phrase(role, owner, sentence, prepare(sentence)) for sentence in sentences)


def _weight(stem: str, asked: frozenset[str]) -> float:
    """What a word counts; repeating the question tells little."""
    return rarity(stem) * (ASKED if stem in asked else 1.0)
