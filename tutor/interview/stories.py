"""The learner's own stories, kept in their record only: list, coverage of the questions, what to mend."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tutor.course.road import LessonSummary
from tutor.course.rubric import Prompt
from tutor.grading.freetext.words import words
from tutor.interview.forms import STAR, joined
from tutor.interview.plan import personal
from tutor.interview.star import MEANS, structure
from tutor.learner.event import Event, Json

KIND = "story-told"
"""{story, title, situation, task, action, result, reflection, questions}; `story` is its lasting id."""
DROPPED = "story-dropped"
"""{story}."""
READ = (KIND, DROPPED, "lesson-reset")
"""The kinds of events to read."""
DRAFT = "story"
"""Where a story is kept while it is written."""
FIELDS = tuple(name.lower() for name in STAR)


@dataclass(frozen=True, slots=True)
class Story:
    """One story, in its five parts."""

    id: str
    title: str
    situation: str = ""
    task: str = ""
    action: str = ""
    result: str = ""
    reflection: str = ""
    questions: tuple[str, ...] = ()
    """Prompts that the learner means it for."""

    @property
    def parts(self) -> tuple[str, ...]:
        """The five parts in order."""
        return (self.situation, self.task, self.action, self.result, self.reflection)

    @property
    def text(self) -> str:
        """The story in one piece, each part under its name."""
        return joined(STAR, self.parts)

    @property
    def body(self) -> dict[str, Json]:
        """The event's body."""
        parts = dict(zip(FIELDS, self.parts, strict=True))
        return {"story": self.id, "title": self.title, **parts, "questions": list(self.questions)}


def stories(events: Iterable[Event]) -> tuple[Story, ...]:
    """The stories as they were told last, the oldest first."""
    found: dict[str, Story] = {}
    for event in events:
        name = event.body.get("story")
        if event.resets_all:
            found.clear()
        elif event.kind == KIND and isinstance(name, str):
            found[name] = _story(name, event.body)
        elif event.kind == DROPPED and isinstance(name, str):
            found.pop(name, None)
    return tuple(found.values())


def lints(story: Story) -> tuple[str, ...]:
    """What to mend, in sentences: empty parts, no number, "we" throughout, no own action."""
    empty = [name for name, part in zip(FIELDS, story.parts, strict=True) if not part.strip()]
    found = structure("\n".join(story.parts))
    said = [f"The {name} is empty." for name in empty]
    for name in ("action", "result"):
        if name not in empty and name in found.missing:
            said.append(f"The {name} does not say {MEANS[name]}.")
    return (*said, *(lint for lint in found.lints if not lint.startswith("No ")))


@dataclass(frozen=True, slots=True)
class Covered:
    """A question about the learner, and the stories that can answer it."""

    prompt: Prompt
    meant: tuple[str, ...]
    """Stories, by id, that the learner means for it."""
    fitting: tuple[str, ...]
    """Other stories that share words with what it asks for."""


def coverage(found: Iterable[Story], bank: Mapping[str, Prompt]) -> tuple[Covered, ...]:
    """Each question about the learner with its stories; one with none of them is a gap."""
    told = [(each, _stems(f"{each.title}\n" + "\n".join(each.parts))) for each in found]
    rows = []
    for prompt in bank.values():
        if prompt.stage != "cases" or not personal(prompt):
            continue
        asked = _stems(prompt.question + " " + " ".join(p.say for p in prompt.rubric.points))
        meant = tuple(each.id for each, _ in told if prompt.id in each.questions)
        fitting = tuple(
            each.id for each, stems in told if each.id not in meant and len(stems & asked) >= SHARED
        )
        rows.append(Covered(prompt, meant, fitting))
    return tuple(rows)


SHARED = 6
"""Words that a story shares with a question to be offered for it."""


def offered(
    lessons: Iterable[LessonSummary], done: Iterable[str], found: Iterable[Story]
) -> tuple[Story, ...]:
    """Finished lessons as stories to begin with, without those that are told already."""
    finished, told = set(done), {each.id for each in found}
    return tuple(
        Story(
            id=f"lesson-{each.id}",
            title=each.title,
            situation=f"While preparing for machine learning interviews I worked through “{each.title}”.",
            task="My task was to predict what a run would show, and to explain what came.",
        )
        for each in lessons
        if each.id in finished and f"lesson-{each.id}" not in told
    )


def drafted(story: Story) -> str:
    """The story as the text of a draft."""
    return json.dumps(story.body)


def undrafted(text: str) -> Story | None:
    """The story of a draft; None if the draft tells nothing."""
    try:
        body = json.loads(text)
    except ValueError:
        return None
    name = body.get("story") if isinstance(body, dict) else None
    story = _story(name, body) if isinstance(name, str) else None
    return story if story is not None and any((story.title, *story.parts)) else None


def _stems(text: str) -> set[str]:
    """The words that carry meaning."""
    return {word.stem for word in words(text) if word.carries}


def _story(name: str, body: Mapping[str, Json]) -> Story:
    """The story that an event tells; what is no text in it is empty."""
    texts = {key: value if isinstance(value := body.get(key), str) else "" for key in ("title", *FIELDS)}
    meant = body.get("questions")
    questions = tuple(each for each in meant if isinstance(each, str)) if isinstance(meant, list) else ()
    return Story(id=name, questions=questions, **texts)
