"""Figures of every kind, sane and mad, for hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from tutor.figure import Axis, Bars, Figure, Line, Mark, Matrix, Node, Picture, Points, Raster, Table, Tree

texts = st.text(max_size=12) | st.sampled_from(
    ["日本語", "[b]x[/b]", "\x1b[31m", "a\nb", "é", "👩‍🔬", "long " * 20]
)
floats = (
    st.floats() | st.floats(-5, 5) | st.integers(-3, 3).map(float) | st.sampled_from([0.0, 1e308, -1e-308])
)
series = st.lists(floats, max_size=12)
colors = st.integers(-3, 20)
spans = st.tuples(floats, floats)
names = st.lists(texts, max_size=6).map(tuple)

axes = st.builds(
    Axis,
    label=texts,
    low=st.none() | floats,
    high=st.none() | floats,
    log=st.booleans(),
    categories=st.just(()) | names,
)

nodes = st.recursive(
    st.builds(Node, texts), lambda children: st.builds(Node, texts, st.lists(children, max_size=3).map(tuple))
)

marks: st.SearchStrategy[Mark] = st.one_of(
    st.builds(Points, series, series, texts, colors),
    st.builds(Line, series, series, texts, colors, st.booleans()),
    st.builds(Bars, names, series, texts, colors),
    st.builds(
        Raster, series, st.integers(-1, 4), st.integers(-1, 4), spans, spans, st.just(()) | names, texts
    ),
    st.builds(Matrix, series, names, names, texts, texts, st.integers(-2, 5)),
    st.builds(Table, names, st.lists(names, max_size=5).map(tuple)),
    st.builds(Tree, nodes),
    st.builds(Picture, st.binary(max_size=200), st.integers(-1, 9), st.integers(-1, 9)),
)

figures = st.builds(Figure, texts, st.lists(marks, max_size=4).map(tuple), texts, axes, axes)
