"""What to write instead of a text that cannot be read as a date.

Belongs here: the kind of the refusal where the text as a whole shows it, and the nearest form that is read. One
rule, one function; they are tried in the order of `_RULES`. Does not belong here: what stands in the way and where
(the readers say that), reading a form instead of what was written, which nobody asked for.

Two things hold for every remedy. A form that stands in quotation marks “…” was tried and can be read. And no
remedy loses a word that limits the date: "before" stays before, whatever language or abbreviation it is in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from claimcheck.dates.phrases import kinds
from claimcheck.dates.phrases.date_words import near_words, speaks_of_a_date
from claimcheck.dates.phrases.era_years import is_named
from claimcheck.dates.phrases.kinds import BETWEEN, CIRCA, ERA, LATER, LIMIT, REFUSED, STYLE, TURN, Language, Words
from claimcheck.dates.phrases.lexemes import LANGUAGES, TABLE, further_vocabularies, normal, places, roman
from claimcheck.dates.phrases.trade_forms import ACTS
from claimcheck.dates.refusal_kinds import NEVER, UNDATED, Refusal
from claimcheck.dates.when import Fault

Reads = Callable[[str], bool]

_MOST_TRIALS = 2  # forms that are tried for one refusal, so that it costs little more than a reading
_LONGEST = 200  # characters; a longer text is prose, of which no form can be made


def with_remedy(fault: Fault, reads: Reads) -> Fault:
    """The fault with its kind and its remedy; where the whole text is of a kind, that takes the place of its parts.

    `reads` says whether a form can be read; it is asked twice at most.
    """
    text = fault.text.strip()
    if len(text) > _LONGEST:
        return fault if fault.remedy else replace(fault, remedy="write the date alone, the rest under `says:`")
    trial = _Trial(text, reads)
    for rule in _RULES:
        found = rule(text, fault, trial)
        if found is not None:
            return found
    return replace(fault, remedy=_fitting(fault.remedy, text, trial))


class _Trial:
    """Tries forms, and no more of them than are worth it; what many rules ask of the text stands here once.

    `plain` is the text in lower case, with one kind of dash and space, `words` are its words, `numbers` its figures.
    """

    __slots__ = ("_left", "_reads", "numbers", "plain", "words")

    def __init__(self, text: str, reads: Reads) -> None:
        self._reads = reads
        self._left = _MOST_TRIALS
        self.plain = normal(text)
        self.words = _WORDS.findall(self.plain)
        self.numbers = _NUMBER.findall(self.plain)

    def reads(self, form: str) -> bool:
        """Whether the form can be read, as far as it was still tried."""
        if self._left == 0 or not form:
            return False
        self._left -= 1
        return self._reads(form)


def _whole(fault: Fault, kind: Refusal, message: str, remedy: str) -> Fault:
    """A fault of the whole text."""
    stripped = fault.text.strip()
    start = fault.text.index(stripped)
    return Fault(fault.text, message, start, start + len(stripped), remedy, kind)


# ------------------------------------------------------------ no date at all

_NONE = (
    r"n\.? ?d\.?|n\.? ?dat\.?|n\.? ?y\.?|no date|no year|not dated|un-?dated|date(?: is)? (?:unknown|not known|unrecorded|missing"
    r"|not recorded|not given|uncertain|undetermined|unavailable|not available|lacking|illegible)"
    r"|unknown(?: date| year)?|year unknown|unk\.?|not known|uncertain|undetermined|unrecorded|not recorded|not given|none|nil|null|nan"
    r"|n/?a|n\.a\.|missing|illegible|unspecified|not specified|not stated|tb[acd]|not (?:available|applicable)|no data|without date"
    r"|date|to be (?:determined|confirmed|dated)"
    r"|s\.? ?d\.?|s\.? ?a\.?|s\.? ?l\.? ?n\.? ?d\.?|s\.? ?l\.? ?(?:et|&|n\.) ?[ad]\.?|s/[dfa]|s\.? ?f\.?|sine (?:anno|dato|die|loco et anno)"
    r"|sans date|non datée?s?|inconnue?|date inconnue|date non connue"
    r"|o\. ?d\.?|o\. ?j\.?|o\. ?o\. ?u\. ?j\.?|ohne (?:datum|jahr|datierung|jahresangabe)|undatiert|(?:datum|jahr) unbekannt|unbekannt"
    r"|senza (?:data|anno)|non datat[oa]|sconosciut[oa]|data (?:sconosciuta|ignota|incerta)"
    r"|sin (?:fecha|datar|año)|fecha desconocida|desconocid[oa]|no consta|sem data|data desconhecida|desconhecid[oa]"
    r"|z\.? ?[jd]\.?|zonder (?:datum|jaar)|ongedateerd|onbekend"
    r"|b\. ?[dr]\.?|bez (?:daty|roku)|nieznana|data nieznana|niedatowan[yae]|bez data|nedatováno|neznámo"
    r"|u\. ?å\.?|odaterad|okänd|udateret|ukendt|udatert|ukjent"
    r"|без (?:даты|года|датировки|указания (?:даты|года))|б[/ ]?[дг]|б\. ?[дг]\.?|н[/ ]д|н\. ?д\.?|не ?датирован[оаы]?|не ?датировано"
    r"|(?:дата|год)(?: написания| создания| издания)? (?:не ?извест[а-я]+|не установлен[аы]?|не указан[аы]?|отсутствует)"
    r"|не ?известн[аоы]|неизвестен|не указан[аоы]?|не установлен[аоы]?|нет (?:даты|данных|сведений)|дата утрачена"
    r"|no date (?:given|recorded|stated|found)|date not (?:found|stated|legible)"
    r"|x{1,3}|0000-00-00|00[./]00[./]0000"
)
_NO_DATE = re.compile(rf"(?:{_NONE}|[?\-–—.*_/…]+|)")
_LONGEST_NONE = 40  # characters
_NO_DATE_BUT = re.compile(
    rf"(?:{_NONE})[\s,;:.(\[]+(?P<after>.*[0-9].*)|(?P<before>[^0-9]*[0-9].*?)[\s,;(\[]+(?:{_NONE})"
)
_WORDS = re.compile(r"[^\W\d_]+")
# How a word of these begins, written together or apart; a text that has none of them gives a date.
_NONE_BEGINS = frozenset(word[:5] for word in _WORDS.findall(_NONE)) | frozenset(
    _WORDS.findall(
        "undat недат неизв nd ny ndat sd sa sf sl sln od oj oouj zd zj bd br uå бд бг нд na tba tbc tbd"
    )
)
_NO_PLACE = re.compile(r"^(?:(?:s\.? ?[ln]|б\. ?[ми]|o\. ?o)\.?[\s,:;]+)+")
_AROUND = " \t\"'“”«»()[]{}<>,;:."


def _no_date(text: str, fault: Fault, trial: _Trial) -> Fault | None:
    """ "n.d.", «без даты», "?"; and "undated, c. 1850", of which the second half is somebody's addition."""
    plain, words = trial.plain, trial.words
    if words and _NONE_BEGINS.isdisjoint([word[:5] for word in words]):
        return None
    bare = _NO_PLACE.sub("", plain.strip(" \t\"'“”«»()[]{}<>"))
    may_be = len(bare) < _LONGEST_NONE and not bare.startswith(tuple("123456789"))
    if may_be and (_NO_DATE.fullmatch(bare) or _NO_DATE.fullmatch(bare.rstrip("?!. "))):
        return _whole(fault, Refusal.NO_DATE, "this says that there is no date", UNDATED)
    but = _NO_DATE_BUT.fullmatch(plain.strip(_AROUND)) if words else None
    if but is None:
        return None
    lead = len(plain) - len(plain.lstrip(_AROUND))
    start, stop = but.span("after" if but["after"] else "before")
    if but["after"]:
        stop = len(text)
    added = text[lead + start : lead + stop].strip(_AROUND.replace(".", ""))
    remedy = "leave `when` out, or write the date that was supplied in square brackets"
    if trial.reads(f"[{added}]"):
        remedy = f"leave `when` out, or write the date that was supplied as “[{added}]”"
    return _whole(fault, Refusal.NO_DATE, "this says that there is no date, and gives one", remedy)


