"""What the form of an answer lacks, in sentences: the parts of a story, the right words for each listener."""

from __future__ import annotations

from tutor.interview.forms import AUDIENCES, parted
from tutor.interview.jargon import exact_enough, meter, plain_enough
from tutor.interview.star import structure


def remarks(form: str, text: str) -> tuple[str, ...]:
    """The remarks on an answer of this form; none for forms without a structure of their own."""
    match form:
        case "star":
            return structure(text).lints
        case "two-audiences":
            engineer, client = parted(AUDIENCES, text)
            return (*exact_enough(meter(engineer)), *plain_enough(meter(client)))
    return ()
