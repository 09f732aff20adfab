"""Writes the examples of docs/teaching.md: each type of exercise, made from the corpus that stands on the page.

Run it after a change to the exercises: `python docs/make_teaching.py`. A test fails where it was forgotten.
"""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from claimcheck.corpus.reading import read_corpus
from claimcheck.examine import examine
from claimcheck.report.blocks import Document, Section
from claimcheck.report.text import render_text
from claimcheck.teaching.choosing import Wishes, choose
from claimcheck.teaching.items import ItemType
from claimcheck.teaching.making import TYPES, drafts_of
from claimcheck.teaching.material import Material
from claimcheck.teaching.sheets import answers_say, task_blocks

PAGE = Path(__file__).parent / "teaching.md"


def examples(page: str) -> dict[str, str]:
    """For each type an exercise of the corpus on the page, as it is printed, and its answer."""
    found = re.search(r"^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert found is not None, "the page has no corpus"
    with TemporaryDirectory() as folder:
        Path(folder, "corpus.yaml").write_text(found[1], encoding="utf-8")
        corpus, _ = read_corpus(Path(folder))
    drafts = drafts_of(Material(corpus, examine(corpus)))
    return {str(one.type): _example(one.title, choose(drafts, Wishes(types=(one.type,)))) for one in TYPES}


def _example(title: str, chosen: object) -> str:
    (one,) = getattr(chosen, "exercises", ())
    section = Section("", title, tuple(task_blocks(one.task, with_lines=False)))
    text = render_text(Document("", (), (section,)), 78).split("\n", 3)[3].strip("\n")
    answers = list(answers_say(one))
    said = "; ".join(answers[:1] if one.task.type is ItemType.SEQUENCE else answers)
    return f"{text}\n\n[The key: {said}]" if answers else f"{text}\n\n[The key: what to look for]"


def with_examples(page: str) -> str:
    """The page with every example made anew."""
    made = examples(page)
    return re.sub(
        r"<!-- example: ([\w-]+) -->\n.*?<!-- end -->",
        lambda match: f"<!-- example: {match[1]} -->\n```text\n{made[match[1]]}\n```\n<!-- end -->",
        page,
        flags=re.DOTALL,
    )


if __name__ == "__main__":
    PAGE.write_text(with_examples(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
