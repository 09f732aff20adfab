"""Forms of one trade that are read as what they stand for: "s. xii in.", "published 1833", "1627 [i.e. 1646]".

Belongs here: notations of palaeographers, bibliographers, genealogists and of those who date by another calendar,
each with the plain form and the rule. Does not belong here: anything that the grammar reads itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from claimcheck.dates.calendars import MONTHS
from claimcheck.dates.named_eras import era_named
from claimcheck.dates.phrases.kinds import ERA
from claimcheck.dates.phrases.lexemes import TABLE, normal, roman


class Plain(NamedTuple):
    """A form in plain words: the text, its rule, the calendar or period that it names, what was supplied."""

    text: str
    rule: str
    calendar: str = ""
    supplied: tuple[str, ...] = ()
    period: str = ""


# An act whose date follows, and no more than one act. Compiled where a text may have one, since it is slow.
ACTS = (
    r"\b(?:(?:re|over|un)?(?:printed|published|issued|cast|built|altered|enlarged|extended|restored|modell?ed|worked|revised"
    r"|painted|written|wrote|composed|copied|begun|began|started|finished|completed|dedicated|consecrated|designed|made"
    r"|manufactured|drawn|engraved|etched|carved|signed|inscribed|installed|erected|demolished|destroyed|opened|closed"
    r"|founded|born|died|baptised|baptized|buried|married|premiered|performed|recorded|released|photographed|taken"
    r"|exhibited|commissioned|acquired|purchased|moved|translated|edited|conceived|fabricated|executed|woven|struck"
    r"|minted|patented|registered|invented|launched|fired|gilded|bound|mounted|assembled|delivered|discovered|excavated|repaired|renovated|converted|burnt|burned"
    r"|modell|modified|reconstructed|remade|replica|version|created|drafted|granted|sealed|produced|prepared|added|colou?red|developed|filmed|broadcast|reissue|model|negative|print|casting|edition|copyright|reprint)"
    r"|(?:отпечатан|напечатан|издан|изд|переиздан|опубликован|отлит|отливк|построен|перестроен|начат|окончен|законч|заверш|написан"
    r"|переписан|переделан|создан|выпущен|освящен|основан|разруш|восстановл|родил|умер|скончал|крещен|исполнен|модел|печат|реставр"
    r"|снят|изготовл|возведен|сооружен|заложен|открыт|закрыт|расширен|подписан|сгорел|надстроен|реконструирован|отреставрирован"
    r"|сочинен|поставлен|экспонир|задуман|тираж|негатив|оттиск)\w*"
    r"|(?:gegossen|gedruckt|erbaut|umgebaut|begonnen|vollendet|veröffentlicht|gemalt|geboren|gestorben|verändert"
    r"|entstanden|hergestellt|geschaffen|gestochen|gezeichnet|ausgestellt|gegründet|errichtet|getauft|begraben|datiert"
    r"|imprimée?s?|publiée?s?|fondue?s?|construite?s?|commencée?s?|achevée?s?|restaurée?s?|modifiée?s?|peinte?s?|née?|morte?"
    r"|gravée?s?|sculptée?s?|dessinée?s?|exécutée?s?|datée?s?|exposée?s?|réalisée?s?|éditée?s?|baptisée?|mariée?|inhumée?"
    r"|stampat[oa]|pubblicat[oa]|fus[oa]|costruit[oa]|iniziat[oa]|completat[oa]|restaurat[oa]))\b"
)
_SHORT_ACT = r"\b(?:b|d|m|bap|bapt|chr|bur|marr|ob|obiit|publ|pub|exh|des|comp)\."
_ACT = re.compile(
    rf"(?:\? ?)?(?:first )?(?:{ACTS}(?:,? (?:and|&) dated)?|{_SHORT_ACT})"
    r" (?:in |on |в )?(?P<date>.*[0-9].*)"
)
_ACT_BEHIND = rf"(?P<date>.*[0-9].*?),? ?\((?:{ACTS}|{_SHORT_ACT})\)"  # "ca. 1850 (made)"
_OTHER_ACT = rf"{ACTS}|{_SHORT_ACT}|;|,(?! [0-9]{{3,4}}$)"

_CORRECTED = re.compile(
    r"(?P<as>.*[0-9].*?),? ?[\[(](?:sic,? )?(?:i\. ?e\.|recte:?|rectius|that is) (?P<date>[^\[\]()]+)[\])]"
)
_SAECULUM = re.compile(
    r"(?:s|saec|sæc|saeculo)\.? (?P<first>[ivxl]+)(?:[/–-](?P<last>[ivxl]+))?(?: ?(?P<part>in|med|ex|[12¹²])\.?)?"
)
_PARTS = {"in": "early ", "med": "mid ", "ex": "late "} | dict.fromkeys("1¹", "first half of the ")
_PARTS |= dict.fromkeys("2²", "second half of the ")
_ANTE_DIEM = re.compile(r"ante diem (?P<date>.+ (?:[kc]al|non|id)[a-z]*\.? .+)")
_INTERPRETED = re.compile(r"INT (?P<date>[^()]+?) ?\(.*\)")
# "Edo period (1615–1868)", "Victoria, 1837–1901": a period and its years.
_PERIOD = re.compile(
    r"(?P<name>[^\W\d_][^\d()\[\],;]*?)(?:,| ?(?P<bracket>\()) ?"
    r"(?P<date>[^()\[\],;]*[0-9][^()\[\],;]*?)(?(bracket)\))"
)
_PERIODS = ("period", "dynasty", "era", "age")
_ESCAPE = re.compile(
    r"(?:@#D(?P<old>GREGORIAN|JULIAN|HEBREW|FRENCH R)@|(?P<new>GREGORIAN|JULIAN|HEBREW|FRENCH_R)) (?P<date>.+)"
)
_STYLED = re.compile(
    r"(?:@#D(?=JULIAN@|GREGORIAN@)|\b)(JULIAN|GREGORIAN)@?"
    r" ((?:(?:[0-9]{1,2} )?[A-Z]{3} )?[0-9]{1,4}(?:/[0-9]{2})?(?: BCE?)?)"
)
_GEDCOM = {"GREGORIAN": "gregorian", "JULIAN": "julian", "HEBREW": "hebrew", "FRENCH": "french republican"}


def plain_form(text: str) -> Plain | None:
    """The form in plain words, which may not be readable either; None for a text that has no such form."""
    lowered = normal(text)
    first, last = text[0], text[-1]
    act = re.fullmatch(_ACT_BEHIND if lowered[-1] == ")" else _ACT, lowered)
    if act is not None and not re.search(_OTHER_ACT, act["date"]):
        doubt = "?" * (first == "?")  # "?exhibited 1803"
        return Plain(f"{doubt}{text[slice(*act.span('date'))]}", "act")
    period = _PERIOD.fullmatch(text) if "," in text or "(" in text else None
    if period is not None and _names_a_period(period["name"]):
        return Plain(period["date"], "period", period=period["name"])
    roman_day = _ANTE_DIEM.fullmatch(lowered) if first in "aA" else None
    if roman_day is not None:
        return Plain(roman_day["date"], "")
    corrected = _CORRECTED.fullmatch(text) if last in ")]" else None
    if corrected is not None:
        return Plain(corrected["date"], "correction", supplied=(corrected["date"],))
    saeculum = _SAECULUM.fullmatch(lowered) if first in "sS" else None
    if saeculum is not None:
        return _century(saeculum)
    interpreted = _INTERPRETED.fullmatch(text) if first == "I" else None
    if interpreted is not None:
        return Plain(interpreted["date"], "interpreted")
    escape = _ESCAPE.fullmatch(text) if first in "@GJHF" else None
    if (
        escape is None and "IAN" in text and _STYLED.search(text)
    ):  # "BET @#DJULIAN@ 1 JAN 1700 AND @#DJULIAN@ 10 JAN 1700"
        return Plain(_STYLED.sub(lambda of: f"{of[2]} {'O.S.' if of[1] == 'JULIAN' else 'N.S.'}", text), "")
    if escape is not None:
        calendar = _GEDCOM[(escape["old"] or escape["new"])[:9].split("_")[0].split()[0]]
        inner = _of_other_calendar(escape["date"])
        if calendar in ("gregorian", "julian"):
            return Plain(escape["date"], "", calendar)
        return inner if inner is not None and inner.calendar == calendar else None
    return (_of_friends(lowered) if "mo" in lowered else None) or _of_other_calendar(text)


def _names_a_period(name: str) -> bool:
    """Whether it is a known era's name, or says that it is a period's and has no other word of dates beside it."""
    if era_named(name, ()) is not None:
        return True
    *words, last = _LETTERS.findall(normal(name))
    return (
        last in _PERIODS
        and words not in ([], ["the"])
        and all(word == "the" or all(lexeme.kind == ERA for _, lexeme in TABLE.get(word, ())) for word in words)
    )


# "12th of 3rd month 1690", "3rd mo. 12, 1690": Friends, who named no month after a god of the heathen.
_QUAKER = (
    re.compile(
        r"(?P<day>[0-9]{1,2})(?:st|nd|rd|d|th)?(?: day)?,?(?: of| of the| the)? (?P<month>[0-9]{1,2})"
        r"(?:st|nd|rd|d|th)? ?(?:month|mo\.?),? (?P<year>[0-9]{4})(?P<second>/[0-9]{1,4})?"
    ),
    re.compile(
        r"(?P<month>[0-9]{1,2})(?:st|nd|rd|d|th)? ?(?:month|mo\.?),? (?P<day>[0-9]{1,2})(?:st|nd|rd|d|th)?"
        r"(?: day)?,? (?P<year>[0-9]{4})(?P<second>/[0-9]{1,4})?"
    ),
)
_ENGLAND = "julian-until 1752-09-02"
_LADY_DAY, _REFORMED = 25, 1752


def _of_friends(text: str) -> Plain | None:
    """A Quaker's day: of months counted from March to 1751, and from January since 1752.

    Before Lady Day the year is the later one, so that the first 24 days of the first month need both years.
    """
    match = next((found for shape in _QUAKER if (found := shape.fullmatch(text))), None)
    if match is None:
        return None
    day, month, year, second = int(match["day"]), int(match["month"]), int(match["year"]), match["second"] or ""
    if not 1 <= month <= 12:
        return None
    if year >= _REFORMED:
        return None if second else Plain(f"{day} {MONTHS[month - 1]} {year}", "quaker", _ENGLAND)
    name = MONTHS[(month + 1) % 12]
    before_lady_day = month > 10 or (month == 1 and day < _LADY_DAY)
    if second or not before_lady_day:
        return Plain(f"{day} {name} {year}{second}", "quaker", "julian")
    return Plain(f"{day} {name} {year + 1}", "quaker", "julian") if month > 10 else None


def _century(match: re.Match[str]) -> Plain | None:
    first, last = roman(match["first"]), roman(match["last"] or match["first"])
    if not 0 < first <= last <= 21 or (match["part"] and match["last"]):
        return None
    numbers = f"{first}th" if first == last else f"{first}th to {last}th"
    return Plain(f"{_PARTS.get(match['part'] or '', '')}{numbers} century", "saeculum")


# ------------------------------------------------------------ calendars of others

# The months of each calendar in the order of its own numbers, with the spellings that are in use.
_MONTHS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "islamic": (
            "muharram",
            "safar",
            "rabi i|rabi al-awwal|rabi' al-awwal|rabi' i|rabi ul-awwal",
            "rabi ii|rabi al-thani|rabi' al-thani|rabi' ii|rabi al-akhir|rabi' al-akhir",
            "jumada i|jumada al-ula|jumada'l-ula|jumada al-awwal",
            "jumada ii|jumada al-thani|jumada al-akhira|jumada'l-akhira",
            "rajab",
            "sha'ban|shaban|sha'aban",
            "ramadan|ramazan",
            "shawwal",
            "dhu al-qa'da|dhu'l-qa'da|dhu l-qa'da|dhu al-qada|dhul-qa'da|zilkade",
            "dhu al-hijja|dhu'l-hijja|dhu l-hijja|dhul-hijja|dhu al-hijjah|zilhicce",
        ),
        "hebrew": (
            "nisan|nsn",
            "iyyar|iyar|iyr",
            "sivan|svn",
            "tammuz|tamuz|tmz",
            "av|ab|aav",
            "elul|ell",
            "tishri|tishrei|tsh",
            "heshvan|cheshvan|marheshvan|csh",
            "kislev|ksl",
            "tevet|tebet|tvt",
            "shevat|shebat|shvat|shv",
            "adar|adar i|adr",
            "adar ii|adar sheni|ads",
        ),
        "french republican": (
            "vendémiaire|vendemiaire|vend",
            "brumaire|brum",
            "frimaire|frim",
            "nivôse|nivose|nivo",
            "pluviôse|pluviose|pluv",
            "ventôse|ventose|vent",
            "germinal|germ",
            "floréal|floreal|flor",
            "prairial|prai",
            "messidor|mess",
            "thermidor|fervidor|ther",
            "fructidor|fruc",
            "jours complémentaires|sansculottides|comp",
        ),
        "coptic": (
            "thout|tut|thoth",
            "paopi|babah|phaophi",
            "hathor|hatur|athyr",
            "koiak|kiyahk|choiak",
            "tobi|tubah|tybi",
            "meshir|amshir|mechir",
            "paremhat|baramhat|phamenoth",
            "parmouti|baramudah|pharmouthi",
            "pashons|bashans|pachon",
            "paoni|ba'unah|payni",
            "epip|abib|epeiph",
            "mesori|misra|mesore",
            "nasie|nasi|epagomenal",
        ),
        "persian": (
            "farvardin",
            "ordibehesht",
            "khordad",
            "tir",
            "mordad|amordad",
            "shahrivar",
            "mehr",
            "aban",
            "azar",
            "dey|dei",
            "bahman",
            "esfand",
        ),
        "indian": (
            "chaitra",
            "vaisakha|vaishakha",
            "jyaistha|jyeshtha",
            "asadha|ashadha",
            "sravana|shravana",
            "bhadra|bhadrapada",
            "asvina|ashvina",
            "kartika|karttika",
            "agrahayana|margashirsha",
            "pausa|pausha",
            "magha",
            "phalguna",
        ),
    }
)
_MONTH_NUMBERS = {
    spelling: (calendar, number)
    for calendar, months in _MONTHS.items()
    for number, spellings in enumerate(months, 1)
    for spelling in spellings.split("|")
}
_LETTERS = re.compile(r"[^\W\d_]+")
_FIRST_WORDS = frozenset(_LETTERS.findall(spelling)[0] for spelling in _MONTH_NUMBERS)
_YEAR = r"(?P<year>[0-9]{1,4}|[ivxlc]+)"
_BEFORE_YEAR = r"(?:(?:an|de l'an|année|the year|year|a\.? ?h\.?|a\.? ?p\.?|saka) )?"
_BEHIND_YEAR = r"(?P<era> ?(?:a\.? ?h\.?|a\.? ?p\.?|s\.? ?h\.?|saka|(?:a\.? ?m\.?)(?= *$)))?"
_YEARS = re.compile(
    r"(?:(?P<hijra>a\.? ?h\.?|anno hegirae|hijri year) (?P<a>[0-9]{1,4})|(?P<b>[0-9]{1,4}) (?:a\. ?h\.?|ah)"
    r"|l?'?an (?P<republic>[ivx]+|[0-9]{1,2})(?: de la république| of the republic)?"
    r"|armenian era (?P<armenian>[0-9]{1,4}))"
)
_SHORTEST_NAME = 5  # letters of a month that is read without its day
_LAST_OF_REPUBLIC = 14
_SAKA_REFORM = 1879  # from which the Indian calendar has had fixed months
_DIACRITICS = str.maketrans("āīūḍḥṣṭẓʿʾ‘", "aiudhstz'''")


@cache
def _dated() -> re.Pattern[str]:
    """A date with the name of such a month; made when the first is met, since it is slow to compile."""
    name = "|".join(re.escape(name) for name in sorted(_MONTH_NUMBERS, key=len, reverse=True))
    return re.compile(
        r"(?<![\w'])(?:(?P<day>[0-9]{1,2})(?:er|st|nd|rd|th)?(?: of| de)? )?"
        rf"(?P<month>{name})\.?(?![\w'])(?:,? {_BEFORE_YEAR}{_YEAR}{_BEHIND_YEAR})?(?![\w])"
    )


def _of_other_calendar(text: str) -> Plain | None:
    """ "22 Ramadan 977" and "an XI": the same in figures of its own calendar."""
    lowered = normal(text)
    lowered = lowered if lowered.isascii() else lowered.translate(_DIACRITICS)
    year = _YEARS.fullmatch(lowered)
    if year is not None:
        written = year["a"] or year["b"] or year["republic"] or year["armenian"]
        calendar = "french republican" if year["republic"] else "armenian" if year["armenian"] else "islamic"
        number = _figures(written)
        if calendar == "french republican" and not 1 <= number <= _LAST_OF_REPUBLIC:
            return None
        return Plain(f"{number:04}", "other-calendar", calendar)
    if _FIRST_WORDS.isdisjoint(_LETTERS.findall(lowered)):
        return None
    calendars: set[str] = set()

    def in_figures(match: re.Match[str]) -> str:
        calendar, month = _MONTH_NUMBERS[match["month"]]
        number = _figures(match["year"]) if match["year"] else 0
        is_short = len(match["month"]) < _SHORTEST_NAME and not match["day"]
        if is_short or not _is_year_of(calendar, number, bool(match["era"])):
            calendars.add("")
        calendars.add(calendar)
        day = f"{match['day']}." if match["day"] else ""
        return f"{day}{month}.{number:04}"

    written = _dated().sub(in_figures, lowered)
    if len(calendars) != 1 or "" in calendars:
        return None
    return Plain(written, "other-calendar", calendars.pop())


def _is_year_of(calendar: str, number: int, is_marked: bool) -> bool:
    """Whether a number can be a year beside a month of the calendar; a small one may be a day, or be shortened."""
    if calendar == "french republican":
        return 1 <= number <= _LAST_OF_REPUBLIC
    if calendar == "indian":
        return number >= _SAKA_REFORM
    return number >= 100 or (is_marked and number > 0)


def _figures(written: str) -> int:
    return int(written) if written.isdigit() else roman(written)
