"""Text to words: the one tokeniser of phrases, driven by the languages' tables.

Belongs here: cutting a text into the words of `kinds`, each with its place in the text, without passing any
character over. Does not belong here: what words in a row mean (see `grammar`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from claimcheck.dates.named_eras import Era, Names, names_of, shipped_names
from claimcheck.dates.phrases import kinds
from claimcheck.dates.phrases.english import ENGLISH
from claimcheck.dates.phrases.french import FRENCH
from claimcheck.dates.phrases.german import GERMAN
from claimcheck.dates.phrases.kinds import Language, Lexeme, Words
from claimcheck.dates.phrases.russian import RUSSIAN

LONGEST_TEXT = 600  # characters; nobody states one date in more
_LONGEST_NUMBER = 9  # digits
_LEAST_ROMAN_YEAR, _SHORTEST_ROMAN_YEAR = 1000, 3  # "MM" is millimetres, "MD" a doctor

# One pass over the text; the order of the branches is the order of preference.
_TOKEN = re.compile(
    r"[^\W\d_]+(?:'[^\W\d_]+|'(?=\s))?"
    r"|@[^\s,;()\[\]{}<>\"«»@–]*[^\s,;()\[\]{}<>\"«»@–.:?!-]"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])"
    r"|[0-9]{1,4}-[0-9]{1,2}-[0-9]{1,4}(?![0-9])"
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])"
    r"|[0-9]{1,2}\. ?(?:[0-9]{1,2}|[ivx]{1,4})\. ?[0-9]{2,4}(?![0-9])"
    r"|[0-9]{1,2}(?:[.,][0-9]{1,3})? ?%"
    r"|[0-9]{1,2}\.[0-9]{2,4}(?![0-9])"
    r"|[0-9]+/[0-9]+(?:/[0-9]+)?"
    r"|\+ ?/ ?[-–]"
    # A comma between three figures and three separates two years ("724,726"), unless thousands are counted.
    r"|(?:[0-9]{1,2}(?:,[0-9]{3})+|[0-9]{3}(?:,[0-9]{3})*,(?:000|[0-9]{3}(?= ?(?:cal|b\.? ?p|years|лет))))"
    r"(?![0-9,])"
    r"|[0-9]+(?:(?:'?s|st|nd|rd|th|(?<=[23])d|er|ère|ème|e|-?(?:ого|ому|ые|ых|ый|ой|ая|ое|ым|ом|го|му|ми|е|х|й|я|м|ю|и))(?![^\W_]))?"
    r"|(?<![^\W_])'[0-9]{2}(?![^\W_]|')"
    r"|\S"
)

_NORMAL = {ord("ё"): "е", ord("’"): "'", ord("ʼ"): "'", ord("−"): "-", ord("‐"): "-", ord("‑"): "-"}
_NORMAL |= dict.fromkeys(map(ord, "‒–—―"), "–") | dict.fromkeys(map(ord, "   \t\n\r\u2007"), " ")

# The letters of Roman numerals, and the Cyrillic ones that are typed for them.
_ROMAN_LETTERS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000, "х": 10, "і": 1, "м": 1000}
_CASE_ENDINGS = frozenset(["го", "му", "е", "й", "я", "м", "х", "ый", "ая", "ое", "ого", "ом", "ых"])


class Tokens(NamedTuple):
    """A text cut into words, as columns: kinds, numbers and words, each closed by four end marks.

    `firsts` and `stops` are the indices of a word's first token and of the one after its last; `fillers` says
    which words without weight ("the", "in", "of") stood before it. `length` is the number of words.
    """

    kinds: list[str]
    numbers: list[int]
    words: list[str]
    fillers: list[str]
    firsts: list[int]
    stops: list[int]
    length: int


@dataclass(frozen=True, slots=True)
class Stray:
    """A token that is no word of the tables, or stands where none of its class may stand."""

    index: int
    lexeme: Lexeme | None = None


_Wordings = tuple[tuple[tuple[str, ...], Lexeme], ...]
_Table = Mapping[str, _Wordings]


def _table(words: Iterable[Words]) -> _Table:
    """First token to the wordings that begin with it, the longest first."""
    found: dict[str, dict[tuple[str, ...], Lexeme]] = {}
    for line in words:
        lexeme = Lexeme(line.kind, line.number, line.word)
        for wording in line.wordings:
            first, *rest = wording.split()
            known = found.setdefault(first, {}).setdefault(tuple(rest), lexeme)
            if known != lexeme:
                raise ValueError(f"“{wording}” stands in the tables twice")
    return {
        first: tuple(wordings.items())  # most words begin one wording alone
        if len(wordings) == 1
        else tuple(sorted(wordings.items(), key=lambda item: -len(item[0])))
        for first, wordings in found.items()
    }


def _era_words(names: Names) -> Iterable[Words]:
    return (Words(kinds.ERA, (wording,), word="|".join(eras)) for wording, eras in names.items())


# The languages that are read: one phrase may have words of the first; a text of theirs that is none of those is
# tried in each of the further ones.
FIRST_LANGUAGES, FURTHER_LANGUAGES = (ENGLISH, RUSSIAN), (FRENCH, GERMAN)
LANGUAGES: tuple[Language, ...] = (*FIRST_LANGUAGES, *FURTHER_LANGUAGES)

TABLE: _Table = _table(
    (*(words for language in FIRST_LANGUAGES for words in language.words), *_era_words(shipped_names()))
)


def _alone(table: _Table) -> Mapping[str, Lexeme]:
    """The words that begin no longer wording, which are most of those in a phrase."""
    return {
        first: wordings[0][1] for first, wordings in table.items() if len(wordings) == 1 and not wordings[0][0]
    }


_ALONE = _alone(TABLE)


class Vocabulary(NamedTuple):
    """The words that a phrase may have, and the language whose peculiarities it has."""

    table: _Table
    alone: Mapping[str, Lexeme]
    language: Language
    known: frozenset[str] = frozenset()

    def may_have(self, text: str, stray: Stray | None) -> bool:
        """Whether the text can be of this language: it has the stray word of another, or else all its words."""
        tokens = _tokens(text)
        return all(map(self._may_be, tokens if stray is None else tokens[stray.index : stray.index + 1]))

    def _may_be(self, token: str) -> bool:
        if token in self.known or not token[0].isalpha() or "'" in token:
            return True
        endings = self.language.ordinals
        return roman(token) > 0 or (
            token.endswith(endings) and any(roman(token.removesuffix(ending)) for ending in endings)
        )


_FIRST = Vocabulary(TABLE, _ALONE, ENGLISH)
_DATED = (
    kinds.NUMBER,
    kinds.ORDINAL,
    kinds.ROMAN,
    kinds.MONTH,
    kinds.ANCHOR,
    kinds.UNIT,
    kinds.ERA,
    kinds.NUMERIC,
)


def in_plain_words(text: str, language: Language) -> str:
    """The text with "le an" for "l'an", and with "1950s" for "années 1950"."""
    for word in language.elided if "'" in text or "’" in text else ():
        text = re.sub(rf"(?<!\w)({word})['’](?=\w)", r"\1e ", text, flags=re.IGNORECASE)
    if language.decades and language.decades in text.lower():
        decade = (
            rf"\b{language.decades} ([0-9]{{1,3}}0)(?:( ?[-–/] ?| (?:et|à|ou) )([0-9]{{1,3}}0))?(?![0-9]| ?[-–/])"
        )
        text = re.sub(decade, _decades, text, flags=re.IGNORECASE)
    for compound in _LETTERS.findall(text.lower()) if language.compounds else ():
        if compound in language.compounds:
            text = re.sub(rf"\b{compound}\b", language.compounds[compound], text, flags=re.IGNORECASE)
    return text


def _decades(match: re.Match[str]) -> str:
    """ "1950s" for "années 1950", "1950s-1960s" for "années 1950-1960"."""
    return f"{match[1]}s{match[2]}{match[3]}s" if match[2] else f"{match[1]}s"


_LETTERS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1)
def further_vocabularies() -> tuple[Vocabulary, ...]:
    """The languages that are tried in turn for a text that is not of the first ones; made when asked for."""
    tables = [(_table(language.words), language) for language in FURTHER_LANGUAGES]
    return tuple(
        Vocabulary(table, _alone(table), language, frozenset(known_words(table)) | language.compounds.keys())
        for table, language in tables
    )


@lru_cache(maxsize=16)  # asked for again and again of the text at hand
def normal(text: str) -> str:
    """The text in lower case, with one kind of dash, space and apostrophe; character for character."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few capitals have lower-case forms of two characters
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return lowered if lowered.isascii() else lowered.translate(_NORMAL)


