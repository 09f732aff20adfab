"""The sections of a corpus file and the keys of their entries: one table, from which all else is checked.

Belongs here: every key of format 1, what shape its value has, what it refers to, and one line on what it is
for; the JSON schema and the manual are made from this table. Does not belong here: reading values (`values`),
building entries (`builders`).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

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
    ENTRIES = "entries"  # a mapping of ids to entries, or what one of those may be


Example = str | list[str] | Mapping[str, Any]


class Field(NamedTuple):
    """A key: the shape of its value, its use, an example, and the sections it refers to or the words it takes."""

    name: str
    shape: Shape
    summary: str
    example: Example
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
    Field("note", _T, "a remark of yours", "The page is torn here."),
    Field("url", _T, "where it can be seen", "https://example.org/annals#480"),
)
_SHORT = Field("short", _T, "a short name for display", "Tanner 1744")
_PLAIN = Field("plain", _T, "a simpler wording, for learners", "People walked over it only at the fair.")
_WORDING = (
    Field("quote", _T, "its own words", "gegen Ende des Winters"),
    Field("lang", _T, "the language of the quotation", "de"),
    Field("translation", _T, "the quotation in translation", "towards the end of winter"),
    Field("retold", _T, "the passage retold by you in 40 to 150 words, for a lesson", "At dinner he said that …"),
)
_IMPLIED = Field("declared", Shape.FLAG, "`no` for what `convert --full` wrote out from a passing mention", "no")
_CONVENTIONS = (
    Field(
        "calendar",
        Shape.CALENDAR,
        "the calendar of its dates: historical, gregorian, julian, {julian-until: DAY} …",
        "julian",
    ),
    Field(
        "year-begins",
        Shape.YEAR_STYLE,
        "the day its years begin: 1 January, 25 March, 1 September …",
        "25 March",
    ),
)
REFORM = _fields(Field("julian-until", _T, "the last day of the Julian calendar, as 1752-09-02", "1752-09-02"))
_DATE_KEYS = (
    Field("when", _D, "the date", "mid-May 1901, not before @opening"),
    Field("or-when", Shape.DATES, "another reading of the date", "before @flood"),
    Field("not-when", _D, "a date that is excluded", "13 or 14 April 1901"),
    Field("wide", _D, "the wide reading of `when`, instead of the rule's", "1950/1960"),
    Field("probability", _T, "how probable the date is held to be; shown only", "95.4 %"),
    Field(
        "extent", Shape.WORD, "within the date, throughout it, or in the course of it", "throughout", words=EXTENTS
    ),
)
_VALUE_KEYS = (
    Field("role", _T, "the role that has a value: builder, author, cause …", "builder"),
    Field("of", _T, "what it is the role of", "bridge"),
    Field(
        "value",
        Shape.TEXTS,
        "who or what fills the role; yes or no for a question with `whether`",
        "Master Hugh",
    ),
)
_PART_KEYS = (
    Field("event", Shape.ID, "the event that happened", "first-cart", targets=("events",)),
    Field("kind", Shape.ID, "some event of this kind happened", "crossing", targets=("kinds",)),
    Field("first", Shape.ID, "the first event of this kind happened", "crossing", targets=("kinds",)),
    Field("last", Shape.ID, "the last event of this kind happened", "crossing", targets=("kinds",)),
    Field("none", Shape.ID, "no event of this kind happened", "toll-levied", targets=("kinds",)),
    *_VALUE_KEYS,
    *_DATE_KEYS,
    Field("from", _D, "when a value begins to hold", "@works-begin"),
)

PART = _fields(
    Field("answers", Shape.ID, "the question answered", "first-crossed", targets=("questions",)), *_PART_KEYS
)
# A part that answers nobody's question: what each side of a bridge with `if` and `then` is.
BARE_PART = _fields(*_PART_KEYS)
# The keys that name what a part is of; a part has one of them.
SUBJECTS = ("answers", "event", "kind", "first", "last", "none", "role")

CLAIMANT = _fields(
    Field("name", _T, "the name to print", "Hugh the mason"),
    _SHORT,
    Field("who", _T, "who he was, in a few words, for a lesson", "a barrister"),
    Field("participant", Shape.FLAG, "whether he took part in the events", "yes"),
    Field("interest", _T, "his stake in the matter", "he was to be paid for the bridge"),
    Field("several", Shape.FLAG, "whether several are meant who are not named: several historians, others", "yes"),
    _IMPLIED,
    *_COMMON,
)
# CSL variables (citationstyles.org, 1.0.2) that are not keys of their own, by an example; kept as text.
_CSL_EXAMPLES: Mapping[str, str] = {
    "Thomas Hearne": "collection-editor compiler composer container-author contributor curator director editor "
    "editor-translator editorial-director executive-producer guest host illustrator interviewer narrator "
    "organizer original-author performer producer recipient reviewed-author script-writer series-creator "
    "translator",
    "1744-03": "accessed available-date event-date original-date submitted",
    "12": "chapter-number citation-number collection-number first-reference-note-number number number-of-pages "
    "number-of-volumes part-number printing-number supplement-number volume",
    "London": "archive-place event-place jurisdiction original-publisher-place publisher-place",
    "Nichols": "archive authority division original-publisher publisher",
    "Archaeologia": "collection-title container-title container-title-short event-title original-title "
    "part-title reviewed-title section short-title subtitle title-short volume-title",
    "128–170": "locator page page-first",
    "Add. MS 4936, f. 12": "archive_location call-number",
    "10.1000/182": "DOI",
    "978-0-306-40615-7": "ISBN",
    "0261-3409": "ISSN",
    "PMC3531190": "PMCID",
    "23193287": "PMID",
    "la": "language",
    "tanner1744": "citation-key",
    "second, revised": "edition version printing",
    "letter": "genre medium reviewed-genre",
    "24 leaves": "dimensions scale",
    "bridges and fords": "abstract annote keyword references status",
    "a": "part supplement year-suffix",
    "County Record Office": "source",
}
_CSL = {name: example for example, names in _CSL_EXAMPLES.items() for name in names.split()}
CSL = tuple(sorted(_CSL, key=str.lower))
SOURCE = _fields(
    Field("type", _T, "archival, memoir, study, press, reference, or a word of your own", "memoir"),
    Field("title", _T, "the title", "Recollections of a Ferryman"),
    _SHORT,
    Field("author", Shape.NAMES, "who wrote it; takes what `by` takes", "tanner", targets=("claimants",)),
    Field("issued", _D, "when it was published", "spring 1744"),
    Field("dated", _D, "the date that the document itself bears", "3 May 1204"),
    Field("opened", _D, "when an archive made it accessible", "1964"),
    Field(
        "through",
        Shape.CITATION,
        "the work through which it reached you",
        "chronicle par. 12",
        targets=("sources",),
    ),
    Field(
        "rests-on",
        Shape.IDS,
        "the sources or claims that it depends on",
        "annals",
        targets=("sources", "claims"),
    ),
    Field(
        "independent-of",
        Shape.IDS,
        "sources it is shown not to depend on",
        ["annals", "letters"],
        targets=("sources",),
    ),
    Field("part-of", Shape.ID, "the larger source", "court-rolls", targets=("sources",)),
    Field(
        "covers",
        Shape.COVERAGE,
        "the period and kinds on which one would expect it to report",
        {"when": "about 1200 to 1210", "kinds": "cart-crossing"},
    ),
    Field("unseen", Shape.FLAG, "`yes` for what is known to exist and was not seen", "yes"),
    *_CONVENTIONS,
    Field(
        "unnamed", Shape.FLAG, "`yes` for the source of claims that name none; written by `convert --full`", "yes"
    ),
    _IMPLIED,
    *_COMMON,
    *(Field(name, Shape.TEXTS, "CSL variable", _CSL[name]) for name in CSL),
)
COVERAGE = _fields(
    Field("when", _D, "the period", "about 1200 to 1210"),
    Field("kinds", Shape.IDS, "the kinds of events", "cart-crossing", targets=("kinds",)),
)
KIND = _fields(
    Field("label", _T, "the kind in words", "somebody crosses the bridge"),
    _SHORT,
    Field("broader", Shape.IDS, "the kinds it is a case of", "crossing", targets=("kinds",)),
    Field(
        "presupposes",
        Shape.IDS,
        "kinds of which some event had happened by then",
        "crossing",
        targets=("kinds",),
    ),
    _IMPLIED,
    *_COMMON,
)
RECORD = _fields(
    Field("in", Shape.CITATION, "the source and the place in it", "chronicle par. 10", targets=("sources",)),
    Field("basis", Shape.WORD, "documented by a record of the time, or narrated", "documented", words=BASES),
    Field("through", Shape.CITATION, "the work through which it reached you", "chronicle", targets=("sources",)),
    *_DATE_KEYS,
    Field("first", Shape.ID, "it was the first event of this kind", "crossing", targets=("kinds",)),
    Field("last", Shape.ID, "it was the last event of this kind", "crossing", targets=("kinds",)),
    Field("none", Shape.ID, "no event of this kind happened then", "toll-levied", targets=("kinds",)),
    *_WORDING,
    Field("hedge", _T, "the record's own 'apparently'", "apparently"),
    Field("independent-of", Shape.IDS, "sources it is shown not to depend on", "letters", ("sources",)),
    Field("id", _T, "its own id, where it is not to be EVENT/1, EVENT/2 …", "toll-ledger"),
    *_COMMON,
)
EVENT = _fields(
    Field("label", _T, "the event in words", "the first cart crosses"),
    _SHORT,
    _PLAIN,
    Field("kinds", Shape.IDS, "what kinds of event it is", "cart-crossing", targets=("kinds",)),
    *_DATE_KEYS,
    Field("record", Shape.RECORDS, "what attests it", {"in": "chronicle par. 10", "basis": "narrated"}),
    Field("planned", Shape.FLAG, "`yes` for what was planned and has not happened by being planned", "yes"),
    Field("after", Shape.IDS, "events that it comes after", "opening", targets=("events",)),
    Field(
        "present",
        Shape.NAMES,
        "who took part in it; takes what `by` takes",
        ["abbot", "mason"],
        targets=("claimants",),
    ),
    *_VALUE_KEYS,
    _IMPLIED,
    *_COMMON,
)
QUESTION = _fields(
    Field("ask", _T, "the question in words", "When was the bridge first crossed?"),
    _SHORT,
    _PLAIN,
    Field("lead", Shape.FLAG, "`yes` for the question that the corpus is about", "yes"),
    Field("first", Shape.ID, "when was the first event of this kind?", "crossing", targets=("kinds",)),
    Field("last", Shape.ID, "when was the last event of this kind?", "crossing", targets=("kinds",)),
    Field("kind", Shape.ID, "when was some event of this kind?", "crossing", targets=("kinds",)),
    Field("event", Shape.ID, "when was this event?", "keystone-set", targets=("events",)),
    Field("whether", Shape.ID, "was there an event of this kind?", "toll-levied", targets=("kinds",)),
    Field("role", _T, "who or what was the …", "speaker"),
    Field("of", _T, "… of what?", "bridge"),
    *_COMMON,
)
ASKED = ("first", "last", "kind", "event", "whether", "role")
CLAIM = _fields(
    Field(
        "by",
        Shape.NAMES,
        "who puts it forward; several make one joint statement",
        ["abbot", "mason"],
        targets=("claimants",),
    ),
    Field("in", Shape.CITATION, "the source and the place in it", "tanner p. 592", targets=("sources",)),
    Field(
        "answers",
        Shape.ANSWERS,
        "the question, or a mapping of questions to dates",
        "first-crossed",
        targets=("questions",),
    ),
    *_PART_KEYS,
    Field("also", Shape.PARTS, "further parts of the same claim", {"none": "toll-levied", "when": "1203"}),
    Field("says", _T, "what it says, in your words", "Nobody crossed it before the fair."),
    *_WORDING,
    _PLAIN,
    Field("hedge", _T, "the claimant's own 'apparently'", "apparently"),
    Field("stance", Shape.WORD, "asserts, denies, doubts, or rejects the question", "denies", words=STANCES),
    Field(
        "rests-on",
        Shape.IDS,
        "the sources or claims that it depends on",
        "annals",
        targets=("sources", "claims"),
    ),
    Field("independent-of", Shape.IDS, "sources it is shown not to depend on", "letters", ("sources",)),
    Field("through", Shape.CITATION, "the work through which it reached you", "chronicle", targets=("sources",)),
    Field("reports", Shape.IDS, "claims that it only reports", "miller-may", targets=("claims",)),
    Field("disputes", Shape.IDS, "claims that it denies", "register-april", targets=("claims",)),
    Field("because", _T, "why it disputes or reports: the id of a bridge, or words", "the ledger is silent"),
    Field("given", Shape.IDS, "claims or bridges that it assumes", "one-bridge", targets=("claims", "bridges")),
    Field(
        "otherwise",
        Shape.PARTS,
        "what it says without what is `given`",
        {"when": "late June 1901"},
    ),
    Field("revises", Shape.IDS, "earlier claims of the same claimant", "register-april", targets=("claims",)),
    Field(
        "alternative-to", Shape.IDS, "the author's own other possibility", "register-april", targets=("claims",)
    ),
    Field("misprint", Shape.FLAG, "`yes` for what you hold to be a misprint", "yes"),
    *_CONVENTIONS,
    *_COMMON,
)
BRIDGE = _fields(
    Field("says", _T, "the assumption in words", "The upper and the lower bridge are the same."),
    Field("same", Shape.IDS, "two events that are one", ["upper-bridge", "lower-bridge"], targets=("events",)),
    Field(
        "order",
        Shape.IDS,
        "two events, the first over before the second begins",
        ["works-begin", "keystone-set"],
        targets=("events",),
    ),
    Field("permanent", _T, "a role whose value never changes", "builder"),
    Field(
        "narrower",
        Shape.ID,
        "a kind that is a case of the `broader` one",
        "cart-crossing",
        targets=("kinds",),
    ),
    Field("broader", Shape.ID, "the kind that takes in the `narrower` one", "crossing", targets=("kinds",)),
    Field("from", Shape.ID, "the event from whose end a stretch is counted", "works-begin", targets=("events",)),
    Field("to", Shape.ID, "the event at whose start the stretch ends", "opening", targets=("events",)),
    Field("takes", Shape.DURATION, "how long the stretch is", "7 days"),
    Field("if", Shape.PARTS, "if this holds …", {"event": "letter-written", "when": "23 August AD 79"}),
    Field("then", Shape.PARTS, "… this holds too", {"event": "eruption", "when": "24 August AD 79"}),
    *_COMMON,
)
_NUMBERS: Mapping[str, str | list[str]] = {
    "part": "1,044",
    "whole": "1,061",
    "percent": "98.4",
    "terms": ["1,044", "17"],
    "sum": "1,061",
    "minuend": "1,044",
    "subtrahend": "17",
    "difference": "1,027",
    "total": "1,044",
    "units": "12",
    "per-unit": "87",
}
NUMBERS = tuple(_NUMBERS)
FIGURE = _fields(
    Field("says", _T, "the statement in words", "1,044 of 1,061 tolls were paid"),
    Field("in", Shape.CITATION, "the source and the place in it", "toll-ledger p. 2", targets=("sources",)),
    *(Field(name, Shape.TEXTS, "a number as it is printed", example) for name, example in _NUMBERS.items()),
    *_COMMON,
)
DEFAULTS = _fields(
    *_CONVENTIONS,
    Field(
        "through",
        Shape.CITATION,
        "the work through which everything reached you",
        "chronicle",
        targets=("sources",),
    ),
    Field("tolerances", Shape.PAIRS, "how wide the wide reading of a wording is", {"circa-year": "10 years"}),
)
AS_READ = _fields(
    Field("as", _T, "the wording of the source", "IX Kal. Sept."),
    Field("read", _D, "how it is to be read", "24 August AD 79"),
    Field("wide", _D, "the wide reading, instead of the rule's", "August AD 79"),
    Field("probability", _T, "how probable the date is held to be; shown only", "95.4 %"),
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
# What each section holds, with an example.
CONTENTS: Mapping[str, Field] = _fields(
    Field("claimants", Shape.ENTRIES, "who puts claims forward, by id", {"mason": "Hugh the mason"}),
    Field(
        "sources", Shape.ENTRIES, "works and documents, by id", {"chronicle": {"type": "press", "issued": "1931"}}
    ),
    Field("kinds", Shape.ENTRIES, "kinds of events, by id", {"crossing": "somebody crosses"}),
    Field("events", Shape.ENTRIES, "what is said to have happened, by id", {"opening": "14 May 1901"}),
    Field(
        "questions", Shape.ENTRIES, "what claims answer, by id", {"first-crossed": "When was it first crossed?"}
    ),
    Field("claims", Shape.ENTRIES, "what somebody puts forward, by id", {"Register": "late April 1901"}),
    Field(
        "bridges", Shape.ENTRIES, "stated assumptions, off unless granted, by id", {"one": {"permanent": "pope"}}
    ),
    Field(
        "figures", Shape.ENTRIES, "arithmetical statements, by id", {"freed": {"terms": ["1", "2"], "sum": "3"}}
    ),
)
# What may stand at the top of a file besides the sections; each once in the whole corpus, except `format`.
TOP = _fields(
    Field("format", _T, "the format that the file is written in", "1"),
    Field("title", _T, "what the corpus is called", "How the bridge came about"),
    Field("background", _T, "what a reader should know beforehand", "The ford was lost in the flood of 1198."),
    Field("plain", _T, "the background in a simpler wording, for learners", "The town had a ferry."),
    Field("terms", Shape.PAIRS, "words that a learner should know, each with its meaning", {"toll": "a payment"}),
    Field("defaults", Shape.ENTRIES, "what holds unless an entry says otherwise", {"calendar": "julian"}),
    Field(
        "question", Shape.ENTRIES, "the one question that all claims answer", "When was the bridge first crossed?"
    ),
    Field("eras", Shape.PAIRS, "names with the day or year from which their years count", {"AUC": "753 BC"}),
    Field("through", Shape.CITATION, "the work through which everything reached you", "Town Chronicle, 1931"),
    Field("record", Shape.ENTRIES, "what attests the one question, by id", {"toll-ledger": "2 May 1901"}),
)
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
