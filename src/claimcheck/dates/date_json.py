"""The JSON of `claimcheck date`: models of a date read, of the rules, and of a column summed up.

Belongs here: what a key is called, what type it has and what it means; the schema and the manual's page are made
from the models. Does not belong here: reading, the forms of single dates (see `writing`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SkipValidation

from claimcheck.dates.column import Column, Doubt, Group
from claimcheck.dates.named_eras import SHIPPED, Era
from claimcheck.dates.phrases.rules import RULES
from claimcheck.dates.refusal_kinds import Refusal
from claimcheck.dates.when import Fault, Limit, Reading, When, Window
from claimcheck.dates.wording import Style, day_in_words
from claimcheck.dates.writing import bounds_of, calendar_of, edtf_of, iso, iso_inclusive_stop, refers_to_an_event

DaySpan = tuple[str | None, str | None]
AsGiven = Annotated[str, SkipValidation]  # it may hold what is no text: half a character from a command line


class DateShape(BaseModel):
    """What every object in the JSON of dates has in common."""

    model_config = ConfigDict(frozen=True)


# A date read.


class LimitsJson(DateShape):
    """The first and the last day (or minute) of a date, inclusive; null without limit."""

    earliest: str | None = Field(description="the first")
    latest: str | None = Field(description="the last")


class ReadingJson(DateShape):
    """A reading of a date. Dates are ISO, of `calendar`, inclusive, with a time where finer than a day."""

    edtf: str | None = Field(
        description="the same as EDTF, where EDTF can say it; reads back where `calendar` and the year style hold"
    )
    earliest: str | None = Field(description="the first day, or minute; null without limit")
    latest: str | None = Field(description="the last day, or minute; null without limit")
    earliest_kind: Limit = Field(description="closed; open on purpose; or at a limit that is not known")
    latest_kind: Limit = Field(description="the same of the latest")
    spans: list[DaySpan] = Field(description="the stretches that it leaves, each with its first and last day")
    calendar: str = Field(description="the calendar in which it was stated, and is given here")
    gregorian: LimitsJson | None = Field(description="the limits in the Gregorian calendar, where they differ")
    rule: str = Field(description="the rules by which it was read")
    wide: ReadingJson | None = Field(description="the wide reading, where it is another")


def reading_json(reading: Reading) -> ReadingJson:
    """A reading; what a relation to an event leaves open is null, of the kind "unknown"."""
    window = bounds_of(reading.date)
    if window is None:
        return _json(reading, reading.edtf, None)
    relative = refers_to_an_event(reading.date)
    narrow = Window(window.narrow, window.narrow, window.earliest, window.latest, window.unit)
    stated = reading.edtf or (None if relative else edtf_of(window, reading.calendar, reading.year_begins))
    found = _json(reading, stated, narrow)
    if window.wide == window.narrow:
        return found
    wide = Window(window.wide, window.wide, window.earliest, window.latest, window.unit)
    edtf = None if relative else edtf_of(wide, reading.calendar, reading.year_begins)
    return found.model_copy(update={"wide": _json(reading, edtf, wide)})


def _json(reading: Reading, edtf: str | None, window: Window | None) -> ReadingJson:
    start = window.narrow.start if window else None
    stop = window.narrow.stop if window else None
    earliest = Limit.UNKNOWN if window is None or window.earliest is Limit.CLOSED else window.earliest
    latest = Limit.UNKNOWN if window is None or window.latest is Limit.CLOSED else window.latest
    calendar = calendar_of(reading.calendar, window.narrow if window else None)
    limits = _span(start, stop, window, calendar)
    gregorian = _span(start, stop, window)
    return ReadingJson(
        edtf=edtf,
        earliest=limits[0],
        latest=limits[1],
        earliest_kind=earliest if start is None else Limit.CLOSED,
        latest_kind=latest if stop is None else Limit.CLOSED,
        spans=[_span(span.start, span.stop, window, calendar) for span in (window.narrow.spans if window else ())],
        calendar=calendar,
        gregorian=None if gregorian == limits else LimitsJson(earliest=gregorian[0], latest=gregorian[1]),
        rule=reading.rule,
        wide=None,
    )


def _span(start: int | None, stop: int | None, window: Window | None, calendar: str = "gregorian") -> DaySpan:
    return (
        None if start is None or window is None else iso(start, window.unit, calendar),
        None if stop is None or window is None else iso_inclusive_stop(stop, window.unit, calendar),
    )


class RefusedJson(DateShape):
    """Why a text cannot be read as a date."""

    message: AsGiven = Field(description="what is the matter")
    kind: Refusal = Field(description="which kind of refusal it is")
    remedy: AsGiven = Field(description="what can be read")
    start: int = Field(description="where it begins in the text, from 0")
    stop: int = Field(description="where it ends, exclusive")


class DateJson(DateShape):
    """What `date` prints of one text; of several, one such object a line."""

    schema_: Literal["claimcheck/date/1"] = Field(alias="schema", description="which shape this is")
    text: AsGiven = Field(description="the date as written")
    readings: list[ReadingJson] = Field(description="its readings; none where it cannot be read")
    diagnostic: RefusedJson | None = Field(
        None,
        description="why it cannot be read; there only where it cannot",
        exclude_if=lambda found: found is None,
    )


def date_json(text: str, found: When | Fault) -> DateJson:
    """A text with what it was read as."""
    tag: Any = {"schema": "claimcheck/date/1"}
    if isinstance(found, Fault):
        refused = RefusedJson(
            message=found.message, kind=found.kind, remedy=found.remedy, start=found.start, stop=found.stop
        )
        return DateJson(**tag, text=text, readings=[], diagnostic=refused)
    return DateJson(**tag, text=text, readings=[reading_json(reading) for reading in found.readings])


# The rules.


class RuleJson(DateShape):
    """A rule by which dates are read."""

    rule: str = Field(description="its name")
    reads: str = Field(description="what it reads")
    english: str = Field(description="an example in English")
    russian: str = Field(description="an example in Russian")
    tolerance: str = Field(description="how much wider the wide reading is")
    source: str = Field(description="where the convention comes from")


class RulesJson(DateShape):
    """What `date --rules` prints."""

    schema_: Literal["claimcheck/date/1"] = Field(alias="schema", description="which shape this is")
    rules: list[RuleJson] = Field(description="the rules")


def rules_json(tolerances: Mapping[str, str]) -> RulesJson:
    """Every rule, with the tolerances that are in force."""
    rules = [
        RuleJson(
            rule=rule.name,
            reads=rule.reads,
            english=rule.english,
            russian=rule.russian,
            tolerance=tolerances.get(rule.name, rule.tolerance),
            source=rule.source,
        )
        for rule in RULES
    ]
    tag: Any = {"schema": "claimcheck/date/1"}
    return RulesJson(**tag, rules=rules)


# The eras.


class EraJson(DateShape):
    """An era, or a reign, that is known by its name."""

    era: str = Field(description="its name")
    first: str = Field(description="the day from which its years are counted")
    last: str | None = Field(description="its last day; null where it has none")
    source: str = Field(description="where that is taken from")


class ErasJson(DateShape):
    """What `date --eras` prints."""

    schema_: Literal["claimcheck/date/1"] = Field(alias="schema", description="which shape this is")
    eras: list[EraJson] = Field(description="the eras; those that were stated come first")


def eras_json(own: tuple[Era, ...]) -> ErasJson:
    """Every era that is known; of those shipped, each with its source."""
    eras = [
        EraJson(
            era=era.name,
            first=day_in_words(era.first, Style(era.calendar)),
            last=None if era.stop is None else day_in_words(era.stop - 1, Style(era.calendar)),
            source=era.source or "as stated",
        )
        for era in (*own, *SHIPPED)
    ]
    tag: Any = {"schema": "claimcheck/date/1"}
    return ErasJson(**tag, eras=eras)


# A column summed up.


class RefusalExampleJson(DateShape):
    """A text that is refused."""

    text: AsGiven = Field(description="the text, shortened if need be")
    line: int = Field(description="the line on which it first stood, from 1")
    remedy: AsGiven = Field(description="what can be read")


class DoubtExampleJson(DateShape):
    """A text that deserves a second look."""

    text: AsGiven = Field(description="the text, shortened if need be")
    line: int = Field(description="the line on which it first stood, from 1")
    reading: AsGiven = Field(description="how it is read")


class RefusalGroupJson(DateShape):
    """What is refused for one reason."""

    kind: Refusal = Field(description="the kind of refusal")
    meaning: str = Field(description="what is the matter with such a text")
    count: int = Field(description="how many there are")
    examples: list[RefusalExampleJson] = Field(description="a few of them")


class DoubtGroupJson(DateShape):
    """What deserves a second look for one reason."""

    kind: Doubt = Field(description="the reason")
    meaning: str = Field(description="what is doubtful about such a text")
    count: int = Field(description="how many there are")
    examples: list[DoubtExampleJson] = Field(description="a few of them")


class SummaryJson(DateShape):
    """What `date --summary` prints."""

    schema_: Literal["claimcheck/date-summary/1"] = Field(alias="schema", description="which shape this is")
    texts: int = Field(description="how many texts the column has")
    distinct: int = Field(description="how many different ones")
    distinct_is_exact: bool = Field(description="whether that was counted, not estimated")
    read: int = Field(description="how many are read")
    refused: int = Field(description="how many are not")
    refusals: list[RefusalGroupJson] = Field(description="why not")
    second_look: list[DoubtGroupJson] = Field(description="what is read and deserves a second look")


def summary_json(column: Column) -> SummaryJson:
    """A column summed up."""
    tag: Any = {"schema": "claimcheck/date-summary/1"}
    return SummaryJson(
        **tag,
        texts=column.texts,
        distinct=column.distinct,
        distinct_is_exact=column.is_exact,
        read=column.read,
        refused=column.refused,
        refusals=[
            RefusalGroupJson(
                kind=kind, meaning=kind.meaning, count=group.count, examples=_examples(group, "remedy")
            )
            for kind, group in column.refusals.items()
        ],
        second_look=[
            DoubtGroupJson(
                kind=doubt, meaning=doubt.meaning, count=group.count, examples=_examples(group, "reading")
            )
            for doubt, group in column.doubts.items()
        ],
    )


def _examples(group: Group, says: str) -> Any:
    return [{"text": one.text, "line": one.line, says: one.says} for one in group.examples]
