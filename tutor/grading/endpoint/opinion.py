"""A judge that asks an endpoint, too: the grader's own judgement first, the model's word beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from tutor.course.rubric import KeyPoint, Rubric
from tutor.grading.endpoint.ask import bodies
from tutor.grading.endpoint.merge import merged, no_opinion, refused
from tutor.grading.endpoint.post import NoReply, converse
from tutor.grading.endpoint.settings import Endpoint
from tutor.grading.freetext.judgement import Heard, Judgement

Judge = Callable[[Rubric, str], Judgement]
Converse = Callable[[Endpoint, Callable[[], str], Sequence[bytes]], str]


def seconded(
    judge: Judge,
    endpoint: Endpoint,
    *,
    key: Callable[[], str],
    mark: Callable[[], str],
    ask: Converse = converse,
) -> Judge:
    """`judge` with a second opinion; `mark` gives a fresh unguessable word for each answer."""
    return partial(_judge, judge, endpoint, key, mark, ask)


def _judge(
    judge: Judge,
    endpoint: Endpoint,
    key: Callable[[], str],
    mark: Callable[[], str],
    ask: Converse,
    rubric: Rubric,
    answer: str,
) -> Judgement:
    """The judgement of both; what is no answer is not sent, and whatever fails leaves the grader's own."""
    local = judge(rubric, answer)
    if refused(local):
        return local
    try:
        reply = ask(endpoint, key, bodies(endpoint.model, rubric, answer, mark()))
    except NoReply as no:
        return no_opinion(local, str(no))
    return merged(rubric, answer, local, reply, partial(hears, judge, rubric), endpoint.model)


def hears(judge: Judge, rubric: Rubric, point: KeyPoint, quote: str) -> Heard:
    """What a judge hears of one point in a quote."""
    return judge(replace(rubric, points=(point,), misconceptions=()), quote).points[0]
