"""Markdown as blocks of text that wrap to any width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from textual.content import Content
from textual.highlight import highlight

from tutor.course.terms import MARK

CODE = "on $panel"
TERM = "underline"
"""How a term of the glossary stands in prose: quietly."""
BULLETS = ("•", "–", "·")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text; `first` stands before its first line, blanks as wide before the others."""

    content: Content
    first: str = ""
    gap: bool = True
    """Whether a blank line comes before."""
    wraps: bool = True
    first_style: str = ""

    def lines(self, width: int) -> list[Content]:
        """The block in lines of at most `width` cells."""
        room = max(1, width - len(self.first))
        if self.wraps:
            lines = self.content.wrap(room)
        else:
            split = self.content.split("\n", allow_blank=True)
            lines = [
                part for line in split for part in (line.wrap(room) if line.cell_length > room else [line])
            ]
        rest = " " * len(self.first)
        lead = Content.styled(self.first, self.first_style)
        return [(Content(rest) if place else lead) + line for place, line in enumerate(lines)]


def flow(blocks: Sequence[Block], width: int) -> list[Content]:
    """The blocks one under the other in lines of at most `width` cells."""
    lines: list[Content] = []
    for block in blocks:
        if block.gap and lines:
            lines.append(Content(""))
        lines.extend(block.lines(width))
    return lines


def blocks(markdown: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text."""
    return tuple(_blocks(_parser().parse(markdown)))


def inline(markdown: str) -> Content:
    """One line of Markdown: emphasis and code only."""
    tokens = _parser().parseInline(markdown)
    return _inline(tokens[0].children or []) if tokens else Content("")


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    parser.inline.ruler.before("link", "term", _term)
    return parser


def _term(state: StateInline, silent: bool) -> bool:
    """Read a glossary term that is marked here, as a rule of markdown-it."""
    found = MARK.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.push("term", "", 0).content = " ".join(found[1].split())
    state.pos = found.end()
    return True


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    """One block per paragraph, item, heading, code block and table."""
    markers: list[str] = []
    lists: list[int | None] = []
    bullet: str | None = None
    quote = tight = False
    at = 0
    while at < len(tokens):
        token = tokens[at]
        match token.type:
            case "bullet_list_open":
                lists.append(None)
                tight = bool(lists[:-1])
            case "ordered_list_open":
                lists.append(int(token.attrs.get("start", 1)))
                tight = bool(lists[:-1])
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
                tight = bool(lists)
            case "list_item_open":
                number = lists[-1]
                if number is None:
                    bullet = f"{BULLETS[min(len(lists), len(BULLETS)) - 1]} "
                else:
                    bullet = f"{number}. "
                    lists[-1] = number + 1
                markers.append(" " * len(bullet))
            case "list_item_close":
                markers.pop()
                bullet = None
            case "blockquote_open":
                quote = True
            case "blockquote_close":
                quote = False
            case "inline":
                content = _inline(token.children or [])
                heading = at > 0 and tokens[at - 1].type == "heading_open"
                lead = "".join(markers if bullet is None else [*markers[:-1], bullet])
                yield Block(
                    content.stylize("bold") if heading else content.stylize("italic") if quote else content,
                    first=("  " if quote else "") + lead,
                    gap=not tight,
                )
                tight, bullet = bool(markers), None
            case "fence" | "code_block":
                code = token.content.rstrip("\n")
                colored = highlight(code, language=token.info or "text") if token.info else Content(code)
                yield Block(colored, first="  " + "".join(markers), wraps=False)
            case "table_open":
                end = next(place for place in range(at, len(tokens)) if tokens[place].type == "table_close")
                yield Block(_table(tokens[at:end]), first="  ", wraps=False)
                at = end
        at += 1


def _inline(tokens: Sequence[Token]) -> Content:
    """Styled text; a link shows where it leads."""
    parts: list[Content] = []
    styles: list[str] = []
    target = ""
    for token in tokens:
        match token.type:
            case "text" | "html_inline":
                parts.append(Content.styled(token.content, " ".join(styles)))
            case "code_inline":
                parts.append(Content.styled(token.content, " ".join([*styles, CODE])))
            case "term":
                parts.append(Content.styled(token.content, " ".join([*styles, TERM])))
            case "softbreak":
                parts.append(Content(" "))
            case "hardbreak":
                parts.append(Content("\n"))
            case "strong_open":
                styles.append("bold")
            case "em_open":
                styles.append("italic")
            case "link_open":
                styles.append("underline")
                target = str(token.attrs.get("href", ""))
            case "strong_close" | "em_close":
                styles.pop()
            case "link_close":
                styles.pop()
                parts.append(Content.styled(f" ({target})", "$quiet"))
    return Content("").join(parts)


def _table(tokens: Sequence[Token]) -> Content:
    """Columns as wide as their widest cell, a line under the head."""
    rows: list[list[tuple[Content, bool]]] = []
    for token, before in zip(tokens[1:], tokens, strict=False):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append((_inline(token.children or []), "right" in str(before.attrs.get("style", ""))))
    widths = [max(row[column][0].cell_length for row in rows) for column in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [
            cell.pad_left(width - cell.cell_length) if right else cell.pad_right(width - cell.cell_length)
            for (cell, right), width in zip(row, widths, strict=True)
        ]
        lines.append(Content("   ").join(cells))
    rule = Content.styled("─" * (sum(widths) + 3 * (len(widths) - 1)), "$rule")
    return Content("\n").join([lines[0].stylize("bold"), rule, *lines[1:]])
