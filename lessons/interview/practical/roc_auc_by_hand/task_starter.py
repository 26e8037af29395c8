"""The area under the ROC curve."""

import numpy as np


def auc(y, score):
    """Return the share of pairs in which the positive scores higher; equal scores count half."""
    raise NotImplementedError
