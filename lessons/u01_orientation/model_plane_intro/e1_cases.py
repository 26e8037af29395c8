"""Single steps inside and outside of the limits, and a flight that must come to rest."""

import numpy as np

from tutor.sandbox.cases import Case, close, told


def cases(seed):
    rng = np.random.default_rng(seed)
    gains = tuple(rng.uniform([1.0, 0.3, 0.5], [1.5, 0.6, 0.8]).round(3).tolist())
    small = [float(each) for each in rng.uniform(0.05, 0.15, size=4).round(3)]
    return [
        Case("a small error", args=(small[0], 0.0, 0.0, gains, 0.05), visible=True),
        Case("the nose already moves", args=(small[0], 0.0, small[1], gains, 0.05)),
        Case("no error, no motion, nothing left over", args=(0.0, 0.0, 0.0, gains, 0.05)),
        Case("an error that has stayed for a while", args=(small[2], small[3], 0.0, gains, 0.1)),
        Case("an error far too large for the elevator", args=(4.0, 0.0, 0.0, gains, 0.05)),
        Case("the same downwards", args=(-4.0, 0.0, 0.0, gains, 0.05)),
        Case("the total error stands at its limit", args=(0.1, 1.999, 0.9, gains, 0.05)),
        Case("the total error stands at its lower limit", args=(-0.1, -1.999, -0.9, gains, 0.05)),
        Case("a flight of 30 seconds", args=((2.0, 0.5, 0.8), 0.05), given={"steps": 600}),
    ]


def judge(case, saw):
    if "steps" in case.given:
        trace = np.asarray(saw)
        if len(trace) < case.given["steps"]:
            return "the plane left the sky: the pitch went past 100 radians"
        away = float(np.abs(trace[-100:] - 0.5).max())
        return None if away < 0.05 else f"expected a pitch at rest near 0.5, still {told(away)} away"
    error, total_error, rate, (kp, ki, kd), dt = case.args
    total = float(np.clip(total_error + error * dt, -2, 2))
    command = float(np.clip(kp * error + ki * total - kd * rate, -1, 1))
    command_saw, total_saw = saw
    return close(command_saw, command, name="command") or close(total_saw, total, name="total error")
