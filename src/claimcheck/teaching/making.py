"""The types of exercise, each with the function that makes its drafts; and what each needs of a corpus.

Belongs here: the registry, in the order of a lesson. Does not belong here: any type.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from claimcheck.teaching.items import Draft, ItemType
from claimcheck.teaching.material import Material
from claimcheck.teaching.types.conflicts import find_the_conflict
from claimcheck.teaching.types.dates import match_accounts, read_this_date
from claimcheck.teaching.types.documents import document_question
from claimcheck.teaching.types.events import sequence
from claimcheck.teaching.types.figures import check_figure
from claimcheck.teaching.types.lessons import controversy
from claimcheck.teaching.types.pairs import corroboration_chart, same_question
from claimcheck.teaching.types.sources import better_witness, sourcing_task
from claimcheck.teaching.types.standing import as_it_stood
from claimcheck.teaching.types.stemma import argument_from_silence, independent_or_not
from claimcheck.teaching.types.views import whose_view


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
        "Who speaks, and how long after?",
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
        ItemType.DATE,
        "Read this date",
        "a claim whose date is worded otherwise than the calendar has it (“late October 1955”)",
        read_this_date,
    ),
    Type(
        ItemType.MATCH,
        "Match account to date",
        "three claims whose dates have one reading each and share no day",
        match_accounts,
    ),
    Type(
        ItemType.SEQUENCE,
        "Put in order",
        "three events that one record each dates, at times that do not overlap",
        sequence,
    ),
    Type(
        ItemType.VIEW,
        "Whose view is this?",
        "three claimants of whom one dates something, and the others put it elsewhere or answer other questions",
        whose_view,
    ),
    Type(
        ItemType.QUESTION,
        "Same question or different?",
        "claims that answer questions: two of them the same, others another",
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
        "sources of which one is stated to rest on another (`rests-on`) or not to (`independent-of`), and others",
        independent_or_not,
    ),
    Type(
        ItemType.CONFLICT,
        "Find the conflict",
        "two or three claims or records that cannot all be true, and two claims that go together with them",
        find_the_conflict,
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
        "two schools: sets of claims that cannot be held together",
        controversy,
    ),
    Type(
        ItemType.DOCUMENTS,
        "The question and the documents",
        "a question that two accounts answer",
        document_question,
    ),
)


def title_of(type: ItemType) -> str:
    """What a type is called on a sheet."""
    return next(one.title for one in TYPES if one.type is type)


def needs_of(type: ItemType) -> str:
    """What a corpus must have to serve a type."""
    return next(one.needs for one in TYPES if one.type is type)


def drafts_of(material: Material, types: Iterable[ItemType] = ()) -> dict[ItemType, tuple[Draft, ...]]:
    """The drafts of every type (or of those named), in the order of a lesson."""
    wanted = set(types)
    return {one.type: tuple(one.make(material)) for one in TYPES if not wanted or one.type in wanted}
