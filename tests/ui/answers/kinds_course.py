"""A small course with one lesson of arranged, filled, marked and written questions."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tests.ui.tiny_course import EXPERIMENT
from tutor.run import Finished, RunEvent, RunRequest, RunResult, Started

LESSON_ID = "every-kind"

COURSE = """\
format_version = 1
title = "From nothing to hired"

[[units]]
id = "u01"
title = "Orientation"

[[units.lessons]]
id = "every-kind"
title = "Every kind of question"
status = "written"
"""

LESSON = '''\
format_version = 1
id = "every-kind"
title = "Every kind of question"
minutes = 12
objectives = ["Answer whatever is asked"]

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

[[questions]]
id = "q-order"
kind = "order"
stem = "Put the steps of an honest evaluation in order."
explain = "The test set is set aside first and touched last; what is learnt is learnt from the training set."
hint = "What must the test set never see?"
proof = "quiet"
steps = [
    "Set the test set aside",
    "Fit the scaler on the training set",
    "Scale the training set",
    "Fit the model",
    "Score once on the test set",
]

[[questions]]
id = "q-match"
kind = "match"
stem = "Match each metric with what it asks."
explain = "Precision looks at what was flagged, recall at what should have been, accuracy at everything."
decoys = ["How far off are the numbers?"]

[[questions.pairs]]
left = "precision"
right = "Of what was flagged, how much was right?"
why = "Its denominator is what the model flagged."

[[questions.pairs]]
left = "recall"
right = "Of what should be flagged, how much was?"
why = "Its denominator is what is truly positive."

[[questions.pairs]]
left = "accuracy"
right = "Of everything, how much was right?"
why = "Its denominator is every sample."

[[questions]]
id = "q-blank"
kind = "blank"
stem = "Fill the gaps, so that the scaler learns from the training rows alone."
explain = "`fit` learns mean and spread; the test rows are only transformed."
code = """
from sklearn.preprocessing import StandardScaler

scaler = StandardScaler()
scaler.___(X_train)
Z = scaler.___(X_test)
"""
accepts = [["fit"], ["transform"]]
probes = { mean = "Z.mean()", spread = "Z.std()", first = "Z[0]" }

[[questions.slips]]
key = "fit | fit_transform"
why = "`fit_transform` on the test rows learns their mean anew, which a served model could never do."

[[questions]]
id = "q-bug"
kind = "bug"
stem = "Cross-validated, and yet the score is a dream. Which line leaks, and why?"
explain = "The selector saw every label before the folds were cut."
lines = [4]
code = """
from sklearn.feature_selection import SelectKBest
from sklearn.model_selection import cross_val_score

X_best = SelectKBest(k=20).fit_transform(X, y)
model = LogisticRegression()
print(cross_val_score(model, X_best, y, cv=5).mean())
"""

[[questions.choices]]
text = "The features are chosen with the labels of the test folds"
right = true
why = "Selection is part of fitting; it belongs into a pipeline."

[[questions.choices]]
text = "Five folds are too few"
why = "It tempts because more folds cost more, but five only make the estimate a little rougher."

[[questions.choices]]
text = "The model has no random seed"
why = "It tempts because seeds are good manners, but this model draws nothing."

[[questions]]
id = "q-output"
kind = "output"
stem = "What does this print?"
explain = "Broadcasting adds the row to each row."
code = """
import numpy as np

a = np.array([[1], [2]])
b = np.array([10, 20])
print(a + b)
"""

[[questions.choices]]
text = "[[11 21]\\n [12 22]]\\n"
right = true
why = "A column and a row span a table."

[[questions.choices]]
text = "[11 22]\\n"
why = "It tempts because both have two elements, but the shapes are (2, 1) and (2,)."

[[questions.choices]]
text = "[[11]\\n [22]]\\n"
why = "It tempts because a is a column, but b stretches too."

[[questions]]
id = "q-text"
kind = "text"
stem = "Why does a random forest overfit less than one of its trees?"
explain = "Averaging cancels what single trees get wrong by chance."
model_answer = "Each tree overfits in its own way, and the average cancels what they do not share."
points = ["Single trees overfit", "Their errors differ", "The average cancels them"]
longest = 200
'''

SCRIPT = """\
## Begin

Answer what is asked.

```question q-order
```

```question q-match
```

```question q-blank
```

```question q-bug
```

```question q-output
```

```question q-text
```

```recap
- Done.
```
"""

STEPS = ("begin", "q-order", "q-match", "q-blank", "q-bug", "q-output", "q-text", "recap")

PRINTED = "[[11 21]\n [12 22]]\n"


def judging(request: RunRequest) -> Iterable[RunEvent]:
    """Runs that go well; of all fills of a gap, `partial_fit` alone does what the model fill does."""
    same = 1.0 if "partial_fit" in request.source else 0.0
    metrics = {
        f"{whose}_{name}": value
        for name in ("mean", "spread", "first")
        for whose, value in (("model", 1.0), ("mine", same))
    }
    return (Started(), Finished(RunResult("ok", 0.2, stdout=PRINTED, metrics=metrics)))


def build(root: Path) -> Path:
    """Write the course into `root` and return it."""
    folder = root / "u01_orientation" / "every_kind"
    folder.mkdir(parents=True, exist_ok=True)
    (root / "course.toml").write_text(COURSE, encoding="utf-8")
    for name, text in {
        "lesson.toml": LESSON,
        "lesson.md": SCRIPT,
        "blur.py": EXPERIMENT,
        "recorded.toml": "format_version = 1\n",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    return root
