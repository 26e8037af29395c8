"""`mltutor grade`: free-text answers from JSON lines, judgements as JSON lines."""

from __future__ import annotations

import contextlib
import json
import sys
from functools import partial
from pathlib import Path

import click

from tutor.cli import endpoint as second
from tutor.cli.ending import bad_input, failed
from tutor.course.errors import ContentError
from tutor.course.locate import lessons_root
from tutor.course.prompts import read_prompts
from tutor.grading.freetext.judge import judge
from tutor.grading.freetext.lines import Grader
from tutor.grading.freetext.reading import Encoder
from tutor.grading.freetext.tiers import NoEncoderError, encoder


@click.command(name="grade", help="Grade answers in words from JSON lines on standard input.")
@click.option(
    "--tier",
    type=click.Choice(["lexical", "semantic", "auto"]),
    default="auto",
    show_default=True,
    help="By words alone, with the sentence encoder, or with the best that is installed.",
)
@second.option("off")
@click.pass_obj
def command(lessons: Path | None, tier: str, endpoint: second.Asked) -> None:
    """Answer every line in order; the end of the input ends the command."""
    asked = second.named({}) if endpoint in ("on", "show") else None
    if asked is not None and endpoint == "show":
        second.show(asked)
        return
    try:
        prompts = read_prompts(lessons_root(lessons))
    except ContentError as fault:
        failed(str(fault))
    encode = _encoder(tier)
    judge_ = second.seconded(partial(judge, encode=encode), asked)
    grader = Grader({prompt.id: prompt for prompt in prompts}, judge_, encode)
    with contextlib.suppress(KeyboardInterrupt, BrokenPipeError):
        for line in sys.stdin.buffer:
            if line.strip():
                sys.stdout.write(json.dumps(grader.answer(line), allow_nan=False) + "\n")
                sys.stdout.flush()


def _encoder(tier: str) -> Encoder | None:
    """The encoder of a tier; bad input if it is wanted and cannot be had."""
    try:
        return encoder(tier)
    except NoEncoderError as missing:
        bad_input(f"{missing}, or take --tier lexical")
