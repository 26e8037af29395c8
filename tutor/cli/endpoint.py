"""`--endpoint`: a language model's second opinion, shown before it is asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar

import click

from tutor.cli.ending import bad_input

if TYPE_CHECKING:
    from tutor.grading.endpoint.settings import Endpoint
    from tutor.grading.freetext.wire import Judge

Asked: TypeAlias = Literal["off", "on", "show"] | None
"""What the option says; None if it is not there."""
Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def option(otherwise: str) -> Callable[[Decorated], Decorated]:
    """The option; `otherwise` is what holds without it, in words."""
    return click.option(
        "--endpoint",
        type=click.Choice(["off", "on", "show"]),
        is_flag=False,
        flag_value="on",
        help="Ask a language model, too; “show” prints what would be sent, and sends nothing. "
        f"{otherwise} if nothing is said.",
    )


def named(kept: Mapping[str, object]) -> Endpoint:
    """The endpoint that is set up; bad input if none is."""
    from tutor.grading.endpoint.settings import EndpointError, named

    try:
        return named(kept, os.environ)
    except EndpointError as error:
        bad_input(str(error))


def wanted(asked: Asked, kept: Mapping[str, object]) -> Endpoint | None:
    """The endpoint to be asked, or None; bad input if it is asked for and not set up."""
    from tutor.grading.endpoint.settings import switched_on

    if asked is None:
        return switched_on(kept, os.environ)
    return named(kept) if asked == "on" else None


def show(endpoint: Endpoint) -> None:
    """Print what would be sent, word for word."""
    from tutor.grading.endpoint.ask import example
    from tutor.grading.endpoint.key import where_from

    click.echo(example(endpoint, where_from(endpoint, os.environ)))


def seconded(judge: Judge, endpoint: Endpoint | None) -> Judge:
    """A judge that asks the endpoint, too, if there is one."""
    if endpoint is None:
        return judge
    from tutor.grading.endpoint.live import live

    return live(judge, endpoint)
