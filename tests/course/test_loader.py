"""Loading: the whole tiny course, and every fault with its file, line, key and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.course.build import change
from tests.course.conftest import Tiny
from tutor.course.errors import ContentError
from tutor.course.loader import load_course, open_lesson
from tutor.course.locate import lessons_root
from tutor.course.model import MultipleChoice, Numeric, Prediction, SingleChoice


def test_the_road(tiny: Tiny) -> None:
    course = load_course(tiny.root)
    assert course.title == "Tiny"
    assert [unit.lessons for unit in course.units] == [("coin-toss", "dice")]
    coin, dice = course.lessons["coin-toss"], course.lessons["dice"]
    assert (coin.status, coin.number, coin.minutes, coin.steps, coin.questions) == (
        "written",
        "1.1",
        10,
        9,
        4,
    )
    assert (dice.status, dice.number, dice.requires) == ("planned", "1.2", ("coin-toss",))


def test_a_lesson(tiny: Tiny) -> None:
    lesson = open_lesson(load_course(tiny.root), "coin-toss", strict=True)
    assert [step.id for step in lesson.steps] == [
        "why-coins",
        "p-heads",
        "run-toss",
        "explain-1",
        "q-fair",
        "q-sides",
        "q-mean",
        "c1",
        "recap",
    ]
    assert lesson.steps[3].prose == "It showed 51 heads; the bent one 89."
    assert "`{two}`" in lesson.steps[0].prose
    assert lesson.params("bent") == {"tosses": 100, "coin": "bent"}
    assert lesson.recorded == {"bent": {"heads": 89.0}, "toss": {"heads": 51.0}}
    match lesson.questions:
        case (SingleChoice() as single, MultipleChoice(), Numeric() as numeric, Prediction() as prediction):
            assert single.stem.endswith("It showed 51.")
            assert (numeric.abs_tol, numeric.rel_tol) == (0.01, 0.0)
            assert prediction.keep_order
            assert [choice.when for choice in prediction.choices] == ["heads < 70", "heads >= 70"]
        case _:
            pytest.fail("other questions")


def test_steps_with_the_same_name_get_numbers(tiny: Tiny) -> None:
    change(tiny.folder / "lesson.md", "```recap", "## Why coins\nAgain.\n\n## Why coins 2\nMore.\n\n```recap")
    lesson = open_lesson(load_course(tiny.root), "coin-toss")
    assert [step.id for step in lesson.steps if step.kind == "read"] == [
        "why-coins",
        "why-coins-2",
        "why-coins-2-2",
    ]


def test_numbers_not_recorded_yet_are_dots_unless_strict(tiny: Tiny) -> None:
    (tiny.folder / "recorded.toml").unlink()
    course = load_course(tiny.root)
    assert course.lessons["coin-toss"].status == "written"
    assert open_lesson(course, "coin-toss").steps[3].prose == "It showed … heads; the bent one …."
    with pytest.raises(ContentError, match="--record"):
        open_lesson(course, "coin-toss", strict=True)


def test_a_broken_lesson_is_shown_as_broken_and_the_rest_stays(tiny: Tiny) -> None:
    (tiny.folder / "lesson.toml").write_text("id = [\n")
    course = load_course(tiny.root)
    assert course.lessons["coin-toss"].status == "broken"
    assert "lesson.toml:" in course.lessons["coin-toss"].problem
    assert course.lessons["dice"].status == "planned"


def test_a_planned_lesson_cannot_be_opened(tiny: Tiny) -> None:
    with pytest.raises(ContentError, match=r"course\.toml:14: dice: is planned"):
        open_lesson(load_course(tiny.root), "dice")


def test_the_shipped_road_loads() -> None:
    course = load_course(lessons_root())
    assert len(course.units) == 16
    assert len(course.lessons) == 100


def test_a_course_can_be_asked_for(tmp_path: Path) -> None:
    assert lessons_root(tmp_path) == tmp_path


FAULTS = [
    # old, new, what stands on the line that is named, key, said
    ("minutes = 10", "minuts = 10", "minuts", "minuts", "unknown key (did you mean 'minutes'?)"),
    ("minutes = 10\n", "", "format_version", "minutes", "is missing; add it"),
    ("minutes = 10", "minutes = 0", "minutes", "minutes", "above 0"),
    ("minutes = 10", 'minutes = "ten"', "minutes", "minutes", "must be a number"),
    ("format_version = 1", "format_version = 2", "format_version", "format_version", "update mltutor"),
    ('id = "coin-toss"', 'id = "coin"', 'id = "coin"', "id", "must be 'coin-toss'"),
    ('id = "coin-toss"', 'id = "Coin"', 'id = "Coin"', "id", "small letters"),
    ('"say what a fair coin does"', "", "objectives", "objectives", "say what one can do"),
    ('["dice"]', '"dice"', "helpful", "helpful", "list of texts"),
    ('id = "toss"', 'id = "throw"', 'id = "throw"', "experiments.id", "no file throw.py"),
    ('id = "toss"', 'id = "to-ss"', 'id = "to-ss"', "experiments.id", "small letters"),
    ('id = "bent"', 'id = "toss"', 'id = "toss"\nparams', "experiments.settings.id", "taken"),
    ("budget_s = 1.0", "budget_s = 0", "budget_s", "experiments.budget_s", "above 0"),
    ("step = 10", "step = 0", "step", "experiments.params.step", "above 0"),
    ("step = 10", "step = 0.5", "default = 100", "experiments.params.default", "whole number"),
    ("step = 10\n", "", '[[experiments.params]]\nname = "tosses"', "experiments.params.step", "missing"),
    ("default = 100", "default = 5", "default = 5", "experiments.params.default", "between low 10"),
    ("default = 100", 'default = "x"', "default", "experiments.params.default", "needs options"),
    ('"tosses"', '"seed"', '"seed"', "experiments.params.name", "choose another name"),
    ('default = "fair"', 'default = "bad"', '"bad"', "experiments.params.default", "none of the options"),
    ('["fair", "bent"]', '["fair"]', "options", "experiments.params.options", "two or more"),
    ('["fair", "bent"]', '["fair", "bent"]\nlow = 7', "low = 7", "experiments.params.low", "drop one"),
    ('coin = "bent"', 'coin = "odd"', '"odd"', "experiments.settings.params.coin", "is one of fair, bent"),
    ('coin = "bent"', 'coins = "bent"', "coins", "experiments.settings.params.coins", "mean 'coin'"),
    ('coin = "bent"', "tosses = 5", "tosses = 5", "experiments.settings.params.tosses", "between 10 and"),
    ('"heads < tosses"', '"heads"', '"heads"', "experiments.claims.test", "compares nothing"),
    ('"heads < tosses"', '"x.y < 1"', "x.y", "experiments.claims.test", "no setting is called 'x'"),
    ('"heads < tosses"', '"a b"', "a b", "experiments.claims.test", "no expression"),
    ('id = "q-sides"', 'id = "q-fair"', 'id = "q-fair"\nkind = "multiple"', "questions.id", "taken"),
    ('"multiple"', '"many"', '"many"', "questions.kind", "kinds are single"),
    ('"multiple"', '"multipel"', '"multipel"', "questions.kind", "mean 'multiple'"),
    ("right = true", 'right = "yes"', '"yes"', "questions.choices.right", "must be true or false"),
    ('why = "The front."\n', "", '[[questions.choices]]\ntext = "Heads"', "questions.choices.why", "missing"),
    ('why = "The front."', 'why = " "', 'why = " "', "questions.choices.why", "empty"),
    ('explain = "Heads and tails."\n', "", '[[questions]]\nid = "q-sides"', "questions.explain", "missing"),
    ('"two-heads"', '"Two heads"', "Two heads", "questions.choices.misconception", "small letters"),
    ("{toss.heads:.0f}", "{tos.heads:.0f}", "{tos.", "questions.stem", "mean 'toss'"),
    ("{toss.heads:.0f}", "{toss}", "{toss}", "questions.stem", "no placeholder"),
    ("10 * 0.5", "heads", 'key = "heads"', "questions.key", "names no setting"),
    ("10 * 0.5", "1 < 2", "1 < 2", "questions.key", "not a comparison"),
    ("abs_tol = 0.01", "abs_tol = -1", "abs_tol", "questions.abs_tol", "below 0"),
    ('setting = "toss"', 'setting = "flip"', '"flip"', "questions.setting", "no setting is called"),
    (
        'setting = "toss"',
        'setting = "toss"\nkey = "heads"',
        '[[questions]]\nid = "p-heads"',
        "questions",
        "one of the two",
    ),
    (
        'when = "heads < 70"',
        'right = true\nwhen = "heads < 70"',
        "right = true\nwhen",
        "questions.choices.right",
        "unknown key",
    ),
    ('as_of = "Nov 2026"', "", "[[corrections]]", "corrections.as_of", "missing"),
    ("[[corrections]]", "[corrections]", "[corrections]", "corrections", "write [[corrections]]"),
    ('title = "Tossing a coin"', "title = ", "title = ", "", "not TOML"),
]


@pytest.mark.parametrize(("old", "new", "mark", "key", "said"), FAULTS, ids=lambda each: each[:30])
def test_a_fault_in_lesson_toml(tiny: Tiny, old: str, new: str, mark: str, key: str, said: str) -> None:
    file = tiny.folder / "lesson.toml"
    change_first(file, old, new)
    with pytest.raises(ContentError) as raised:
        open_lesson(load_course(tiny.root), "coin-toss")
    fault = raised.value
    text = file.read_text()
    assert (fault.file, fault.key) == (file, key)
    assert said in fault.message
    assert fault.line == text[: text.index(mark)].count("\n") + 1
    assert str(fault).startswith(f"{file}:{fault.line}: ")
    assert "\n" not in str(fault)


def change_first(file: Path, old: str, new: str) -> None:
    """Replace the first place in the file where `old` stands."""
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("```predict p-heads", "```predict p-head", 9, "did you mean 'p-heads'?"),
        ("```predict p-heads", "```predict q-fair", 9, "nothing is called 'q-fair'"),
        ("```experiment toss", "```experiment tess", 13, "did you mean 'toss'?"),
        ("{bent.heads:.0f}", "{bend.heads:.0f}", 18, "did you mean 'bent'?"),
        ("{bent.heads:.0f}", "{bent}", 18, "no placeholder"),
        ("```correction c1", "```correction c2", 30, "there are c1"),
    ],
)
def test_a_fault_in_lesson_md(tiny: Tiny, old: str, new: str, line: int, said: str) -> None:
    change(tiny.folder / "lesson.md", old, new)
    with pytest.raises(ContentError) as raised:
        open_lesson(load_course(tiny.root), "coin-toss")
    assert (raised.value.file.name, raised.value.line) == ("lesson.md", line)
    assert said in raised.value.message


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "said"),
    [
        ("value = 51.0", "valu = 51.0", 9, "toss.heads.valu", "unknown key"),
        ("sd = 5.8", "", 8, "toss.heads.sd", "missing"),
        ("value = 51.0", "value = 51.", 9, "", "not TOML"),
        ("[toss.heads]", "[toss]", 9, "toss.value", "must be a table"),
    ],
)
def test_a_fault_in_recorded_toml(tiny: Tiny, old: str, new: str, line: int, key: str, said: str) -> None:
    change(tiny.folder / "recorded.toml", old, new)
    with pytest.raises(ContentError) as raised:
        open_lesson(load_course(tiny.root), "coin-toss")
    assert (raised.value.file.name, raised.value.line, raised.value.key) == ("recorded.toml", line, key)
    assert said in raised.value.message


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "said"),
    [
        ('title = "Tiny"', "", 1, "title", "missing"),
        ('id = "u01"', 'id = "U 1"', 5, "units.id", "small letters"),
        ('title = "First steps"', 'titel = "First steps"', 6, "units.titel", "did you mean 'title'?"),
        ('id = "dice"', 'id = "coin-toss"', 14, "units.lessons.id", "listed twice"),
        ('status = "planned"', 'status = "soon"', 16, "units.lessons.status", "'written' or 'planned'"),
        ('status = "planned"', 'status = "written"', 17, "units.lessons.requires", "drop it here"),
        ("[[units]]", "[[units]]\n[[units]]", 4, "units.id", "missing"),
        ("format_version = 1", "format_version = 9", 1, "format_version", "update mltutor"),
    ],
)
def test_a_fault_in_course_toml(tiny: Tiny, old: str, new: str, line: int, key: str, said: str) -> None:
    change(tiny.root / "course.toml", old, new)
    with pytest.raises(ContentError) as raised:
        load_course(tiny.root)
    assert (raised.value.line, raised.value.key) == (line, key)
    assert said in raised.value.message


def test_missing_and_unreadable_files(tiny: Tiny) -> None:
    course = load_course(tiny.root)
    (tiny.folder / "lesson.md").write_bytes(b"## One\nText\n\xff\n")
    with pytest.raises(ContentError, match=r"lesson\.md:3: is not UTF-8"):
        open_lesson(course, "coin-toss")
    (tiny.folder / "lesson.md").unlink()
    with pytest.raises(ContentError, match=r"lesson\.md:1: cannot be read"):
        open_lesson(course, "coin-toss")
    with pytest.raises(ContentError, match=r"course\.toml:1: cannot be read"):
        load_course(tiny.root / "nowhere")


def test_a_lesson_has_exactly_one_folder(tiny: Tiny) -> None:
    course = load_course(tiny.root)
    twin = tiny.root / "u02_second" / "coin_toss"
    twin.mkdir(parents=True)
    with pytest.raises(ContentError, match="keep one of the two"):
        open_lesson(course, "coin-toss")
    twin.rmdir()
    tiny.folder.rename(tiny.root / "u02_second" / "coin")
    with pytest.raises(ContentError, match=r"course\.toml:9: coin-toss: has no folder \*/coin_toss"):
        open_lesson(course, "coin-toss")
