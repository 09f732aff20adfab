"""Which column of a table is what: guessed from its name and from what stands in it, or stated by the user.

Belongs here: the meanings that a column can have, the names by which they go in several languages, the header
among the first rows, the mapping as text. Does not belong here: rows into claims (see `table_claims`), files
(see `sheets`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from claimcheck.convert.sheets import Cell, Row
from claimcheck.corpus.draft import did_you_mean
from claimcheck.dates.phrases.date_words import speaks_of_a_date
from claimcheck.dates.reading import read_date
from claimcheck.dates.when import When


class Meaning(StrEnum):
    """What a column can be. The words are those of the file format, and a few of tables alone."""

    ID = "id"
    BY = "by"
    QUESTION = "question"
    SUBJECT = "subject"
    WHEN = "when"
    NOT_BEFORE = "not-before"
    NOT_AFTER = "not-after"
    VALUE = "value"
    CALENDAR = "calendar"
    YEAR_BEGINS = "year-begins"
    IN = "in"
    ISSUED = "issued"
    PAGE = "page"
    SAYS = "says"
    QUOTE = "quote"
    LANG = "lang"
    TRANSLATION = "translation"
    THROUGH = "through"
    RESTS_ON = "rests-on"
    HEDGE = "hedge"
    STANCE = "stance"
    URL = "url"
    NOTE = "note"
    DROPPED = "-"


_DATES = (Meaning.WHEN, Meaning.NOT_BEFORE, Meaning.NOT_AFTER)
_NO_DATES = (Meaning.BY, Meaning.IN, Meaning.SUBJECT, Meaning.QUESTION, Meaning.THROUGH)
# What is left of the name of a column of dates once these are taken away says what happened then: "birth".
_OF_ANY_DATE = re.compile(
    r"(?i)\b(?:dates?|dated|dating|when|years?|of|the|was|is|did|as|written|given|original|normali[sz]ed|iso|edtf|"
    r"дат[аы]|датировка|когда|год|datum|jahr|année|quand|wann)\b|[^\w\s]"
)

# The calendar that the name of a column of dates states: "Date (O.S.)", «Дата (ст. ст.)».
CALENDAR_IN_NAME = re.compile(
    r"(?i)(?P<julian>\bo\. ?s\.|\bold style|\bjulian|\bст\. ?ст\.|старо\w+ стил|юлианск)"
    r"|\bn\. ?s\.|\bnew style|\bgregorian|\bн\. ?ст\.|ново\w+ стил|григорианск"
)

# The words by which columns are known, the most telling first: a name that has two of them is the first. English,
# Russian, German, French; the stems of words, as whole words where they stand in "…".
_NAMES: tuple[tuple[Meaning, str], ...] = (
    (Meaning.ID, r"\bid$"),
    (Meaning.DROPPED, r"time ?stamp|zeitstempel|horodateur|отметка времени|e-?mail|электронн\w+ почт|user ?name"),
    (Meaning.NOT_BEFORE, r"not before|no earlier|earliest|terminus post|tpq|не ранее|не раньше|frühestens"),
    (Meaning.NOT_AFTER, r"not after|no later|latest|terminus ante|taq|не позднее|не позже|spätestens"),
    (
        Meaning.ISSUED,
        r"publi(?:shed|cation (?:date|year))|(?:year|date) of publi|issued|год издания|erschein|parution",
    ),
    (Meaning.RESTS_ON, r"rests? on|based on|basis|depends on|relies on|their source|опирается|основан|beruht auf"),
    (Meaning.THROUGH, r"\bvia\b|through|relay|(?:reported|cited|quoted) (?:in|by|from)|цит\w* по|zitiert nach"),
    (Meaning.TRANSLATION, r"translat|перевод|übersetzung|traduction"),
    (Meaning.QUOTE, r"quot|exact word|own words|verbatim|sentence|цитат|дословно|wortlaut|zitat|citation exacte"),
    (
        Meaning.IN,
        r"(?:source|book|work|title|источник|книга|quelle|buch|werk|ouvrage)(?:,| and|/| и| und| et) *(?:p|с|s)",
    ),
    (Meaning.PAGE, r"\bpages?\b|\bpp?\b\.?|locator|\bfol(?:io|\.)|стр\b|страниц|\bлист\b|seite|\bs\.$"),
    (Meaning.CALENDAR, r"calendar|календар|kalender|calendrier|\bstyle\b|стиль|^julian"),
    (Meaning.YEAR_BEGINS, r"year begins|начало года|jahresanfang"),
    (
        Meaning.HEDGE,
        r"hedge|caveat|qualif|doubt|certain|confiden|оговорк|сомнени|уверенн|zweifel|reservation|doute",
    ),
    (Meaning.STANCE, r"\bstance\b|asserts or denies|позиция"),
    (
        Meaning.BY,
        r"claimant|historian|\bauthors?\b|scholar|witness|chronicler|proponent|writer|\bauthority\b|\bwho\b|\bby\b",
    ),
    (
        Meaning.BY,
        r"person making|историк|автор|исследовател|свидетел|\bкто\b|historiker|autor|\bwer\b|\bvon$|historien|auteur",
    ),
    (
        Meaning.IN,
        r"source|\bbooks?\b|\bworks?\b|document|publication|reference|article|bibliograph|citation|\bchronicle\b|\bin\b|\btitle\b",
    ),
    (
        Meaning.IN,
        r"источник|книг|документ|публикац|издани|сочинени|статья|quelle|werk|fundstelle|ouvrage|название",
    ),
    (Meaning.WHEN, r"\bdates?\b|\bdated\b|dating|\bwhen\b|\byears?\b|\bдат[аы]\b|датировк|\bкогда\b|\bгод\b"),
    (Meaning.WHEN, r"datum|\bwann\b|\bjahr\b|quand|année"),
    (Meaning.QUESTION, r"question|event type|type of event|вопрос|\bfrage\b|attribute|property"),
    (
        Meaning.SUBJECT,
        r"subject|events?\b|topic|controversy|debate|object|\bitem\b|matter|entity|monument|building|\bwhat\b",
    ),
    (Meaning.SUBJECT, r"событи|объект|предмет|\bтема\b|\bчто\b|ereignis|gegenstand|événement|sujet"),
    (Meaning.SUBJECT, r"^name$|\bperson\b|\bplace\b|\bимя\b|\blabel\b"),
    (Meaning.BY, r"^name$|^имя$|^nom$"),
    (Meaning.SUBJECT, r"(?<!your )\bname\b"),
    (Meaning.SAYS, r"statement|\bclaims?\b|\bsays\b|summary|assert|утвержда|утверждени|тезис|behauptung|aussage"),
    (Meaning.VALUE, r"\bvalue\b|\banswer\b|значение|\bответ\b|antwort|réponse"),
    (Meaning.URL, r"\burl\b|\blink\b|ссылк|\bdoi\b"),
    (Meaning.LANG, r"\blang\b|language|язык|sprache|langue"),
    (Meaning.NOTE, r"\bnotes?\b|comment|remark|примечани|комментари|заметк|bemerkung|anmerkung|remarque"),
    (Meaning.ID, r"\bid\b|^(?:no|nr|num|number|key)\.?$|^#$|^№$|^ключ$|^номер$"),
)
_PATTERNS = tuple((meaning, re.compile(words, re.IGNORECASE)) for meaning, words in _NAMES)
_SAMPLE = 200  # rows that are looked at
_HEADER_AMONG = 20  # rows among which the names of the columns are looked for


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the table, where it stands (from 0), what it is taken for, and why."""

    name: str
    at: int
    meaning: Meaning
    because: str


