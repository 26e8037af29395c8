"""A text as the word pieces of BERT's uncased vocabulary (Devlin et al. 2019), which the encoder reads.

`vocab.txt` is that vocabulary, unchanged: copyright 2018 The Google AI Language Team Authors, Apache License
2.0 (`vocab.NOTICE.txt`).
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")
BEGIN, END, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
LONGEST_WORD = 100
"""Characters; a longer word is unknown."""
WORDS_FROM = 1996
"""The line of `the`: from there on the vocabulary goes from frequent to rare."""
_SMALL = """
    a an the and or but if then so of to in on at by for with from as into is are was were be been it its
    this that these those they them he she you your we our i me my s t
"""
SMALL = frozenset(_SMALL.split())
SMALL_COUNTS = 0.05
"""What a small word or a mark counts."""


@cache
def vocabulary() -> Mapping[str, int]:
    """The number of each piece."""
    lines = files("tutor.grading.freetext").joinpath("vocab.txt").read_text("utf-8").split("\n")
    return {piece: number for number, piece in enumerate(lines) if piece}


def pieces(text: str, most: int) -> list[str]:
    """The first pieces of a text."""
    found: list[str] = []
    for token in TOKEN.findall(_plain(text)):
        found += _cut(token)
        if len(found) >= most:
            break
    return found[:most]


@cache
def rarity(piece: str) -> float:
    """How much a piece tells, between 0 and 1: the logarithm of its rank among the words (Zipf's law)."""
    if piece in SMALL or not any(character.isalnum() for character in piece):
        return SMALL_COUNTS
    every = vocabulary()
    rank = max(1, every.get(piece, len(every)) - WORDS_FROM + 1)
    return math.log(1 + rank) / math.log(len(every))


def _plain(text: str) -> str:
    """Lower case without accents."""
    return "".join(
        each for each in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(each) != "Mn"
    )


@lru_cache(20_000)
def _cut(token: str) -> tuple[str, ...]:
    """A token as the longest pieces that there are, from its start."""
    return tuple(_pieces(token)) if len(token) <= LONGEST_WORD else (UNKNOWN,)


def _pieces(token: str) -> Iterator[str]:
    """The pieces; one unknown for a token that cannot be cut."""
    every, found, start = vocabulary(), list[str](), 0
    while start < len(token):
        prefix = "##" if start else ""
        end = next((end for end in range(len(token), start, -1) if prefix + token[start:end] in every), None)
        if end is None:
            yield UNKNOWN
            return
        found.append(prefix + token[start:end])
        start = end
    yield from found
