"""In which calendar and year style a date is said to a reader: that of its statement, or the corpus's own.

Belongs here: choosing the style, and saying once which are in use. Does not belong here: the wording of a date
(see `claimcheck.dates.wording`), the form for machines, which is proleptic Gregorian always.

Of the calendars that convertdate knows a reader is told the day in the calendar of the corpus, as historians do.
"""

from __future__ import annotations

from claimcheck.corpus.entries import Corpus, Dated
from claimcheck.dates.calendars import year_style
from claimcheck.dates.wording import Style

_SAID = ("gregorian", "julian")
_NAMES = {"gregorian": "Gregorian", "julian": "Julian"}


def style_of(corpus: Corpus, dated: Dated, reading: int = 0) -> Style:
    """The calendar and year style in which a reading of a date was stated."""
    read = dated.when.readings[reading]
    if read.calendar not in _SAID:
        return style_of_deductions(corpus)
    return Style(read.calendar, read.year_begins, _is_named(corpus))


def style_of_deductions(corpus: Corpus) -> Style:
    """The style of what no single statement says: limits, gaps, what follows. It is the corpus's default."""
    defaults = corpus.defaults
    calendar = defaults.calendar if defaults.calendar in _SAID else "gregorian"
    return Style(calendar, year_style(defaults.year_begins), _is_named(corpus))


def _is_named(corpus: Corpus) -> bool:
    return len({calendar for calendar, _ in corpus.styles if calendar in _SAID}) > 1


def styles_say(corpus: Corpus) -> str:
    """How dates are to be read, for a heading; nothing where all are Gregorian from 1 January."""
    own = style_of_deductions(corpus)
    name = _NAMES[own.calendar]
    said = ""
    if own.is_named:
        mark = "o.s." if own.calendar == "julian" else "n.s."
        said = (
            "Dates are said in the calendar of their statement, Julian (o.s.) or Gregorian (n.s.); "
            f"what is deduced is {name} ({mark})."
        )
    elif own.calendar != "gregorian":
        said = f"Dates are of the {name} calendar."
    if any(begins != "1 January" for _, begins in corpus.styles):
        said += " Double years, as in 1602/3, are of a year that did not begin on 1 January."
    return said.strip()
