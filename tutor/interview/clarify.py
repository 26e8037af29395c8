"""What the interviewer says when asked back."""

from __future__ import annotations

from collections.abc import Collection

from tutor.course.rubric import Prompt
from tutor.grading.freetext.words import stem, words

LEFT_TO_YOU = "That is left to you: say what you assume, and why, and go on."


def reply(prompt: Prompt, asked: str, said: Collection[str] = ()) -> str:
    """The prepared answer that the words of the question fit best, else the one for anything else.

    The one for anything else is not repeated: `said` are the answers that were given.
    """
    stems = {word.stem for word in words(asked)}
    best, answer = 0, ""
    for each in prompt.clarifications:
        fit = sum(all(stem(word.text) in stems for word in words(about)) for about in each.about)
        if fit > best:
            best, answer = fit, each.answer
    otherwise = (each.answer for each in prompt.clarifications if not each.about and each.answer not in said)
    return answer or next(otherwise, LEFT_TO_YOU)
