"""A tiny course on disk, to break one thing at a time."""

from __future__ import annotations

from pathlib import Path

COURSE = """\
format_version = 1
title = "Tiny"

[[units]]
id = "u01"
title = "First steps"

[[units.lessons]]
id = "coin-toss"
title = "Tossing a coin"
status = "written"

[[units.lessons]]
id = "dice"
title = "Rolling dice"
status = "planned"
requires = ["coin-toss"]
"""

LESSON = """\
format_version = 1
id = "coin-toss"
title = "Tossing a coin"
minutes = 10
objectives = ["say what a fair coin does"]
requires = []
helpful = ["dice"]

[[experiments]]
id = "toss"
title = "Toss a coin"
budget_s = 1.0

[[experiments.params]]
name = "tosses"
help = "how often the coin is tossed"
default = 100
low = 10
high = 1000
step = 10

[[experiments.params]]
name = "coin"
default = "fair"
options = ["fair", "bent"]

[[experiments.settings]]
id = "bent"
params = { coin = "bent" }

[[experiments.claims]]
says = "A bent coin shows more heads"
test = "toss.heads < bent.heads"

[[experiments.claims]]
says = "A coin never shows more heads than tosses"
test = "heads < tosses"

[[questions]]
id = "q-fair"
kind = "single"
stem = "How often does a fair coin show heads? It showed {toss.heads:.0f}."
explain = "Half of the time, on average."
hint = "Count the sides."

[[questions.choices]]
text = "Half of the time"
right = true
why = "Both sides are equally likely."

[[questions.choices]]
text = "Always"
why = "That would be a coin with two heads."
misconception = "two-heads"

[[questions]]
id = "q-sides"
kind = "multiple"
stem = "Which are sides of a coin?"
explain = "Heads and tails."

[[questions.choices]]
text = "Heads"
right = true
why = "The front."

[[questions.choices]]
text = "Tails"
right = true
why = "The back."

[[questions.choices]]
text = "Edge"
why = "It rarely stands on it."

[[questions]]
id = "q-mean"
kind = "numeric"
stem = "How many heads do you expect in 10 tosses?"
key = "10 * 0.5"
abs_tol = 0.01
unit = "heads"
explain = "Ten times a half."

[[questions.slips]]
key = "10"
why = "That forgets the tails."

[[questions]]
id = "p-heads"
kind = "predict"
setting = "toss"
stem = "How many heads will 100 tosses show?"
explain = "About half."

[[questions.choices]]
text = "Fewer than 70"
when = "heads < 70"
why = "Half of them, give or take ten."

[[questions.choices]]
text = "70 or more"
when = "heads >= 70"
why = "That is four standard deviations too many."

[[corrections]]
id = "c1"
often_written = "After ten heads, tails is due."
right = "The coin has no memory."
as_of = "Nov 2026"
"""

SCRIPT = """\
## Why coins

Toss a coin. What will it show? It has `{two}` sides.

```python
sides = {"heads", "tails"}
```

```predict p-heads
Guess first.
```

```experiment toss
Turn **tosses** up.
```

```explain Half of them
It showed {toss.heads:.0f} heads; the bent one {bent.heads:.0f}.
```

```question q-fair
```

```question q-sides
```

```question q-mean
```

```correction c1
```

```recap
- A coin has no memory.
```
"""

CODE = '''\
"""Toss a coin."""

import numpy as np

from tutor.sandbox.displays import Result, bars


def run(*, tosses: int, coin: str, seed: int) -> Result:
    """Toss it."""
    rng = np.random.default_rng(seed)
    heads = int(rng.binomial(tosses, 0.5 if coin == "fair" else 0.9))
    counts = {"count": [heads, tosses - heads]}
    figure = bars(["heads", "tails"], counts, title="Tosses", alt=f"{heads} of {tosses} tosses showed heads.")
    return Result(metrics={"heads": heads, "tosses": tosses}, figures=[figure])
'''

RECORDED = """\
# Written by mltutor check --record; the prose quotes these numbers.
format_version = 1

[bent.heads]
value = 89.0
sd = 3.4

[toss.heads]
value = 51.0
sd = 5.8
"""


MISCONCEPTIONS = """\
format_version = 1

[[misconceptions]]
id = "two-heads"
belief = "A coin has two heads."
truth = "It has one."
lesson = "coin-toss"
[misconceptions.refuted_by]
experiment = "coin-toss/toss"
predict = "How many heads do a hundred tosses of a fair coin show?"
believed = "heads > 99"
believed_says = "a hundred"
holds = "heads < 80"
holds_says = "under 80"
"""

GLOSSARY = """\
format_version = 1

[[terms]]
term = "fair coin"
sentence = "A coin that shows heads and tails equally often."
formula = "P(heads) = 1/2"
lesson = "coin-toss"
also = ["fair coins"]
"""


def build(root: Path) -> Path:
    """Write the tiny course into `root`; gives the folder of its one written lesson."""
    folder = root / "u01_first" / "coin_toss"
    folder.mkdir(parents=True)
    (root / "course.toml").write_text(COURSE)
    (root / "misconceptions.toml").write_text(MISCONCEPTIONS)
    (root / "glossary.toml").write_text(GLOSSARY)
    for name, text in {
        "lesson.toml": LESSON,
        "lesson.md": SCRIPT,
        "toss.py": CODE,
        "recorded.toml": RECORDED,
    }.items():
        (folder / name).write_text(text)
    return folder


def change(file: Path, old: str, new: str) -> None:
    """Replace the one place in the file where `old` stands."""
    text = file.read_text()
    if text.count(old) != 1:
        raise ValueError(f"{old!r} stands {text.count(old)} times in {file.name}")
    file.write_text(text.replace(old, new))
