"""Count in how many paragraphs of the lessons each stem occurs: `python -m tests.bench.count_words`.

Writes `tutor/grading/freetext/counts.txt`, by which the grader tells rare words from common ones. Rubrics are
tuned against these counts: after writing them anew, `mltutor check` tells which rubrics no longer hold.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import tutor.grading.freetext
from tutor.course.locate import lessons_root
from tutor.grading.freetext.words import stems

FEWEST = 3
"""Words that carry meaning, below which a paragraph is none."""
COUNTS = Path(tutor.grading.freetext.__file__).with_name("counts.txt")


def main() -> None:
    """Count, and write those that occur twice at least."""
    paragraphs, counts = 0, Counter[str]()
    for file in sorted([*lessons_root().rglob("*.md"), *lessons_root().rglob("lesson.toml")]):
        text = re.sub(r"\{[^}]*\}", "", file.read_text(encoding="utf-8"))
        for paragraph in re.split(r"\n\s*\n", text):
            found = set(stems(paragraph))
            if len(found) >= FEWEST:
                paragraphs += 1
                counts.update(found)
    lines = [f"{stem} {count}" for stem, count in sorted(counts.items()) if count > 1]
    COUNTS.write_text("\n".join([str(paragraphs), *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