def composed(text: str) -> str:
    """The text with combining characters composed, so that «й» is one letter however it was typed."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


@lru_cache(maxsize=4)
def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(normal(text))


@lru_cache(maxsize=4)
def places(text: str) -> tuple[tuple[int, int], ...]:
    """Where each token of `cut` stands in the text, as half-open ranges of characters."""
    found, stop, plain = [], 0, normal(text)
    for token in _tokens(text):
        start = plain.index(token, stop)
        stop = start + len(token)
        found.append((start, stop))
    return tuple(found)


def roman(word: str) -> int:
    """The value of a Roman numeral in canonical form, in lower case, or with "iiii" and "j" as scribes had them.

    0 if it is none.
    """
    if word[-1:] not in _ROMAN_LETTERS and word[-1:] != "j":
        return 0
    word = word.replace("j", "i").replace("viiii", "ix").replace("iiii", "iv")
    total, before = 0, 0
    for letter in reversed(word):
        value = _ROMAN_LETTERS.get(letter, 0)
        if not value:
            return 0
        total += -value if value < before else value
        before = max(before, value)
    return total if 0 < total < 4000 and _numeral(total) == _latin(word) else 0


def _latin(word: str) -> str:
    return word.replace("х", "x").replace("і", "i").replace("м", "m")


def _numeral(number: int) -> str:
    pairs = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
    found = ""
    for value, letters in (*pairs, (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while number >= value:
            found, number = found + letters, number - value
    return found


@lru_cache(maxsize=64)
def table_of(eras: tuple[Era, ...]) -> _Table | None:
    """The wordings of a corpus's own eras, which go before all others; None where it has none."""
    if not eras:
        return None
    return _table(
        _era_words({wording: known for wording, known in names_of(eras).items() if not is_a_word(wording)})
    )


