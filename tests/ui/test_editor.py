"""The editor: Python's colours and indentation, the mark of an error, and nothing lost."""

from __future__ import annotations

from rich.style import Style

from tests.ui.fakes import WidgetApp
from tutor.ui.widgets.editor import Editor

CODE = 'def run(n):\n    text = """one\n    two"""\n    return [n, "[b]x[/b]"]\n'
SIZE = (60, 12)


class EditorApp(WidgetApp):
    """One editor with the focus."""

    def __init__(self, code: str = CODE) -> None:
        self.editor = Editor(code)
        super().__init__(self.editor)
        self.left = 0

    def on_mount(self) -> None:
        self.editor.focus()

    def on_editor_left(self) -> None:
        self.left += 1


def look(editor: Editor, line: int, word: str) -> Style:
    """The style of a word's end (the cursor may stand on its beginning) on a drawn line (counted from 0)."""
    strip = editor.render_line(line)
    end = strip.text.index(word) + len(word)
    (segment,) = strip.crop(end - 1, end)
    return segment.style or Style()


async def test_keywords_strings_and_names_have_their_own_colours() -> None:
    app = EditorApp()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        keyword = look(app.editor, 0, "def").color
        assert keyword != look(app.editor, 3, "[n").color
        assert look(app.editor, 1, "one").color == look(app.editor, 2, "two").color != keyword
        assert "[b]x[/b]" in app.editor.render_line(3).text


async def test_an_edit_recolours_what_follows() -> None:
    app = EditorApp("a = 1\nb = 2\n")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        plain = look(app.editor, 1, "b").color
        await pilot.press('"', '"', '"')
        await pilot.pause()
        assert look(app.editor, 1, "b").color != plain


async def test_another_theme_recolours() -> None:
    app = EditorApp()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        before = look(app.editor, 0, "def").color
        app.theme = "mltutor-light"
        await pilot.pause()
        assert look(app.editor, 0, "def").color != before


async def test_enter_keeps_the_depth_and_a_colon_deepens() -> None:
    app = EditorApp("def f():\n    if x:")
    async with app.run_test(size=SIZE) as pilot:
        app.editor.cursor_location = (1, 9)
        await pilot.press("enter", "a", "enter", "b")
        assert app.editor.text == "def f():\n    if x:\n        a\n        b"


async def test_tab_and_shift_tab_indent_one_line_or_the_selection() -> None:
    app = EditorApp("a\nb\n")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("tab", "x")
        assert app.editor.text == "    xa\nb\n"
        await pilot.press("shift+tab")
        assert app.editor.text == "xa\nb\n"
        await pilot.press("home", "shift+down", "shift+end", "tab")
        assert app.editor.text == "    xa\n    b\n"
        await pilot.press("tab", "shift+tab", "shift+tab")
        assert app.editor.text == "xa\nb\n"
        assert app.editor.selected_text == "xa\nb"


async def test_putting_other_code_can_be_undone() -> None:
    app = EditorApp()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("x")
        app.editor.put("other\n")
        assert app.editor.text == "other\n"
        await pilot.press("ctrl+z")
        assert app.editor.text == "x" + CODE
        await pilot.press("ctrl+y")
        assert app.editor.text == "other\n"


async def test_the_wrong_line_is_marked_and_in_view() -> None:
    app = EditorApp("".join(f"line_{number}\n" for number in range(1, 100)))
    async with app.run_test(size=SIZE) as pilot:
        app.editor.mark(60)
        await pilot.pause()
        drawn = {app.editor.render_line(y).text.split()[-1]: y for y in range(SIZE[1])}
        assert look(app.editor, drawn["line_60"], "line_60").underline
        assert not look(app.editor, drawn["line_59"], "line_59").underline
        app.editor.mark(None)
        await pilot.pause()
        assert not look(app.editor, drawn["line_60"], "line_60").underline


async def test_a_line_beyond_the_end_is_no_trouble() -> None:
    app = EditorApp("one")
    async with app.run_test(size=SIZE):
        app.editor.mark(7)
        assert app.editor.error_line == 7


async def test_esc_asks_to_leave_and_changes_nothing() -> None:
    app = EditorApp()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("shift+right", "escape")
        await pilot.pause()
        assert app.left == 1
        assert app.editor.text == CODE
        assert app.editor.selected_text == "d"
