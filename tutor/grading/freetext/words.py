"""A text as words: normalised, stemmed, each with its place, so that what was found can be quoted."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

WORD = re.compile(r"[^\W\d_]+\d*(?:['’][^\W\d_]+)?|\d+(?:[.,]\d+)?")

_SMALL = """
    a an the and or but if then so of to in on at by for with from as into onto over under about
    between is are was were be been being am do does did done doing have has had having will would
    shall should can could may might must it its this that these those they them their there here he
    she him her his you your we us our i me my mine myself itself themselves who whom whose which
    what when where why how than too very just also again some any each every other such only own
    because while during both all up down out off s t re ve ll d m not no nor don isn aren doesn
    didn won can't get gets got let lets make makes made thing things something like really actually
    basically well okay ok say says said one ones use used uses using
"""
FUNCTION = frozenset(_SMALL.split())
"""Words that carry no point; the negations among them are read by `polarity`."""

SPELLINGS = (
    (re.compile(r"is(e|ed|es|er|ers|ing|ation|ations)$"), r"iz\1"),
    (re.compile(r"(mod|lab|canc|trav)ell"), r"\1el"),
    (re.compile(r"our(s|ed|ing|able|ite|ites)?$"), r"or\1"),
    (re.compile(r"ys(e|ed|es|ing)$"), r"yz\1"),
)
"""British to American, roughly: both sides of a comparison go through the same mill."""

NUMBERS = {"zero": "0", "two": "2", "three": "3", "four": "4", "five": "5", "ten": "10", "half": "0.5"}

_STEMMER = snowballstemmer.stemmer("english")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, its stem, and where it stands in the text."""

    text: str
    stem: str
    start: int
    end: int

    @property
    def carries(self) -> bool:
        """Whether it carries meaning."""
        return self.text not in FUNCTION


def words(text: str) -> tuple[Word, ...]:
    """The words of `text` in order; compatibility forms are read as what they look like."""
    plain = text.lower() if text.isascii() else "".join(map(_same_length, text)).lower()
    return tuple(
        Word(found[0].replace("’", "'"), stem(found[0]), found.start(), found.end())
        for found in WORD.finditer(plain)
    )


def stems(text: str) -> tuple[str, ...]:
    """The stems of the words that carry meaning."""
    return tuple(word.stem for word in words(text) if word.carries)


@lru_cache(20_000)
def stem(word: str) -> str:
    """The stem of a lower-case word; a number stays a number."""
    word = NUMBERS.get(word, word).replace("’", "'").removesuffix("'s")
    if word[0].isdigit():
        return word.replace(",", ".")
    for pattern, replacement in SPELLINGS:
        if len(word) > 4:
            word = pattern.sub(replacement, word)
    return str(_STEMMER.stemWord(word))


def _same_length(character: str) -> str:
    """The character's plain form if it is one character as well, so that places stay right."""
    plain = unicodedata.normalize("NFKC", character)
    return (
        plain
        if len(plain) == 1 and len(plain.lower()) == 1
        else character
        if len(character.lower()) == 1
        else " "
    )
