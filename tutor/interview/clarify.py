"""What the interviewer says when asked back."""

from __future__ import annotations

from tutor.course.rubric import Prompt
from tutor.grading.freetext.words import stem, words

LEFT_TO_YOU = "That is left to you: say what you assume, and why, and go on."


def reply(prompt: Prompt, asked: str) -> str:
    """The prepared answer that the words of the question fit best, else the one for anything else."""
    said = {word.stem for word in words(asked)}
    best, answer = 0, ""
    for each in prompt.clarifications:
        fit = sum(all(stem(word.text) in said for word in words(about)) for about in each.about)
        if fit > best:
            best, answer = fit, each.answer
    otherwise = (each.answer for each in prompt.clarifications if not each.about)
    return answer or next(otherwise, LEFT_TO_YOU)
