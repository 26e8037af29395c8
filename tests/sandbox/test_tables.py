"""CSV files of one's own: every odd one is read with a word on it, or refused with a reason."""

from __future__ import annotations

import contextlib
import gzip

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.sandbox.conftest import Play
from tutor.run import OwnFile, RunRequest
from tutor.sandbox.client import Sandbox
from tutor.sandbox.displays.tables.quality import quality
from tutor.sandbox.displays.tables.reading import Reading, read_table
from tutor.sandbox.displays.tables.report import figure, sentences
from tutor.sandbox.displays.tables.text import TableError

LOOP = pytest.mark.asyncio(loop_scope="session")
GOOD = b"name,age,city\nAda,36,London\nAlan,41,Wilmslow\nGrace,85,Arlington\n"
SHOW = "from tutor.sandbox.displays import own_table\n\ndata = own_table('people.csv')\n"


def read(content: bytes) -> Reading:
    return read_table("people.csv", content)


def notes(content: bytes) -> str:
    return " ".join(read(content).notes)


def test_an_ordinary_file_is_read_without_a_word() -> None:
    reading = read(GOOD)
    assert list(reading.frame.columns) == ["name", "age", "city"]
    assert reading.frame["age"].tolist() == [36, 41, 85]
    assert reading.notes == ()


def test_a_file_without_a_header_gets_names_and_loses_no_row() -> None:
    reading = read(b"5.1,3.5,setosa\n4.9,3.0,setosa\n6.2,2.9,virginica\n")
    assert reading.frame.shape == (3, 3)
    assert list(reading.frame.columns) == ["column_1", "column_2", "column_3"]
    assert "looks like data, not like a header" in reading.notes[0]


def test_words_that_recur_are_no_header() -> None:
    assert read(b"yes,red\nno,blue\nyes,red\n").frame.shape == (3, 2)
    assert read(b"answer,colour\nno,blue\nyes,red\n").frame.shape == (2, 2)


def test_latin_1_is_guessed_and_said_with_its_line() -> None:
    reading = read("name,town\nJosé,Málaga\nJürgen,Köln\n".encode("latin-1"))
    assert reading.frame["town"].tolist() == ["Málaga", "Köln"]
    assert "not UTF-8 (line 2 is not), so it was read as Latin-1, a guess" in reading.notes[0]


def test_marks_of_encodings_are_understood() -> None:
    assert read(b"\xef\xbb\xbf" + GOOD).frame.columns[0] == "name"
    assert read(GOOD.decode().encode("utf-16")).frame.shape == (3, 3)


def test_a_nul_byte_is_left_out_and_said() -> None:
    reading = read(GOOD.replace(b"41", b"4\x001"))
    assert reading.frame["age"].tolist() == [36, 41, 85]
    assert "1 NUL byte was left out, the first in line 3" in reading.notes[0]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b" \n\n\t", "is empty"),
        (b"name,age\n", "has a header but no rows"),
        (b"PK\x03\x04rest", "an Excel workbook or a zip archive"),
        (gzip.compress(GOOD, mtime=0), "compressed with gzip"),
        (b"%PDF-1.7 rest", "a PDF"),
        (bytes(2000), "something binary"),
        (bytes(range(1, 9)) * 30, "something binary"),
        (b"<!DOCTYPE html><html><body>404</body></html>", "a web page or XML"),
        (b'[{"name": "Ada"}]', "JSON"),
        (b"Once upon a time there was a table that nobody had ever seen before\n" * 9, "is no table"),
        (b",".join([b"x"] * 1500) + b"\n" + b",".join([b"1"] * 1500), "has 1,500 columns"),
        (b'name,said\nAda,"never closed\n' + b"x,y\n" * 50, "never closed"),
    ],
)
def test_what_is_no_csv_is_refused_with_a_reason(content: bytes, words: str) -> None:
    with pytest.raises(TableError, match=r"people\.csv") as refused:
        read(content)
    assert words in str(refused.value)


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_other_separators_and_decimal_commas_are_found(separator: str) -> None:
    text = "name,age,height\nAda,36,1.5\nAlan,41,1.75\n".replace(",", separator).replace(".", ",")
    reading = read(text.encode())
    assert reading.frame["height"].tolist() == [1.5, 1.75]
    assert "Its numbers have decimal commas." in reading.notes


def test_a_line_with_too_many_values_is_left_out_and_named() -> None:
    reading = read(b"a,b\n1,2\n3,4,5\n6,7\n")
    assert reading.frame["a"].tolist() == [1, 6]
    assert "Left out: line 3 with more values" in notes(b"a,b\n1,2\n3,4,5\n6,7\n")
    assert "2 lines, the first is line 3," in notes(b"a,b\n1,2\n3,4,5\n6,7\n8,9,0\n10,11\n")


