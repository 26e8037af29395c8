"""A question of each kind that the tiny course lacks, to be added to it."""

from __future__ import annotations

from pathlib import Path

from tests.course.build import change

QUESTIONS = '''\
[[questions]]
id = "q-order"
kind = "order"
stem = "How is a coin tossed?"
explain = "First it is taken."
steps = ["Take it", "Say heads", "Say tails", "Toss it"]
peers = [[2, 3]]

[[questions]]
id = "q-match"
kind = "match"
stem = "What belongs together?"
explain = "Sides have pictures."
decoys = ["a hole"]

[[questions.pairs]]
left = "heads"
right = "a face"
why = "It is the front."

[[questions.pairs]]
left = "tails"
right = "a number"
why = "It is the back."

[[questions]]
id = "q-blank"
kind = "blank"
stem = "Count the heads."
explain = "A sum of ones counts."
code = """
tosses = [1, 0, 1, 1]
heads = ___(tosses)
share = heads / ___
"""
accepts = [["sum"], ["len(tosses)", "4"]]

[questions.probes]
heads = "heads"
share = "share"
tosses = "len(tosses)"

[[questions.slips]]
key = "len | len(tosses)"
why = "That counts the tosses."
misconception = "count-all"

[[questions]]
id = "q-bug"
kind = "bug"
stem = "What is wrong?"
explain = "A share lies below one."
code = """
tosses = [1, 0, 1, 1]

heads = sum(tosses)
share = len(tosses) / heads
print(share)
"""
lines = [4]

[[questions.choices]]
text = "It divides the wrong way round"
right = true
why = "Heads go above."

[[questions.choices]]
text = "It counts tails"
why = "The ones are heads."
misconception = "count-all"

[[questions]]
id = "q-output"
kind = "output"
stem = "What is printed?"
explain = "Three of four."
code = "print(sum([1, 0, 1, 1]))"

[[questions.choices]]
text = "3"
right = true
why = "There are three ones."

[[questions.choices]]
text = "4"
why = "That is the length."

[[questions]]
id = "p-curve"
kind = "curve"
stem = "How does the share of heads go?"
explain = "It settles at a half."
setting = "toss"
line = "share"
x = [1, 2, 3, 4, 5, 6]
low = 0
high = 1

[[questions]]
id = "q-threshold"
kind = "threshold"
stem = "Where to cut?"
explain = "Missing costs more, so cut low."
false_positive = 1
false_negative = 5
unit = "EUR"
proof = "toss"

[questions.positive]
n = 40
mean = 0.6
sd = 0.15

[questions.negative]
n = 60
mean = 0.35
sd = 0.15

[[questions]]
id = "q-plot"
kind = "plot"
stem = "Which bar is higher?"
explain = "Compare the tops."
setting = "bent"

[[questions.choices]]
text = "heads"
when = "heads > 50"
why = "It is bent."

[[questions.choices]]
text = "tails"
when = "heads <= 50"
why = "It is not that bent."

[[questions]]
id = "q-model"
kind = "model"
stem = "Which coin was it?"
explain = "The bent one shows heads."

[[questions.choices]]
text = "The fair one"
setting = "toss"
why = "About half."

[[questions.choices]]
text = "The bent one"
setting = "bent"
why = "Nearly all."

[[questions]]
id = "q-hand"
kind = "hand"
stem = "{n} tosses, heads with {p:.0%}: how many heads do you expect? {{0}} is wrong, `{n}` is code."
explain = "{n} times {p} is {= n * p :.1f}."
key = "n * p"
where = ["n * p != n - n * p"]

[questions.draws]
n = [10, 20, 40]
p = [0.2, 0.4, 0.5, 0.9]

[[questions.worked]]
says = "Times"
value = "n * p"

[[questions.slips]]
key = "n * (1 - p)"
why = "Those are the {= n * (1 - p) :.0f} tails."
misconception = "tails-for-heads"

[[questions]]
id = "q-split"
kind = "split"
stem = "Split the classes."
explain = "Between the clouds."
task = "split"
n = 40
centres = [[0.25, 0.5], [0.75, 0.5]]
spread = 0.12

[[questions]]
id = "q-centroids"
kind = "split"
stem = "Place the centroids."
explain = "In the middle of the clouds."
task = "centroids"
n = 40
centres = [[0.2, 0.2], [0.8, 0.3], [0.5, 0.8]]
spread = 0.08

[[questions]]
id = "q-text"
kind = "text"
stem = "Why has a coin no memory?"
explain = "Tosses do not touch each other."
model_answer = "Each toss is independent; the coin stores nothing."
points = ["independent", "nothing is stored"]

'''

ASKED = (
    "q-order",
    "q-match",
    "q-blank",
    "q-bug",
    "q-output",
    "q-threshold",
    "q-plot",
    "q-model",
    "q-hand",
    "q-split",
    "q-centroids",
    "q-text",
)
CUES = "".join(f"```question {name}\n```\n\n" for name in ASKED)


def add_kinds(folder: Path) -> None:
    """Add the questions and their cues to the tiny course's lesson."""
    change(folder / "lesson.toml", "[[corrections]]\n", QUESTIONS + "[[corrections]]\n")
    change(folder / "lesson.md", "```correction c1", CUES + "```correction c1")
    change(folder / "lesson.md", "```experiment toss", "```predict p-curve\n```\n\n```experiment toss")
