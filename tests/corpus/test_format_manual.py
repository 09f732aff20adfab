"""The manual of the file format: its examples are read, its tables are those of the reader."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
from corpus_reading import read

DOCS = Path(__file__).parent.parent.parent / "docs"
MANUAL = (DOCS / "format.md").read_text(encoding="utf-8")
CHAPTERS = {
    chapter.partition("\n")[0]: re.findall(r"```yaml\n(.*?)```", chapter, re.DOTALL)
    for chapter in MANUAL.split("\n## ")[1:]
}


def _tables() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_key_tables", DOCS / "make_key_tables.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("chapter", [title for title, examples in CHAPTERS.items() if examples])
def test_the_examples_of_a_chapter_are_a_corpus_without_fault(tmp_path: Path, chapter: str) -> None:
    first, *further = CHAPTERS[chapter]
    found = read(tmp_path, first, files={f"part-{number}.yaml": text for number, text in enumerate(further)})
    assert found.printed == ""
    assert found.corpus.claims


def test_the_examples_of_tables_are_claims_files(tmp_path: Path) -> None:
    (table,) = re.findall(r"```csv\n(.*?)```", MANUAL, re.DOTALL)
    (lines,) = re.findall(r"```json\n(.*?)```", MANUAL, re.DOTALL)
    questions = "questions:\n  crossed: {ask: When?, kind: crossing}\nkinds:\n  crossing: a crossing\n"
    found = read(tmp_path, questions, files={"x.claims.csv": table, "y.claims.jsonl": lines})
    assert found.printed == ""
    assert list(found.corpus.claims) == ["early", "late", "third"]


def test_the_tables_of_keys_are_those_of_the_reader() -> None:
    assert _tables().with_tables(MANUAL) == MANUAL
