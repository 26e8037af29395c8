"""Numbers on their way from numpy into figures."""

from __future__ import annotations

from array import array

import numpy as np
from numpy.typing import ArrayLike


def floats(values: ArrayLike) -> array[float]:
    """The numbers as a flat `array("d")`, copied in one go."""
    flat = array("d")
    flat.frombytes(np.ascontiguousarray(values, dtype=np.float64).tobytes())
    return flat