def test_one_column_and_names_that_repeat_are_said() -> None:
    assert "only one column" in notes(b"height\n1.5\n1.7\n")
    assert "Several columns are called 'a'" in notes(b"a,a\n1,2\n3,4\n")


@given(st.binary(max_size=300))
@example(b"\xfe\xff")
@example(b"\n" * 2000 + b"words")
def test_any_bytes_are_a_table_or_a_reason(content: bytes) -> None:
    with contextlib.suppress(TableError):
        found = quality(read(content).frame)
        assert sentences(found)
        assert figure("people.csv", found).alt


@given(st.text(alphabet="a1,;\n\"'\t .|é", max_size=80))
def test_any_text_is_a_table_or_a_reason(text: str) -> None:
    with contextlib.suppress(TableError):
        assert sentences(quality(read(text.encode()).frame))


def frame() -> pd.DataFrame:
    rows = 40
    return pd.DataFrame(
        {
            "customer_id": range(1000, 1000 + rows),
            "country": ["NL"] * rows,
            "price": [f"€ {1000 + k:,}.50" for k in range(rows)],
            "age": [*map(str, range(rows - 2)), "unknown", None],
            "height": [1.5 + k / 100 for k in range(rows)],
            "nothing": [None] * rows,
            "joined": ["2024-01-31"] * 20 + ["2024-02-01"] * 20,
            "churned": ["yes"] * 2 + ["no"] * (rows - 2),
        }
    )


def test_the_report_names_what_will_make_trouble() -> None:
    found = {column.name: column for column in quality(frame()).columns}
    assert found["customer_id"].note == "like an id"
    assert found["country"].note == "constant"
    assert found["price"].note.startswith("numbers as text")
    assert (found["age"].kind, found["age"].missing) == ("mixed", 1)
    assert found["age"].note == "1 no number: 'unknown'"
    assert (found["height"].kind, found["height"].note) == ("numbers", "")
    assert found["nothing"].note == "empty"
    assert found["joined"].note == "dates as text"


def test_the_classes_are_guessed_and_a_rare_one_is_said() -> None:
    found = quality(frame())
    assert found.target == "churned"
    said = " ".join(sentences(found))
    assert "If churned is what you want to predict: no 95% and yes 5%; yes is rare" in said
    assert "2 of 8 columns have missing values, most of all nothing (100%)" in said


def test_rows_that_repeat_are_counted_and_hide_no_id() -> None:
    found = quality(pd.concat([frame(), frame().iloc[:10]]))
    assert found.columns[0].note == "like an id"
    assert found.duplicates == 10
    assert sentences(found)[0].startswith("10 of 50 rows (20%) repeat another")


def test_a_clean_table_has_nothing_suspicious() -> None:
    clean = pd.DataFrame({"height": [1.5, 1.6, 1.7], "weight": [50.5, 60.1, 70.2]})
    assert sentences(quality(clean)) == ["Nothing suspicious was found; that is no proof."]


@LOOP
async def test_a_file_becomes_data_in_its_session_and_stays(sandbox: Sandbox, play: Play) -> None:
    request = RunRequest(SHOW, session="csv", own=OwnFile("people.csv", GOOD))
    result = await sandbox.result(request)
    assert result.status == "ok", result.error
    assert result.figures[0].title == "people.csv: 3 rows × 3 columns"
    assert "•" in result.stdout
    assert (await play("print(data.shape)", session="csv")).stdout == "(3, 3)\n"
    assert (await play("import os; os._exit(1)", session="csv")).status == "crashed"
    assert (await play("print(data.shape, own_table('people.csv').shape)", session="csv")).stdout.startswith(
        "• "
    )
    assert sandbox.undo("csv")


@LOOP
async def test_another_session_has_no_such_file(play: Play) -> None:
    result = await play(SHOW, session="other")
    assert result.error is not None
    assert "people.csv has not been opened in this session" in result.error.message


@LOOP
async def test_a_million_rows_are_read_in_the_time_of_a_run(sandbox: Sandbox) -> None:
    content = b"a,b\n" + b"".join(b"%d,%d\n" % (k % 10, k % 7) for k in range(1_000_000))
    result = await sandbox.result(RunRequest(SHOW, own=OwnFile("people.csv", content)))
    assert result.status == "ok", result.error
    assert result.figures[0].title == "people.csv: 1,000,000 rows × 2 columns"


@LOOP
async def test_a_refusal_reaches_the_learner_in_words(sandbox: Sandbox) -> None:
    result = await sandbox.result(RunRequest(SHOW, own=OwnFile("people.csv", b"PK\x03\x04")))
    assert result.error is not None
    assert result.error.message.startswith("people.csv is not a CSV but an Excel workbook")
    assert "displays" not in result.error.traceback