def header_of(rows: Sequence[Row]) -> int:
    """Which of the first rows names the columns: the first that has most names that are known, or the first."""
    known = [
        len({meaning for cell in row.cells if isinstance(cell, str) and (meaning := _named(cell)) is not None})
        for row in rows[:_HEADER_AMONG]
    ]
    most = max(known, default=0)
    return known.index(most) if most > 1 else 0


def columns_of(names: Sequence[Cell], rows: Sequence[Row], stated: Mapping[str, Meaning]) -> tuple[Column, ...]:
    """What each column that has a name or a cell is taken for; what is stated goes before what is guessed.

    Each meaning goes to one column, but notes and dates: of several columns of dates each gives a question.
    """
    filled = {at for row in rows for at, cell in enumerate(row.cells) if cell != ""}
    called = _called(names, max(filled, default=-1) + 1)
    found: dict[int, Column] = {}
    taken: set[Meaning] = set()

    def take(at: int, meaning: Meaning, because: str) -> None:
        found[at] = Column(called[at], at, meaning, because)
        if meaning not in (Meaning.NOTE, Meaning.DROPPED, Meaning.WHEN):
            taken.add(meaning)

    for at, name in called.items():
        if name.casefold() in stated:
            take(at, stated[name.casefold()], "you say so")
    rest = [at for at in called if at not in found]
    for at in rest:
        if at not in filled:
            take(at, Meaning.DROPPED, "nothing stands in it")
    rest = [at for at in rest if at not in found]
    dates = {at: _share_of_dates([row.cells[at] for row in rows[:_SAMPLE] if at < len(row.cells)]) for at in rest}
    # What stands in brackets says more of a column than it is; it is asked only where the rest says nothing.
    bare = {at: " ".join(re.sub(r"\([^)]*\)", " ", name).split()) or name for at, name in called.items()}
    for exactly, words in ((True, bare), (False, bare), (False, called)):
        for meaning, pattern in _PATTERNS:
            for at in rest:
                match = pattern.search(words[at])
                if at in found or match is None or meaning in taken:
                    continue
                if exactly and words[at].casefold() not in (match[0].casefold(), meaning):
                    continue
                if meaning in _DATES and dates[at] < (0.2 if exactly else 0.5):
                    continue
                if meaning in _NO_DATES and dates[at] > 0.6:
                    continue
                whens = [one for one in found.values() if one.meaning is Meaning.WHEN]
                if meaning is Meaning.WHEN and whens and not (matter(called[at]) and matter(whens[0].name)):
                    continue
                take(at, meaning, "its name")
    has_date = any(one.meaning in _DATES for one in found.values())
    for at in rest:
        if at not in found and dates[at] >= 0.6 and not has_date and _is_filled(at, rows):
            take(at, Meaning.WHEN, f"{round(100 * dates[at])} of 100 of its cells are dates")
        elif at not in found:
            take(at, Meaning.NOTE, "nothing better is known")
    return tuple(found[at] for at in sorted(found))


