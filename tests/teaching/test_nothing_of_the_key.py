"""Nothing of the key is in the worksheet: not in its text, and not in what a file holds besides."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from sheets_of import case, corpus_of, drafts, sheet
from taught_corpora import taught_corpus

from claimcheck.report.blocks import Item, Paragraph
from claimcheck.teaching.formats import Sheet, sheet_bytes
from claimcheck.teaching.items import (
    Answer,
    Choice,
    Exercise,
    ItemType,
    Key,
    Matching,
    Open,
    Option,
    Ordering,
    Sample,
)
from claimcheck.teaching.selection import Wishes, drawn

FORMATS = ("text", "markdown", "html", "docx", "csv")
SENTINEL = "Rumpelstilzchen"
ALL = tuple(ItemType)


def otherwise(one: Exercise) -> Exercise:
    """The same task with another key, another level, and other machine forms behind its texts."""
    key = Key(
        tuple(reversed(one.key.right)),
        (Item(SENTINEL, SENTINEL),),
        SENTINEL,
        (SENTINEL,),
        (SENTINEL,),
        ((SENTINEL, SENTINEL),),
        (Sample(SENTINEL, frozenset((SENTINEL,))),),
        frozenset((SENTINEL,)),
        (Paragraph(SENTINEL),),
    )
    task = replace(one.task, about=(SENTINEL,), answer=_renamed(one.task.answer))
    return Exercise(task, key, 3)


def _renamed(answer: Answer) -> Answer:
    def other(options: tuple[Option, ...]) -> tuple[Option, ...]:
        return tuple(Option(option.text, f"{SENTINEL}{n}", SENTINEL) for n, option in enumerate(options))

    match answer:
        case Choice(options):
            return Choice(other(options))
        case Matching(prompts, options, labels):
            return Matching(other(prompts), other(options), labels)
        case Ordering(entries):
            return Ordering(other(entries))
        case Open():
            return answer


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", ["secret-speech", "elizabeth-1603"])
def test_a_worksheet_is_the_same_to_the_byte_whatever_its_key_is(name: str, format: str) -> None:
    made = sheet(case(name), Wishes(types=ALL, count=15))
    without = replace(made, exercises=tuple(otherwise(one) for one in made.exercises))
    assert sheet_bytes(made, format) == sheet_bytes(without, format)


@pytest.mark.parametrize("seed", range(6))
def test_and_on_any_corpus(seed: int) -> None:
    made = sheet(corpus_of(taught_corpus(seed, hostile=True)), Wishes(types=ALL, count=15))
    without = replace(made, exercises=tuple(otherwise(one) for one in made.exercises))
    for format in (*FORMATS, "pdf") if seed == 0 else FORMATS:
        assert sheet_bytes(made, format) == sheet_bytes(without, format)


def test_the_comparison_would_see_a_key_that_got_in() -> None:
    made = sheet(case("secret-speech"))
    without = replace(made, exercises=tuple(otherwise(one) for one in made.exercises))
    for format in ("gift", "anki", "self-check"):  # these hold the answers, and say so
        assert sheet_bytes(made, format) != sheet_bytes(without, format)
    assert SENTINEL.encode() in sheet_bytes(without, "gift")


def test_no_part_of_a_docx_holds_a_step_of_the_key() -> None:
    made = sheet(case("secret-speech"), Wishes(types=ALL, count=15))
    with ZipFile(BytesIO(sheet_bytes(made, "docx"))) as archive:
        parts = "".join(archive.read(name).decode("utf-8", "ignore") for name in archive.namelist())
    for one in made.exercises:
        if one.key.steps and not isinstance(one.task.answer, Open):
            assert one.key.steps[-1].text not in parts


def test_the_place_of_the_right_answer_tells_nothing() -> None:
    found = drafts(case("secret-speech"))
    from random import Random

    for type in (ItemType.DATE, ItemType.CONFLICT, ItemType.FIGURE, ItemType.VIEW):
        draft = found[type][0]
        places = {drawn(draft, Random(seed)).key.right[0] for seed in range(60)}
        answer = drawn(draft, Random(0)).task.answer
        assert isinstance(answer, Choice)
        assert places == set(range(len(answer.options)))


def test_the_self_check_page_holds_its_answers_coded_and_not_in_plain_sight() -> None:
    made: Sheet = sheet(case("secret-speech"))
    page = sheet_bytes(made, "self-check").decode()
    for one in made.exercises:
        assert one.key.steps[-1].text not in page
