"""What a matplotlib figure shows, in words."""

from __future__ import annotations

from typing import Any

from tutor.sandbox.displays.sentences import listed, sentence, series, short

MOST_SERIES = 6


def title_of(figure: Any) -> str:
    """The figure's own title, the only title among its axes, or its number."""
    titles = [str(axes.get_title()) for axes in figure.axes if axes.get_title()]
    if figure.get_suptitle():
        return str(figure.get_suptitle())
    if len(titles) == 1:
        return titles[0]
    return f"Figure {getattr(figure, 'number', 1)}"


def describe(figure: Any) -> str:
    """Titles, axes with their extents, and what is drawn on them."""
    parts = [_axes(axes) for axes in figure.axes if axes.get_label() != "<colorbar>"]
    return " ".join(parts) if parts else "An empty figure."


def _axes(axes: Any) -> str:
    if not axes.axison:
        texts = [text.get_text() for text in axes.texts if text.get_text().strip()]
        first = f", first {' '.join(texts[0].split())}" if texts else ""
        small = "the words are too small to read here" if len(texts) > 1 else ""
        return sentence(str(axes.get_title()), f"a drawing without axes, {len(texts)} texts{first}", small)
    (x_low, x_high), (y_low, y_high) = axes.get_xlim(), axes.get_ylim()
    across = f"{axes.get_xlabel() or 'x'} from {short(x_low)} to {short(x_high)}"
    up = f"{axes.get_ylabel() or 'y'} from {short(y_low)} to {short(y_high)}"
    return sentence(str(axes.get_title()), f"{across}, {up}", *_drawn(axes))


def _drawn(axes: Any) -> list[str]:
    """Lines with their ends, points, bars and images by number."""
    lines = [line for line in axes.lines if len(line.get_xdata())]
    parts = [_line(line) for line in lines[:MOST_SERIES]]
    if len(lines) > MOST_SERIES:
        parts.append(f"{len(lines) - MOST_SERIES} more lines")
    for points in axes.collections:
        count = len(points.get_offsets()) if hasattr(points, "get_offsets") else 0
        if type(points).__name__ == "PathCollection" and count:
            parts.append(f"{_named(points)}{count:,} points")
    bars = [patch.get_height() for patch in axes.patches if hasattr(patch, "get_height")]
    if bars:
        parts.append(f"{len(bars)} bars up to {short(float(max(bars)))}")
    parts.extend(f"an image of {' × '.join(map(str, image.get_array().shape))}" for image in axes.images)
    texts = [text.get_text() for text in axes.texts if text.get_text().strip()]
    if texts:
        parts.append(f"the texts {listed(texts[:12])}")
    return parts


def _line(line: Any) -> str:
    x, y = line.get_xdata(orig=False), line.get_ydata(orig=False)
    step = max(1, len(x) // 1000)
    name = _named(line).removesuffix(": ") or "a line"
    return series(name, [short(float(each)) for each in x[::step]], [float(each) for each in y[::step]])


def _named(artist: Any) -> str:
    label = str(artist.get_label())
    return "" if label.startswith("_") or not label else f"{label}: "
