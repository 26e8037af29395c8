"""The grader's process: the same judgement as in this process, whatever happens to it."""

from __future__ import annotations

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from tutor.course.rubric import KeyPoint, Rubric, WrongBelief
from tutor.grading.endpoint.settings import Endpoint
from tutor.grading.freetext.judge import judge
from tutor.grading.freetext.tiers import best
from tutor.grading.freetext.wire import question, reply, rubric_of
from tutor.ui.judging import GraderProcess

RUBRIC = Rubric(
    "Why is a deep tree unstable?",
    "Because it follows the noise of its sample, another sample gives another tree.",
    (
        KeyPoint(
            "noise",
            "required",
            1.0,
            "It follows the noise.",
            ("it follows the noise of its sample",),
            groups=(("noise", "sample"), ("follows", "memorises")),
            numbers=(1.0,),
        ),
    ),
    (WrongBelief("more-depth", "major", ("deeper is always better",), "noise"),),
)
ANSWER = "A deep tree follows the noise of its sample, so another sample gives quite another tree."


async def test_the_process_judges_as_we_do_and_ends_with_us() -> None:
    grader = GraderProcess()
    try:
        assert await grader.judge(RUBRIC, ANSWER) == best(RUBRIC, ANSWER)
        assert await grader.judge(RUBRIC, "") == best(RUBRIC, "")
    finally:
        await grader.close()
    assert grader._process is None


async def test_a_process_that_is_killed_is_begun_again() -> None:
    grader = GraderProcess()
    try:
        await grader.judge(RUBRIC, ANSWER)
        assert grader._process is not None
        grader._process.kill()
        await grader._process.wait()
        assert await grader.judge(RUBRIC, ANSWER) == best(RUBRIC, ANSWER)
    finally:
        await grader.close()


async def test_without_a_process_a_thread_judges() -> None:
    class Nowhere(GraderProcess):
        async def _ask(self, line: bytes) -> bytes:
            raise OSError("no processes left")

    assert await Nowhere().judge(RUBRIC, ANSWER) == judge(RUBRIC, ANSWER)


async def test_what_is_prepared_is_judged_as_ever_and_asks_no_endpoint() -> None:
    asked: list[bytes] = []

    class Watched(GraderProcess):
        async def _ask(self, line: bytes) -> bytes:
            asked.append(line)
            return await super()._ask(line)

    grader = Watched(lambda: Endpoint("http://127.0.0.1:9", "m", 1.0))
    try:
        await grader.prepare(RUBRIC)
        assert b"endpoint" not in asked[0]
        assert grader._process is not None
    finally:
        await grader.close()
    grader = Watched()
    try:
        await grader.prepare(RUBRIC)
        assert await grader.judge(RUBRIC, ANSWER) == best(RUBRIC, ANSWER)
    finally:
        await grader.close()


async def test_preparing_never_raises() -> None:
    class Nowhere(GraderProcess):
        async def _ask(self, line: bytes) -> bytes:
            raise OSError("no processes left")

    await Nowhere().prepare(RUBRIC)


async def test_a_preparation_that_is_cut_off_leaves_no_reply_behind() -> None:
    grader = GraderProcess()
    try:
        await grader.judge(RUBRIC, ANSWER)
        cut = asyncio.create_task(grader.prepare(RUBRIC))
        await asyncio.sleep(0)
        cut.cancel()
        await asyncio.gather(cut, return_exceptions=True)
        assert await grader.judge(RUBRIC, ANSWER) == best(RUBRIC, ANSWER)
    finally:
        await grader.close()


def test_the_rubric_survives_the_wire() -> None:
    import json

    assert rubric_of(json.loads(question(RUBRIC, ANSWER))["rubric"]) == RUBRIC


@given(st.binary(max_size=60))
def test_any_line_is_answered(line: bytes) -> None:
    assert reply(line, judge).endswith(b"\n")
