"""The types of exercise, each with the function that makes its drafts; and what each needs of a corpus.

Belongs here: the registry, in the order of a lesson. Does not belong here: any type.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from claimcheck.teaching.items import Draft, ItemType
from claimcheck.teaching.material import Material
from claimcheck.teaching.types.dates import match_accounts, read_this_date, whose_view
from claimcheck.teaching.types.events import sequence


@dataclass(frozen=True, slots=True)
class Type:
    """A type: what it is called on a sheet, what a corpus must have for it, and what makes its drafts."""

    type: ItemType
    title: str
    needs: str
    make: Callable[[Material], Iterator[Draft]]


TYPES: tuple[Type, ...] = (
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
