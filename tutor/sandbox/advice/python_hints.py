"""Advice on Python's own errors and on what the sandbox lacks, the special before the general."""

from __future__ import annotations

from tutor.sandbox.advice.hint import Hint

OFFLINE = "The sandbox is offline: use the data sets that come along, load_… and make_… in sklearn.datasets."
NO_FILES = "The sandbox has no files of yours: write the data into the code, or use sklearn.datasets."

SANDBOX = (
    Hint("URLError", r"", OFFLINE),
    Hint("gaierror", r"", OFFLINE),
    Hint("ConnectionError", r"", OFFLINE),
    Hint(
        "PermissionError",
        r"socket|\[Errno 1\] Operation not permitted$",
        "The sandbox has neither network nor other programs: everything happens in this one process.",
    ),
    Hint(
        "BlockingIOError",
        r"",
        "The sandbox starts no other programs: everything happens in this process; n_jobs works, on threads.",
    ),
    Hint("FileNotFoundError", r"", NO_FILES),
    Hint("PermissionError", r"", NO_FILES),
    Hint("OSError", r"Read-only file system", NO_FILES),
    Hint("EOFError", r"", "Nobody can type while code runs: put the value into the code."),
    Hint(
        "ModuleNotFoundError",
        r"'(?P<name>torch|tensorflow|keras|jax|xgboost|lightgbm|catboost|transformers)",
        "{name} is not part of the tutor: scikit-learn, numpy, pandas and matplotlib are; "
        "HistGradientBoosting and MLP models stand in.",
    ),
    Hint(
        "ModuleNotFoundError",
        r"'(seaborn|plotly|bokeh|altair)",
        "It is not part of the tutor: matplotlib is, and pandas draws with it (df.plot()).",
    ),
)

SYNTAX = (
    Hint(
        "IndentationError",
        r"expected an indented block",
        "The lines inside a block stand four spaces further in.",
    ),
    Hint(
        "IndentationError",
        r"unexpected indent",
        "This line stands further in than the one before, without reason.",
    ),
    Hint(
        "IndentationError",
        r"unindent",
        "This line must stand exactly under a line that began a block before.",
    ),
    Hint("TabError", r"", "Tabs and spaces are mixed: indent by four spaces throughout."),
    Hint(
        "SyntaxError", r"was never closed", "A bracket that was opened is not closed; it may be lines before."
    ),
    Hint("SyntaxError", r"unterminated", "A quotation mark that was opened is not closed."),
    Hint("SyntaxError", r"Missing parentheses in call to 'print'", "print is a function: print(…)."),
    Hint("SyntaxError", r"Maybe you meant '=='", "One = gives a name to a value; == compares."),
    Hint(
        "SyntaxError",
        r"'(return|yield|await)' outside",
        "This belongs into a function, further in under its def.",
    ),
    Hint("SyntaxError", r"expected ':'", "A line that begins a block ends with a colon."),
    Hint("SyntaxError", r"forgot a comma", "Two values stand side by side: is there a comma missing?"),
)

