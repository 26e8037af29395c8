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

RUN = """

def run(*, seed):
    import sys
    from types import ModuleType

    from tutor.sandbox.displays import Result

    cluster = sys.modules["simulated_cluster"] = ModuleType("simulated_cluster")
    exec({simulation!r}, vars(cluster))
    return Result(*cluster.report(globals(), {job!r}, seed))
"""
"""What is put after the learner's code; the simulation has names of its own."""


def claim(prompt: Prompt) -> ShowMe | None:
    """What is to be shown by a run: the prompt's own claim, or the job on the cluster."""
    if prompt.show_me is not None or prompt.form != "parallel":
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
    if prompt.show_me is not None or prompt.form != "parallel":
        return source
    simulation = Path(__file__).with_name("simulated.py").read_text(encoding="utf-8")
    return source + RUN.format(simulation=simulation, job=job_of(prompt))
