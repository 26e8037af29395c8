"""An answer, read against a rubric: its stretches, and how close each comes to the rubric's sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from tutor.grading.freetext.closeness import Closeness, closeness
from tutor.grading.freetext.integrity import bag
from tutor.grading.freetext.match import Text, prepared
from tutor.grading.freetext.odds import Traits, traits
from tutor.grading.freetext.phrases import Phrases
from tutor.grading.freetext.polarity import denies, framed, is_cue
from tutor.grading.freetext.windows import Window, windows


@dataclass(frozen=True, slots=True)
class Sense:
    """One stretch against every sentence, by meaning; between -1 and 1."""

    recall: Sequence[float]
    """Of the sentence's tokens, weighted by rarity, how near each comes to one of the stretch."""
    precision: Sequence[float]
    """The same the other way round."""
    cosine: Sequence[float]
    """Of the two as wholes."""
    whole: Sequence[float]
    """The three in one."""


class Encoder(Protocol):
    """Compares by meaning."""

    def __call__(self, stretches: Sequence[Window], phrases: Phrases) -> Sequence[Sense]:
        """Each stretch of an answer against the sentences of a rubric."""

    def recall(self, answer: str, reference: str, question: str) -> float:
        """Of the reference's tokens, by rarity, how near each comes to one of the answer; up to 1."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A window of the answer, and what it is like."""

    window: Window
    text: Text
    traits: Traits
    strung: bool
    """Words without those that make sentences."""
    denied: bool
    """It calls what it says false."""
    framed: bool
    """It reports what others believe, or denies it."""
    words: Closeness
    sense: Sense | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The whole answer."""

    phrases: Phrases
    stretches: tuple[Stretch, ...]
    negations: float
    """Negating words a sentence."""

    @property
    def sentences(self) -> tuple[Stretch, ...]:
        """The stretches that are one sentence each."""
        return tuple(each for each in self.stretches if each.window.span == "sentence")


def read(answer: str, phrases: Phrases, encode: Encoder | None = None) -> Reading:
    """Read an answer against the sentences of a rubric."""
    cut = [each for each in windows(answer) if any(word.carries for word in each.words)]
    senses: Sequence[Sense | None] = [None] * len(cut)
    if encode is not None and cut:
        senses = encode(cut, phrases)
    stretches = tuple(_stretch(window, phrases, sense) for window, sense in zip(cut, senses, strict=True))
    sentences = [each for each in stretches if each.window.span == "sentence"]
    cues = sum(is_cue(word) for each in sentences for word in each.window.words)
    return Reading(phrases, stretches, cues / len(sentences) if sentences else 0.0)


def _stretch(window: Window, phrases: Phrases, sense: Sense | None) -> Stretch:
    """One window, read."""
    text = prepared(window.words)
    return Stretch(
        window,
        text,
        traits(window.words),
        bag(window.words),
        denies(window.text),
        framed(window.text),
        closeness(text, phrases),
        sense,
    )