VALUES = (
    Hint(
        "ZeroDivisionError",
        r"",
        "The divisor is zero: an empty list or a class without samples often is why.",
    ),
    Hint("RecursionError", r"", "A function calls itself without end: what case should stop it?"),
    Hint(
        "MemoryError",
        r"",
        "The run needed more memory than it may use: fewer rows, a smaller dtype, or pieces one after the "
        "other (lesson out-of-core-and-streams).",
    ),
    Hint(
        "UnboundLocalError",
        r"variable '(?P<name>\w+)'",
        "{name} is assigned somewhere in this function, so it is the function's own name everywhere in it: "
        "pass it as an argument, or assign it before.",
    ),
    Hint(
        "OverflowError",
        r"",
        "The number is too large for a float: work with logarithms (lesson floating-point-traps).",
    ),
    Hint(
        "ValueError",
        r"math domain error",
        "There is no such root or logarithm: the number is negative or zero.",
    ),
    Hint(
        "ValueError",
        r"invalid literal for int",
        "This is not a whole number: float(…) reads 3.5, and .strip() removes spaces.",
    ),
    Hint(
        "ValueError",
        r"too many values to unpack|not enough values to unpack",
        "Left of = stand more or fewer "
        "names than there are values on the right; print the right side. train_test_split(X, y) gives four.",
    ),
    Hint(
        "TypeError",
        r"'NoneType' object is not (iterable|subscriptable|callable)",
        "This is None: a function without return gives None, and so do list.sort() and list.append().",
    ),
    Hint(
        "AttributeError",
        r"'NoneType' object has no attribute",
        "This is None: a function without return gives None, and so do list.sort() and list.append().",
    ),
    Hint(
        "TypeError",
        r"can only concatenate str|unsupported operand type.*'str'",
        'Text and number do not add up: str(number), float(text), or an f-string such as f"{x:.2f}".',
    ),
    Hint(
        "TypeError",
        r"unsupported operand type\(s\).*'NoneType'",
        "One side is None: a missing value, or a function without return.",
    ),
    Hint("TypeError", r"can't multiply sequence", "Text does not multiply: float(text) first."),
    Hint(
        "TypeError",
        r"not supported between instances of",
        "Things of different types have no order: convert them all to numbers, or all to text.",
    ),
    Hint(
        "TypeError",
        r"'(?P<kind>int|float|str|list|tuple|dict|set|bool)' object is not callable",
        "There are round "
        "brackets after a {kind}: x[0] takes an item, 2 * (…) multiplies, or a variable has taken the name "
        "of a function.",
    ),
    Hint(
        "TypeError",
        r"object is not iterable",
        "This is one thing, not a row of things: range(n) counts to n.",
    ),
    Hint(
        "TypeError",
        r"object is not subscriptable",
        "Square brackets need a list, a dictionary or an array; functions are called with round ones.",
    ),
    Hint(
        "TypeError",
        r"unhashable type: '(?P<kind>\w+)'",
        "A {kind} can change, so it is no key of a dictionary and no member of a set: take a tuple.",
    ),
    Hint(
        "TypeError",
        r"list indices must be integers",
        "A list counts by whole numbers: int(…), or an array for masks and names.",
    ),
    Hint(
        "TypeError",
        r"missing \d+ required positional argument",
        "The message names the arguments that were not given.",
    ),
    Hint(
        "TypeError",
        r"takes \d+ positional arguments? but \d+ (was|were) given",
        "There are more arguments than the function has; in a class the first one is self.",
    ),
    Hint(
        "TypeError",
        r"takes no arguments",
        "The class has no __init__ that takes arguments: are there two underscores on both sides?",
    ),
    Hint(
        "IndexError",
        r"(list|tuple|string) index out of range",
        "Counting begins at 0, so the last one is len(…) - 1, or simply -1; the list may also be empty.",
    ),
    Hint("IndexError", r"pop from empty", "There is nothing left in it."),
    Hint(
        "AttributeError",
        r"'dict' object has no attribute '(append|add)'",
        "d[key] = value adds to a dictionary.",
    ),
    Hint("AttributeError", r"'list' object has no attribute '(add|push)'", "list.append(x) adds to a list."),
    Hint(
        "AttributeError",
        r"'list' object has no attribute '(shape|reshape|mean|sum|T|dtype|astype)'",
        "This is a list: np.array(…) makes it an array (lesson arrays-and-broadcasting).",
    ),
    Hint("RuntimeError", r"changed size during iteration", "Loop over a copy: for key in list(d)."),
    Hint("StopIteration", r"", "There is nothing left to take; next(items, None) gives None then."),
    Hint("AssertionError", r"", "The condition after assert is false here: print its parts."),
    Hint("SystemExit", r"", "The program ended itself, with exit or quit."),
    Hint("UnicodeEncodeError", r"", "The text holds half a character, which cannot be written."),
)
