"""What was EDTF before 2019, or is EDTF but for a slip of the pen, in the form of today.

Belongs here: rewriting such a text as a whole. Does not belong here: whether the result is a date (see `edtf`),
what is wrong with the text and where (see `edtf_faults`).

The drafts are those of the Library of Congress, the last of 2012: `u` and `x` for unspecified digits, the words
`unknown` and `open`, a lower-case `y` before long years, `p` for precision, round brackets around the parts that a
qualifier holds for, and `^` before the name of a hemisphere.
"""

from __future__ import annotations

import re

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_DASH = f"[{_DASHES}]"
_HYPHENS = str.maketrans(dict.fromkeys(_DASHES, "-"))

_LONGEST = 80  # characters; no draft example has half of it

# One date of the drafts or of today, letters in either case; what has other characters is none.
_DATE = re.compile(r"[-0-9uxyeps?~%()]+(?:t[0-9:]+(?:z|[+-][0-9:]+)?)?(?:\^[a-z]+)?", re.IGNORECASE)
_CHARACTERS = re.compile(
    rf"(?:[-0-9uxyepstz?~%()\[\]{{}},./:+ {_DASHES}]|unknown|unk|open|\^[a-z]+)+", re.IGNORECASE | re.ASCII
)
_LONG_YEAR = re.compile(r"(-?)y(-?)([0-9]+(?:e[0-9]+)?)(?:[ps]([0-9]+))?", re.IGNORECASE)
_PRECISION = re.compile(r"(-?[0-9]{4})[ps]([0-9])", re.IGNORECASE)
_SEASON = re.compile(r"([0-9ux]{4})-(2[1-4])\^([a-z]+)", re.IGNORECASE)
_SOUTHERN, _NORTHERN = 8, 4  # from the season of no hemisphere to that of the south, of the north
_QUERIES = re.compile(r"^([0-9]{2})\?\?$")  # "19??": two figures of a year that are not known
_YEARS_AND_QUERIES = re.compile(r"^([0-9]{4})-([0-9]{2}\?\?)$")
_PARTS = re.compile(r"[()-]|[0-9X]+|[?~%]+")
_TIME = re.compile(r"t([0-9:]+)(z|[+-][0-9:]+)?", re.IGNORECASE)
_LENGTHS = (4, 2, 2)
_ONE_QUALIFIER = {frozenset("?"): "?", frozenset("~"): "~"}


def modern_edtf(text: str) -> str | None:
    """The text with every form of the drafts and every such slip replaced; None where it is not of that kind.

    An interval and a set are rewritten part by part. The result may be the text itself, and need not be a date.
    """
    if len(text) > _LONGEST or not _CHARACTERS.fullmatch(text):
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
    if len(number) == _LENGTHS[place]:
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
