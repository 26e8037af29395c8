"""A parallel job to be shown on the simulated cluster: its task, the code to begin with, the program."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tutor.course.rubric import Prompt, ShowMe

STARTERS: Mapping[str, str] = {
    "mean-variance": '''def map_part(part):
    """What one worker hands back for its numbers."""
    return ...


def combine(a, b):
    """Two such results as one."""
    return ...


def finalise(total):
    """(mean, population variance) of all numbers."""
    return ...
''',
    "word-count": '''def map_part(part):
    """What one worker hands back for its words."""
    return ...


def combine(a, b):
    """Two such results as one."""
    return ...


def finalise(total):
    """{word: count} of all words."""
    return ...
''',
    "k-means-step": '''# CENTRES, a tuple of (x, y), has been sent to every worker.
CENTRES = ((0.0, 0.0), (4.0, 4.0), (0.0, 5.0))


def map_part(part):
    """What one worker hands back for its points (x, y)."""
    return ...


def combine(a, b):
    """Two such results as one."""
    return ...


def finalise(total):
    """The new centres, a list of (x, y); one without points stays."""
    return ...
''',
}

ASKS: Mapping[str, str] = {
    "mean-variance": "the mean and the variance of numbers that lie on several machines",
    "word-count": "the count of each word of a text that lies on several machines",
    "k-means-step": "one step of k-means on points that lie on several machines",
}

MODULES = ("jobs", "values", "lines", "program", "walk", "checks", "times", "told")
"""The simulation, each module after those that it needs."""

RUN = """

def run(*, seed):
    import sys
    from types import ModuleType

    from tutor.sandbox.displays import Result

    for name, text in {sources!r}.items():
        module = sys.modules[name] = ModuleType(name)
        exec(compile(text, name, "exec"), vars(module))
    return Result(*module.report(globals(), {job!r}, seed))
"""
"""What is put after the learner's code; the simulation has names of its own."""

REFERENCE = """\
You write **Python** with three functions; the cluster calls them.

- `map_part(part)` runs on every worker with its own list of items, of any length, **also none**. What it
  returns is sent on, so return little.
- `combine(a, b)` makes one result of two. Results meet in **any order and grouping**, as a tree or one by
  one.
- `finalise(total)` runs once, on one machine, and returns what is asked for.

What the cluster does to your code:

- Every call runs in a process of its own: a global that you write to is a copy there, and **lost**. Constants
  may be read.
- What you are given must stay as it is: a task that is tried again gets the same list again.
- Loops, comprehensions, classes, your own functions and `import` work as usual (`math`, `collections`,
  `numpy` …). `print` shows what it prints on 4 workers. Nothing needs threads, locks or messages: the
  cluster does that.
- Results are compared with the serial one up to rounding.

Time is counted in items: one item takes 1, handing it out 0.01, a message between two workers 2 and 0.01 for
each value in it; `finalise` takes 1 for each value that reaches it.
"""
"""What the simulated cluster understands, as Markdown."""


def on_cluster(prompt: Prompt) -> bool:
    """Whether what the question asks to be shown runs on the simulated cluster."""
    return prompt.show_me is None and prompt.form == "parallel"


def claim(prompt: Prompt) -> ShowMe | None:
    """What is to be shown by a run: the prompt's own claim, or the job on the cluster."""
    if not on_cluster(prompt):
        return prompt.show_me
    job = job_of(prompt)
    return ShowMe(
        ask=f"Run it on a cluster of simulated workers: {ASKS[job]}. "
        "Write map_part, combine and finalise; parts are uneven, and some are empty.",
        starter=STARTERS[job],
        test="faults == 0",
        says="the result is the serial one whatever the partition, the order and the grouping",
    )


def job_of(prompt: Prompt) -> str:
    """The job that the question is nearest to."""
    text = f"{prompt.id} {prompt.question}".lower()
    if "means" in text and "average" not in text:
        return "k-means-step"
    return "word-count" if "word" in text or "text" in text else "mean-variance"


def program(prompt: Prompt, source: str) -> str:
    """What is sent to the sandbox for a demonstration: the learner's code, on the cluster if it is a job."""
    if not on_cluster(prompt):
        return source
    folder = Path(__file__).with_name("simulated")
    sources = {
        f"tutor.interview.simulated.{name}": (folder / f"{name}.py").read_text(encoding="utf-8")
        for name in MODULES
    }
    return source + RUN.format(sources=sources, job=job_of(prompt))
