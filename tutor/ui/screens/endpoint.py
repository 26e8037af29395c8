"""The endpoint that gives a second opinion: where it is, and what will be sent to it, before it is on."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tutor.grading.endpoint.ask import example
from tutor.grading.endpoint.settings import Endpoint, EndpointError, endpoint
from tutor.ui.widgets.key_line import KeyLine

ABOUT = (
    "A language model on this machine, such as Ollama's, or in a cloud is asked for a second opinion on your "
    "answers in words. The question, its points and your words are sent, as you can read below."
)


class EndpointScreen(ModalScreen[Endpoint | None]):
    """Dismissed with the endpoint to be asked from now on, or with None."""

    HELP = """\
    # A second opinion

    The address ends like `/v1`, and the model is named as its server names it. What stands below is sent
    with each answer in the interview, and nothing else; **Enter** leads there, the arrows scroll. **F9**
    switches it on, **Esc** leaves it off. A key is never typed here: the README says where it is kept.
    """
    BINDING_GROUP_TITLE = "A second opinion"
    CSS_PATH = "endpoint.tcss"
    AUTO_FOCUS = "#url"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f9", "done", "switch on", key_display="F9", id="endpoint.on", tooltip="Switch it on"),
        Binding(
            "escape", "dismiss", "leave off", key_display="esc", id="endpoint.off", tooltip="Leave it off"
        ),
    ]

    url = getters.query_one("#url", Input)
    model = getters.query_one("#model", Input)
    told = getters.query_one("#told", Static)
    sent = getters.query_one("#sent", Static)

    def __init__(self, url: str, model: str, key_from: Callable[[Endpoint], str]) -> None:
        """`key_from` says in words where an endpoint's key comes from."""
        super().__init__()
        self._kept = url, model
        self._key_from = key_from

    def compose(self) -> ComposeResult:
        """What this is, the address and the model, what is wrong with them, what is sent, the keys."""
        url, model = self._kept
        with Vertical() as box:
            box.border_title = "A second opinion"
            yield Static(ABOUT, markup=False)
            yield Input(url, placeholder="http://localhost:11434/v1", id="url", compact=True)
            yield Input(model, placeholder="the model, such as qwen2.5:7b", id="model", compact=True)
            yield Static(id="told", markup=False)
            with VerticalScroll():
                yield Static(id="sent", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show what would be sent."""
        self._say()

    def action_done(self) -> None:
        """Switch it on, if it can be asked."""
        try:
            self.dismiss(endpoint(self.url.value, self.model.value))
        except EndpointError as error:
            self.notify(f"{error}.".capitalize(), severity="warning", markup=False)

    @on(Input.Changed)
    def _say(self) -> None:
        """What is wrong, or what is sent."""
        try:
            found = endpoint(self.url.value, self.model.value)
        except EndpointError as error:
            self.told.update(Content.styled(f"Not yet: {error}.", "$due"))
            self.sent.update("")
            return
        key = self._key_from(found)
        where = f"with {key}" if key else "without a key"
        self.told.update(
            Content.styled(f"Sent {where}. Enter leads to what is sent, F9 switches it on.", "$right")
        )
        self.sent.update(example(found, key))

    @on(Input.Submitted)
    def _on(self, event: Input.Submitted) -> None:
        """From the address to the model, and from there to what is sent: only F9 switches it on."""
        event.stop()
        (self.model if event.input is self.url else self.query_one(VerticalScroll)).focus()
