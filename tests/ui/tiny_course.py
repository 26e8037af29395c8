"""A small course as a folder: one lesson with every kind of step and question, and planned ones beside it."""

from __future__ import annotations

from pathlib import Path

COURSE = """\
format_version = 1
title = "From nothing to hired"

[[units]]
id = "u01"
title = "Orientation"

[[units.lessons]]
id = "blur-and-error"
title = "Blur makes errors"
status = "written"

[[units.lessons]]
id = "later-lesson"
title = "A lesson for later"
status = "planned"
requires = ["blur-and-error"]

[[units]]
id = "u02"
title = "Trees and neighbours"

[[units.lessons]]
id = "far-lesson"
title = "A lesson far down the road"
status = "planned"
"""

LESSON = """\
format_version = 1
id = "blur-and-error"
title = "Blur makes errors"
minutes = 12
objectives = ["Say what blur does to the error"]

[[experiments]]
id = "blur"
title = "Blur, then count errors"
budget_s = 1.0

[[experiments.params]]
name = "noise"
label = "noise"
help = "standard deviation of the blur"
default = 0.5
low = 0.1
high = 1.0
step = 0.1

[[experiments.params]]
name = "n"
label = "samples"
help = "how many samples are drawn"
default = 20
low = 10
high = 100
step = 10

[[experiments.params]]
name = "criterion"
label = "criterion"
help = "how a split is judged"
default = "gini"
options = ["gini", "entropy"]

[[experiments.settings]]
id = "quiet"
params = { noise = 0.1 }

[[experiments.claims]]
says = "Less blur, fewer errors"
test = "quiet.error < blur.error"

[[questions]]
id = "p-error"
kind = "predict"
setting = "blur"
stem = "How large will the error be?"
explain = "Half of the blur lands on the wrong side."
hint = "Think of the two halves of the bell."

[[questions.choices]]
text = "Below 0.1"
when = "error < 0.1"
why = "That would need almost no blur."

[[questions.choices]]
text = "Between 0.1 and 0.4"
when = "0.1 <= error < 0.4"
why = "About half of the blur is harmless."

[[questions.choices]]
text = "0.4 or more"
when = "error >= 0.4"
why = "That is no better than a coin."

[[questions]]
id = "q-single"
kind = "single"
stem = "What does more blur do to the error?"
explain = "The classes overlap more, so more samples lie on the wrong side."
hint = "Look at where the classes meet."

[[questions.choices]]
text = "It grows"
right = true
why = "The overlap grows with the blur."

[[questions.choices]]
text = "It shrinks"
why = "It tempts because more noise looks like more data, but nothing is added."
misconception = "noise-is-data"

[[questions.choices]]
text = "Nothing"
why = "It tempts because the centres stay put, but the edges do not."

[[questions]]
id = "q-multiple"
kind = "multiple"
stem = "Which of these are knobs of the experiment?"
explain = "The noise and the number of samples are chosen; the error is measured."
keep_order = true

[[questions.choices]]
text = "The noise"
right = true
why = "It is set before the run."

[[questions.choices]]
text = "The number of samples"
right = true
why = "It is set before the run."

[[questions.choices]]
text = "The error"
why = "It tempts because it changes too, but it is what comes out."

[[questions]]
id = "q-numeric"
kind = "numeric"
stem = "A node holds 4 and 6 samples of two classes. Its Gini impurity?"
key = "1 - 0.4**2 - 0.6**2"
abs_tol = 0.005
explain = "One minus the sum of the squared shares: 0.48."

[[questions.slips]]
key = "0.4**2 + 0.6**2"
why = "That is the chance that two samples agree; impurity is the chance that they differ."

[[corrections]]
id = "c1"
often_written = "More noise is more data."
right = "Noise blurs what the data say; it adds nothing."
as_of = "Nov 2026"
"""

SCRIPT = """\
## Why blur

Two classes that lie apart are easy to tell. Blur them, and **errors** begin.

```predict p-error
Commit to a number before you look.
```

```experiment blur
Turn **noise** up and watch the error.
```

```explain
The error was {blur.error:.2f}, with less blur {quiet.error:.2f}.
```

## The rest of the story

Measured on {blur.count:.0f} samples, so expect it to wobble.

```question q-single
```

```question q-multiple
```

```question q-numeric
```

```correction c1
```

```recap
- Blur makes errors.
- Errors are counted, not guessed.
```
"""

EXPERIMENT = '''\
"""Blur two classes and count the errors."""

from tutor.sandbox.displays import Axis, Figure, Line, Result


def run(*, noise: float, n: int, criterion: str, seed: int) -> Result:
    """The error of the best threshold."""
    figure = Figure(
        title="Error against blur",
        marks=(Line(x=(0.0, noise), y=(0.0, noise / 2), label=criterion),),
        alt=f"The error rises to {noise / 2:.2f}.",
        x=Axis(label="blur"),
        y=Axis(label="error"),
    )
    return Result(metrics={"error": noise / 2, "count": n}, figures=[figure])
'''

RECORDED = """\
format_version = 1

[blur.count]
value = 20.0
sd = 0.0

[blur.error]
value = 0.25
sd = 0.0

[quiet.error]
value = 0.05
sd = 0.0
"""


MISCONCEPTIONS = """\
format_version = 1

[[misconceptions]]
id = "noise-is-data"
belief = "More noise is as good as more data: noise is data."
truth = "Noise adds nothing that could be learned. It blurs what the samples say."
lesson = "blur-and-error"
[misconceptions.refuted_by]
experiment = "blur-and-error/blur"
params = { noise = 0.5 }
predict = "The blur is set to 0.5. What is the error?"
believed = "error > 0.5"
believed_says = "over 0.5"
holds = "error < 0.4"
holds_says = "under 0.4"

[[misconceptions]]
id = "told-only"
belief = "A book cannot be right."
truth = "It can."
lesson = "blur-and-error"
source = "A book"
"""

GLOSSARY = """\
format_version = 1

[[terms]]
term = "error"
sentence = "The share of samples that are taken for the other class."
formula = "error = wrong / all"
lesson = "blur-and-error"

[[terms]]
term = "blur"
sentence = "How far samples of a class lie from its centre."
lesson = "later-lesson"
also = ["noise"]

[[terms]]
term = "centre"
sentence = "The mean of the samples of a class."
"""


def build(root: Path) -> Path:
    """Write the course into `root` and return it."""
    folder = root / "u01_orientation" / "blur_and_error"
    folder.mkdir(parents=True)
    (root / "course.toml").write_text(COURSE, encoding="utf-8")
    (root / "misconceptions.toml").write_text(MISCONCEPTIONS, encoding="utf-8")
    (root / "glossary.toml").write_text(GLOSSARY, encoding="utf-8")
    for name, text in {
        "lesson.toml": LESSON,
        "lesson.md": SCRIPT,
        "blur.py": EXPERIMENT,
        "recorded.toml": RECORDED,
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    return root