def is_a_word(wording: str) -> bool:
    """Whether a wording is one that the languages have in dates already, and no name of an era."""
    first, *rest = wording.split()
    return any(known == tuple(rest) and lexeme.kind != kinds.ERA for known, lexeme in TABLE.get(first, ()))


def cut(text: str, own: _Table | None = None, words_of: Vocabulary = _FIRST) -> Tokens | Stray:
    """The words of a text, or the first token that is none. `own` are words that go before those of the languages.

    Dots after letters are those of abbreviations and are dropped, and so is one at the very end; "the", "in"
    and "of" are dropped where they can stand, and are strays where they cannot.
    """
    texts = _tokens(text)
    alone = words_of.alone
    sorts: list[str] = []
    numbers: list[int] = []
    words: list[str] = []
    firsts: list[int] = []
    stops: list[int] = []
    fillers: list[str] = []
    filler, anchored = "", False
    i, n = 0, len(texts)
    while i < n:
        token = texts[i]
        stop = i + 1
        known = alone.get(token)
        named = _own(texts, i, own[token]) if own is not None and token in own else None
        if named is not None:
            (kind, number, word), stop = named
        elif known is not None:
            kind, number, word = known
        elif "0" <= token[0] <= "9" and len(token) <= _LONGEST_NUMBER and token.isdigit():
            kind, number, word = kinds.NUMBER, int(token), token
        else:
            lexeme, stop = _lexeme(texts, i, sorts[-1] if sorts else "", words_of)
            if lexeme is None:
                if token == "." and (stop == n or (i and texts[i - 1].isdigit())):
                    i = stop
                    continue
                return Stray(i)
            kind, number, word = lexeme
        if kind == kinds.FILLER and token == "on" and sorts and (stop == n or texts[stop] in (",", ";", ")")):
            kind, word = kinds.LATER, "not-before"  # "from 1950 on"
        if kind == kinds.FILLER and not sorts and token in words_of.language.begins and not filler:
            kind, word = kinds.FROM, "dated"  # alone "de 1500" and "vom 3. Mai 1791" are the date of something
        elif kind == kinds.FILLER and sorts and token in words_of.language.goes_on and sorts[-1] in _DATED:
            kind, word = kinds.TO, ""
        if kind == kinds.FILLER:
            if not _may_follow(filler, word, bool(sorts)):
                return Stray(i, Lexeme(kind, number, word))
            filler = f"{filler} {word}" if filler else word
        else:
            sorts.append(kind)
            numbers.append(number)
            words.append(word)
            firsts.append(i)
            stops.append(stop)
            fillers.append(filler)
            filler = ""
            anchored = anchored or kind == kinds.ANCHOR
        i = stop
        while i < n and texts[i] == "." and texts[i - 1].isalpha():
            i += 1
    if filler:
        return Stray(n - 1, Lexeme(kinds.FILLER))
    if anchored:
        _restore_capitals(text, sorts, words, firsts)
    length = len(sorts)
    sorts += _END_KINDS
    numbers += _END_NUMBERS
    words += _END_WORDS
    fillers += _END_WORDS
    return Tokens(sorts, numbers, words, fillers, firsts, stops, length)