def _is_filled(at: int, rows: Sequence[Row]) -> bool:
    """Whether at least every second row has a cell there: a few dates make no column of dates."""
    return 2 * sum(at < len(row.cells) and row.cells[at] != "" for row in rows) >= len(rows)


def matter(name: str) -> str:
    """What the name of a column of dates says beside that it is one: "birth" of "Date of birth"; may be empty."""
    return " ".join(_OF_ANY_DATE.sub(" ", CALENDAR_IN_NAME.sub(" ", name)).split())


def _called(names: Sequence[Cell], width: int) -> dict[int, str]:
    """The names of the columns by their places, each once; one without a name is called by its letter."""
    called: dict[int, str] = {}
    for at in range(max(width, len(names))):
        name = names[at] if at < len(names) else ""
        text = " ".join((name if isinstance(name, str) else name.shown).split())
        if not text and at >= width:
            continue
        text = text or f"column {_letter(at)}"
        alike = sum(one.casefold() == text.casefold() for one in called.values())
        called[at] = f"{text} ({alike + 1})" if alike else text
    return called


def _letter(at: int) -> str:
    return (_letter(at // 26 - 1) if at >= 26 else "") + chr(ord("A") + at % 26)


def _named(name: str) -> Meaning | None:
    words = " ".join(name.split())
    return next((meaning for meaning, pattern in _PATTERNS if len(words) < 120 and pattern.search(words)), None)


def _share_of_dates(cells: Iterable[Cell]) -> float:
    """Which part of the cells that are not empty are dates; what merely could be a number is half a date."""
    read, count = 0.0, 0
    for cell in cells:
        if cell == "" or not isinstance(cell, str):
            continue
        count += 1
        if len(cell) < 80 and speaks_of_a_date(cell) and isinstance(read_date(cell), When):
            read += 0.5 if re.fullmatch(r"\d{1,2}|\d{4,}", cell) and len(cell) != 4 else 1.0
    return read / count if count else 0.0


def stated_columns(given: Iterable[str]) -> tuple[dict[str, Meaning], str]:
    """The mapping that lines such as "Shelf mark = note" state, by names without regard to case; and a fault."""
    stated: dict[str, Meaning] = {}
    for line in given:
        text = line.partition("  #")[0].strip()
        if not text or text.startswith("#"):
            continue
        name, equals, word = text.rpartition("=")
        meaning = next((one for one in Meaning if one == word.strip().casefold()), None)
        if not equals or not name.strip():
            return {}, f"“{text}” is not COLUMN = KEY"
        if meaning is None:
            known = did_you_mean(word.strip(), [str(one) for one in Meaning]) or f"known: {', '.join(Meaning)}"
            return {}, f"“{word.strip()}” is no key of a column; {known}"
        stated[" ".join(name.split()).casefold()] = meaning
    return stated, ""


def mapping_lines(columns: Iterable[Column]) -> list[str]:
    """The mapping as lines that `stated_columns` takes back, each with its reason as a comment."""
    columns = list(columns)
    width = max((len(column.name) for column in columns), default=0)
    return [f"{column.name:<{width}} = {column.meaning:<11}  # {column.because}" for column in columns]
