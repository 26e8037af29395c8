"""Fly a model plane's pitch with gains set by hand, or with gains found by test flights."""

import numpy as np

from tutor.sandbox.displays import Axis, Figure, Line, Result, progress

STEP, STEPS = 0.05, 200  # seconds between two commands, commands in a flight
CLIMB = 0.5  # the pitch to hold after the first second, in radians
HAND = np.array([2.0, 0.5, 0.8])  # gains tuned by hand for a plane of mass 1
CRASH = 3.0


def fly(gains, mass, gust, seed, delay=0):
    """One flight under a PID controller whose commands arrive `delay` steps late: its cost and its pitch."""
    rng = np.random.default_rng(seed)
    gusts = gust * rng.normal(size=STEPS)
    proportional, integral, damping = gains
    pitch = rate = total_error = cost = 0.0
    commands, trace = [0.0] * delay, []
    for t in range(STEPS):
        error = (CLIMB if t > 20 else 0.0) - pitch
        total_error = max(-2.0, min(2.0, total_error + error * STEP))
        elevator = proportional * error + integral * total_error - damping * rate
        commands.append(max(-1.0, min(1.0, elevator)))
        elevator = commands.pop(0)
        rate += STEP * (-0.8 * rate / mass + 4.0 * elevator / mass + gusts[t])
        pitch += STEP * rate
        cost += error**2 * STEP
        trace.append(pitch)
        if abs(pitch) > CRASH:
            return cost + 50.0, trace
    return cost, trace


def mean_cost(gains, mass, gust, seeds, delay=0):
    return float(np.mean([fly(gains, mass, gust, seed, delay)[0] for seed in seeds]))


def learn(mass, gust, trials, seed):
    """Change the gains at random, test-fly them, keep what flies better: hill climbing."""
    rng = np.random.default_rng(seed)
    practice = range(3)
    gains, best = HAND, mean_cost(HAND, mass, gust, practice)
    costs = [best]
    for _ in progress(range(trials), note="test flights"):
        trial = abs(gains + 0.5 * rng.normal(size=3))
        cost = mean_cost(trial, mass, gust, practice)
        if cost < best:
            gains, best = trial, cost
        costs.append(best)
    return gains, costs


def run(*, mass: float, gust: float, trials: int, delay: int, seed: int) -> Result:
    gains, costs = learn(mass, gust, trials, seed)
    unseen = range(100, 105)
    hand_old = mean_cost(HAND, 1.0, gust, unseen)
    hand = mean_cost(HAND, mass, gust, unseen, delay)
    learned = mean_cost(gains, mass, gust, unseen, delay)

    seconds = (np.arange(1, STEPS + 1) * STEP).tolist()
    traces = {
        "hand": fly(HAND, mass, gust, 100, delay)[1],
        "learned": fly(gains, mass, gust, 100, delay)[1],
    }
    target = [0.0 if t <= 20 else CLIMB for t in range(STEPS)]
    pitch = Figure(
        title=f"A flight in unseen gusts, mass {mass:g}",
        marks=(
            Line(seconds, target, "target", 7, True),
            *(
                Line(seconds[: len(trace)], trace, name, color)
                for color, (name, trace) in enumerate(traces.items())
            ),
        ),
        x=Axis("seconds"),
        y=Axis("pitch"),
        alt=(
            f"The target steps to {CLIMB}. Hand-tuned peaks at {max(traces['hand']):.2f} and ends at "
            f"{traces['hand'][-1]:.2f}; learned peaks at {max(traces['learned']):.2f} and ends at "
            f"{traces['learned'][-1]:.2f}."
        ),
    )
    history = Figure(
        title="Best cost in practice, by trial",
        marks=(Line(list(range(len(costs))), costs, "cost", 1),),
        x=Axis("trials"),
        y=Axis("cost", low=0),
        alt=f"The best cost goes from {costs[0]:.3f} to {costs[-1]:.3f} in {trials} trials.",
    )
    return Result(
        metrics={
            "hand_old": hand_old,
            "hand": hand,
            "learned": learned,
            "saved": 1 - learned / hand,
            "gains_kept": int(np.isclose(gains, HAND).sum()),
            "gain_p": float(gains[0]),
            "gain_d": float(gains[2]),
            "practice": costs[-1],
        },
        figures=[pitch, history],
    )