# ------------------------------------------------------------ two acts

_CHUNKS = re.compile(r"[,;/()&]|\s+(?=<act>)|\b(?:and|then|и|затем|und|et|e)\s+(?=<act>)".replace("<act>", ACTS))
_YEAR = re.compile(r"(?<!\d)\d{3,4}(?!\d)")
_BEFORE_A_DATE = re.compile(
    r"^(?:(?:in|on|of|from|after|a|an|the|в|во|с|по|из|от|и|and|then|затем)\s+)+", re.IGNORECASE
)
_NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five"}


def _two_acts(text: str, fault: Fault, trial: _Trial) -> Fault | None:
    """ "1934, printed 1976": dates of different acts, each of which is a claim of its own."""
    plain = trial.plain
    if sum(3 <= len(number) <= 4 for number in trial.numbers) < 2 or not re.search(ACTS, plain):
        return None
    pieces: list[str] = []
    later_act = False
    start = 0
    cuts = [match.span() for match in _CHUNKS.finditer(plain)]
    for stop, following in (*cuts, (len(plain), len(plain))):
        chunk, shown = plain[start:stop], text[start:stop]
        start = following
        if not _YEAR.search(chunk):
            continue
        act = re.search(ACTS, chunk)
        later_act = later_act or bool(pieces and act)
        bare = (shown[: act.start()] + shown[act.end() :] if act else shown).strip(" ,;.-–—:")
        pieces.append(_BEFORE_A_DATE.sub("", bare))
    if len(pieces) < 2 or not later_act:
        return None
    number = _NUMBERS.get(len(pieces), str(len(pieces)))
    remedy = f"write {number} claims, one for each act, each with its own date"
    if len(pieces) == 2 and not limits_of(text) and all(trial.reads(piece) for piece in pieces):
        remedy = f"write two claims, one for each act: one with “{pieces[0]}”, one with “{pieces[1]}”"
    return _whole(fault, Refusal.TWO_ACTS, f"these are the dates of {number} acts", remedy)


# Who did it, or whose work it follows, before the date: "painted by Rembrandt in 1642", "nach Rembrandt, 1650".
_MAKER = re.compile(
    r"(?P<act>.*?)(?P<maker>\b(?P<by>by|after|from|par|d'après|de|von|nach|bei|durch|после|с)\s+(?P<name>[^\d,;()]+?))"
    r"(?:(?P<comma>\s*,\s*)|\s+)(?P<date>(?:(?:in|on|en|im|am|le|в|во)\s+)?(?:\d|c\.|ca\.|um\b|vers\b).*)"
)
_BEFORE_A_NAME = frozenset(_WORDS.findall("by after from par après de von nach bei durch после с"))
_MODEL = ("after", "nach", "d'après", "после", "с")


def _maker(text: str, fault: Fault, trial: _Trial) -> Fault | None:
    """ "Printed by Caxton, 1476", "after Rembrandt, 1650": before a maker's or a model's name "by" is no limit."""
    if fault.kind not in (Refusal.UNKNOWN_WORD, Refusal.MISPLACED):
        return None
    found = None if _BEFORE_A_NAME.isdisjoint(trial.words) else _MAKER.fullmatch(trial.plain)
    if found is None or not _is_a_name(found["name"]):
        return None
    is_model = found["by"] in _MODEL
    if not (re.search(ACTS, found["act"]) or (found["comma"] and not found["act"])) or (
        is_model and not found["comma"]
    ):
        return None
    form, (start, stop) = text[found.start("date") :], found.span("maker")
    lead = fault.text.index(text)
    if is_model:
        if not trial.reads(after := f"after {form}"):
            return None
        remedy = f"leave ‘{text[start:stop]}’ out if it names a model; write “{after}” if it says when"
    elif trial.reads(form):
        remedy = f"write “{form}” if ‘{text[: found.start('date')].strip(' ,')}’ says nothing of the time"
    else:
        return None
    message = f"“{text[start:stop][:40]}” is no limit of a date"
    return replace(fault, message=message, start=lead + start, stop=lead + stop, remedy=remedy)


def _is_a_name(words: str) -> bool:
    """Whether these are words that no table of dates has, or rulers' names, with articles; "a design of" is none."""
    kinds_of = [_kind_of(word) for word in words.split()]
    strange = [word for word in words.split() if not _kind_of(word) and word[0].isalpha()]
    return (
        bool(strange or kinds.ERA in kinds_of)
        and kinds_of[-1] != kinds.FILLER
        and all(kind in ("", kinds.FILLER, kinds.A, kinds.ERA, kinds.SYMBOL) for kind in kinds_of)
        and not any(_is_of_time(word) or (near_words(word, "") and not roman(word)) for word in strange)
    )


# ------------------------------------------------------------ EDTF


def _draft_edtf(text: str, fault: Fault, trial: _Trial) -> Fault | None:
    """A form of the drafts, or EDTF but for a slip: its form of today."""
    form = None if text.endswith(("-", "–", "—")) else modern_edtf(text)  # an open end is none too many
    if form is None or form == text or not trial.reads(form):
        return None
    draft = _DRAFT.search(text.lower()) is not None
    message = "this is a form of the drafts of EDTF before 2019" if draft else fault.message
    return replace(
        fault, message=message, remedy=f"write “{form}”", kind=Refusal.DRAFT_EDTF if draft else Refusal.EDTF
    )


_DRAFT = re.compile(r"[0-9ux]?[0-9]*[ux]|unknown|open|^-?y|[0-9]p[0-9]|[()^]")


# ------------------------------------------------------------ spreadsheets

_SPREADSHEET = re.compile(
    r"[0-9]{1,2}[/-][0-9]{1,2}[/-]'?[0-9]{2}"
    r"|[0-9]{1,2}[ -][^\W\d_]{3,4}\.?[ -]'?[0-9]{2}"
    r"|[^\W\d_]{3,4}\.?-[0-9]{2}"
    r"|[0-9]{1,2}-[^\W\d_]{3,4}\.?"
)
_CLOCK = re.compile(r"\s+0{1,2}:00(?::00)?(?:\s*am)?$")
_DAY_NUMBER = re.compile(r"[1-7][0-9]{4}(?:\.0+)?")
_ERROR = re.compile(r"#(?:n/a|value!|ref!|name\?|num!|null!|div/0!|#+)|#{2,}|[0-9]\.[0-9]+e\+?[0-9]+")
_TWO_FIGURES = re.compile(r"[0-9]{2}|(?:[^\W\d_]+\.? )?['’][0-9]{2}")
_LONGEST_CELL = 30  # characters of a day as a spreadsheet has it, with its time
_AS_THE_SOURCE = "write the date as the source has it"


