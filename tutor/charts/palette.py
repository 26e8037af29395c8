"""Paints by name, and the colours that stand for them where no theme does."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from tutor.charts.cells import Paint
from tutor.figure import CLASS_COLORS

RGB: TypeAlias = tuple[int, int, int]

HEAT_STEPS = 32
CLASS = tuple(f"class-{index}" for index in range(CLASS_COLORS))
REGION = tuple(f"region-{index}" for index in range(CLASS_COLORS))
HEAT = tuple(f"heat-{step}" for step in range(HEAT_STEPS))
"""A sequential ramp, dark to bright."""
DIVERGE = tuple(f"diverge-{step}" for step in range(HEAT_STEPS))
"""A ramp with its neutral middle at zero."""
NAMED = ("text", "title", "muted", "axis", "ink-dark", "ink-light", *CLASS, *REGION, *HEAT, *DIVERGE)
"""All paints but pixels; `ink-…` is for words on a heat paint."""

VIRIDIS: tuple[RGB, ...] = (
    (68, 1, 84),
    (71, 44, 122),
    (59, 81, 139),
    (44, 113, 142),
    (33, 144, 141),
    (39, 173, 129),
    (92, 200, 99),
    (170, 220, 50),
    (253, 231, 37),
)
"""Nine stops of matplotlib's viridis (CC0)."""
BLUE_RED: tuple[RGB, ...] = ((33, 102, 172), (103, 169, 207), (235, 235, 235), (239, 138, 98), (178, 24, 43))
"""ColorBrewer's RdBu, turned so that negative is blue."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one ground; `classes` differ in hue and in luminance."""

    ground: RGB
    text: RGB
    muted: RGB
    classes: tuple[RGB, ...]
    region_strength: float

    def rgb(self, paint: Paint) -> RGB:
        """The colour of a paint; raises KeyError for an unknown name."""
        return _rgb(self, paint)


@lru_cache(maxsize=4096)
def _rgb(palette: Palette, paint: Paint) -> RGB:
    if paint.startswith("#"):
        return (int(paint[1:3], 16), int(paint[3:5], 16), int(paint[5:7], 16))
    name, _, step = paint.rpartition("-")
    match name:
        case "class":
            return palette.classes[int(step)]
        case "region":
            return blend(palette.ground, palette.classes[int(step)], palette.region_strength)
        case "heat":
            return along(VIRIDIS, int(step) / (HEAT_STEPS - 1))
        case "diverge":
            return along(BLUE_RED, int(step) / (HEAT_STEPS - 1))
    return {
        "text": palette.text,
        "title": palette.text,
        "muted": palette.muted,
        "axis": palette.muted,
        "ink-dark": (16, 16, 16),
        "ink-light": (245, 245, 245),
    }[paint]


def blend(start: RGB, end: RGB, share: float) -> RGB:
    """The colour `share` of the way from `start` to `end`."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(start, end, strict=True))
    return (red, green, blue)


def along(stops: tuple[RGB, ...], share: float) -> RGB:
    """The colour at `share` of the way through evenly spaced stops."""
    place = share * (len(stops) - 1)
    index = min(int(place), len(stops) - 2)
    return blend(stops[index], stops[index + 1], place - index)


def luminance(color: RGB) -> float:
    """Relative luminance from 0 to 1 (WCAG 2.2)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (component / 255 for component in color)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ink_on(paint: Paint) -> Paint:
    """The ink that reads best on a heat or diverging paint."""
    return "ink-dark" if luminance(DARK.rgb(paint)) > 0.18 else "ink-light"


DARK = Palette(
    ground=(18, 18, 18),
    text=(224, 224, 224),
    muted=(138, 138, 138),
    classes=(
        (46, 134, 214),
        (245, 172, 30),
        (0, 168, 120),
        (200, 72, 24),
        (206, 128, 176),
        (240, 228, 66),
        (110, 198, 242),
        (236, 236, 236),
    ),
    region_strength=0.34,
)
"""Okabe and Ito's colours, ordered so that neighbours differ in luminance, lifted for a dark ground."""

LIGHT = Palette(
    ground=(255, 255, 255),
    text=(32, 32, 32),
    muted=(112, 112, 112),
    classes=(
        (0, 84, 146),
        (214, 138, 0),
        (0, 138, 98),
        (182, 66, 8),
        (186, 98, 150),
        (168, 154, 0),
        (40, 140, 196),
        (40, 40, 40),
    ),
    region_strength=0.28,
)
"""The same hues, deepened for a light ground."""
