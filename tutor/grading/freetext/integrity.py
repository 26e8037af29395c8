"""What makes an answer no honest answer: nothing said, the question given back, keywords strung together …"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from tutor.grading.freetext.match import Text, prepare
from tutor.grading.freetext.polarity import denies, sweeping
from tutor.grading.freetext.windows import sentences
from tutor.grading.freetext.words import Word, words

LEAST = 3
"""Words that carry meaning, below which nothing can be judged."""
LONGEST = 5000
"""Characters that are read."""
MANY = 8
"""Words of a sentence, above which they cannot do without small ones; terse answers are short sentences."""
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
    if any(bag(words(part)) for part in sentences(answer)) or strung(said, reference):
        yield "keywords"
    elif scrambled(said, reference):
        yield "scrambled"
    if sweeping(answer):
        yield "taken-back"
    if undecided(answer):
        yield "both-ways"
    if copied and len(said.words) >= 12 and _shared(reference.pairs, said.pairs) >= 0.9:
        yield "copied"


def bag(found: Collection[Word]) -> bool:
    """Whether words are strung together: next to none of those that make sentences."""
    if len(found) < MANY:
        return False
    return sum(not word.carries for word in found) / len(found) < BAG


def strung(said: Text, reference: Text) -> bool:
    """Whether a few of the reference's words stand side by side, in an order of their own."""
    if not 4 <= len(said.words) < MANY or any(not word.carries for word in said.words):
        return False
    return _shared(said.stems, reference.stems) > 0.9 and not said.pairs & reference.pairs


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