def _two_figures(text: str, fault: Fault, trial: _Trial) -> Fault | None:
    """ "56", "Feb. '56": a year whose century nobody knows, or the year 56."""
    if len(trial.numbers) != 1 or not _TWO_FIGURES.fullmatch(text):
        return None
    if fault.kind is Refusal.UNKNOWN_WORD:
        return _whole(
            fault,
            Refusal.TWO_DIGIT_YEAR,
            "a year of two figures does not say its century",
            "write the year in full",
        )
    remedy = "write the year in full" if "'" in trial.plain or not fault.remedy else fault.remedy
    return replace(fault, remedy=remedy, kind=Refusal.TWO_DIGIT_YEAR)


def _spreadsheet(text: str, fault: Fault, trial: _Trial) -> Fault | None:
    """ "02/13/56", "01-Jan-59", "20498": what a spreadsheet makes of a date."""
    plain = trial.plain
    if len(plain) > _LONGEST_CELL or len(trial.words) > 2:
        return None
    if _ERROR.fullmatch(plain):
        return _whole(
            fault, Refusal.SPREADSHEET, "this is what a spreadsheet shows in place of a text", _AS_THE_SOURCE
        )
    if _DAY_NUMBER.fullmatch(plain):
        remedy = f"{_AS_THE_SOURCE}; a year of five figures is written “Y{plain[:5]}”"
        return _whole(fault, Refusal.SPREADSHEET, "this is the number that a spreadsheet keeps for a day", remedy)
    clock = _CLOCK.search(plain)
    day = plain[: clock.start()] if clock else plain
    if _SPREADSHEET.fullmatch(day):
        words = _WORDS.findall(day)
        if all(_kind_of(word) == kinds.MONTH for word in words):
            message = (
                "this is how a spreadsheet rewrites dates, and its year of two figures does not say its century"
            )
            if not re.search(r"[/ -]'?[0-9]{2}$", day):
                message = "this is how a spreadsheet rewrites dates, and the year is missing"
            remedy = f"{_AS_THE_SOURCE}, with its year in full"
            return _whole(fault, Refusal.SPREADSHEET, message, remedy)
    if clock and trial.reads(text[: clock.start()]):
        remedy = f"write “{text[: clock.start()]}”, if the source has no midnight"
        return _whole(fault, Refusal.SPREADSHEET, "a spreadsheet adds a midnight to its days", remedy)
    return None


def _kind_of(word: str) -> str:
    known = TABLE.get(word)
    return next((lexeme.kind for rest, lexeme in known if not rest), "") if known else ""


# ------------------------------------------------------------ days that there are not

_DAYS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![0-9-])(?P<year>[0-9]{4})(?P<b>[-/])(?P<month>[0-9]{2})(?P<a>[-/])(?P<day>[0-9]{2})(?![0-9])",
        r"(?<![0-9])(?P<day>[0-9]{1,2})(?P<a>[./-])(?P<month>[0-9]{1,2})(?P<b>[./-])(?P<year>[0-9]{3,4})(?![0-9])",
        r"(?<![0-9])(?P<day>[0-9]{1,2})(?:st|nd|rd|th|-?го)?(?P<a> (?:of )?)(?P<name>[^\W\d_]+)\.?(?P<b>,? )(?P<year>[0-9]{3,4})(?![0-9])",
        r"(?P<name>[^\W\d_]+)\.?(?P<a> )(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?P<b>,? )(?P<year>[0-9]{3,4})(?![0-9])",
        r"(?<![0-9])(?P<year>[0-9]{3,4})(?P<b>,? )(?P<name>[^\W\d_]+)\.?(?P<a> )(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?![0-9])",
    )
)
_NUMBER = re.compile("[0-9]+")
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # of February the days that it always has


def _impossible_day(text: str, fault: Fault, trial: _Trial) -> Fault | None:
    """ "1776 September 31", "1966-14-14": the last day of that month, or the part of the date that there is."""
    plain, numbers = trial.plain, trial.numbers
    if len(numbers) < 2 or all(len(number) > 2 or 0 < int(number) <= 12 for number in numbers):
        return None  # no figure that is no day or no month
    for shape in _DAYS if trial.words else _DAYS[:2]:
        for match in shape.finditer(plain):
            named = match.groupdict().get("name")
            if named and _kind_of(named) != kinds.MONTH:
                continue
            month = _month(named) if named else int(match["month"])
            day = int(match["day"])
            last = _LENGTHS[month - 1] if 1 <= month <= 12 else 0
            if 1 <= day <= last or ((month, day) == (2, 29) and fault.kind is Refusal.CONTRADICTION):
                continue  # a leap day that there is, and something else in the way
            forms = [form for form in _possible(text, match, month, day, bool(named)) if trial.reads(form)]
            if not forms:
                return None
            remedy = f"write “{forms[0]}” if that is meant"
            if len(forms) > 1 and not limits_of(text):  # before the month is not before its last day
                remedy = f"write “{forms[0]}”, or “{forms[1]}” if the day is not known"
            kind = Refusal.IMPOSSIBLE_DAY
            return replace(fault, message=_no_such(fault, month, day), remedy=remedy, kind=kind)
    return None


def _no_such(fault: Fault, month: int, day: int) -> str:
    if fault.kind in (Refusal.IMPOSSIBLE_DAY, Refusal.EDTF):
        return fault.message
    return f"there is no month {month}" if not 1 <= month <= 12 else f"that month has no day {day}"


def _month(name: str) -> int:
    return next(lexeme.number for rest, lexeme in TABLE[name] if not rest and lexeme.kind == kinds.MONTH)


def _possible(text: str, match: re.Match[str], month: int, day: int, named: bool) -> Iterator[str]:
    """The text with the day that there is instead, and without the day (or month) at all."""
    start, stop = match.span("day")
    without_day = sorted((*match.span("day"), *match.span("a")))
    monthly = text[: without_day[0]] + text[without_day[-1] :]
    if 1 <= month <= 12:
        if day:
            after = re.sub(r"^(?:st|nd|rd|th)\b", "", text[stop:])
            yield f"{text[:start]}{_LENGTHS[month - 1]:0{2 if not named else 1}}{after}"
        yield monthly
    elif 1 <= day <= 12 and month <= 31 and month:
        first, last = match.span("month"), (start, stop)
        figures = {first: f"{day:02}", last: f"{month:02}"}
        written = text
        for span in sorted(figures, reverse=True):
            written = written[: span[0]] + figures[span] + written[span[1] :]
        yield written
    else:
        yield text[: match.start()] + match["year"] + text[match.end() :]


# ------------------------------------------------------------ mangled, shortened

