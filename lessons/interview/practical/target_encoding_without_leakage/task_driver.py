"""What is looked at: the codes of the training rows and of the new rows."""

import numpy as np


def observe(entry, case):
    codes, fresh = entry(*case.args, **case.kwargs)
    return {"training rows": np.asarray(codes), "new rows": np.asarray(fresh)}