END = "end of the text"
_END_KINDS, _END_NUMBERS, _END_WORDS = (END,) * 4, (0,) * 4, ("",) * 4


def _restore_capitals(text: str, sorts: list[str], words: list[str], firsts: list[int]) -> None:
    """Gives ids of events the capitals that they were typed with."""
    spans = places(text)
    for k, kind in enumerate(sorts):
        if kind == kinds.ANCHOR:
            start, end = spans[firsts[k]]
            words[k] = text[start + 1 : end]


def _may_follow(before: str, word: str, inside: bool) -> bool:
    """Whether a word without weight can follow those just before it: "in the", "of the", never "the the"."""
    if word == "of":
        return inside and not before
    if word == "article":
        return not before.endswith("article")
    return not before


def _lexeme(texts: list[str], i: int, before: str, words_of: Vocabulary = _FIRST) -> tuple[Lexeme | None, int]:
    """The word that begins at token i, and the token after it; `before` is the kind of the word before."""
    token = texts[i]
    first = token[0]
    if "0" <= first <= "9":
        return _number(token), i + 1
    if first == "'" and len(token) > 2:
        return Lexeme(kinds.NUMBER, int(token[1:]), token[1:]), i + 1  # "1991 or '92"
    wordings = words_of.table.get(token)
    if wordings is not None:
        if token == "в" and before in (kinds.ROMAN, kinds.ORDINAL) and texts[i + 1 : i + 2] == ["."]:
            return Lexeme(kinds.UNIT, 0, "century"), i + 1  # «XVI в.» abbreviates the century
        for rest, lexeme in wordings:
            if not rest:
                return lexeme, i + 1
            stop = _match(texts, i + 1, rest)
            if stop:
                return lexeme, stop
    if first == "@" and len(token) > 1:
        return Lexeme(kinds.ANCHOR, 0, token[1:]), i + 1
    if token in _SYMBOLS or first == "+":
        return _SYMBOLS[token if token in _SYMBOLS else "±"], i + 1
    number = roman(token)
    if number >= _LEAST_ROMAN_YEAR and len(token) >= _SHORTEST_ROMAN_YEAR and token != "mix":
        return Lexeme(kinds.NUMBER, number, str(number)), i + 1  # "MDCCXCI"
    if number:
        if texts[i + 1 : i + 2] == ["-"] and i + 2 < len(texts) and texts[i + 2] in _CASE_ENDINGS:
            return Lexeme(kinds.ROMAN, number), i + 3
        return Lexeme(kinds.ROMAN, number), i + 1
    for ending in words_of.language.ordinals:  # "XVIe siècle"
        if token.endswith(ending) and roman(token.removesuffix(ending)):
            return Lexeme(kinds.ROMAN, roman(token.removesuffix(ending))), i + 1
    return None, i + 1