_Forms = tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]
_FIGURES_MANGLED: _Forms = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"(\d{1,2})([./-])(\d{1,2})(\d{4})", r"\1\2\3\2\4"),  # 5/72005
        (r"(\d{1,2})(\d{2})([./])(\d{4})", r"\1\3\2\3\4"),  # 1302.1956
        (r"(\d{4})-(\d{2})(\d{2})", r"\1-\2-\3"),  # 1956-0213
        (r"(\d{1,2})-(\d{4})", lambda m: f"{m[2]}-{m[1]:0>2}"),  # 06-1914
        (r"(\d{4})(\d{2})-(\d{2})", r"\1-\2-\3"),  # 195602-13
        (r"(\d{4})--+(\d{2})(?:--?(\d{2}))?", lambda m: "-".join(filter(None, m.groups()))),
        (r"(\d{4})\s*[./]\s*(\d{1,2})\s*[./]\s*(\d{1,2})", lambda m: f"{m[1]}-{m[2]:0>2}-{m[3]:0>2}"),
        (r"(\d{4})\s*-\s*(\d{1,2})\s*-\s*(\d{1,2})", lambda m: f"{m[1]}-{m[2]:0>2}-{m[3]:0>2}"),
        (r"(\d{1,2})\s*([.,/-])\s*(\d{1,2})\s*[.,/-]\s*(\d{4})", r"\1.\3.\4"),  # 13.02/1956, 13,02,1956, 25-5-2001
    )
)
_MANGLED: _Forms = tuple(
    (re.compile(pattern, re.IGNORECASE), instead)
    for pattern, instead in (
        (r"([^\[\]]*\d[^\[\]]*)\[([^\[\]]*)\]([^\[\]]*)", r"\1(\2)\3"),  # 24 October [6 November] 1917
        # October 24/November 6, 1917: figures and words on both sides
        (
            r"(?=[^/]*\d)(?=[^/]*[^\W\d_])([^/]+)/(?=[^/]*\d[^/]* \d{4})([^/]*[^\W\d_][^/]*?),? (\d{4})",
            r"\1 (\2), \3",
        ),
        (r"(.*\d)\s*[,;:!]+", r"\1"),  # a sign left behind
        (r"[,;:!]+\s*(.*\d.*)", r"\1"),
        (r"([^\[\](){}]*\d[^\[\](){}]*?)\s*[\])}]", r"\1"),  # a bracket alone
        (r"[\[({]\s*([^\[\](){}]*\d[^\[\](){}]*)", r"\1"),
        (r"[\"“”«»„']+([^\"“”«»„']*)[\"“”«»„']+", r"\1"),
        (r"(.*?)[lI](\d{3}\b.*)", r"\g<1>1\2"),  # letters for figures, as a scanner has them
        (r"(.*\b\d+)[oO](\d+\b.*)", r"\g<1>0\2"),
        (r"(.*\b\d{3})[oO](\b.*)", r"\g<1>0\2"),
        (r"(.*\b\d+)[lI](\d*\b.*)", r"\g<1>1\2"),
        (r"(.*\b\d{2}) (\d{2})(\b.*)", r"\1\2\3"),  # 19 56
        (r"(.*?)([.,;:])\2+(.*)", r"\1\2\3"),  # a sign twice
    )
)


_ALL_MANGLED = (*_FIGURES_MANGLED, *_MANGLED)


def _mangled(text: str, fault: Fault, trial: _Trial) -> Fault | None:
    """ "5/72005", "l956", "1956-0213": a sign too few, too many or confused."""
    for pattern, instead in _MANGLED if trial.words else _ALL_MANGLED:
        match = pattern.fullmatch(text)
        if match is None:
            continue
        form = instead(match) if callable(instead) else match.expand(instead)
        if form != text and trial.reads(form):
            message = (
                f"“{text[:40]}” is not how a date is written" if fault.kind is Refusal.EDTF else fault.message
            )
            return replace(fault, message=message, remedy=f"write “{form}” if that is meant", kind=Refusal.MANGLED)
        break
    return None


_OF_FIGURES = tuple("[0123456789")  # with which all of them begin, unless they end in "a.C."
_REWORDED = tuple(
    (re.compile(pattern, re.IGNORECASE), instead)
    for pattern, instead in (
        (r"(\d{3,4}) ?[x×><] ?(\d{3,4})", r"between \1 and \2"),  # as editors of charters write it
        (r"(\d{4}) ?[-–—+]", r"since \1"),  # an end that is open, or that nobody has filled in yet
        (r"(\d{4})\.(\d{2})", r"\1-\2"),
        (r"(\d{4})/(\d{2})", r"\1–\2"),  # a run, where a year over two has the next
        (r"(.*\d),? a\. ?c\.", r"\1 BC"),  # avant, antes de, avanti Cristo
        (r"(.*\d),? d\. ?c\.", r"\1 AD"),
        (r"(\d{2})\?", r"\1XX"),  # a century of which no more is known
        (r"(\d{2})\?(\d)", r"\1X\2"),
        (r"(\d{4}), ?(\d{2})", r"\1 or \2"),
        (r"(\d{3,4})/(\d{3,4}), (.+)", r"\1 or \2, \3"),
        (
            r"(\d*00)/(\d*00?) (b\.?c\.?(?:e\.?)?)",
            r"between \1 and \2 \3",
        ),  # limits, where a year over two has the next
        (r"\[?(\d{3})-\]?(\??)\]?", r"\1X\2"),  # decades and centuries as librarians write them
        (r"\[?(\d{2})--\]?(\??)\]?", r"\1XX\2"),
    )
)


def _reworded(text: str, fault: Fault, trial: _Trial) -> Fault | None:
    """ "1500 x 1520", "[189-]": a notation of one trade, in words or in EDTF."""
    if not text.startswith(_OF_FIGURES) and not text.endswith(("c.", "C.")):
        return None
    for pattern, instead in _REWORDED:
        match = pattern.fullmatch(text)
        if match is not None and trial.reads(form := match.expand(instead)):
            return replace(fault, remedy=f"write “{form}”", kind=Refusal.SHORT_FORM)
    return None


# How what may stand for "century" begins: "c", "c18", "e19c", "th c.", "saec.", "xve s.", "19. Jh.".
_CENTURY = frozenset(
    _WORDS.findall("c cen st nd rd th e ec mc lc s sae sæc sec sig séc siè sie w wie sto jah jhd jh årh árh")
)
_ROMAN = r"(?P<roman>[ivxIVX]{1,6})"
_PART = {"e": "early", "m": "mid", "l": "late", "in": "early", "med": "mid", "m.": "mid", "ex": "late"}
_SHORT = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<part>[eml])?(?P<number>\d{1,2})(?:st|nd|rd|th)?[ -]?c(?:ent)?\b\.?(?![ -]?\d)",
        r"\bc(?P<number>\d{1,2})(?:st|nd|rd|th)?\b",
        rf"\b(?:s|saec|sæc|sec|siglo|s[eé]colo|siècle|sec\.)\.? ?{_ROMAN}\b(?: (?P<part>in|med|ex)\b\.?)?",
        rf"\b{_ROMAN}(?:e|er|ème|eme|o|º)? (?:siècle|siecle|s|w|wiek|stol)\b\.?",
        r"\b(?P<number>\d{1,2})\. ?(?:jahrhundert|jhdt?|jh|století|stol|århundrade|árhundrede)\b\.?",
    )
)
_NUMERALS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi"
_ROMANS = {numeral: n for n, numeral in enumerate(_NUMERALS.split(), 1)}


