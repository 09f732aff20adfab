"""Writes the examples of docs/teaching.md: a lesson, two items, the reading levels, from a case.

Run it after a change to the exercises: `python docs/make_teaching.py`. A test fails where it was forgotten.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from claimcheck.corpus.reading import read_corpus
from claimcheck.examine import examine
from claimcheck.report.blocks import Document, Group, Section
from claimcheck.report.text import render_text
from claimcheck.report.words.grammar import letter
from claimcheck.teaching.items import Exercise, ItemType
from claimcheck.teaching.material import Material
from claimcheck.teaching.registry import TYPES, drafts_of, title_of
from claimcheck.teaching.selection import Wishes, choose
from claimcheck.teaching.sheets import answers_say, lesson_sections, slips_of, task_blocks

PAGE = Path(__file__).parent / "teaching.md"
CASE = Path(__file__).parents[1] / "claims" / "vesuvius-79"
_SHOWN = ("Central question", "Background", "Words to know", "How the lesson runs", "First hypothesis")


@cache
def _material() -> Material:
    corpus, _ = read_corpus(CASE)
    return Material(corpus, examine(corpus))


def _exercise(type: ItemType) -> Exercise:
    return choose(drafts_of(_material(), (type,)), Wishes(types=(type,)), _material().weights).exercises[0]


def examples() -> dict[str, str]:
    """What stands between the marks of the page."""
    lesson = _exercise(ItemType.LESSON)
    sections = tuple(lesson_sections(lesson.task, 1))
    pages = [section for section in sections if section.title in _SHOWN]
    documents = next(section for section in sections if section.title.startswith("The first two"))
    pages.insert(4, Section(documents.id, documents.title, documents.blocks[:1]))
    key = lesson.key.blocks[0]
    assert isinstance(key, Group)
    found = {
        "lesson": _printed(tuple(pages)),
        "lesson-key": _printed((Section("", key.title, key.blocks),)),
        "levels": "\n".join(_levels()),
    }
    for type in (ItemType.TERMINUS, ItemType.SETTLE):
        one = _exercise(type)
        said = _printed((Section("", title_of(type), tuple(task_blocks(one.task, with_lines=False))),))
        slips = [f"  {letter(number)}: {option.slip}" for number, option in slips_of(one.task)]
        found[str(type)] = "\n".join((said, "", f"[The key: {next(answers_say(one))}", *slips, "]"))
    found["types"] = "\n".join(f"| `{one.type}` | {one.title} | {one.needs} |" for one in TYPES)
    return found


def _printed(sections: tuple[Section, ...]) -> str:
    return render_text(Document("", (), sections), 78).strip("\n").removeprefix("=").strip("\n")


def _levels() -> list[str]:
    """The reading level of the background of each case, as it is and in plain words."""
    rows = []
    for folder in sorted(CASE.parent.iterdir()):
        corpus, _ = read_corpus(folder)
        rows.append(f"| {folder.name} | {grade(corpus.background or '')} | {grade(corpus.plain or '')} |")
    return rows


def grade(text: str) -> int:
    """The school grade by Flesch and Kincaid (1975), syllables counted as runs of vowels."""
    sentences = max(1, len(re.findall(r"[.!?:](?=\s|$)", text)))
    words = re.findall(r"[A-Za-z’']+", text)
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", re.sub(r"e\b", "", word.lower())))) for word in words)
    return round(0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59)


def with_examples(page: str) -> str:
    """The page with every example made anew."""
    made = examples()

    def written(match: re.Match[str]) -> str:
        text = made[match[1]]
        head = _HEADS.get(match[1])
        body = f"{head}\n{text}" if head else f"```text\n{text}\n```"
        return f"<!-- example: {match[1]} -->\n{body}\n<!-- end -->"

    return re.sub(r"<!-- example: ([\w-]+) -->\n.*?<!-- end -->", written, page, flags=re.DOTALL)


_HEADS = {
    "types": "| type | on the sheet | what a corpus must have |\n|---|---|---|",
    "levels": "| case | background | in plain words |\n|---|---|---|",
}

if __name__ == "__main__":
    PAGE.write_text(with_examples(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
