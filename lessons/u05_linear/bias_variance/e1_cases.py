"""Models whose bias and variance are computed here from the same samples."""

import numpy as np

from tutor.sandbox.cases import Case, close, told

PARTS = ("bias_squared", "variance", "error")


def cases(seed):
    rng = np.random.default_rng(seed)

    def case(says, model, option, n, noise, reps, visible=False):
        given = {"model": model, "option": option, "n": n, "noise": noise, "reps": reps}
        given |= {"height": float(rng.uniform(0.5, 1.5)), "draws": int(rng.integers(1_000_000))}
        given["xs"] = np.sort(rng.uniform(-0.9, 0.9, size=int(rng.integers(20, 40))))
        return Case(says, given=given, visible=visible)

    return [
        case("a straight line, 20 points, 50 samples", "polynomial", 1, 20, 0.3, 50, visible=True),
        case("degree 3, 30 points, 40 samples", "polynomial", 3, 30, 0.3, 40),
        case("degree 6, 15 points, 60 samples", "polynomial", 6, 15, 0.2, 60),
        case("the mean of the sample", "polynomial", 0, 10, 0.5, 30),
        case("the nearest neighbour", "nearest neighbour", 0, 25, 0.4, 30),
        case("a constant that never looks at the sample", "constant", float(rng.normal()), 10, 0.3, 12),
        case("no noise at all", "polynomial", 1, 12, 0.0, 25),
        case("two samples only", "polynomial", 2, 12, 0.3, 2),
    ]


def judge(case, saw):
    given, found = case.given, saw["found"]
    if saw["samples"] != given["reps"]:
        return f"expected {given['reps']} fresh samples, got {saw['samples']}"
    if not isinstance(found, dict) or not set(PARTS) <= set(found):
        return f"expected a dict with {', '.join(PARTS)}, got {told(found)}"
    expected = parts(given)
    for name in PARTS:
        if words := close(found[name], expected[name], tol=1e-6, name=name):
            return words
    return None


def parts(given):
    rng = np.random.default_rng(given["draws"])
    xs, fits = given["xs"], []
    for _ in range(given["reps"]):
        x = rng.uniform(-1, 1, size=given["n"])
        y = given["height"] * np.sin(np.pi * x) + rng.normal(scale=given["noise"], size=given["n"])
        if given["model"] == "polynomial":
            fits.append(np.polyval(np.polyfit(x, y, given["option"]), xs))
        elif given["model"] == "constant":
            fits.append(np.full(len(xs), given["option"]))
        else:
            fits.append(y[np.argmin(np.abs(xs[:, None] - x[None, :]), axis=1)])
    fits, truth = np.array(fits), given["height"] * np.sin(np.pi * xs)
    return {
        "bias_squared": np.mean((fits.mean(axis=0) - truth) ** 2),
        "variance": np.mean(fits.var(axis=0)),
        "error": np.mean((fits - truth) ** 2),
    }
