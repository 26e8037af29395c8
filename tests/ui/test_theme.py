"""The colours can be read, and told apart without hue."""

from __future__ import annotations

from itertools import combinations

import pytest
from textual.color import Color
from textual.theme import Theme

from tutor.figure import CLASS_COLORS
from tutor.ui.theme import CLASSES, LABELS, THEMES, VARIABLES

READABLE = 4.5
"""The contrast that WCAG 2.2 asks of text (level AA); 3 is enough for marks."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    dark, light = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))))
    return (light + 0.05) / (dark + 0.05)


def luminance(color: Color) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in color.normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_words_can_be_read(theme: Theme) -> None:
    assert theme.background
    assert theme.foreground
    for name in ("right", "wrong", "due", "quiet", "here"):
        assert contrast(theme.variables[name], theme.background) >= READABLE, name
        assert contrast(theme.variables[name], theme.variables["block-cursor-background"]) >= 3, name
    assert contrast(theme.foreground, theme.background) >= 7


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_classes_stand_out_and_the_first_three_differ_in_grey(theme: Theme) -> None:
    assert theme.background
    colors = [theme.variables[name] for name in CLASSES]
    assert len(set(colors)) == CLASS_COLORS
    assert all(contrast(color, theme.background) >= 2.9 for color in colors)
    assert all(contrast(one, other) >= 1.4 for one, other in combinations(colors[:3], 2))


def test_every_theme_has_every_name() -> None:
    assert all(set(theme.variables) == set(VARIABLES) for theme in THEMES)
    assert [theme.name for theme in THEMES] == list(LABELS)
