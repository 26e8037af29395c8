"""Free text, graded offline: which points of a rubric an answer makes, in the learner's own words."""
