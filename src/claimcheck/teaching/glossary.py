"""The terms of the trade, defined for a class; a sheet's box has those that it uses.

Belongs here: our own definitions, and finding which terms a sheet uses. Does not belong here: the manual's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimcheck.report.blocks import Section, Table
from claimcheck.teaching.wording import texts_of


class Term(NamedTuple):
    """A term, the pattern by which its use is found (whole words, either case), and what it means."""

    name: str
    pattern: str
    meaning: str


TERMS: tuple[Term, ...] = (
    Term(
        "account",
        "accounts?",
        "What somebody says about a matter, in one voice; a joint statement is one account.",
    ),
    Term("archive", "archives?", "A place that keeps documents; they can be read once it opens them."),
    Term("bear on", "bears? on|bearing on", "To have something to do with a question, for it or against it."),
    Term(
        "contradict",
        "contradicts?|cannot (?:both|all) be true",
        "Two statements contradict if they cannot both be true.",
    ),
    Term("convention", "conventions?", "A rule that people agree on, such as what “late in the month” means."),
    Term(
        "corroborate",
        "corroborat\\w+|bears? it out",
        "To bear out what somebody says by something else that says it too, and does not get it from him.",
    ),
    Term("documented", "documented", "Stated by a record made at the time."),
    Term("given", "given", "Taken as known for this exercise, without asking how."),
    Term(
        "Gregorian calendar",
        "gregorian",
        "The calendar of today (the new style), in use since 1582 in some countries.",
    ),
    Term("hedge", "hedged?|hedges", "A word that makes a statement less sure: perhaps, apparently, about."),
    Term(
        "independent",
        "independent\\w*",
        "Two sources are independent if neither has its knowledge from the other, nor both from a third.",
    ),
    Term(
        "Julian calendar",
        "julian",
        "The older calendar (the old style), ten to thirteen days behind that of today.",
    ),
    Term("narrated", "narrated", "Told by a later work as a fact, without a record being named."),
    Term("record", "records?", "What attests an event apart from those who argue about it."),
    Term("rest on", "rests? on", "To have one’s knowledge from: a copy rests on what it was copied from."),
    Term("root", "roots?", "The source at which a chain of copying and retelling begins."),
    Term("silence", "silen\\w+", "Nothing said by a source that one would expect to say something."),
    Term("source", "sources?", "The text, document or thing from which we know something."),
    Term("terminus ante quem", "terminus ante quem", "The latest that something can have happened."),
    Term("terminus post quem", "terminus post quem", "The earliest that something can have happened."),
    Term(
        "through",
        "came (?:to us )?through|reached us through",
        "By way of another work: we have not seen the source itself.",
    ),
    Term(
        "witness",
        "witness\\w*",
        "Somebody from whom we know something; the nearer to the event the better, as a rule.",
    ),
)


def terms_in(texts: Iterable[str]) -> tuple[Term, ...]:
    """The terms that the texts use, in alphabetical order."""
    whole = " \n ".join(texts)
    return tuple(term for term in TERMS if re.search(rf"\b(?:{term.pattern})\b", whole, re.IGNORECASE) is not None)


def glossary_section(sections: Iterable[Section]) -> Iterator[Section]:
    """The box at the end of a sheet: the terms that its sections use; nothing if they use none."""
    texts = [
        text
        for section in sections
        for text in (section.title, *(text for block in section.blocks for text in texts_of(block)))
    ]
    found = terms_in(texts)
    if found:
        rows = tuple((term.name, term.meaning) for term in found)
        yield Section("words", "Words used here", (Table(("word", "what it means"), rows),))
