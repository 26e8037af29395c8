"""A lesson's script: `lesson.md` taken apart into headed prose and fenced cues."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tutor.course.errors import ContentError, nearest
from tutor.course.model import StepKind

CUES: dict[str, StepKind] = {
    "predict": "predict",
    "experiment": "experiment",
    "explain": "explain",
    "question": "question",
    "exercise": "exercise",
    "correction": "correction",
    "recap": "recap",
}
"""The words that open a cue, and the kind of step each makes."""

WITH_REF = ("predict", "experiment", "question", "exercise", "correction")

FENCE = re.compile(r"(`{3,}|~{3,})[ \t]*(.*?)[ \t]*")


@dataclass(frozen=True, slots=True)
class Cue:
    """One step as written: `ref` for what it is about, `title` if the author gave one, and its line."""

    kind: StepKind
    ref: str
    title: str
    line: int
    body: str
    body_line: int


def parse_script(text: str, file: Path) -> tuple[Cue, ...]:
    """The cues of a script in order; raises ContentError."""
    cues: list[Cue] = []
    prose: list[str] = []
    heading: tuple[str, int] | None = None

    def close() -> None:
        """End the step that is being read."""
        nonlocal heading
        if heading is not None:
            title, line = heading
            if not "".join(prose).strip():
                raise ContentError(file, line, title, "has no text; write some or drop the heading")
            cues.append(Cue("read", "", title, line, *_trimmed(prose, line + 1)))
        heading = None
        prose.clear()

    for line, piece in _pieces(text, file):
        match piece:
            case Cue():
                close()
                cues.append(piece)
            case str() if found := re.fullmatch(r"##[ \t]+(.*?)[ \t#]*", piece):
                close()
                heading = (found[1], line)
            case str() if heading is None and piece.strip():
                raise ContentError(file, line, "", "text without a heading; put '## Title' before it")
            case str():
                prose.append(piece)
    close()
    if not cues:
        raise ContentError(file, 1, "", "has no steps; begin with '## Title'")
    return tuple(cues)


def _pieces(text: str, file: Path) -> Iterator[tuple[int, str | Cue]]:
    """Lines of prose (a code block is one piece) and cues, each with its line."""
    lines = text.splitlines()
    at = 0
    while at < len(lines):
        start = at
        at += 1
        fence = FENCE.fullmatch(lines[start])
        if fence is None:
            yield start + 1, lines[start]
            continue
        mark, info = fence[1], fence[2]
        while at < len(lines) and not _closes(lines[at], mark):
            at += 1
        if at == len(lines):
            raise ContentError(file, start + 1, info, f"this fence is never closed; end it with {mark}")
        body = lines[start + 1 : at]
        at += 1
        word, _, rest = info.partition(" ")
        if word in CUES:
            yield start + 1, _cue(word, rest.strip(), body, start + 1, file)
        elif rest.strip() or difflib.get_close_matches(word, CUES, cutoff=0.8):
            hint = nearest(word, CUES) or f"; cues are {', '.join(CUES)}"
            raise ContentError(file, start + 1, word, f"unknown cue{hint}")
        else:
            yield start + 1, "\n".join(lines[start:at])


def _closes(line: str, mark: str) -> bool:
    """Whether the line ends a fence that `mark` opened."""
    line = line.rstrip()
    return len(line) >= len(mark) and set(line) == {mark[0]}


def _cue(word: str, rest: str, body: list[str], line: int, file: Path) -> Cue:
    """A cue from its info string and body; raises ContentError."""
    for place, each in enumerate(body):
        if FENCE.fullmatch(each):
            raise ContentError(
                file, line + 1 + place, word, "a cue cannot hold a fence; close the cue before it"
            )
    ref = rest if word in WITH_REF else ""
    if word in WITH_REF and not re.fullmatch(r"\S+", rest):
        raise ContentError(
            file, line, word, "names exactly one thing; write for example '```" + word + " its-id'"
        )
    if word == "recap" and rest:
        raise ContentError(file, line, word, "takes no name; write '```recap'")
    body_text, body_line = _trimmed(body, line + 1)
    if not body_text and word in ("explain", "recap"):
        raise ContentError(file, line, word, "is empty; write what was seen and why")
    return Cue(CUES[word], ref, rest if word == "explain" else "", line, body_text, body_line)


def _trimmed(lines: list[str], line: int) -> tuple[str, int]:
    """The text without blank lines at its ends, and the line where it begins."""
    blank = 0
    while blank < len(lines) and not lines[blank].strip():
        blank += 1
    return "\n".join(lines[blank:]).rstrip(), line + blank
