"""What is said of a run on the simulated cluster, and of what can be looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.style import Style

from tutor.interview.clustered import Clustered, counted, sentence
from tutor.ui.widgets.prose import Block

INVITE = """\
**F5** runs your code on the cluster. Here stand then the checks, what each worker did, and how much faster it
is with more of them.
"""
WHO = 11
"""Cells for who does something."""


def switch(views: Sequence[str], view: str) -> Content:
    """The views to choose from."""
    names = [
        _choice(name.capitalize(), "bold underline" if name == view else "$quiet", f"screen.view('{name}')")
        for name in views
    ]
    return Content.assemble(Content(" ").join(names), "   ", ("f", "$here"), (" next", "$quiet"))


def turning(known: Sequence[int], workers: int) -> Content:
    """The numbers of workers to choose from."""
    numbers = [
        _choice(str(each), "bold reverse" if each == workers else "", f"screen.workers({each})")
        for each in known
    ]
    return Content.assemble(" workers ", *numbers, "   ", ("[ ]", "$here"), (" turn", "$quiet"))


def _choice(words: str, style: str, action: str) -> Content:
    """One thing to click, after a blank."""
    return Content.assemble(" ", Content.styled(words, style).stylize(Style.from_meta({"does": action})))


def checks(found: Clustered, holds: bool, says: str) -> Iterator[Block]:
    """Whether the claim is carried, then each thing that was looked for."""
    verdict = says if holds else says.partition(". ")[0].removesuffix(".") + "."
    style = "bold $right" if holds else "bold $wrong"
    yield Block(Content.styled(verdict, "bold"), "✓ " if holds else "✗ ", first_style=style)
    for place, each in enumerate(found.checks):
        glyph, color = ("✓ ", "$right") if each.right else ("✗ ", "$wrong")
        words = Content.assemble((f"{each.name}: ", "bold"), (sentence(each), "$quiet" if each.right else ""))
        yield Block(words, glyph, gap=place == 0, first_style=color)


def steps(found: Clustered, workers: int) -> Iterator[Block]:
    """What each worker did, and where it first goes wrong."""
    walk = found.walks[workers]
    parts = ", with uneven parts" if workers > 1 else ", with all items"
    yield Block(Content.styled(f"On {counted(workers)}{parts}", "bold"))
    for place, each in enumerate(walk):
        last = place == len(walk) - 1
        glyph = ("✓ " if each.does == "the same" else "✗ ") if last else ""
        words = Content.assemble(
            (glyph, "$right" if glyph == "✓ " else "$wrong"), (f"{each.does}  ", "$quiet"), each.gives
        )
        yield Block(words, f"{each.who:<{WHO}}", gap=place == 0, first_style="$here")
        if each.wrong:
            where = f" (line {each.line})" if each.line is not None and "line" not in each.wrong else ""
            yield Block(
                Content(f"{each.wrong}{where}"), " " * (WHO - 2) + "✗ ", gap=False, first_style="bold $wrong"
            )
