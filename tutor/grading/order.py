"""The order in which a question's options are shown."""

from __future__ import annotations

import random
import re

from tutor.course.model import Numeric, Question

_REFERS = re.compile(
    r"\b(all|none|both|neither|either)\b.*\b(above|below|these|those|them|others)\b|^(both|neither|all|none)\b",
    re.I,
)


def shown_order(question: Question, seed: int) -> tuple[int, ...]:
    """Places of the options as shown: shuffled by `seed` unless order matters or one refers to others."""
    if isinstance(question, Numeric):
        return ()
    places = list(range(len(question.choices)))
    if not question.keep_order and not any(_REFERS.search(each.text) for each in question.choices):
        random.Random(f"{seed}:{question.id}").shuffle(places)
    return tuple(places)
