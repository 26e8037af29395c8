"""Options to pick, or a number to type: whatever a question has of the two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from tutor.course.question import Choice
from tutor.grading.answer import Entered, Picked
from tutor.grading.number import NumberError, read_number
from tutor.grading.order import shown_order
from tutor.ui.widgets.answers.answering import Drafted, Refused, Submitted
from tutor.ui.widgets.choice_list import ChoiceList, Option
from tutor.ui.widgets.number_field import NumberField

if TYPE_CHECKING:
    from tutor.course.question import Question
    from tutor.grading.answer import Answer
    from tutor.grading.grade import Grade
    from tutor.grading.sheet import Phase
    from tutor.run import RunResult

UNPICKED = "Pick at least one option first: a digit, or space."


class PlainAnswer(Vertical):
    """A list of options, or a field; alone, or under what an answer is read off."""

    DEFAULT_CSS = """
    PlainAnswer { height: auto; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.choices = ChoiceList()
        self.number = NumberField()
        self._unit = ""
        self._open = False

    def compose(self) -> ComposeResult:
        yield self.choices
        yield self.number

    def show(
        self,
        question: Question,
        answer: Answer | None,
        *,
        seed: int,
        phase: Phase,
        grade: Grade | None,
        shown: RunResult | None,  # noqa: ARG002
    ) -> None:
        """The options in their order, or the field, with the answer so far."""
        choices: tuple[Choice, ...] = getattr(question, "choices", ())
        self._unit = getattr(question, "unit", "")
        self._open = phase == "open"
        self.choices.display, self.number.display = bool(choices), not choices
        if choices:
            options = [
                Option(place, choices[place].text, outcome(choices[place], grade))
                for place in shown_order(question, seed)
            ]
            picked = answer.choices if isinstance(answer, Picked) else ()
            self.choices.show(options, picked, several=question.kind == "multiple", settled=not self._open)
        else:
            text = answer.text if isinstance(answer, Entered) else ""
            self.number.show(text, self._unit, settled=not self._open)

    def commit(self) -> None:
        """Commit to what is picked or typed; nothing is picked that was not."""
        if not self._open:
            return
        if self.number.display:
            self.number.commit()
        else:
            self._choose(tuple(sorted(self.choices.picked)))

    def focus_answer(self) -> None:
        """The field, or the list."""
        (self.number.field if self.typed() else self.choices).focus()

    def ways(self) -> tuple[tuple[str, str], ...]:
        """Enter commits; everything else is as everywhere."""
        return (("enter", "commits"),)

    def typed(self) -> bool:
        """Whether a number is typed."""
        return bool(self.number.display)

    @on(ChoiceList.Picked)
    def _picked(self, event: ChoiceList.Picked) -> None:
        event.stop()
        self.post_message(Drafted(Picked(event.places) if event.places else None))

    @on(NumberField.Changed)
    def _typed(self, event: NumberField.Changed) -> None:
        event.stop()
        self.post_message(Drafted(Entered(event.text) if event.text else None))

    @on(ChoiceList.Submitted)
    def _chosen(self, event: ChoiceList.Submitted) -> None:
        event.stop()
        self._choose(event.places)

    @on(NumberField.Submitted)
    def _entered(self, event: NumberField.Submitted) -> None:
        event.stop()
        try:
            read_number(event.text, self._unit)
        except NumberError as error:
            self.post_message(Refused(str(error)))
        else:
            self.post_message(Submitted(Entered(event.text)))

    def _choose(self, places: tuple[int, ...]) -> None:
        self.post_message(Submitted(Picked(places)) if places else Refused(UNPICKED))


def outcome(choice: Choice, grade: Grade | None) -> Literal["unknown", "right", "wrong"]:
    """How an option turned out, as far as has been told."""
    if grade is None:
        return "unknown"
    right = {each.about for each in grade.feedback if each.role in ("right", "missed")}
    return "right" if choice.text in right else "wrong"