def _short_form(text: str, fault: Fault, trial: _Trial) -> Fault | None:
    """ "19c", "C18th", "s. XV ex.", "19. Jh.": a century, in full."""
    for pattern in _SHORT if any(word[:3] in _CENTURY for word in trial.words) else ():
        match = pattern.search(text)
        if match is None:
            continue
        groups = match.groupdict()
        number = (
            int(groups["number"]) if groups.get("number") else _ROMANS.get((groups.get("roman") or "").lower(), 0)
        )
        if not 0 < number <= 21:
            continue
        part = _PART.get((groups.get("part") or "").lower(), "")
        form = f"{text[: match.start()]}{part}{' ' if part else ''}{_ordinal(number)} century{text[match.end() :]}"
        if trial.reads(form):
            message = f"“{match[0]}” is short for a century"
            return replace(fault, message=message, remedy=f"write “{form}”", kind=Refusal.SHORT_FORM)
        return None
    return None


def _ordinal(number: int) -> str:
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10 if number not in (11, 12, 13) else 0, 'th') }"


# ------------------------------------------------------------ limits


def _limit(text: str, fault: Fault, trial: _Trial) -> Fault | None:
    """ "vor 1453", "1059 [TPQ]": a limiting word that is not read, replaced by one that is."""
    if fault.kind not in (Refusal.UNKNOWN_WORD, Refusal.MISPLACED):
        return None
    lead = len(fault.text) - len(fault.text.lstrip())
    start, stop = fault.start - lead, fault.stop - lead
    for found in limiting_words(text):
        if not found.start < max(stop, start + 1) or not found.stop > start:
            continue
        if found.sense == "era":
            continue
        before, after = text[: found.start].rstrip(" ([.,;"), text[found.stop :].lstrip(" )].,;:")
        if found.sense == "uncertain":
            form = f"{before} {after}".strip() + "?"
        elif WORDINGS.get(found.sense) and not (before and after):
            form = f"{WORDINGS[found.sense]} {before or after}"
        else:
            form = ""
        kept = limits_of(form) >= limits_of(text) - {"limit"}
        remedy = f"write “{form}”" if form and kept and trial.reads(form) else _generic(text)
        return replace(fault, remedy=remedy, kind=Refusal.LIMIT)
    return None


# ------------------------------------------------------------ eras without a name

_OF_AN_ERA = re.compile(
    r"(?:(?:[Ii]n|[Uu]nder|[Dd]uring) )?(?:[Tt]he )?"
    r"(?:(?:archon|consul)[a-z]*(?: of)?|(?:\d{1,2}(?:st|nd|rd|th)|[a-z]+) year of(?: the reign of)?)"
    r" (?P<name>[A-Z][^,;()@\d]{1,40})"
    r"|\d{1,2} (?P<ruler>[A-Z]\w+ [IVX]+(?: of [A-Z]\w+)?)"
)


def _unknown_era(text: str, fault: Fault, trial: _Trial) -> Fault | None:
    """ "5 Sigismund III", "the archonship of Draco": years that nobody has said the first of."""
    found = _OF_AN_ERA.fullmatch(text) if fault.kind is Refusal.UNKNOWN_WORD else None
    if found is None:
        return None
    name = (found["name"] or found["ruler"]).strip()
    remedy = f"state under `eras:` of the corpus from when its years count: `eras: {{{name}: 17 November 1558}}`"
    return replace(fault, message=f"nothing says when the years of {name[:40]} are counted from", remedy=remedy)


# ------------------------------------------------------------ lists, words

_BETWEEN_DATES = re.compile(r"\s*(?:[,;&+|]|\band\b|\sи\s)\s*")


_NO_LIST = (Refusal.UNKNOWN_WORD, Refusal.INCOMPLETE, Refusal.CONTRADICTION)  # the last was read, as one statement


def _listed(text: str, fault: Fault, trial: _Trial) -> Fault | None:
    """ "1827; 1830", "13 February 1956, 14 February 1956": which of them holds, or whether all do, is not said."""
    pieces = _BETWEEN_DATES.split(text)
    dated = sum(bool(_YEAR.search(piece)) for piece in pieces)
    if dated < 2 or dated != len(pieces) or fault.kind in _NO_LIST:
        return None
    either = " or ".join(pieces)
    if not trial.reads(either):
        return None
    remedy = f"write “{either}” if it was one of these, and a claim for each if it was all"
    message = "nothing says how these dates belong together"
    return _whole(fault, Refusal.LIST, message, remedy)


def _misspelt(text: str, fault: Fault, trial: _Trial) -> Fault | None:
    """ "13 Febuary 1956": the word that it nearly is."""
    if fault.kind is not Refusal.UNKNOWN_WORD:
        return None
    start, stop, text = fault.start, fault.stop, fault.text
    word = text[start:stop]
    for near in near_words(word, text[:start] + text[stop:])[:1]:
        shown = near.capitalize() if word[:1].isupper() else near
        form = f"{text[:start]}{shown}{text[stop:]}".strip()
        if trial.reads(form):
            return replace(fault, remedy=f"write “{form}” if that is meant", kind=Refusal.SPELLING)
    return None


_REMARK = re.compile(r"[(\[{][^()\[\]{}]*[)\]}]")
_WEIGHTLESS = (kinds.FILLER, "")  # kinds of words that say nothing of the time: fillers, and those nobody knows


def _set_apart(text: str, fault: Fault, trial: _Trial) -> Fault | None:
    """ "written on 3 May 1791 in Warsaw": the date without the words that say nothing of the time.

    Only words that no table has, and that limit nothing in any language listed, can be left out; and it is said
    what is left out, because a word that nobody knows may limit all the same.
    """
    if fault.kind not in (Refusal.UNKNOWN_WORD, Refusal.MISPLACED):
        return None
    spans = places(text)
    tokens = [trial.plain[a:b] for a, b in spans]
    kinds_of = [_kind_of(token) for token in tokens]
    limits = {
        k for found in limiting_words(text) for k, (a, b) in enumerate(spans) if a < found.stop and b > found.start
    }
    kept = [
        k in limits or _says_when(token, kind)
        for k, (token, kind) in enumerate(zip(tokens, kinds_of, strict=True))
    ]
    aside: set[int] = set()
    for match in _REMARK.finditer(text):  # a bracket with a day of the week says nothing new
        inside = [k for k, (a, b) in enumerate(spans) if a >= match.start() and b <= match.end()]
        words = [kinds_of[k] for k in inside if tokens[k].isalpha()]
        if (
            words
            and all(kind in (kinds.WEEKDAY, *_WEIGHTLESS) for kind in words)
            and not any(kept[k] and tokens[k][0].isdigit() for k in inside)
            and (kinds.WEEKDAY in words or not any(k in limits for k in inside))
        ):
            for k in inside:
                kept[k] = False
            aside.update(inside)
    for k in reversed(range(len(spans))):  # "in Warsaw" goes with Warsaw, "on 3 May" stays
        if not kept[k] and kinds_of[k] == kinds.FILLER:
            kept[k] = k + 1 < len(spans) and kept[k + 1]
    dropped = [k for k in range(len(spans)) if not kept[k] and tokens[k][0].isalpha()]
    if not dropped or not trial.numbers:
        return None
    if any(_may_be_of_the_date(tokens, kept, k) for k in dropped if k not in aside):
        return _unknown(text, fault, [k for k in dropped if kinds_of[k] != kinds.FILLER])
    form = _joined(text, spans, kept)
    if form == text or not trial.reads(form):
        return None
    runs = _runs(text, spans, kept)
    left = " and ".join(f"‘{run}’" for run in runs) if len(runs) < 3 else "the rest"
    return replace(
        fault, remedy=f"write “{form}” if {left} {'says' if len(runs) < 2 else 'say'} nothing of the time"
    )


