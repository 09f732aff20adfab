"""Words that limit a date (before, after, about, not …), in the languages and abbreviations of catalogues.

Belongs here: telling which of them a text has, also where the reader does not know them, so that no remedy loses
one; and for each the wording that is read. Does not belong here: reading them (see the tables of the languages).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from claimcheck.dates.phrases.kinds import (
    BETWEEN,
    CIRCA,
    ERA,
    LATER,
    LIMIT,
    REFUSED,
    STYLE,
    TURN,
    Language,
    Words,
)
from claimcheck.dates.phrases.lexemes import LANGUAGES, normal

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


@lru_cache(maxsize=8)  # asked for again and again of the text at hand, and of what might be written instead
def limiting_words(text: str) -> tuple[Limiting, ...]:
    """The limiting words and signs of a text, from left to right; of two at one place the longer."""
    return tuple(_limiting_words(text))


def _limiting_words(text: str) -> Iterator[Limiting]:
    tokens = [(match[0], *match.span()) for match in _TOKEN.finditer(normal(text))]
    table, k = _table(), 0
    while k < len(tokens):
        word, start, stop = tokens[k]
        k += 1
        if k == 1 and word in ("to", "thru", "through"):
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
