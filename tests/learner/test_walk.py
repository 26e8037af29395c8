"""The walk through a lesson, and what the log tells about it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.course.model import Choice, Experiment, Lesson, Prediction, Setting, SingleChoice, Step
from tutor.learner.walk import Wait, Walk

CHOICES = (Choice("yes", True, "so"), Choice("no", False, "not so"))
EXPERIMENT = Experiment(
    "tree", "Tree", Path("tree.py"), (), (Setting("tree", "tree"), Setting("deep", "tree")), ()
)
STEPS = (
    Step("why", "read", "Why", "…"),
    Step("p1", "predict", "What?", "", "p1"),
    Step("run-tree", "experiment", "Tree", "", "tree"),
    Step("explain-1", "explain", "So", "…"),
    Step("q1", "question", "Question", "", "q1"),
    Step("p2", "predict", "What?", "", "p2"),
    Step("p3", "predict", "What?", "", "p3"),
    Step("run-deep", "experiment", "Tree", "", "deep"),
    Step("explain-2", "explain", "So", "…"),
    Step("recap", "recap", "In short", "…"),
)
LESSON = Lesson(
    id="trees",
    title="Trees",
    number="6.4",
    folder=Path("trees"),
    minutes=18,
    objectives=("grow",),
    requires=(),
    helpful=(),
    experiments=(EXPERIMENT,),
    questions=(
        Prediction(id="p1", stem="?", explain="!", setting="tree", choices=CHOICES),
        SingleChoice(id="q1", stem="?", explain="!", choices=CHOICES),
        Prediction(id="p2", stem="?", explain="!", setting="deep", choices=CHOICES),
        Prediction(id="p3", stem="?", explain="!", setting="deep", key="leaves"),
    ),
    corrections=(),
    steps=STEPS,
    recorded={},
)


def place(step: str) -> int:
    """A step's place."""
    return [each.id for each in STEPS].index(step)


def test_an_experiment_waits_for_every_prediction_before_it() -> None:
    walk = Walk(LESSON).to(place("run-deep"))
    assert walk.waits_for(walk.index) == Wait("prediction", "p2")
    walk = walk.settle("p2")
    assert walk.waits_for(walk.index) == Wait("prediction", "p3")
    assert walk.settle("p3").waits_for(walk.index) is None
    assert walk.settle("p3").unsettle("p3").gate("deep") == "p3"


def test_an_explanation_waits_for_the_run_before_it() -> None:
    walk = Walk(LESSON).settle("p1").run("tree")
    assert walk.waits_for(place("explain-1")) is None
    assert walk.waits_for(place("explain-2")) == Wait("run", "deep")
    assert walk.run("deep").waits_for(place("explain-2")) is None


def test_a_step_is_about_the_setting_before_it_or_the_first() -> None:
    walk = Walk(LESSON)
    settings = [walk.setting_of(index) for index in range(len(STEPS))]
    assert settings == ["tree"] * 5 + ["deep"] * 5


def test_open_questions_are_those_reached_without_an_answer() -> None:
    assert Walk(LESSON).open_questions() == ()
    assert Walk(LESSON).to(place("p2")).settle("q1").open_questions() == ("p1", "p2")


def test_minutes_shrink_to_nothing_at_the_end() -> None:
    minutes = [Walk(LESSON).to(index).minutes_left for index in range(len(STEPS))]
    assert minutes == [18, 16, 14, 12, 10, 8, 6, 4, 2, 0]
    assert Walk(LESSON).to(place("recap")).done


@given(st.lists(st.integers(-3, 20)))
def test_the_furthest_step_never_comes_back(places: list[int]) -> None:
    walk = Walk(LESSON)
    for index in places:
        before, walk = walk, walk.to(index)
        assert 0 <= walk.index <= walk.furthest < len(STEPS)
        assert walk.furthest >= before.furthest


@pytest.mark.parametrize("setting", ["tree", "deep"])
def test_every_gate_can_be_opened(setting: str) -> None:
    walk = Walk(LESSON).to(len(STEPS))
    while question := walk.gate(setting):
        walk = walk.settle(question)
    assert walk.gate(setting) is None
