"""What is said and what is denied: negations, opposites, and sentences that call something false."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from importlib.resources import files

from tutor.grading.freetext.words import Word, stem

_CUE = """
    not no never neither nor without cannot none nobody nothing nowhere hardly rarely seldom barely
    lack lacks
"""
CUES = frozenset(_CUE.split())
REACH = 6
"""Words that a negation reaches ahead, unless the clause ends before."""
_BREAK = """
    but however because so then whereas while although though and which that if when
"""
BREAKS = frozenset(_BREAK.split())

DENIAL = re.compile(
    r"""\b(?:it(?:\s+is|'s)|that(?:\s+is|'s))\s+(?:simply\s+|just\s+|completely\s+)?
          (?:false|wrong|untrue|incorrect|not\s+true|not\s+the\s+case|a\s+(?:myth|mistake|misconception|fallacy))
          \s*(?:,|that|to\b)
      | \bit\s+(?:does\s+not|doesn't|cannot)\s+(?:hold|follow|be\s+true)\b
      | \bit\s+is\s+not\s+(?:so\s+|right\s+|correct\s+)?that\b
      | \b(?:i|we)\s+(?:disagree|deny|doubt|reject)\b
      | \bcontrary\s+to\b | \bno\s+one\s+should\s+(?:say|believe)
      | \b(?:is|are|would\s+be)\s+(?:simply\s+|just\s+|completely\s+)?
          (?:false|wrong|untrue|incorrect|not\s+true|a\s+myth|a\s+misconception|nonsense)\s*[.!]?\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
FRAMED = re.compile(
    r"\b(?:some|many|most|few)?\s*(?:people|beginners|candidates|they|others|textbooks)\s+"
    r"(?:often\s+|wrongly\s+|mistakenly\s+)?(?:think|believe|say|claim|assume)\b"
    r"|\b(?:common|frequent|typical|usual)\s+(?:mistake|misconception|error|belief|myth)\b"
    r"|\b(?:wrongly|mistakenly)\b",
    re.IGNORECASE,
)
SWEEPING = re.compile(
    r"\b(?:none|nothing|not\s+one|not\s+any)\s+of\s+(?:this|these|that|the\s+(?:above|following))\b.{0,30}"
    r"\b(?:true|right|correct|holds?|hold|the\s+case)\b"
    r"|\b(?:all|everything|each)\s+(?:of\s+)?(?:this|these|that|the\s+(?:above|following))?\s*(?:is|are|was)\s+"
    r"(?:false|wrong|untrue|incorrect|a\s+lie|lies)\b"
    r"|\bthe\s+opposite\s+(?:of\s+(?:all\s+)?(?:this|that|the\s+above)\s+)?is\s+(?:true|the\s+case)\b",
    re.IGNORECASE,
)


def negated(found: Sequence[Word]) -> frozenset[str]:
    """The stems of the words that stand under a negation."""
    under: set[str] = set()
    for place, word in enumerate(found):
        if not is_cue(word):
            continue
        if (
            word.text == "not"
            and place + 1 < len(found)
            and found[place + 1].text in ("only", "just", "merely")
        ):
            continue
        reach = found[place + 1 : place + 1 + REACH]
        for each in reach:
            if each.text in BREAKS:
                break
            under ^= {each.stem} if each.carries and not is_cue(each) else set()
    return frozenset(under)


def is_cue(word: Word) -> bool:
    """Whether the word negates what follows."""
    return word.text in CUES or word.text.endswith("n't")


def denies(sentence: str) -> bool:
    """Whether a sentence calls what it says false."""
    return DENIAL.search(sentence) is not None


def framed(sentence: str) -> bool:
    """Whether a sentence reports what others believe."""
    return FRAMED.search(sentence) is not None or denies(sentence)


def sweeping(answer: str) -> bool:
    """Whether the answer takes back everything that it says."""
    return SWEEPING.search(answer) is not None


@cache
def _opposites() -> Mapping[str, frozenset[str]]:
    """The opposites of a stem, as `antonyms.txt` lists them, a pair a line."""
    found: dict[str, set[str]] = {}
    for line in files("tutor.grading.freetext").joinpath("antonyms.txt").read_text("utf-8").splitlines():
        one, other = map(stem, line.split())
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {each: frozenset(others) for each, others in found.items()}


def opposites(stem: str) -> frozenset[str]:
    """The stems that mean the opposite."""
    return _opposites().get(stem, frozenset())


def opposed(said: Collection[str], wanted: Collection[str]) -> frozenset[str]:
    """The stems that are wanted and of which the opposite is said instead."""
    opposites = _opposites()
    return frozenset(
        each
        for each in wanted
        if each not in said
        and any(other in said and other not in wanted for other in opposites.get(each, ()))
    )
