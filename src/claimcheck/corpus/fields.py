"""The sections of a corpus file and the keys of their entries: one table, from which all else is checked.

Belongs here: every key of format 1, what shape its value has, what it refers to, and one line on what it is
for; the JSON schema and the manual are made from this table. Does not belong here: reading values (`values`),
building entries (`building`).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

FORMAT = "1"


class Shape(StrEnum):
    """What the value of a key looks like."""

    TEXT = "text"
    TEXTS = "texts"  # one or a list
    FLAG = "flag"  # yes or no
    WORD = "word"  # one of `words`
    ID = "id"  # one reference
    IDS = "ids"  # one or a list
    NAMES = "names"  # claimants: ids, or names in several words
    DATE = "date"
    DATES = "dates"  # one, or a list with a dash each
    CITATION = "citation"  # a source id and the locator, or free text
    ANSWERS = "answers"  # a question, or a mapping of questions to dates
    PARTS = "parts"  # one mapping of the keys of a part, or a list
    RECORDS = "records"  # a citation, a mapping, or a list of either
    COVERAGE = "coverage"  # a period, a mapping of period and kinds, or a list
    DURATION = "duration"
    PAIRS = "pairs"  # a mapping of words to texts
    CALENDAR = "calendar"
    YEAR_STYLE = "year style"


class Field(NamedTuple):
    """A key: the shape of its value, the sections it refers to or the words it takes, and its use."""

    name: str
    shape: Shape
    summary: str
    targets: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


Fields = Mapping[str, Field]

EXTENTS = ("within", "throughout", "course")
STANCES = ("asserts", "denies", "doubts", "rejects")
BASES = ("documented", "narrated")
# Source types with a meaning; others are allowed and mean nothing.
ARCHIVAL = "archival"


def _fields(*fields: Field) -> Fields:
    return MappingProxyType({field.name: field for field in fields})


_T, _D = Shape.TEXT, Shape.DATE
_COMMON = (
    Field("note", _T, "a remark of yours"),
    Field("url", _T, "where it can be seen"),
)
_SHORT = Field("short", _T, "a short name for display")
_WORDING = (
    Field("quote", _T, "its own words"),
    Field("lang", _T, "the language of the quotation"),
    Field("translation", _T, "the quotation in translation"),
)
_IMPLIED = Field("declared", Shape.FLAG, "`no` for what `convert --full` wrote out from a passing mention")
_CONVENTIONS = (
    Field(
        "calendar",
        Shape.CALENDAR,
        "the calendar of its dates: historical, gregorian, julian, {julian-until: DAY} …",
    ),
    Field("year-begins", Shape.YEAR_STYLE, "the day its years begin: 1 January, 25 March, 1 September …"),
)
REFORM = _fields(Field("julian-until", _T, "the last day of the Julian calendar, as 1752-09-02"))
_DATE_KEYS = (
    Field("when", _D, "the date"),
    Field("or-when", Shape.DATES, "another reading of the date"),
    Field("not-when", _D, "a date that is excluded"),
    Field("wide", _D, "the wide reading of `when`, instead of the rule's"),
    Field("probability", _T, "how probable the date is held to be; shown only"),
    Field("extent", Shape.WORD, "within the date, throughout it, or in the course of it", words=EXTENTS),
)
_VALUE_KEYS = (
    Field("role", _T, "the role that has a value: speaker, author, cause …"),
    Field("of", _T, "what it is the role of"),
    Field("value", Shape.TEXTS, "who or what fills the role; yes or no for a question with `whether`"),
)
_PART_KEYS = (
    Field("event", Shape.ID, "the event that happened", targets=("events",)),
    Field("kind", Shape.ID, "some event of this kind happened", targets=("kinds",)),
    Field("first", Shape.ID, "the first event of this kind happened", targets=("kinds",)),
    Field("last", Shape.ID, "the last event of this kind happened", targets=("kinds",)),
    Field("none", Shape.ID, "no event of this kind happened", targets=("kinds",)),
    *_VALUE_KEYS,
    *_DATE_KEYS,
    Field("from", _D, "when a value begins to hold"),
)

PART = _fields(Field("answers", Shape.ID, "the question answered", targets=("questions",)), *_PART_KEYS)
# A part that answers nobody's question: what each side of a bridge with `if` and `then` is.
BARE_PART = _fields(*_PART_KEYS)
# The keys that name what a part is of; a part has one of them.
SUBJECTS = ("answers", "event", "kind", "first", "last", "none", "role")

CLAIMANT = _fields(
    Field("name", _T, "the name to print"),
    _SHORT,
    Field("participant", Shape.FLAG, "whether he took part in the events"),
    Field("interest", _T, "his stake in the matter"),
    Field("several", Shape.FLAG, "whether several are meant who are not named: several historians, others"),
    _IMPLIED,
    *_COMMON,
)
# CSL variables (citationstyles.org, 1.0.2) that are not keys of their own; they are kept as text.
_CSL_NAMES = """
    abstract accessed annote archive archive-place archive_location authority available-date call-number
    chapter-number citation-key citation-number collection-editor collection-number collection-title compiler
    composer container-author container-title container-title-short contributor curator dimensions director
    division DOI edition editor editor-translator editorial-director event-date event-place event-title
    executive-producer first-reference-note-number genre guest host illustrator interviewer ISBN ISSN
    jurisdiction keyword language locator medium narrator number number-of-pages number-of-volumes organizer
    original-author original-date original-publisher original-publisher-place original-title page page-first
    part part-number part-title performer PMCID PMID printing printing-number producer publisher
    publisher-place recipient references reviewed-author reviewed-genre reviewed-title scale script-writer
    section series-creator short-title source status submitted subtitle supplement supplement-number
    title-short translator version volume volume-title year-suffix
