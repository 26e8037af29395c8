"""The colours: three themes and the names by which everything else asks for them.

Names beyond Textual's own: `$class-0` … `$class-7` (figures), `$right`, `$wrong`, `$due`, `$quiet` (secondary
text), `$rule` (thin lines), `$here` (the one thing to look at).
"""

from __future__ import annotations

from textual.app import App
from textual.theme import Theme

DARK = "mltutor-dark"
LIGHT = "mltutor-light"
CONTRAST = "mltutor-contrast"


def _names(classes: tuple[str, ...], **others: str) -> dict[str, str]:
    """Theme variables for the class colours and the other names."""
    named = {f"class-{number}": color for number, color in enumerate(classes)}
    return {**named, **{name.replace("_", "-"): color for name, color in others.items()}}


THEMES = (
    Theme(
        name=DARK,
        primary="#7fb4ff",
        secondary="#a58bdb",
        accent="#ffc14f",
        warning="#e6c15a",
        error="#ff9e64",
        success="#8fd19e",
        foreground="#d8dde4",
        background="#15181d",
        surface="#1b1f26",
        panel="#242a33",
        dark=True,
        variables=_names(
            ("#3d87e4", "#ffc14f", "#2fb98a", "#ff9bc8", "#e0602f", "#f2ee8c", "#a58bdb", "#a9e1fb"),
            right="#8fd19e",
            wrong="#ff9e64",
            due="#e6c15a",
            quiet="#8d96a3",
            rule="#3b4450",
            here="#ffc14f",
            scrollbar="#3b4450",
            scrollbar_hover="#5a6675",
            scrollbar_active="#5a6675",
            scrollbar_background="#15181d",
            scrollbar_background_hover="#15181d",
            scrollbar_background_active="#15181d",
            scrollbar_corner_color="#15181d",
            footer_background="#15181d",
            footer_key_foreground="#ffc14f",
            footer_description_foreground="#8d96a3",
            block_cursor_background="#2d3542",
            block_cursor_foreground="#ffffff",
            block_cursor_text_style="bold",
            input_selection_background="#3d87e4 40%",
        ),
    ),
    Theme(
        name=LIGHT,
        primary="#1a4f9c",
        secondary="#6a4bb0",
        accent="#a34a00",
        warning="#7d6200",
        error="#b5480f",
        success="#1e7a3c",
        foreground="#22262c",
        background="#faf9f6",
        surface="#f1efe9",
        panel="#e6e3da",
        dark=False,
        variables=_names(
            ("#1a4f9c", "#d9780a", "#12806a", "#8e2a6b", "#b03a1a", "#6d6a00", "#6a4bb0", "#2d8fb8"),
            right="#1e7a3c",
            wrong="#b5480f",
            due="#7d6200",
            quiet="#5c6570",
            rule="#c4c0b4",
            here="#a34a00",
            scrollbar="#c4c0b4",
            scrollbar_hover="#a39e90",
            scrollbar_active="#a39e90",
            scrollbar_background="#faf9f6",
            scrollbar_background_hover="#faf9f6",
            scrollbar_background_active="#faf9f6",
            scrollbar_corner_color="#faf9f6",
            footer_background="#faf9f6",
            footer_key_foreground="#a34a00",
            footer_description_foreground="#5c6570",
            block_cursor_background="#dcd7c9",
            block_cursor_foreground="#000000",
            block_cursor_text_style="bold",
            input_selection_background="#1a4f9c 30%",
        ),
    ),
    Theme(
        name=CONTRAST,
        primary="#6cb6ff",
        secondary="#d2a8ff",
        accent="#ffd54a",
        warning="#ffd54a",
        error="#ff9a5c",
        success="#4ee08a",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#1c1c1c",
        dark=True,
        text_alpha=1.0,
        variables=_names(
            ("#3a9bff", "#ffd54a", "#1fd18c", "#ffb0dc", "#ff7a45", "#ffffff", "#b79cff", "#9be7ff"),
            right="#4ee08a",
            wrong="#ff9a5c",
            due="#ffd54a",
            quiet="#d0d0d0",
            rule="#9a9a9a",
            here="#ffd54a",
            scrollbar="#9a9a9a",
            scrollbar_hover="#ffffff",
            scrollbar_active="#ffffff",
            scrollbar_background="#000000",
            scrollbar_background_hover="#000000",
            scrollbar_background_active="#000000",
            scrollbar_corner_color="#000000",
            footer_background="#000000",
            footer_key_foreground="#ffd54a",
            footer_description_foreground="#ffffff",
            block_cursor_background="#00418f",
            block_cursor_foreground="#ffffff",
            block_cursor_text_style="bold",
            input_selection_background="#3a9bff 60%",
        ),
    ),
)
"""Dark, light, and high contrast."""

LABELS = {DARK: "dark", LIGHT: "light", CONTRAST: "high contrast"}
"""Theme name → what people call it."""

VARIABLES = dict(THEMES[0].variables)
"""Every name of ours with its dark colour: what a theme from elsewhere falls back to."""

CLASSES = tuple(name for name in VARIABLES if name.startswith("class-"))
"""The variables of the class colours in order."""


class ThemedApp(App[None]):
    """An app that begins in one of our themes, before its style sheet is read."""

    def __init__(self, theme: str = DARK) -> None:
        """An unknown theme becomes the dark one."""
        super().__init__()
        for each in THEMES:
            self.register_theme(each)
        self.set_reactive(App.theme, theme if theme in LABELS else DARK)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our names, for themes that lack them."""
        return VARIABLES
