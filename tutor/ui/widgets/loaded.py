"""The experiment in the sandbox pane: where its knobs began, and the request for a run of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual.content import Content

from tutor.course.locate import origin_of
from tutor.course.model import Experiment
from tutor.run import Own, RunRequest, Scalar


@dataclass(frozen=True, slots=True)
class Loaded:
    """An experiment under one of its settings, with the seed of its runs."""

    experiment: Experiment
    setting: str
    seed: int

    def origin(self) -> dict[str, Scalar]:
        """Every knob as the lesson gave it."""
        settings = self.experiment.settings
        chosen = next((each.params for each in settings if each.id == self.setting), {})
        return {**self.experiment.defaults(), **chosen}

    def title(self) -> Content:
        """What stands above the knobs."""
        return Content.assemble((self.experiment.title, "$foreground"), f" · seed {self.seed}")

    def request(self, source: str, params: Mapping[str, Scalar], own: Own | None) -> RunRequest:
        """A run of `source` on the lesson's data, or on the learner's `own`."""
        return RunRequest(
            source=source,
            filename=self.experiment.path.name,
            entry="run",
            params=params,
            seed=self.seed,
            origin=origin_of(self.experiment.path),
            own=own,
        )