def _own(texts: list[str], i: int, wordings: _Wordings) -> tuple[Lexeme, int] | None:
    """The word of a corpus's own that begins at token i, and the token after it; None if none does."""
    for rest, lexeme in wordings:
        stop = _match(texts, i + 1, rest) if rest else i + 1
        if stop:
            return lexeme, stop
    return None


def _match(texts: list[str], i: int, rest: tuple[str, ...]) -> int:
    """The token after the given ones, if they stand from i on (dots after letters left out); otherwise 0."""
    n = len(texts)
    for word in rest:
        while i < n and texts[i] == "." and texts[i - 1].isalpha():
            i += 1
        if i >= n or texts[i] != word:
            return 0
        i += 1
    return i


_SYMBOLS = {symbol: Lexeme(kinds.SYMBOL, 0, symbol) for symbol in ",;-–/()%:±?+~×"}


def _number(token: str) -> Lexeme | None:
    if token.isdigit():
        return None  # longer than any that is read
    if token[-1] == "%":
        return Lexeme(kinds.PERCENT, round(float(token[:-1].strip().replace(",", ".")) * 1000))
    if ":" in token:
        hours, minutes, *seconds = map(int, token.split(":"))
        if hours > 24 or minutes > 59 or (seconds and seconds[0] > 59) or (hours == 24 and minutes):
            return None
        whole = minutes == 0 and not any(seconds)
        return Lexeme(kinds.CLOCK, hours * 3600 + minutes * 60 + sum(seconds), "hour" if whole else "minute")
    if "," in token:
        plain = token.replace(",", "")
        return Lexeme(kinds.NUMBER, int(plain), plain) if len(plain) <= _LONGEST_NUMBER else None
    digits = len(token) - len(token.lstrip("0123456789"))
    if digits > _LONGEST_NUMBER:
        return None
    ending = token[digits:]
    if ending[0] in "./" or (ending[0] == "-" and ending[1].isdigit()):
        return Lexeme(kinds.NUMERIC, 0, token) if len(token) <= 24 else None
    value = int(token[:digits])
    bare = ending.lstrip("-'")
    if bare == "s" or (bare in ("е", "х", "ые", "ых", "ми", "er") and value % 10 == 0 and value >= 10):
        return Lexeme(kinds.DECADE, value)
    return Lexeme(kinds.ORDINAL, value)


def known_words(table: _Table = TABLE) -> tuple[str, ...]:
    """Every single word of a table, for suggesting what may have been meant."""
    words = set(table)
    for wordings in table.values():
        for rest, _ in wordings:
            words.update(rest)
    return tuple(sorted(word for word in words if word.isalpha()))


# ------------------------------------------------------------ words that the editor supplied


def without_brackets(text: str, *, alone: bool = False) -> tuple[str, tuple[str, ...]] | None:
    """The text without its square brackets, and the words that stood in them; None where they do not match.

    "17[91]" becomes "1791". With `alone` a bracket need not have its partner in the text.
    """
    plain: list[str] = []
    supplied: list[str] = []
    opened: list[str] | None = None
    for character in text:
        if character == "[":
            if opened is not None and not alone:
                return None
            opened = []
        elif character == "]":
            if opened is None:
                if not alone:
                    return None
            else:
                supplied.append("".join(opened).strip())
            opened = None
        else:
            plain.append(character)
            if opened is not None:
                opened.append(character)
    if opened is not None and not alone:
        return None
    return "".join(plain), tuple(word for word in supplied if word)
