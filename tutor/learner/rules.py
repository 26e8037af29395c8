"""How each kind of event changes the progress."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from tutor.learner import meetings
from tutor.learner.event import VERSION, Event, Json
from tutor.learner.progress import Attempt, LessonProgress, Progress, Totals, Welcome

RULES = 3
"""The version of the rules in this file: a record derived by others is derived again."""

MEETINGS = 20
"""How many meetings with one misconception are kept."""

PAUSE_S = 300.0
"""A gap between two events that is longer was a pause; shorter ones count as time spent learning."""


def apply(progress: Progress, event: Event) -> Progress:
    """The progress after `event`; an event of a newer version or of an unknown kind only counts."""
    lessons, settings, welcome = progress.lessons, progress.settings, progress.welcome
    totals, met = count(progress.totals, event), progress.misconceptions
    lesson = event.body.get("lesson")
    match event.kind:
        case _ if event.version > VERSION:
            pass
        case "setting-changed":
            settings = {**settings, text(event.body, "name"): event.body.get("value")}
        case "welcomed":
            welcome = Welcome(event.body.get("goal"), event.body.get("level"))
        case _ if event.resets_all:
            return Progress(settings=settings, totals=Totals(events=totals.events))
        case meetings.JUDGED | meetings.DISOWNED:
            met = meet(met, event, totals.last)
        case _ if isinstance(lesson, str) and lesson:
            lessons = {**lessons, lesson: advance(progress.lesson(lesson), event, totals.last)}
            met = meet(met, event, totals.last)
    return Progress(lessons, settings, welcome, totals, met)


def replay(events: Iterable[Event], progress: Progress | None = None) -> Progress:
    """The progress after all `events`, which come in the order of (time, device, seq)."""
    result = Progress() if progress is None else progress
    for event in events:
        result = apply(result, event)
    return result


def meet(before: Mapping[str, tuple[str, ...]], event: Event, time: str) -> Mapping[str, tuple[str, ...]]:
    """When each misconception was met, after an event at `time` met or disowned some; the latest are kept."""
    if taken := meetings.disowned_in(event):
        return {**before, taken: before.get(taken, ())[:-1]}
    if event.kind in (meetings.JUDGED, meetings.DISOWNED):
        names = meetings.met_in(event)
    else:
        shown = event.body.get("misconceptions")
        names = [each for each in shown if isinstance(each, str)] if isinstance(shown, list) else []
    return {**before, **{name: (*before.get(name, ()), time)[-MEETINGS:] for name in names}}


def count(totals: Totals, event: Event) -> Totals:
    """The totals with `event` counted."""
    gap = (event.time - datetime.fromisoformat(totals.last)).total_seconds() if totals.last else 0.0
    return Totals(
        events=totals.events + 1,
        attempts=totals.attempts + (event.kind == "answered"),
        right=totals.right + (event.kind == "answered" and event.body.get("right") is True),
        runs=totals.runs + (event.kind == "ran"),
        predictions_skipped=totals.predictions_skipped + (event.kind == "prediction-skipped"),
        active_s=totals.active_s + (gap if 0 < gap <= PAUSE_S else 0.0),
        last=event.time.isoformat(timespec="microseconds"),
    )


def advance(before: LessonProgress, event: Event, time: str) -> LessonProgress:
    """The lesson's progress after one of its own events, at `time`."""
    body = event.body
    lesson = replace(before, touched=time)
    started = lesson if lesson.state == "done" else replace(lesson, state="started")
    match event.kind:
        case "lesson-opened" | "ran":
            return started
        case "step-reached":
            return replace(started, step=text(body, "step"), index=int(number(body, "index")))
        case "lesson-done":
            return replace(lesson, state="done")
        case "answered":
            question = text(body, "question")
            answers = dict(lesson.answers)
            answers[question] = attempt(answers.get(question), event, time)
            skipped = tuple(each for each in lesson.skipped if each != question)
            return replace(started, answered=json.dumps(answers), skipped=skipped)
        case "prediction-skipped":
            skipped = tuple(dict.fromkeys((*lesson.skipped, text(body, "question"))))
            return replace(started, skipped=skipped)
        case "noted":
            notes = {**lesson.notes, text(body, "step"): text(body, "text")}
            return replace(lesson, notes={step: note for step, note in notes.items() if note})
        case "bookmarked":
            step = text(body, "step")
            others = tuple(each for each in lesson.bookmarks if each != step)
            return replace(lesson, bookmarks=(*others, step) if body.get("on") else others)
        case "lesson-reset":
            return LessonProgress(notes=lesson.notes, bookmarks=lesson.bookmarks, touched=time)
        case _:
            return lesson


def attempt(before: Attempt | None, event: Event, time: str) -> Attempt:
    """The answer that `event` tells of, counted on top of the one before."""
    setting = event.body.get("setting")
    return Attempt(
        fingerprint=text(event.body, "fingerprint"),
        answer=event.body.get("answer"),
        score=number(event.body, "score"),
        right=event.body.get("right") is True,
        setting=setting if isinstance(setting, str) else None,
        time=time,
        tries=1 if before is None else before.tries + 1,
    )


def text(body: Mapping[str, Json], key: str) -> str:
    """The words under `key`; empty if there are none."""
    value = body.get(key)
    return value if isinstance(value, str) else ""


def number(body: Mapping[str, Json], key: str) -> float:
    """The number under `key`; zero if there is none."""
    value = body.get(key)
    return float(value) if isinstance(value, int | float) else 0.0