def _may_be_of_the_date(tokens: Sequence[str], kept: Sequence[bool], k: int) -> bool:
    """Whether a word that no table has first may limit or move the date for all we know.

    It does where another language has it, or it is made of such a word ("Septembertagen"), and where it stands beside
    a word that waits for another: "the Monday after …", "… weeks of 1517".
    """
    if _is_of_time(tokens[k]):
        return True
    for step in (-1, 1):
        beside = k + step
        while 0 <= beside < len(tokens) and (not kept[beside] or _kind_of(tokens[beside]) == kinds.FILLER):
            beside += step
        if not 0 <= beside < len(tokens) or tokens[beside][0].isdigit():
            continue
        if tokens[beside][0].isalpha() and _kind_of(tokens[beside]) not in (
            kinds.ERA,
            kinds.STYLE,
            kinds.MERIDIEM,
        ):
            return True
    return False


_OF_TIME = (kinds.MONTH, kinds.WEEKDAY, kinds.SEASON, kinds.UNIT, kinds.FEAST)
_SHORTEST_PART = 5  # letters of a word that another may be made of; Marseille is not made of March


@lru_cache(maxsize=1)
def _times() -> re.Pattern[str]:
    """The names of times in any language, of which words may be made."""
    tables = (TABLE, *(vocabulary.table for vocabulary in further_vocabularies()))
    words = {
        word
        for table in tables
        for word, wordings in table.items()
        if len(word) >= _SHORTEST_PART and any(lexeme.kind in _OF_TIME and not rest for rest, lexeme in wordings)
    }
    return re.compile("|".join(sorted(words, key=len, reverse=True)))


@lru_cache(maxsize=1024)  # the words of a column are few
def _is_of_time(token: str) -> bool:
    """Whether a further language has the word in dates, or it is made of a name of a time."""
    known = [found for words in further_vocabularies() for found in words.table.get(token, ())]
    return any(not rest and lexeme.kind not in _WEIGHTLESS for rest, lexeme in known) or bool(
        _times().search(token)
    )


def _unknown(text: str, fault: Fault, dropped: Sequence[int]) -> Fault:
    """The fault at the first word that no language has, since nothing can be written without it."""
    spans = places(text)
    lead = len(fault.text) - len(fault.text.lstrip())
    words = [(text[slice(*spans[k])], spans[k]) for k in dropped]
    strange = [
        (word, span) for word, span in words if not any(normal(word) in v.known for v in further_vocabularies())
    ]
    if strange and all(lead + span[0] != fault.start for _, span in strange):
        word, (start, stop) = strange[0]
        message = f"“{word[:40]}” is not understood in a date"
        fault = replace(fault, message=message, start=lead + start, stop=lead + stop)
    return replace(fault, remedy=_generic(text))


def _says_when(token: str, kind: str) -> bool:
    if not token[0].isalpha():
        return token[0].isdigit() or token[0] in "@±~%?/–-"
    return token in TABLE and kind not in (kinds.FILLER, kinds.SYMBOL, kinds.OFFICE) and not _is_name(token)


def _is_name(token: str) -> bool:
    """Whether a word is no more than the name of a king, which is that of others too."""
    return all(lexeme.kind == kinds.ERA and is_named(lexeme.word) for _, lexeme in TABLE[token])


def _joined(text: str, spans: Sequence[tuple[int, int]], kept: list[bool]) -> str:
    """The kept tokens, with the space and the commas that stood between those that were neighbours."""
    written = ""
    last = -1
    for k, (a, b) in enumerate(spans):
        token = text[a:b]
        between = token in ",." and last == k - 1 and k + 1 < len(spans) and kept[k + 1]
        if not kept[k] and not between:
            continue
        if written:
            written += text[spans[last][1] : a] if last == k - 1 else " "
        written += token
        last = k
    return written.strip(" ,;.")


def _runs(text: str, spans: Sequence[tuple[int, int]], kept: list[bool]) -> list[str]:
    """What is left out, each run of words as it stands."""
    found: list[str] = []
    k = 0
    while k < len(spans):
        stop = k
        while stop < len(spans) and not kept[stop]:
            stop += 1
        if stop > k and any(character.isalpha() for character in text[spans[k][0] : spans[stop - 1][1]]):
            found.append(text[spans[k][0] : spans[stop - 1][1]].strip(" ,;:()[]"))
        k = stop + 1
    return found


# ------------------------------------------------------------ what is left

_QUOTED = re.compile("“([^”]*)”")
_PLAIN = "“14 February 1956”, “late October 1955”, “before 1453”"


def _fitting(remedy: str, text: str, trial: _Trial) -> str:
    """The remedy of the reader, unless what it quotes would lose a word that limits this text."""
    limits = limits_of(text) - {"limit", "era"}
    if not remedy:
        return _generic(text)
    if not limits or all(limits_of(quoted) >= limits for quoted in _QUOTED.findall(remedy)):
        return remedy
    if len(limits) == 1 and WORDINGS[min(limits)]:
        lead = WORDINGS[min(limits)]
        if all(
            limits_of(quoted) >= limits or trial.reads(f"{lead} {quoted}") for quoted in _QUOTED.findall(remedy)
        ):
            return _QUOTED.sub(
                lambda match: f"“{match[1] if limits_of(match[1]) >= limits else f'{lead} {match[1]}'}”", remedy
            )
    return _generic(text)


def _generic(text: str) -> str:
    """Examples of dates, or of one with all the limits that the text has."""
    limits = limits_of(text) - {"era"}
    if not limits:
        return f"write a date such as {_PLAIN}"
    if limits == {"not"} and not speaks_of_a_date(text):
        return NEVER
    if limits == {"not"}:
        return "write the excluded date under `not-when:`"
    directions = [limit for limit in limits if limit in _DIRECTIONS]
    if len(directions) > 1 or limits & {"limit", "not"}:
        return "keep the words that limit the date, as in `between 1453 and 1456` or `after 1453 and before 1456`"
    words = [WORDINGS[limit] for limit in (*directions, "about") if limit in limits]
    return f"write such a date as “{' '.join([*words, '1453'])}{'?' if 'uncertain' in limits else ''}”"


_DIRECTIONS = ("before", "by", "until", "after", "not-before")
Rule = Callable[[str, Fault, _Trial], Fault | None]


def _said_elsewhere(text: str, fault: Fault, trial: _Trial) -> Fault | None:
    """What was understood and belongs under another key is sent there, and nothing else is looked for."""
    elsewhere = (Refusal.NEGATION, Refusal.HEDGE, Refusal.RELATIVE, Refusal.VAGUE, Refusal.EXTENT)
    if fault.kind is Refusal.NEGATION and not speaks_of_a_date(text):
        return replace(fault, remedy=NEVER)
    return fault if fault.kind in elsewhere else None


def _yearless(text: str, fault: Fault, trial: _Trial) -> Fault | None:
    """ "17 October": a day without its year, which is what an undated inscription has."""
    if fault.kind is not Refusal.INCOMPLETE or fault.message != "the year is missing" or limits_of(text):
        return None
    form = f"{text} неизвестного года" if re.search("[а-яё]", text.lower()) else f"{text} of some year"
    if not trial.reads(form):
        return None
    return replace(fault, remedy=f"write the year, or “{form}” if nobody knows it")


