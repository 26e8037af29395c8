"""What to do now in an interview, in a line."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from tutor.interview.session import Session
from tutor.ui.widgets.interview.words import names
from tutor.ui.widgets.key_words import press


def guide(session: Session) -> Content:
    """What can be done, and the key for it."""
    return Content.styled(" · ", "$quiet").join(_ways(session))


def sure_guide() -> Content:
    """What can be done when it is asked how sure the ticks are."""
    ways = (
        press("1 2 3 4", "say how sure", ""),
        press("enter", "goes on without", "screen.send"),
        press("esc", "changes the ticks", ""),
    )
    return Content.styled(" · ", "$quiet").join(ways)


def _ways(session: Session) -> Iterator[Content]:
    """The keys that matter now."""
    match session.phase:
        case "forecast":
            yield press("1 2 3 4", "say how well you will answer", "screen.advance")
            yield press("c", "asks back", "screen.clarify")
            yield press("k", "skips", "screen.skip")
        case "order":
            yield press("↑ ↓", "mark a step", "")
            yield press("J K", "move it", "")
            yield press("enter", "hands it in", "screen.send")
            yield press("c", "asks back", "screen.clarify")
            yield press("k", "skips", "screen.skip")
        case "code":
            yield press("enter", "opens the editor", "screen.advance")
            yield press("c", "asks back", "screen.clarify")
            yield press("n", "goes on", "screen.next")
        case "show":
            yield press("enter", "opens the editor", "screen.advance")
            yield press("n", "goes on without", "screen.next")
        case "answer":
            if names(session):
                yield press("tab", "goes to the next part", "")
            yield press("F9", "sends your answer", "screen.send")
            if session.may_show:
                yield press("F5", "runs it on a cluster", "screen.try")
            yield press("F6", "asks back", "screen.clarify")
            yield press("F7", "skips", "screen.skip")
        case "ticks":
            yield press("space", "ticks", "screen.advance")
            yield press("enter", "hands them in", "screen.send")
        case "judging":
            yield Content.styled("a moment", "$quiet")
        case "table":
            yield from _table(session)


def _table(session: Session) -> Iterator[Content]:
    """At the table of points."""
    if session.called:
        yield press("enter", "shows it", "screen.advance")
        yield press("k", "declines", "screen.skip")
        if session.wanted is not None:
            yield press("f", "follow-up", "screen.follow_up")
        yield press("n", "next question", "screen.next")
        return
    if session.wanted is not None:
        yield press("enter", "takes the follow-up", "screen.advance")
        yield press("n", "next question", "screen.next")
    else:
        yield press("enter", "goes to the next question", "screen.advance")
    if session.may_show:
        yield press("x", "show it by a run", "screen.show")
