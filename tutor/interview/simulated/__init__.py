"""A cluster that is simulated: its modules go to the sandbox as text, together with the learner's code."""

from __future__ import annotations
