"""Add a tenth over and over, in double and in single precision."""

import numpy as np

from tutor.sandbox.displays import Result, lines


def run(*, seed: int) -> Result:
    equal = float(sum([0.1] * 10) == 1.0)
    counts = np.arange(1, 100_001)
    sums = np.cumsum(np.full(100_000, 0.1, dtype=np.float32))
    errors = np.abs(sums - counts / 10)
    figure = lines(
        counts[::1000],
        {"error in single precision": errors[::1000]},
        title="Adding tenths",
        x_label="how many",
        alt=(
            f"In double precision ten tenths {'are' if equal else 'are not'} equal to 1.0; in single "
            f"precision the sum of 100,000 tenths is off by {errors[-1]:.2f}."
        ),
    )
    return Result(metrics={"equal": equal, "single_error": errors[-1]}, figures=[figure])
