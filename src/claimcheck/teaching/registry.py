"""The types of exercise, each with the function that makes its drafts; and what each needs of a corpus.

Belongs here: the registry, in the order of a lesson, the gate at its end, and what a corpus lacks for a type. Does
not belong here: any type.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.teaching.gate import is_fit
from claimcheck.teaching.items import Draft, ItemType
from claimcheck.teaching.material import Material
from claimcheck.teaching.selection import LESSONS, Wishes
from claimcheck.teaching.types.conflicts import find_the_conflict, misprint, what_would_settle_it
from claimcheck.teaching.types.controversy import controversy
from claimcheck.teaching.types.controversy import missing_for as controversy_lacks
from claimcheck.teaching.types.dates import match_accounts, old_and_new_style, read_this_date, whose_view
from claimcheck.teaching.types.events import in_its_time, sequence, terminus
from claimcheck.teaching.types.figures import check_figure
from claimcheck.teaching.types.lesson import document_question, lesson
from claimcheck.teaching.types.lesson import missing_for as lesson_lacks
from claimcheck.teaching.types.pairs import corroboration_chart, same_question
from claimcheck.teaching.types.sources import better_witness, sourcing_task
from claimcheck.teaching.types.standing import as_it_stood
from claimcheck.teaching.types.stemma import argument_from_silence, how_many_voices, independent_or_not


@dataclass(frozen=True, slots=True)
class Type:
    """A type: what it is called on a sheet, what a corpus must have for it, and what makes its drafts."""

    type: ItemType
    title: str
    needs: str
    make: Callable[[Material], Iterator[Draft]]


TYPES: tuple[Type, ...] = (
    Type(
        ItemType.SOURCING,
        "Who speaks, and how near?",
        "a claim with a date, in a source of which `dated` or `issued` is stated",
        sourcing_task,
    ),
    Type(
        ItemType.WITNESS,
        "Which is the better witness?",
        "two accounts of one question by different people, of which something different is stated (when written, "
        "who took part, on what it rests)",
        better_witness,
    ),
    Type(
        ItemType.CONTEXT,
        "In its time",
        "a claim with a date, and three events that one record each dates, before it and after it",
        in_its_time,
    ),
    Type(
        ItemType.DATE,
        "Read this date",
        "a claim whose date is worded otherwise than the calendar has it (“late October 1955”)",
        read_this_date,
    ),
    Type(
        ItemType.STYLES,
        "Old style and new",
        "a claim whose `calendar` or `year-begins` is not that of the corpus, where it makes a difference",
        old_and_new_style,
    ),
    Type(
        ItemType.MATCH,
        "Match account to date",
        "three claims whose dates are worded otherwise than the calendar has them, and share no day",
        match_accounts,
    ),
    Type(
        ItemType.SEQUENCE,
        "Put in order",
        "three events that one record each dates, at times that do not overlap, one of them in words that have to "
        "be worked out",
        sequence,
    ),
    Type(
        ItemType.TERMINUS,
        "What a find allows",
        "a question whose date the record limits through other events (`after`, a kind, a date that counts from "
        "one)",
        terminus,
    ),
    Type(
        ItemType.VIEW,
        "Whose view is this?",
        "three claimants of whom one dates something in words that have to be worked out, and the others put it "
        "elsewhere or answer other questions",
        whose_view,
    ),
    Type(
        ItemType.QUESTION,
        "Same question or different?",
        "claims that answer questions: two of them the same, others another, beyond any bridge",
        same_question,
    ),
    Type(
        ItemType.CORROBORATION,
        "Corroboration chart",
        "two accounts of one question that agree, differ or follow each other, and questions that one answers "
        "alone",
        corroboration_chart,
    ),
    Type(
        ItemType.INDEPENDENCE,
        "Independent or not?",
        "sources of which one is stated to rest on another (`rests-on`) or not to (`independent-of`), and others "
        "of which something is stated",
        independent_or_not,
    ),
    Type(
        ItemType.VOICES,
        "How many voices?",
        "three accounts of one position in different sources, of which one is stated to rest on another "
        "(`rests-on`)",
        how_many_voices,
    ),
    Type(
        ItemType.CONFLICT,
        "Find the conflict",
        "two or three claims or records that cannot all be true, and two claims that go together with them",
        find_the_conflict,
    ),
    Type(
        ItemType.MISPRINT,
        "Misprint or disagreement?",
        "two claims that give different days for one thing, one of which a slip of the pen makes of the other",
        misprint,
    ),
    Type(
        ItemType.SETTLE,
        "What would settle it?",
        "two accounts of one question by different people that contradict each other, and no record that rules "
        "one out",
        what_would_settle_it,
    ),
    Type(
        ItemType.SILENCE,
        "The argument from silence",
        "a source that declares what it covers (`covers`), and is silent on a claim that falls under it",
        argument_from_silence,
    ),
    Type(
        ItemType.FIGURE,
        "Check this figure",
        "a figure (`figures`) whose result is right or wrong beyond rounding",
        check_figure,
    ),
    Type(
        ItemType.AS_OF,
        "As it stood in a year",
        "a claim whose standing changed as works appeared (`issued`, `opened`)",
        as_it_stood,
    ),
    Type(
        ItemType.CONTROVERSY,
        "Structured controversy",
        "a question on which two sides contradict each other, each with two documents, and nobody on both",
        controversy,
    ),
    Type(
        ItemType.DOCUMENTS,
        "The question and the documents",
        "a question on which accounts contradict each other, and four documents with a passage of 40 to 150 words "
        "each (`quote` or `retold`)",
        document_question,
    ),
    Type(
        ItemType.LESSON,
        "A lesson",
        "a `background`, a question on which accounts contradict each other, and four documents with a passage of "
        "40 to 150 words each (`quote` or `retold`)",
        lesson,
    ),
)


def title_of(type: ItemType) -> str:
    """What a type is called on a sheet."""
    return next(one.title for one in TYPES if one.type is type)


def needs_of(type: ItemType) -> str:
    """What a corpus must have to serve a type."""
    return next(one.needs for one in TYPES if one.type is type)


def drafts_of(material: Material, types: Iterable[ItemType] = ()) -> dict[ItemType, tuple[Draft, ...]]:
    """The drafts of every type (or of those named) that pass the gate, in the order of a lesson."""
    wanted = set(types)
    return {
        one.type: tuple(draft for draft in one.make(material) if is_fit(material, draft))
        for one in TYPES
        if not wanted or one.type in wanted
    }


def lack_of(material: Material, drafts: Mapping[ItemType, Sequence[Draft]], type: ItemType, wishes: Wishes) -> str:
    """What a corpus lacks for a type that it was asked for and does not serve, in a line."""
    found = drafts.get(type, ())
    question = wishes.question or max(reversed(material.weights), key=material.weights.__getitem__, default=None)
    if question is not None and type in LESSONS and not any(question in draft.questions for draft in found):
        is_controversy = type is ItemType.CONTROVERSY
        lack = controversy_lacks(material, question) if is_controversy else lesson_lacks(material, question, type)
        if lack:
            more = "" if material.is_draft or is_controversy else "; --draft leaves marked boxes for passages"
            return f"{type}: for the question {question} what is missing is {lack}{more}"
    if material.plain and not found:
        return f"{type}: there is none of which every text has a plain wording (`plain:`)"
    if not found:
        return f"{type}: what is missing is {needs_of(type)}"
    on_question = [draft for draft in found if wishes.question is None or wishes.question in draft.questions]
    if not on_question:
        return f"{type}: there is none that belongs to the question {wishes.question}"
    levels = sorted({draft.level for draft in on_question})
    return f"{type}: there is none of level {wishes.level}; there are some of level {', '.join(map(str, levels))}"
