"""The encoder: its pieces of words, what it holds near, and that it asks nobody."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.grading.freetext.rubrics import QUESTION, REFERENCE, RUBRIC
from tutor.cli.group import Commands
from tutor.grading.freetext import tiers
from tutor.grading.freetext.judge import judge
from tutor.grading.freetext.phrases import phrases
from tutor.grading.freetext.pieces import pieces, rarity, vocabulary
from tutor.grading.freetext.reading import Encoder, read
from tutor.grading.freetext.reference import against_reference
from tutor.grading.freetext.tiers import NoEncoderError, encoder, installed


@pytest.fixture(name="encode")
def _encode() -> Encoder:
    pytest.importorskip("onnxruntime", reason="the extra mltutor[semantic] is not installed")
    found = encoder("semantic")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Overfitting is high variance.", ["over", "##fi", "##tting", "is", "high", "variance", "."]),
        ("naïve Bayes", ["naive", "bay", "##es"]),
        ("x_1", ["x", "_", "1"]),
        ("☃", ["[UNK]"]),
        ("", []),
    ],
)
def test_texts_are_cut_as_the_encoder_learned_them(text: str, cut: list[str]) -> None:
    assert pieces(text, 100) == cut


def test_a_text_is_read_up_to_its_limit() -> None:
    assert len(pieces("word " * 1000, 50)) == 50
    assert pieces("a" * 1000, 50) == ["[UNK]"]


def test_rare_words_tell_more_than_frequent_ones_and_small_ones_next_to_nothing() -> None:
    assert rarity("the") < 0.1 < rarity("people") < rarity("variance") <= 1
    assert len(vocabulary()) == 30522


def test_the_same_meaning_in_other_words_is_nearer_than_another_meaning(encode: Encoder) -> None:
    wanted = "Large weights are made smaller by a penalty."
    same = encode.recall("Big coefficients get shrunk because they cost extra.", wanted, "")
    other = encode.recall("The train to the coast was late because of the snow.", wanted, "")
    assert same > other + 0.1


def test_clauses_and_pairs_are_read_as_parts_of_their_sentences(encode: Encoder) -> None:
    answer = "Lasso sets weights to zero, so the model drops features. Ridge keeps all of them."
    reading = read(answer, phrases(RUBRIC), encode)
    spans = [each.window.span for each in reading.stretches]
    assert spans.count("sentence") == 2
    assert {"clause", "pair"} < set(spans)
    for each in reading.stretches:
        assert each.sense is not None
        assert len(each.sense.whole) == len(reading.phrases.every)
        assert all(-1.01 <= value <= 1.01 for value in each.sense.cosine)


def test_a_paraphrase_that_words_alone_miss_is_heard(encode: Encoder) -> None:
    said = "One of them wipes out most of the inputs completely, nothing is left of them."
    by_words = judge(RUBRIC, said).points[0].probability
    by_meaning = judge(RUBRIC, said, encode)
    assert by_meaning.tier == "semantic"
    assert by_meaning.points[0].probability > by_words


def test_a_reference_is_compared_by_meaning(encode: Encoder) -> None:
    found = against_reference(QUESTION, REFERENCE, "Lasso zeroes weights, ridge makes them smaller.", encode)
    assert found.tier == "semantic"
    assert 0 < found.score < 1
    assert against_reference(QUESTION, REFERENCE, "", encode).score == 0


def test_nothing_strange_makes_it_fall_over(encode: Encoder) -> None:
    for answer in ("", "\x00\x07", "…", "? ! .", "☃ ☃ ☃ snow", "a" * 5000, "no. " * 200, REFERENCE * 20):
        assert 0 <= judge(RUBRIC, answer, encode).score <= 1


def test_another_model_is_not_used(tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime")
    from tutor.grading.freetext.encoder import SentenceEncoder, WrongModelError

    file = tmp_path / "model.onnx"
    file.write_bytes(b"not the model")
    with pytest.raises(WrongModelError, match="not the encoder that was measured"):
        SentenceEncoder(file)


def test_it_works_where_no_socket_can_be_opened() -> None:
    pytest.importorskip("onnxruntime")
    code = (
        "import sys\n"
        "def refuse(event, _):\n"
        "    if event.startswith('socket.'): raise RuntimeError(event)\n"
        "sys.addaudithook(refuse)\n"
        "from tests.grading.freetext.rubrics import REFERENCE, RUBRIC\n"
        "from tutor.grading.freetext.judge import judge\n"
        "from tutor.grading.freetext.tiers import encoder\n"
        "print(judge(RUBRIC, REFERENCE, encoder('semantic')).grade)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "strong", done.stderr


def test_without_it_words_alone_grade_and_who_asks_for_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from click.testing import CliRunner

    encoder.cache_clear()
    monkeypatch.setattr(tiers, "find_spec", dict[str, object]().get)
    try:
        assert not installed()
        assert encoder("auto") is None
        with pytest.raises(NoEncoderError, match=r"mltutor\[semantic\]"):
            encoder("semantic")
        done = CliRunner().invoke(Commands(), ["grade", "--tier", "semantic"])
        assert done.exit_code == 2
        assert "mltutor[semantic]" in done.output
    finally:
        encoder.cache_clear()
