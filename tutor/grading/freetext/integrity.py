"""What makes an answer no honest answer: nothing said, the question given back, keywords strung together …"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from tutor.grading.freetext.match import Text, prepare
from tutor.grading.freetext.polarity import denies, sweeping
from tutor.grading.freetext.windows import sentences
from tutor.grading.freetext.words import Word, words

LEAST = 3
"""Words that carry meaning, below which nothing can be judged."""
LONGEST = 5000
"""Characters that are read."""
COPIED = 0.5
"""Share of the model answer's neighbouring words from which on it was copied; honest ones stay below 0.4."""
MANY = 8
"""Words in a row, from which on they cannot do without small ones; terse answers have marks between them."""
LONG = 12
"""Words in a row, from which on one small word among many does not make a sentence."""
_VERBS = """
    is are was were be been has have had do does did can could will would must may might
"""
VERBS = frozenset(_VERBS.split())
LISTED, LEAST_RUN, MOST_RUN = 5, 1.2, 3.4
"""So many runs of so few words each are a list of keywords; of single letters, a formula."""
BAG = 0.15
"""Share of function words below which words are strung together rather than said."""

ORDERS = re.compile(
    r"\b(?:ignore|disregard|forget)\b.{0,40}\b(?:instruction|prompt|rubric|above|previous|rule)"
    r"|(?:^|[.!?\n]\s*)(?:system|assistant|grader|developer)\s*:"
    r"|\b(?:as|dear)\s+(?:the\s+|an?\s+)?(?:ai|grader|examiner|language\s+model)\b"
    r"|\b(?:give|award|assign|grant|mark|grade|rate|score)\b.{0,40}"
    r"\b(?:full|maximum|max|highest|top|perfect)\b.{0,20}\b(?:mark|score|credit|point|grade)"
    r"|\bmark\b.{0,40}\b(?:all|every)\b.{0,20}\b(?:covered|correct|right)\b"
    r"|\ball\s+(?:key\s+)?points\s+(?:are|were|have\s+been)\s+(?:covered|made|met)\b"
    r"|\bthis\s+answer\s+(?:is|deserves|should)\b.{0,30}\b(?:correct|perfect|full|complete)\b",
    re.IGNORECASE | re.DOTALL,
)
CODE = re.compile(
    r"^\s*(?:import\s|from\s+\w+\s+import|def\s|class\s|for\s.+:$|return\b|\w+\s*=\s*\w+\()", re.MULTILINE
)


def flags(answer: str, question: Text, reference: Text, *, copied: bool = True) -> Iterator[str]:
    """What is wrong with the answer as an answer, in one word each; nothing for an honest one."""
    said = prepare(answer)
    if not said.stems:
        yield "empty"
        return
    if foreign(said.words):
        yield "language"
    if ORDERS.search(answer):
        yield "instructions"
    if code(answer):
        yield "code"
    if parroted(said, question, reference):
        yield "question"
    if keywords(answer) or strung(said, reference):
        yield "keywords"
    elif scrambled(said, reference):
        yield "scrambled"
    if sweeping(answer):
        yield "taken-back"
    if undecided(answer):
        yield "both-ways"
    if copied and len(said.words) >= 12 and _shared(reference.pairs, said.pairs) >= COPIED:
        yield "copied"


def bag(found: Sequence[Word]) -> bool:
    """Whether words are strung together: a long run without those that make sentences, or many short ones."""
    if len(found) < MANY:
        return False
    parts = list(_runs(found))
    if any(map(_unjoined, parts)):
        return True
    return len(parts) >= LISTED and LEAST_RUN <= len(found) / len(parts) <= MOST_RUN and _small(found) < BAG


def _unjoined(part: Sequence[Word]) -> bool:
    """Whether a long run has no verb among its small words, and none of these at all unless it is longer."""
    if len(part) < MANY or any(word.text in VERBS for word in part):
        return False
    return _small(part) < BAG if len(part) >= LONG else _small(part) == 0


def keywords(answer: str) -> bool:
    """Whether most of the answer is words strung together."""
    parts = [words(part) for part in sentences(answer)]
    return sum(len(part) for part in parts if bag(part)) > 0.5 * sum(map(len, parts))


def _runs(found: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """The words between marks."""
    start = 0
    for place in range(1, len(found) + 1):
        if place == len(found) or found[place].start - found[place - 1].end > 1:
            yield found[start:place]
            start = place


def _small(found: Sequence[Word]) -> float:
    """The share of function words."""
    return sum(not word.carries for word in found) / len(found)


def strung(said: Text, reference: Text) -> bool:
    """Whether a few of the reference's words stand side by side, mostly in an order of their own."""
    if not 4 <= len(said.words) < MANY or any(not word.carries for word in said.words):
        return False
    return _shared(said.stems, reference.stems) > 0.9 and _shared(said.pairs, reference.pairs) < 0.34


def scrambled(said: Text, reference: Text) -> bool:
    """Whether the reference's words are there, but hardly two of them where they belong."""
    if len(reference.stems) < 5 or _shared(reference.stems, said.stems) < 0.8:
        return False
    return _shared(reference.pairs, said.pairs) < 0.1


def parroted(said: Text, question: Text, reference: Text) -> bool:
    """Whether the answer is the question again."""
    own = said.stems - question.stems
    if len(said.stems) < LEAST or len(own) > 0.2 * len(said.stems):
        return False
    return _shared(question.pairs, said.pairs) > 0.4 and not own & reference.stems


def undecided(answer: str) -> bool:
    """Whether a sentence says what another one denies, word for word nearly."""
    parts = sentences(answer)[:30]
    read = [prepare(part) for part in parts]
    for place, one in enumerate(read):
        for later, other in enumerate(read[place + 1 :], start=place + 1):
            if len(one.stems) < 4 or not other.stems:
                continue
            common = len(one.stems & other.stems)
            same = common >= 0.8 * max(len(one.stems), len(other.stems))
            if same and (turned(one, other) or denies(parts[place]) != denies(parts[later])):
                return True
    return False


def turned(one: Text, other: Text) -> bool:
    """Whether a word that both say is negated in one of them only."""
    return any((each in one.negated) != (each in other.negated) for each in one.stems & other.stems)


def foreign(found: Collection[Word]) -> bool:
    """Whether the words hardly are English: letters of other scripts, or no small English words at all."""
    if not found:
        return False
    strange = sum(not word.text.isascii() for word in found)
    return strange > 0.3 * len(found)


def code(answer: str) -> bool:
    """Whether most lines are program text."""
    lines = [line for line in answer.splitlines() if line.strip()]
    return len(lines) >= 3 and len(CODE.findall(answer)) >= 0.4 * len(lines)


def _shared(wanted: Collection[object], said: Collection[object]) -> float:
    """The share of what is wanted that is said."""
    return sum(each in said for each in wanted) / len(wanted) if wanted else 0.0