"""
CSL = tuple(_CSL_NAMES.split())
SOURCE = _fields(
    Field("type", _T, "archival, memoir, study, press, reference, or a word of your own"),
    Field("title", _T, "the title"),
    _SHORT,
    Field("author", Shape.NAMES, "who wrote it; takes what `by` takes", targets=("claimants",)),
    Field("issued", _D, "when it was published"),
    Field("dated", _D, "the date that the document itself bears"),
    Field("opened", _D, "when an archive made it accessible"),
    Field("through", Shape.CITATION, "the work through which it reached you", targets=("sources",)),
    Field("rests-on", Shape.IDS, "the sources or claims that it depends on", targets=("sources", "claims")),
    Field("independent-of", Shape.IDS, "sources it is shown not to depend on", targets=("sources",)),
    Field("part-of", Shape.ID, "the larger source", targets=("sources",)),
    Field("covers", Shape.COVERAGE, "the period and kinds on which one would expect it to report"),
    Field("unseen", Shape.FLAG, "`yes` for what is known to exist and was not seen"),
    *_CONVENTIONS,
    Field("unnamed", Shape.FLAG, "`yes` for the source of claims that name none; written by `convert --full`"),
    _IMPLIED,
    *_COMMON,
    *(Field(name, Shape.TEXTS, "CSL variable") for name in CSL),
)
COVERAGE = _fields(
    Field("when", _D, "the period"), Field("kinds", Shape.IDS, "the kinds of events", targets=("kinds",))
)
KIND = _fields(
    Field("label", _T, "the kind in words"),
    _SHORT,
    Field("broader", Shape.IDS, "the kinds it is a case of", targets=("kinds",)),
    Field("presupposes", Shape.IDS, "kinds of which some event had happened by then", targets=("kinds",)),
    _IMPLIED,
    *_COMMON,
)
RECORD = _fields(
    Field("in", Shape.CITATION, "the source and the place in it", targets=("sources",)),
    Field("basis", Shape.WORD, "documented by a record of the time, or narrated", words=BASES),
    Field("through", Shape.CITATION, "the work through which it reached you", targets=("sources",)),
    *_DATE_KEYS,
    Field("first", Shape.ID, "it was the first event of this kind", targets=("kinds",)),
    Field("last", Shape.ID, "it was the last event of this kind", targets=("kinds",)),
    Field("none", Shape.ID, "no event of this kind happened then", targets=("kinds",)),
    *_WORDING,
    Field("hedge", _T, "the record's own 'apparently'"),
    Field("independent-of", Shape.IDS, "sources it is shown not to depend on", targets=("sources",)),
    Field("id", _T, "its own id, where it is not to be EVENT/1, EVENT/2 …"),
    *_COMMON,
)
EVENT = _fields(
    Field("label", _T, "the event in words"),
    _SHORT,
    Field("kinds", Shape.IDS, "what kinds of event it is", targets=("kinds",)),
    *_DATE_KEYS,
    Field("record", Shape.RECORDS, "what attests it"),
    Field("planned", Shape.FLAG, "`yes` for what was planned and has not happened by being planned"),
    Field("after", Shape.IDS, "events that it comes after", targets=("events",)),
    Field("present", Shape.NAMES, "who took part in it; takes what `by` takes", targets=("claimants",)),
    *_VALUE_KEYS,
    _IMPLIED,
    *_COMMON,
)
QUESTION = _fields(
    Field("ask", _T, "the question in words"),
    _SHORT,
    Field("lead", Shape.FLAG, "`yes` for the question that the corpus is about"),
    Field("first", Shape.ID, "when was the first event of this kind?", targets=("kinds",)),
    Field("last", Shape.ID, "when was the last event of this kind?", targets=("kinds",)),
    Field("kind", Shape.ID, "when was some event of this kind?", targets=("kinds",)),
    Field("event", Shape.ID, "when was this event?", targets=("events",)),
    Field("whether", Shape.ID, "was there an event of this kind?", targets=("kinds",)),
    Field("role", _T, "who or what was the …"),
    Field("of", _T, "… of what?"),
    *_COMMON,
)
ASKED = ("first", "last", "kind", "event", "whether", "role")
CLAIM = _fields(
    Field("by", Shape.NAMES, "who puts it forward; several make one joint statement", targets=("claimants",)),
    Field("in", Shape.CITATION, "the source and the place in it", targets=("sources",)),
    Field("answers", Shape.ANSWERS, "the question, or a mapping of questions to dates", targets=("questions",)),
    *_PART_KEYS,
    Field("also", Shape.PARTS, "further parts of the same claim"),
    Field("says", _T, "what it says, in your words"),
    *_WORDING,
    Field("plain", _T, "a simpler wording, for learners"),
    Field("hedge", _T, "the claimant's own 'apparently'"),
    Field("stance", Shape.WORD, "asserts, denies, doubts, or rejects the question", words=STANCES),
    Field("rests-on", Shape.IDS, "the sources or claims that it depends on", targets=("sources", "claims")),
    Field("independent-of", Shape.IDS, "sources it is shown not to depend on", targets=("sources",)),
    Field("through", Shape.CITATION, "the work through which it reached you", targets=("sources",)),
    Field("reports", Shape.IDS, "claims that it only reports", targets=("claims",)),
    Field("disputes", Shape.IDS, "claims that it denies", targets=("claims",)),
    Field("because", _T, "why it disputes or reports: the id of a bridge, or words"),
    Field("given", Shape.IDS, "claims or bridges that it assumes", targets=("claims", "bridges")),
    Field("otherwise", Shape.PARTS, "what it says without what is `given`"),
    Field("revises", Shape.IDS, "earlier claims of the same claimant", targets=("claims",)),
    Field("alternative-to", Shape.IDS, "the author's own other possibility", targets=("claims",)),
    Field("misprint", Shape.FLAG, "`yes` for what you hold to be a misprint"),
    *_CONVENTIONS,
    *_COMMON,
)
BRIDGE = _fields(
    Field("says", _T, "the assumption in words"),
    Field("same", Shape.IDS, "two events that are one", targets=("events",)),
    Field("order", Shape.IDS, "two events, the first over before the second begins", targets=("events",)),
    Field("permanent", _T, "a role whose value never changes"),
    Field("narrower", Shape.ID, "a kind that is a case of the `broader` one", targets=("kinds",)),
    Field("broader", Shape.ID, "the kind that takes in the `narrower` one", targets=("kinds",)),
    Field("from", Shape.ID, "the event from whose end a stretch is counted", targets=("events",)),
    Field("to", Shape.ID, "the event at whose start the stretch ends", targets=("events",)),
    Field("takes", Shape.DURATION, "how long the stretch is"),
    Field("if", Shape.PARTS, "if this holds …"),
    Field("then", Shape.PARTS, "… this holds too"),
    *_COMMON,
)
NUMBERS = (
    "part",
    "whole",
    "percent",
    "terms",
    "sum",
    "minuend",
    "subtrahend",
    "difference",
    "total",
    "units",
    "per-unit",
)
FIGURE = _fields(
    Field("says", _T, "the statement in words"),
    Field("in", Shape.CITATION, "the source and the place in it", targets=("sources",)),
    *(Field(name, Shape.TEXTS, "a number as it is printed") for name in NUMBERS),
    *_COMMON,
)
DEFAULTS = _fields(
    *_CONVENTIONS,
    Field("through", Shape.CITATION, "the work through which everything reached you", targets=("sources",)),
    Field("tolerances", Shape.PAIRS, "how wide the wide reading of a wording is"),
)
AS_READ = _fields(
    Field("as", _T, "the wording of the source"),
    Field("read", _D, "how it is to be read"),
    Field("wide", _D, "the wide reading, instead of the rule's"),
    Field("probability", _T, "how probable the date is held to be; shown only"),
)

# The sections that map ids to entries, in the order in which they are read.
SECTIONS: Mapping[str, Fields] = MappingProxyType(
    {
        "claimants": CLAIMANT,
        "sources": SOURCE,
        "kinds": KIND,
        "events": EVENT,
        "questions": QUESTION,
        "claims": CLAIM,
        "bridges": BRIDGE,
        "figures": FIGURE,
    }
)
# What may stand at the top of a file besides the sections; each once in the whole corpus, except `format`.
TOP = ("format", "title", "background", "defaults", "eras", "question", "through", "record")
# A single text in the place of an entry stands for this key; under `events` for the label if it speaks of no date.
SHORTHAND: Mapping[str, str] = MappingProxyType(
    {
        "claimants": "name",
        "sources": "title",
        "kinds": "label",
        "events": "when",
        "record": "when",
        "questions": "ask",
        "claims": "when",
        "bridges": "says",
        "figures": "says",
    }
)
# The singular of each section, as messages name an entry.
SINGULAR: Mapping[str, str] = MappingProxyType(
    {
        "claimants": "claimant",
        "sources": "source",
        "kinds": "kind",
        "events": "event",
        "questions": "question",
        "claims": "claim",
        "bridges": "bridge",
        "figures": "figure",
    }
)
