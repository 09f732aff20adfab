"""In which calendar and year style a date is said to a reader: that of its statement, or the corpus's own.

Belongs here: choosing the style, and saying once which are in use. Does not belong here: the wording of a date
(see `claimcheck.dates.wording`), the form for machines (see `claimcheck.dates.writing`).
"""

from __future__ import annotations

from claimcheck.corpus.entries import Corpus, Dated
from claimcheck.dates.calendars import HISTORICAL, has_roman_months, year_style
from claimcheck.dates.wording import Style, calendar_in_words
from claimcheck.dates.writing import said_in


def style_of(corpus: Corpus, dated: Dated, reading: int = 0) -> Style:
    """The calendar and year style in which a reading of a date was stated."""
    read = dated.when.readings[reading]
    return Style(said_in(read, corpus.defaults.calendar), read.year_begins, _is_named(corpus))


def style_of_deductions(corpus: Corpus) -> Style:
    """The style of what no single statement says: limits, gaps, what follows. It is the corpus's default."""
    defaults = corpus.defaults
    return Style(defaults.calendar, year_style(defaults.year_begins), _is_named(corpus))


def _is_named(corpus: Corpus) -> bool:
    return len({calendar for calendar, _ in corpus.styles}) > 1


def styles_say(corpus: Corpus) -> str:
    """How dates are to be read, for a heading; nothing where all are as historians write, from 1 January."""
    own = style_of_deductions(corpus)
    said = ""
    if own.is_named:
        marks = {"julian": " (o.s.)", "gregorian": " (n.s.)"}
        used = {calendar for calendar, _ in corpus.styles}
        if used <= {"julian", "gregorian"}:
            calendars = "Julian (o.s.) or Gregorian (n.s.)"
        elif all(map(has_roman_months, used)):
            calendars = "Julian or Gregorian, which is named beside each"
        else:
            calendars = "which is named beside each"
        said = (
            f"Dates are said in the calendar of their statement, {calendars}; "
            f"what is deduced is {calendar_in_words(own.calendar)}{marks.get(own.calendar, '')}."
        )
    elif own.calendar not in ("gregorian", HISTORICAL):
        said = f"Dates are of the {calendar_in_words(own.calendar)} calendar."
    if any(begins != "1 January" for _, begins in corpus.styles):
        said += " Double years, as in 1602/3, are of a year that did not begin on 1 January."
    return said.strip()
