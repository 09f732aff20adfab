"""The named rules by which phrases are read: what each reads, on whose authority, how far it may be widened.

Belongs here: the registry, in the order in which `date --rules` lists it, and tolerances by rule. Does not
belong here: the rules' arithmetic (see `evaluation` and its neighbours), words (see the languages' tables).

A rule's name is also the key of its tolerance under `defaults: {tolerances: {…}}`. The tolerance is what the
wide reading adds at each open side; "none" is exact, "half" is half of the smallest unit named, and at least a
day where days or longer units are counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from claimcheck.dates.conventions import EXACT, Tolerance, read_tolerance


class Rule(NamedTuple):
    """One convention: its name, what it reads, an example in each language, its source, its tolerance."""

    name: str
    reads: str
    english: str
    russian: str
    source: str
    tolerance: str = "none"


_ISO = "ISO 8601-1:2019"
_EDTF = "ISO 8601-2:2019"
_TEI = "TEI P5, att.datable: notBefore, notAfter, from, to"
_CHENEY = "Cheney & Jones, A Handbook of Dates, 2nd ed., 2000"
_GROTEFEND = "Grotefend, Zeitrechnung des deutschen Mittelalters und der Neuzeit"
_DACS = "DACS 2.4, dates of archival material (probable and approximate dates)"
_CRM = "CIDOC CRM, P81 and P82 (ongoing throughout, at some time within)"
_KAMENTSEVA = "Каменцева, Хронология, 2-е изд., 2003"
_BICKERMAN = "Bickerman, Chronology of the Ancient World, 2nd ed., 1980"
_GEDCOM_TEXT = "GEDCOM 5.5.1 (1999) and FamilySearch GEDCOM 7"
_GRUMEL = "Grumel, La chronologie, 1958"
_USAGE = "editorial usage; the widths are this manual's convention"

RULES: tuple[Rule, ...] = (
    Rule("edtf", "the Extended Date/Time Format, levels 0 to 2", "1956-02-14/1956-02-25", "1956-02~", _EDTF),
    # Calendar units
    Rule("day", "a day of a month of a year", "14 February 1956", "14 февраля 1956 г.", _ISO),
    Rule("month", "a calendar month", "October 1955", "октябрь 1955 г.", _ISO),
    Rule("year", "a year, in the year style that is set", "the year 1791", "1791 год", _CHENEY),
    Rule("any-year", "a day or a month of a year that is not known, from 1 BC to 9999", "17 October of some year",
         "17 октября неизвестного года", _EDTF),
    Rule("era", "years before and after Christ; 1 BC is year 0", "44 BC", "44 г. до н. э.", _EDTF),
    Rule("weekday", "a day of the week, checked against the date", "Friday 24 February 1956",
         "пятница, 24 февраля 1956 г.", _CHENEY),
    Rule("dotted-date", "figures with dots, the day first", "13.02.1956", "13.02.1956", "ISO/R 2014; ГОСТ Р 7.0.97-2016"),
    Rule("stroked-date", "figures with strokes; day or month first where both can be", "3/4/1956", "3/4/1956", _USAGE),
    Rule("roman-month", "the month as a Roman numeral", "13.II.1956", "13.II.1956", _GROTEFEND),
    Rule("abbreviated-year", "a second year without its century", "1914–18", "1914–18 гг.", "Chicago Manual of Style, 9.64"),
    Rule("split-year", "a year that runs over two: a term, a season's books; before Christ, an archon's or a consul's year", "1941/42", "1941/42 г.", _USAGE),
    Rule("dual-year", "January to March counted in the old and the new year", "11 February 1731/2",
         "11 февраля 1731/32 г.", _CHENEY),
    Rule("decade", "the ten years from a round year", "the 1950s", "1950-е годы", _EDTF),
    Rule("century", "a hundred years from the year 1, 101, 201 …", "the 16th century", "XVI век", _CHENEY),
    Rule("hundreds", "a hundred years by their first two figures, or the decade", "the 1500s", "1500-е годы", _EDTF),
    Rule("millennium", "a thousand years from the year 1, 1001 …", "the 2nd millennium BC", "II тысячелетие до н. э.", _CHENEY),
    Rule("season", "March–May, June–August, September–November, December–February", "spring 1917", "весной 1917 г.",
         "meteorological seasons (WMO); " + _EDTF, "1 month"),
    Rule("feast", "feasts of the Church, fixed and counted from Easter", "Michaelmas 1381", "Рождество 1812 г.",
         _CHENEY + "; the computus of Gauss in Meeus, Astronomical Algorithms, ch. 8"),
    Rule("roman-day", "the Kalends, Nones and Ides themselves", "the Ides of March 44 BC", "–", _GROTEFEND),
    Rule("cal-bp", "calendar years before 1950", "3600–3400 cal BP", "3600–3400 cal BP", "Mook & van der Plicht, Radiocarbon 41 (1999)"),
    # Calendars
    Rule("old-style", "a date of the Julian calendar", "5 January 1649 O.S.", "25 октября 1917 г. ст. ст.", _CHENEY),
    Rule("new-style", "a date of the Gregorian calendar, said to be one", "7 November 1917 N.S.",
         "7 ноября 1917 г. н. ст.", _CHENEY),
    Rule("dual-date", "one day in both calendars, each half checked", "23 (10) October 1917", "10 (23) октября 1917 г.", _KAMENTSEVA),
    Rule("year-of-the-world", "years of the Byzantine era, from 5509 BC", "7208 AM", "7208 г. от сотворения мира", _KAMENTSEVA),
    Rule("regnal-year", "years of a reign, from its first day to its last; shipped are those of England from William I",
         "5 Elizabeth I", "–", _CHENEY),
    Rule("auc", "years from the founding of Rome as Varro counted them, from January 753 BC", "AUC 700", "–", _BICKERMAN),
    Rule("olympiad", "the four years of an Olympiad, each from 1 July, from 776 BC", "Ol. 7,3", "–",
         _BICKERMAN),
    Rule("seleucid", "years of the Seleucid era: in Syria from the autumn of 312 BC, in Babylon from the spring of 311 BC",
         "Seleucid era 173", "–", _BICKERMAN + "; Parker & Dubberstein, Babylonian Chronology, 1956", "1 month"),
    Rule("greeks", "years of the Greeks, as Syriac books have them: from 1 October 312 BC", "A.G. 1234", "–",
         _GRUMEL),
    Rule("spanish-era", "years of the Spanish era, from January 38 BC", "Spanish era 1082", "–", _GROTEFEND),
    Rule("diocletian", "years of Diocletian or of the martyrs, from 1 Thoth (29 or 30 August) 284", "Diocletian 20", "–",
         _BICKERMAN),
    Rule("own-era", "years of an era, or the year of office of an archon or of consuls, that the corpus names under `eras:`", "–", "–", "the corpus"),
    Rule("indiction", "a date as far as it lies in that indiction", "1492, indiction 10", "1492 г., индикт 10", _KAMENTSEVA),
    # Parts
    Rule("part-of-month", "early, mid, late: 1–10, 11–20, 21 to the end", "late October 1955", "в конце октября 1955 г.",
         _DACS + "; " + _USAGE, "5 days"),
    Rule("part-of-year", "early, mid, late: January–April, May–August, September–December", "early 1956",
         "в начале 1956 г.", _USAGE, "1 month"),
    Rule("part-of-decade", "early, mid, late: years 0–3, 4–6, 7–9", "the early 1950s", "в начале 1950-х годов", _USAGE, "1 year"),
    Rule("part-of-century", "early, mid, late: 34, 33, 33 years", "the late 16th century", "в конце XVI века", _USAGE, "10 years"),
    Rule("part-of-season", "early, mid, late: its first, second, third month", "early spring 1917", "ранней весной 1917 г.",
         _USAGE, "15 days"),
    Rule("fraction", "halves, thirds and quarters of anything", "the first half of 1956", "первая половина 1956 г.", _CRM),
    Rule("nth-unit", "the nth day, ten days, month, year, decade of something", "the last day of 1955",
         "первая декада мая 1791 г.", _USAGE),
    Rule("week-of-month", "the nth seven days of a month", "the first week of May 1791", "первая неделя мая 1791 г.", _USAGE),
    Rule("first-days", "the first or last five days of a month, or three months of a year", "the first days of May 1791",
         "в первых числах мая 1791 г.", _USAGE, "5 days"),
    Rule("nth-weekday", "the nth, or any, such day of the week", "the first Monday of May 1791",
         "первый понедельник мая 1791 г.", _USAGE),
    Rule("turn", "the days or years on both sides of a turn", "the turn of the 19th and 20th centuries",
         "на рубеже XIX и XX веков", _USAGE, "half"),
    # Parts of the day
    Rule("part-of-day", "small hours 00–06, early morning 04–08, morning 06–12, daytime 06–18, afternoon 12–18, "
         "evening 18–24, night 20–06", "the evening of 13 February 1956", "вечером 13 февраля 1956 г.",
         "the hours of the day as divided in " + _GROTEFEND + ", simplified", "1 hour"),
    Rule("night-between-days", "the night from one day to the next, 20–06", "the night of 13–14 February 1956",
         "в ночь с 13 на 14 февраля 1956 г.", _USAGE, "1 hour"),
    Rule("clock-hour", "an hour of the clock: its sixty minutes", "6 a.m. on 14 February 1956",
         "в 6 часов утра 14 февраля 1956 г.", _ISO),
    Rule("clock-minute", "a minute of the clock", "18:30 on 14 February 1956", "14 февраля 1956 г. в 18:30", _ISO),
    # Doubt
    Rule("circa-hour", "about a time of the clock", "about 6 p.m. on 5 May 1789", "около 18:00 5 мая 1789 г.", _USAGE, "1 hour"),
    Rule("circa-day", "about a day", "c. 13 February 1956", "около 13 февраля 1956 г.", _DACS, "2 days"),
    Rule("circa-month", "about a month or season", "c. May 1791", "около мая 1791 г.", _DACS, "1 month"),
    Rule("circa-year", "about a year; at both ends of a range", "c. 1500", "около 1500 г.", _DACS, "5 years"),
    Rule("circa-decade", "about a decade", "c. the 1560s", "около 1560-х годов", _DACS, "5 years"),
    Rule("circa-century", "about a century", "c. 5th century BC", "около V века до н. э.", _DACS, "25 years"),
    Rule("circa-count", "about so many units before or after", "about a fortnight after @x", "около недели после @x", _USAGE, "half"),
    Rule("uncertain", "a date with the editor's question mark, its limits unmoved", "14 February 1956?", "14 февраля 1956 г.?", _EDTF),
    Rule("calculated", "a date that was calculated, as GEDCOM marks it; its limits unmoved", "CAL 1791", "–", _GEDCOM_TEXT),
    Rule("interpreted", "a date that was interpreted from a phrase beside it, as in GEDCOM", "INT 1791 (the year of the flood)", "–", _GEDCOM_TEXT),
    Rule("act", "one act that is named with its date", "published 1833", "–", _DACS),
    Rule("period", "a period or a reign beside its years; of one that is known they are checked", "Edo period (1615–1868)", "–",
         "the corpus's `eras:`; " + _CHENEY),
    Rule("correction", "a date corrected by an editor: the correction is read", "1627 [i.e. 1646]", "–", _DACS),
    Rule("saeculum", "a century as palaeographers write it: in., med., ex. are its early, middle and late part", "s. xii in.", "–",
         "usage of catalogues of manuscripts"),
    Rule("other-calendar", "months and years of another calendar by their own names", "22 Ramadan 977", "–", "the package convertdate"),
    Rule("quaker", "a Quaker's day: months by their numbers, from March to 1751, from January since 1752", "12th of 3rd month 1690", "–",
         _CHENEY),
    Rule("floruit", "a year or years in which somebody was active", "fl. 1150–1170", "деятельность 1150–1170 гг.", _DACS),
    Rule("plus-minus", "so many units either way; the larger figure, if two are given, is the wide reading",
         "1500 ± 10", "1500 ± 10 лет", "Ward & Wilson, Archaeometry 20 (1978)"),
    Rule("probability", "ranges with probabilities: the least probable narrow, the most probable wide",
         "68 %: 1290–1320; 95 %: 1270–1340", "68 %: 1290–1320; 95 %: 1270–1340", "Bronk Ramsey, Radiocarbon 51 (2009)"),
    Rule("supplied", "words in square brackets, supplied by the editor", "3 May [1791]", "3 мая [1791 г.]", _DACS),
    # Limits and runs
    Rule("before", "up to the start, which is excluded", "before 1453", "до 1453 г.", _TEI),
    Rule("by", "up to the end, which is included; also until, no later than", "by 13 February 1956", "не позднее 13 февраля 1956 г.", _TEI),
    Rule("after", "from the end, which is excluded", "after 1453", "после 1453 г.", _TEI),
    Rule("not-before", "from the start, which is included; also since", "not before 1453", "не ранее 1453 г.", _TEI),
    Rule("between", "from the first to the second, both included; between events, after one and before the other",
         "between 3 and 7 May 1791", "между 3 и 7 мая 1791 г.", _TEI),
    Rule("range", "from the first to the second, both included", "March–April 1955", "с 3 по 7 мая 1791 г.", _EDTF),
    Rule("or", "one of several, nothing between them", "13 or 15 February 1956", "13 или 15 февраля 1956 г.", _EDTF),
    Rule("and", "several together, nothing between them", "3 and 7 May 1791", "3 и 7 мая 1791 г.", _EDTF),
    Rule("joined", "several statements of which all hold", "mid-February 1956, not before @x",
         "середина февраля 1956 г., не ранее @x", _CRM),
    # Relations
    Rule("at-event", "the time of an event: within it", "during @x", "во время @x", _CRM),
    Rule("counted", "so many units before or after: days from its first and last day, months and years in the calendar",
         "7 years and 3 months after @x", "через 3 дня после @x", _CHENEY, "half"),
    Rule("counted-between", "between so many and so many units before or after", "between 37 and 38 years before @x",
         "от 2 до 3 дней после @x", _CHENEY),
    Rule("nth-counted", "the nth day, week, month or year counted from something", "the 38th year before @x",
         "на третьей неделе после @x", _CHENEY, "half"),
    Rule("within", "no longer than that before or after", "within a week of @x", "в течение недели после @x", _CRM, "half"),
    Rule("eve", "the calendar day before; of an event wide, that many days before and the day itself", "on the eve of @x",
         "накануне @x", "Oxford English Dictionary, eve n.², senses 2 and 3", "3 days"),
    Rule("octave", "the same day of the week a week (octave) or two weeks (quindene) after a feast", "the octave of Trinity 1300", "–", _CHENEY),
    Rule("same-unit", "the same day, week, month or year", "the same year as @x", "в том же году, что и @x", _USAGE),
    Rule("next-unit", "the calendar unit or the day of the week that follows or comes before",
         "the following Monday after @x", "в следующий понедельник после @x", _USAGE),
    Rule("age", "so many completed years since birth; or the birth of who was so old", "aged 57 at @death",
         "в возрасте 57 лет на @death", _CHENEY, "half"),
    Rule("reign", "the nth year from an accession, its own day counted", "the 3rd year of @accession",
         "на 3-м году правления @accession", _CHENEY, "half"),
)  # fmt: skip

_DEFAULTS: Mapping[str, Tolerance] = MappingProxyType(
    {rule.name: read_tolerance(rule.tolerance) or EXACT for rule in RULES}
)


def check_tolerance(name: str, text: str) -> str | None:
    """What is wrong with one tolerance of a corpus, in a sentence; None if nothing is."""
    if name not in _DEFAULTS:
        return f"no rule is called “{name[:60]}”; `claimcheck date --rules` lists them"
    if read_tolerance(text) is None:
        return f"“{text[:60]}” is no tolerance for {name}; write “5 days”, “1 month”, “half” or “none”"
    return None


@lru_cache(maxsize=64)
def tolerances_of(settings: tuple[tuple[str, str], ...]) -> Mapping[str, Tolerance]:
    """The tolerance of every rule, with a corpus's settings in place of the rules' own; wrong ones are left out."""
    if not settings:
        return _DEFAULTS
    changed = {name: read_tolerance(text) for name, text in settings if name in _DEFAULTS}
    return MappingProxyType({**_DEFAULTS, **{name: found for name, found in changed.items() if found is not None}})