_RULES: tuple[Rule, ...] = (
    _no_date,
    _draft_edtf,
    _two_figures,
    _spreadsheet,
    _two_acts,
    _said_elsewhere,
    _maker,
    _impossible_day,
    _reworded,
    _mangled,
    _short_form,
    _limit,
    _listed,
    _unknown_era,
    _misspelt,
    _yearless,
    _set_apart,
)


# ------------------------------------------------------------ words that limit
# Before, after, about, not …, in the languages and abbreviations of catalogues, also where the reader does not know
# them, so that no remedy loses one.

# What a limiting word says, to the wording of it that is read before a date. Those of "limit" limit in a way
# that depends on the rest of the sentence, or have no wording of their own; an era is listed because its words
# are those of limits («до н. э.»), and because it is never to be lost either.
WORDINGS: Mapping[str, str] = MappingProxyType(
    {
        "before": "before",
        "by": "not after",
        "until": "until",
        "after": "after",
        "not-before": "not before",
        "about": "about",
        "not": "",
        "uncertain": "",
        "era": "",
        "limit": "",
    }
)

# Beyond the languages that are read: Latin terms and abbreviations, GEDCOM, and the languages in which catalogues
# are kept. A word is listed only where it can hardly be anything else beside a date.
_FURTHER = Language(
    """
limit before: befor | b4 | vorher | prima | prima del | prima di | antes | antes de | antes do | voor | przed | pred
limit before: před | pře | innan | før | foer | ennen | anterior a | antérieur à | anteriore a | nu mai târziu de
limit by: не позже чем | не позднее чем | не далее как | terminus ante | taquem | non dopo | entro | a más tardar
limit by: uiterlijk | niet na | najpóźniej | nie później niż | senast | senest
limit until: jusque | fino a | fino al | sino al | hasta | até | tot | til | unto | usque ad | usque
limit after: apres | dopo | dopo il | después de | después | despues de | depois de | depois | posterior a
limit after: postérieur à | posteriore a | ex post | efter | etter
limit not-before: не раньше чем | не ранее чем | terminus post | ab | seit | dès | depuis | à partir de
limit not-before: non prima del | dal | a partire dal | desde | a partir de | sinds | vanaf | niet voor
limit not-before: najwcześniej | tidigast | tidligst | fra og med
circa: env | verso | intorno al | intorno a | hacia | hacia el | alrededor de | cerca de | cerca | por volta de
circa: omstreeks | ongeveer | rond | około | okolo | kolem | omkring | cca | circiter | thereabouts | approximate
circa: estimated | or so | or thereabouts | and thereabouts | ish
refused not: nicht | kein | keine | keinesfalls | pas | ne pas | non | nunca | nie | niet | ikke | inte | never
refused not: ni | neither | nor | jamais | никогда | niemals | nigdy | nooit | aldrig | aldri
era: v chr | n chr | av j c | ap j c | a c n | d c
between: btw | btwn | betw | tra | fra | tussen | między | mezi | mellan | mellem | von | du | des | dal | od | do
between: po | fro | int | cal | calculated | interpreted | quem | quo | terminus | unless | except | excluding | if
between: either | neither | only | maximum | max | minimum | mini | latest | earliest | beginning | ending | onward
between: ff | fl | reg | regn | ob | obiit | nat | vel | aut | sive | seu | oder | ou | oppure | lub | eller | anfang
between: mitte | ende | début | fin | milieu | inizio | metà | fine | inicios | mediados | finales | hälfte
between: viertel | drittel | moitié | quart | mitad
"""
)

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|[<>]=?|[?~%±≥≤≈]|[0-9]+")


class Limiting(NamedTuple):
    """A limiting word of a text: what it says, and where it stands, half-open."""

    sense: str
    start: int
    stop: int


def _senses_of(words: Words) -> str | None:
    if words.kind in (LIMIT, LATER):
        return "not-before" if words.word == "since" else words.word
    if words.kind == CIRCA:
        return "about"
    if words.kind == REFUSED and words.word == "not":
        return "not"
    if words.kind == ERA:
        return "era"
    return "limit" if words.kind in (BETWEEN, STYLE, TURN) else None


