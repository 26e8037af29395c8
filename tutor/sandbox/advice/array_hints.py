"""Advice on errors of numpy, pandas and matplotlib, the special before the general."""

from __future__ import annotations

from tutor.sandbox.advice.hint import Hint

HINTS = (
    Hint(
        "ValueError",
        r"could not be broadcast together with shapes (?P<a>\(.*?\)) (?P<b>\(.*?\))",
        "Shapes {a} and {b} do not fit: from the right, each pair of sizes must be equal or 1 "
        "(lesson arrays-and-broadcasting).",
    ),
    Hint(
        "ValueError",
        r"matmul|shapes .* not aligned",
        "In A @ B the columns of A are the rows of B: print both shapes; one may need .T "
        "(lesson matrices-and-least-squares).",
    ),
    Hint(
        "ValueError",
        r"cannot reshape array of size (?P<n>\d+)",
        "The new shape must hold exactly {n} values; -1 for one size lets numpy work it out "
        "(lesson arrays-and-broadcasting).",
    ),
    Hint(
        "ValueError",
        r"input array dimensions except for the concatenation axis",
        "Arrays that are joined must agree in every other size: print their shapes, or choose another axis.",
    ),
    Hint(
        "ValueError",
        r"inhomogeneous shape",
        "The rows have different lengths, so they make no table: find the one that is longer or shorter.",
    ),
    Hint(
        "ValueError",
        r"truth value of an array",
        "if asks one question, and an array gives many answers: use .any() or .all(), and & | ~ with "
        "brackets instead of and, or, not (lesson vectorise-and-measure).",
    ),
    Hint(
        "ValueError",
        r"truth value of a (Series|DataFrame)",
        "if asks one question, and a column gives many answers: filter with (df.a > 1) & (df.b < 2), or use "
        ".any(), .all(), .empty.",
    ),
    Hint(
        "AttributeError",
        r"module 'numpy' has no attribute '(?P<name>float|int|object|str|complex|long|unicode)'",
        "np.{name} is gone: write {name}, or np.float64 and np.int64 for a fixed size.",
    ),
    Hint(
        "AttributeError",
        r"`np.(?P<name>\w+)` was removed|has no attribute '(?P<old>product|in1d|trapz|row_stack)'",
        "numpy 2 dropped this name: np.nan, np.inf, np.float64, np.prod, np.isin, np.trapezoid and np.vstack "
        "are what is left.",
    ),
    Hint(
        "LinAlgError",
        r"[Ss]ingular",
        "A column is a mix of others, so there is no inverse: drop one, use np.linalg.lstsq, or add a "
        "penalty (lesson matrices-and-least-squares).",
    ),
    Hint("LinAlgError", r"square", "Only a matrix with as many rows as columns has this."),
    Hint(
        "IndexError",
        r"index (?P<i>-?\d+) is out of bounds for axis (?P<axis>\d+) with size (?P<n>\d+)",
        "Axis {axis} has {n} entries, counted from 0: the last one is number {n} minus 1, or simply -1.",
    ),
    Hint(
        "IndexError",
        r"too many indices for array",
        "The array has fewer dimensions than there are numbers in the brackets: print its shape.",
    ),
    Hint(
        "IndexError",
        r"only integers, slices",
        "An array is indexed by whole numbers, slices or True/False: int(…) helps after a division; names of "
        "columns need a data frame.",
    ),
    Hint(
        "IndexError", r"boolean index did not match", "The mask must be as long as the axis that it filters."
    ),
    Hint("TypeError", r"'numpy.ndarray' object is not callable", "Square brackets take from an array: x[1]."),
    Hint(
        "TypeError",
        r"only (0-dimensional|length-1|size-1) arrays can be converted",
        "One number is needed, and this array holds several: pick one, or use numpy's function for all of "
        "them (np.sqrt, not math.sqrt).",
    ),
    Hint(
        "TypeError",
        r"Cannot cast ufunc",
        "An array of whole numbers cannot take fractions in place: x = x + …, or x.astype(float) first "
        "(lesson floating-point-traps).",
    ),
    Hint(
        "TypeError",
        r"resolved dtypes are not compatible|did not contain a loop",
        "The array holds words or mixed objects: look at x.dtype, and convert with x.astype(float).",
    ),
    Hint(
        "ValueError",
        r"larger sample than population",
        "Without putting back, no more can be drawn than there is: replace=True, or a smaller size "
        "(lesson clt-and-bootstrap).",
    ),
    Hint(
        "MemoryError",
        r"Unable to allocate",
        "The array would be larger than a run may hold: look at the shape in the message; two long arrays "
        "may have been broadcast against each other (lesson out-of-core-and-streams).",
    ),
    Hint(
        "KeyError",
        r"not in index|None of \[",
        "Some of these names are no columns: print(list(df.columns)) shows what there is.",
    ),
    Hint(
        "ValueError",
        r"All arrays must be of the same length",
        "Every column needs as many values as the others.",
    ),
    Hint("IndexError", r"positional indexer", "iloc counts rows from 0; the last one is -1."),
    Hint(
        "AttributeError",
        r"'(DataFrame|Series)' object has no attribute '(append|ix|iteritems)'",
        "It is gone from pandas: pd.concat([a, b]) joins, .loc and .iloc select, .items() iterates.",
    ),
    Hint(
        "TypeError",
        r"Cannot perform reduction|could not convert .* to numeric",
        "There are words among the columns: df.mean(numeric_only=True), or choose columns first.",
    ),
    Hint(
        "InvalidIndexError",
        r"",
        "Rows and columns by number need iloc: df.iloc[:, 0]; by name: df.loc[:, 'a'].",
    ),
    Hint(
        "ValueError",
        r"x and y must have same first dimension|x and y must be the same size",
        "Each point needs an x and a y: the two are not equally long.",
    ),
    Hint(
        "ImportError",
        r"Cannot load backend",
        "There are no windows here: leave matplotlib.use(…) out; plt.show() draws in the terminal.",
    ),
)
