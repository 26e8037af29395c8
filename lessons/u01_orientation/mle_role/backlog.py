"""Work through the thirty tickets that stand between a notebook and a released model."""

import numpy as np

from tutor.sandbox.displays import Result, bars

TEAM = (
    "ML engineer",
    "data engineer",
    "software engineer",
    "data scientist",
    "platform engineer",
    "analyst",
)
ROLE = {"E": 0, "D": 1, "S": 2, "C": 3, "P": 4, "A": 5}
KINDS = ("data", "modelling", "integration", "operation", "people")

# kind, whose field it is, days, whether the release waits for it
TICKETS = """
data D 4 yes  Nightly partition of the warehouse arrives late
data D 3 yes  Two sources disagree about the customer id
data E 3 yes  Add schema and range checks to the training table
data C 2 yes  Audit five hundred labels by hand
data D 2 no   Archive the raw files of last year
data A 2 no   Chart the number of missing values for each month
data E 3 yes  Compute features with the same code in training and serving
data S 2 yes  Mask names and addresses before training
modelling C 3 yes  Agree on a metric and a baseline
modelling E 4 yes  Train and validate the first real model
modelling C 3 no   Try three more algorithms
modelling C 4 no   Tune hyperparameters for one more percent
modelling E 3 no   Distil the model for phones
modelling C 2 yes  Check the errors for each group of customers
integration E 3 yes  Turn the notebook into a tested package
integration S 4 yes  Offer predictions behind an interface
integration S 3 yes  Fall back to a rule when the model is down
integration P 3 yes  Build and deploy from the repository
integration E 2 yes  Store the model with the version of its data
integration S 2 no   Cache predictions of the busiest hour
operation P 3 yes  Alarms for latency and failures
operation E 3 yes  Alarms for drifting inputs and scores
operation E 2 yes  Write down how to roll back, and try it
operation P 2 no   Halve the bill for idle machines
operation E 3 no   Retrain every month without hands
people A 2 yes  Agree with the product owner what a mistake costs
people E 1 yes  Explain the limits to the support desk
people A 1 no   Monthly report for the administrators
people C 2 no   Present the results at the company meeting
people S 1 no   Review the interface with the mobile team
"""


def tickets(rng):
    """(kind, role, days, blocks) for each ticket; the real days differ from the plan."""
    rows = [line.split(maxsplit=4) for line in TICKETS.strip().splitlines()]
    luck = rng.lognormal(mean=0.0, sigma=0.2, size=len(rows))
    return [
        (kind, ROLE[role], int(days) * factor, blocks == "yes")
        for (kind, role, days, blocks, _), factor in zip(rows, luck)
    ]


def work_through(queue, team):
    """The day on which the last blocking ticket is done, each person's days, and the foreign tickets."""
    days, release, foreign = np.zeros(team), 0.0, 0
    for _, role, effort, blocks in queue:
        person = role if role < team else int(days.argmin())
        if person != role:
            effort, foreign = effort * 1.5, foreign + 1
        days[person] += effort
        if blocks:
            release = max(release, days[person])
    return release, days, foreign


def run(*, team: int, order: str, seed: int) -> Result:
    rng = np.random.default_rng(seed)
    queue = tickets(rng)
    rng.shuffle(queue)
    if order == "blockers first":
        queue.sort(key=lambda ticket: not ticket[3])

    release, days, foreign = work_through(queue, team)
    blocking = {kind: sum(t[2] for t in queue if t[0] == kind and t[3]) for kind in KINDS}
    waiting = {kind: sum(t[2] for t in queue if t[0] == kind and not t[3]) for kind in KINDS}
    share = blocking["modelling"] / sum(blocking.values())

    work = bars(
        KINDS,
        {"blocks the release": list(blocking.values()), "can wait": list(waiting.values())},
        title="Days of work by kind",
        alt=(
            "Days that the release waits for: "
            + ", ".join(f"{kind} {days:.0f}" for kind, days in blocking.items())
            + f". Modelling is {share:.0%} of them."
        ),
    )
    people = bars(
        TEAM[:team],
        {"days": days.tolist()},
        title=f"Days for each person: release on day {release:.0f}",
        alt=f"A team of {team} releases on day {release:.0f}; {foreign} tickets lay outside their fields.",
    )
    return Result(
        metrics={
            "tickets": len(queue),
            "release_day": float(release),
            "outside_field": foreign,
            "modelling_share": float(share),
            "data_days": blocking["data"],
            "modelling_days": blocking["modelling"],
            "integration_days": blocking["integration"],
        },
        figures=[work, people],
    )