@lru_cache(maxsize=1)
def _table() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word to the wordings that begin with it, the longest first, each with what it says."""
    found: dict[str, dict[tuple[str, ...], str]] = {}
    listed = [
        (wording, sense)
        for language in (*LANGUAGES, _FURTHER)
        for words in language.words
        if (sense := _senses_of(words)) is not None
        for wording in words.wordings
    ]
    for wording, sense in listed:
        first, *rest = _TOKEN.findall(normal(wording))
        found.setdefault(first, {}).setdefault(tuple(rest), sense)
    return {
        first: tuple(sorted(wordings.items(), key=lambda item: -len(item[0]))) for first, wordings in found.items()
    }


_SIGNS: Mapping[str, str] = MappingProxyType(
    {"?": "uncertain", "~": "about", "%": "about", "±": "about", "≈": "about", "<": "before", ">": "after"}
    | {"<=": "by", "≤": "by", ">=": "not-before", "≥": "not-before"}
)


_FIRST_UNTIL = (["to"], ["thru"], ["through"])


@lru_cache(maxsize=8)  # asked for again and again of the text at hand, and of what might be written instead
def limiting_words(text: str) -> tuple[Limiting, ...]:
    """The limiting words and signs of a text, from left to right; of two at one place the longer."""
    return tuple(_limiting_words(text))


def _limiting_words(text: str) -> Iterator[Limiting]:
    table, k = _table(), 0
    words = _TOKEN.findall(plain := normal(text))
    if table.keys().isdisjoint(words) and _SIGNS.keys().isdisjoint(words) and words[:1] not in _FIRST_UNTIL:
        return
    tokens = [(match[0], *match.span()) for match in _TOKEN.finditer(plain)]
    while k < len(tokens):
        word, start, stop = tokens[k]
        k += 1
        if k == 1 and [word] in _FIRST_UNTIL:
            yield Limiting("until", start, stop)  # "TO 1870", whereas "… to 1870" is the end of a run
            continue
        if word in _SIGNS:
            yield Limiting(_SIGNS[word], start, stop)
            continue
        for rest, sense in table.get(word, ()):
            if all(k + n < len(tokens) and tokens[k + n][0] == other for n, other in enumerate(rest)):
                k += len(rest)
                yield Limiting(sense, start, tokens[k - 1][2])
                break


def limits_of(text: str) -> frozenset[str]:
    """What the limiting words of a text say."""
    return frozenset(found.sense for found in limiting_words(text))


# ------------------------------------------------------------ the drafts of EDTF
# Those of the Library of Congress, the last of 2012: `u` and `x` for unspecified digits, the words `unknown` and
# `open`, a lower-case `y` before long years, `p` for precision, round brackets around the parts that a qualifier holds
# for, and `^` before the name of a hemisphere.

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_DASH = f"[{_DASHES}]"
_HYPHENS = str.maketrans(dict.fromkeys(_DASHES, "-"))

_LONGEST_DRAFT = 80  # characters; no draft example has half of it

# One date of the drafts or of today, letters in either case; what has other characters is none.
_DATE = re.compile(r"[-0-9uxyeps?~%()]+(?:t[0-9:]+(?:z|[+-][0-9:]+)?)?(?:\^[a-z]+)?", re.IGNORECASE)
_CHARACTERS = re.compile(
    rf"(?:[-0-9uxyepstz?~%()\[\]{{}},./:+ {_DASHES}]|unknown|unk|open|\^[a-z]+)+", re.IGNORECASE | re.ASCII
)
_NO_DRAFT = re.compile(r"[^\W\d_uxyepstzknow]", re.IGNORECASE)  # a letter that none of them has, nor their words
_DRAFT_BEGINS = frozenset("0123456789uUxXyYoO?~%([{-./+ " + _DASHES)
_LONG_YEAR = re.compile(r"(-?)y(-?)([0-9]+(?:e[0-9]+)?)(?:[ps]([0-9]+))?", re.IGNORECASE)
_PRECISION = re.compile(r"(-?[0-9]{4})[ps]([0-9])", re.IGNORECASE)
_SEASON = re.compile(r"([0-9ux]{4})-(2[1-4])\^([a-z]+)", re.IGNORECASE)
_SOUTHERN, _NORTHERN = 8, 4  # from the season of no hemisphere to that of the south, of the north
_QUERIES = re.compile(r"^([0-9]{2})\?\?$")  # "19??": two figures of a year that are not known
_YEARS_AND_QUERIES = re.compile(r"^([0-9]{4})-([0-9]{2}\?\?)$")
_PARTS = re.compile(r"[()-]|[0-9X]+|[?~%]+")
_TIME = re.compile(r"t([0-9:]+)(z|[+-][0-9:]+)?", re.IGNORECASE)
_FIGURES_OF_A_PART = (4, 2, 2)
_ONE_QUALIFIER = {frozenset("?"): "?", frozenset("~"): "~"}


def modern_edtf(text: str) -> str | None:
    """The text with every form of the drafts and every such slip replaced; None where it is not of that kind.

    An interval and a set are rewritten part by part. The result may be the text itself, and need not be a date.
    """
    if len(text) > _LONGEST_DRAFT or text[:1] not in _DRAFT_BEGINS:
        return None
    if ("^" not in text and _NO_DRAFT.search(text)) or not _CHARACTERS.fullmatch(text):
        return None
    plain = text.strip()
    if len(re.findall(_DASH, plain)) != 1:  # one dash alone joins two years: "1956–58"
        plain = plain.translate(_HYPHENS)
    if plain[:1] in ("[", "{") and plain[-1:] in ("]", "}"):
        members = [_member(member.strip()) for member in plain[1:-1].split(",")]
        return None if None in members else f"{plain[0]}{','.join(map(str, members))}{plain[-1]}"
    plain = _YEARS_AND_QUERIES.sub(r"\1/\2", plain)
    if "/" in plain:
        ends = [_end(end.strip(), first=not place) for place, end in enumerate(plain.split("/"))]
        return None if len(ends) != 2 or None in ends else "/".join(map(str, ends))
    return _date(plain)


def _member(text: str) -> str | None:
    ends = [_date(end) if end else "" for end in text.split("..")]
    return None if None in ends else "..".join(map(str, ends))


def _end(text: str, *, first: bool) -> str | None:
    """One end of an interval: `unknown` is nothing at all, `open` two dots."""
    word = text.lower()
    if word in ("", "unknown", "unk"):
        return ""
    if word in ("..", "open"):
        return ".."
    return None if re.fullmatch(r"[0-9]{1,2}", text) and first else _date(text)


def _date(text: str) -> str | None:
    text = _QUERIES.sub(r"\1XX", text)
    if not _DATE.fullmatch(text):
        return None
    long_year = _LONG_YEAR.fullmatch(text)
    if long_year:
        sign, digits = long_year[1] or long_year[2], long_year[3].upper()
        return f"Y{sign}{digits}" + (f"S{long_year[4]}" if long_year[4] else "")
    precise = _PRECISION.fullmatch(text)
    if precise:
        return f"{precise[1]}S{precise[2]}"
    season = _SEASON.fullmatch(text)
    if season:
        return _season(_with_capital_x(season[1]), int(season[2]), season[3].lower())
    time = _TIME.search(text)
    day = _with_capital_x(text[: time.start()] if time else text)
    dated = _parts(day)
    if dated is None or time is None:
        return dated
    clock = time[1] + (":00" if time[1].count(":") == 1 else "")
    return f"{dated}T{clock}{(time[2] or '').upper()}"


def _with_capital_x(text: str) -> str:
    return text.translate(str.maketrans("uxU", "XXX"))


def _season(year: str, number: int, hemisphere: str) -> str | None:
    if hemisphere.startswith("south"):
        return f"{year}-{number + _SOUTHERN}"
    if hemisphere.startswith("north"):
        return f"{year}-{number + _NORTHERN}"
    return None


def _parts(text: str) -> str | None:
    """Year, month and day, each with the qualifiers that hold for it, brackets resolved and zeros supplied.

    A qualifier after a bracket holds for the parts within; any other for the part before it and all further to
    the left, except those in brackets of their own.
    """
    sign = "-" if text.startswith("-") else ""
    found: list[tuple[str, set[str]]] = []
    opened: list[int] = []
    closed: set[int] = set()  # parts in brackets, which no later qualifier reaches
    within: range | None = None  # the parts of the bracket just closed
    ahead: set[str] = set()  # a qualifier that stands before its part
    end = len(sign)
    for match in _PARTS.finditer(text, len(sign)):
        if match.start() != end:
            return None
        end, sign_or_number = match.end(), match[0]
        if sign_or_number[0] in "?~%":
            marks = set(sign_or_number.replace("%", "?~"))
            if text[match.start() - 1 : match.start()] in ("-", "(", "") or not found:
                ahead = marks
                continue
            reached = within if within is not None else [k for k in range(len(found)) if k not in closed]
            for k in reached:
                found[k][1].update(marks)
        elif sign_or_number == "(":
            opened.append(len(found))
        elif sign_or_number == ")":
            if not opened:
                return None
            within = range(opened.pop(), len(found))
            closed.update(within)
            continue
        elif sign_or_number != "-":
            found.append((sign_or_number, set(ahead)))
            ahead = set()
        if sign_or_number[0] not in "?~%":
            within = None
    if end != len(text) or opened or ahead or not 0 < len(found) <= 3:
        return None
    numbers = [_padded(number, place, len(found)) for place, (number, _) in enumerate(found)]
    if None in numbers or (len(found) > 1 and len(found[0][0]) < 4):
        return None
    return sign + _qualified([str(number) for number in numbers], [marks for _, marks in found])


def _padded(number: str, place: int, parts: int) -> str | None:
    """The number in its two figures; of "1798-5" nobody knows whether it is a month or the second year."""
    if len(number) == _FIGURES_OF_A_PART[place]:
        return number
    return number.zfill(2) if place and parts == 3 and len(number) == 1 and number not in "0X" else None


def _qualified(numbers: list[str], marks: list[set[str]]) -> str:
    """The parts with their qualifiers: behind the last part of a group that begins the date, else before each."""
    signs = [_ONE_QUALIFIER.get(frozenset(of_part), "%") if of_part else "" for of_part in marks]
    group = next((k for k, sign in enumerate(signs) if sign != signs[0]), len(signs))
    written = [
        numbers[k] + (signs[0] if k == group - 1 else "") if k < group else signs[k] + numbers[k]
        for k in range(len(numbers))
    ]
    return "-".join(written)
