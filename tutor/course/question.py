"""The kinds of question, frozen; `questions` makes them from a lesson.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from tutor.run import Scalar

GAP = "___"
"""What stands for a gap in code."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a question, with the sentence that answers whoever picked it."""

    text: str
    right: bool
    why: str
    when: str = ""
    """In a prediction: the expression over the run's metrics that makes this option come true."""
    misconception: str = ""
    setting: str = ""
    """In a guess of the model: the setting whose run draws what this option names."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A wrong number that people arrive at, and how they got there."""

    key: str
    why: str
    misconception: str = ""


@dataclass(frozen=True, slots=True)
class Draws:
    """Numbers that are drawn afresh for each attempt."""

    numbers: Mapping[str, tuple[Scalar, ...]]
    """By name, what may be drawn."""
    where: tuple[str, ...] = ()
    """Comparisons that must hold for what is drawn; else it is drawn again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What every question says, whatever its kind."""

    id: str
    stem: str
    explain: str
    hint: str = ""
    proof: str = ""
    """The setting whose run shows that the answer is right; empty if none does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SingleChoice(Asked):
    """Exactly one option is right."""

    choices: tuple[Choice, ...]
    keep_order: bool = False
    kind: Literal["single"] = "single"


@dataclass(frozen=True, slots=True, kw_only=True)
class MultipleChoice(Asked):
    """At least one option is right; all right ones are to be picked."""

    choices: tuple[Choice, ...]
    keep_order: bool = False
    kind: Literal["multiple"] = "multiple"


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeric(Asked):
    """A number; `key` is an expression over recorded numbers, never the bare result of a run."""

    key: str
    unit: str = ""
    abs_tol: float = 0.0
    rel_tol: float = 0.01
    slips: tuple[Slip, ...] = ()
    kind: Literal["numeric"] = "numeric"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction(Asked):
    """Asked before a run and judged by that run: either `choices` (by `when`) or a number (`key`)."""

    setting: str
    """The setting (see `Setting`) that the run uses."""
    choices: tuple[Choice, ...] = ()
    key: str = ""
    unit: str = ""
    abs_tol: float = 0.0
    rel_tol: float = 0.1
    keep_order: bool = True
    kind: Literal["predict"] = "predict"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(Asked):
    """Steps to be put in order; steps of the same `peers` group may stand in any order among themselves."""

    steps: tuple[str, ...]
    """In a right order."""
    peers: tuple[tuple[int, ...], ...] = ()
    """Groups of neighbouring places in `steps`, from 0."""
    kind: Literal["order"] = "order"


@dataclass(frozen=True, slots=True)
class Pair:
    """What belongs together, and why."""

    left: str
    right: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Match(Asked):
    """Each left side to its right side; `decoys` are right sides that belong to none."""

    pairs: tuple[Pair, ...]
    decoys: tuple[str, ...] = ()
    kind: Literal["match"] = "match"

    @property
    def rights(self) -> tuple[str, ...]:
        """The right sides in the question's own order, the decoys last."""
        return (*(pair.right for pair in self.pairs), *self.decoys)


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank(Asked):
    """Gaps `___` in code; an answer is right if every probe gives what it gives with the first fills."""

    code: str
    """With one `___` for each gap."""
    accepts: tuple[tuple[str, ...], ...]
    """For each gap the texts that are right without a run; the first is the model one."""
    probes: Mapping[str, str]
    """Names, and Python expressions for numbers that are evaluated after the code; three at least."""
    slips: tuple[Slip, ...] = ()
    """Wrong fills that people write (`key` is the text, gaps joined by ` | `), and what happens then."""
    kind: Literal["blank"] = "blank"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bug(Asked):
    """A line (or several) to be marked in code, then the reason among `choices`."""

    code: str
    lines: tuple[int, ...]
    """The guilty lines, from 1."""
    choices: tuple[Choice, ...]
    keep_order: bool = False
    kind: Literal["bug"] = "bug"


@dataclass(frozen=True, slots=True, kw_only=True)
class Output(Asked):
    """What does this code print? The text of the right option is what it prints; running it shows."""

    code: str
    choices: tuple[Choice, ...]
    keep_order: bool = False
    kind: Literal["output"] = "output"


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve(Asked):
    """A curve to be drawn before a run, which is then laid over it."""

    setting: str
    line: str
    """The label of the line in the run's figures that is to be drawn."""
    x: tuple[float, ...]
    """Where the learner sets a height: values on the line's x axis."""
    low: float
    high: float
    """The y axis."""
    kind: Literal["curve"] = "curve"


@dataclass(frozen=True, slots=True)
class Scores:
    """A class's scores: drawn from a normal distribution and clipped to [0, 1]."""

    n: int
    mean: float
    sd: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold(Asked):
    """A threshold to be placed on drawn scores so that the mistakes cost least."""

    positive: Scores
    negative: Scores
    false_positive: float
    false_negative: float
    """What one mistake of each kind costs."""
    unit: str = ""
    kind: Literal["threshold"] = "threshold"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPlot(Asked):
    """A figure of a run is shown; the answer is read off it: `choices` (by `when`) or a number (`key`)."""

    setting: str
    figure: int = 0
    choices: tuple[Choice, ...] = ()
    key: str = ""
    unit: str = ""
    abs_tol: float = 0.0
    rel_tol: float = 0.1
    keep_order: bool = True
    kind: Literal["plot"] = "plot"


@dataclass(frozen=True, slots=True, kw_only=True)
class GuessModel(Asked):
    """A figure without its title: which of the `choices`, each with its `setting`, drew it?"""

    choices: tuple[Choice, ...]
    figure: int = 0
    kind: Literal["model"] = "model"


@dataclass(frozen=True, slots=True)
class Worked:
    """A line of a worked solution: what is computed, and the expression."""

    says: str
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ByHand(Asked):
    """A number to be calculated by hand, drawn afresh each time; the solution is worked out with it."""

    draws: Draws
    key: str
    worked: tuple[Worked, ...]
    unit: str = ""
    abs_tol: float = 0.0
    rel_tol: float = 0.01
    slips: tuple[Slip, ...] = ()
    kind: Literal["hand"] = "hand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Split(Asked):
    """A split or centroids placed by hand on drawn points, judged against the algorithm's own."""

    task: Literal["split", "centroids"]
    n: int
    """Points in all."""
    centres: tuple[tuple[float, float], ...]
    """Where the points gather in [0, 1]²; for a split the class of a point is its centre's place."""
    spread: float
    """Standard deviation around a centre."""
    criterion: Literal["gini", "entropy"] = "gini"
    kind: Literal["split"] = "split"


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeText(Asked):
    """A short answer in words, graded by the learner against the model answer's points."""

    model_answer: str
    points: tuple[str, ...]
    longest: int = 600
    """The most characters an answer may have."""
    kind: Literal["text"] = "text"


Question: TypeAlias = (
    SingleChoice
    | MultipleChoice
    | Numeric
    | Prediction
    | Order
    | Match
    | Blank
    | Bug
    | Output
    | Curve
    | Threshold
    | ReadPlot
    | GuessModel
    | ByHand
    | Split
    | FreeText
)
