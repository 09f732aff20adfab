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

from claimcheck.dates.phrases.english import ENGLISH
from claimcheck.dates.phrases.kinds import (
    BETWEEN,
    CIRCA,
    ERA,
    LATER,
    LIMIT,
    REFUSED,
    STYLE,
    TURN,
    Words,
)
from claimcheck.dates.phrases.lexemes import normal
from claimcheck.dates.phrases.russian import RUSSIAN

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

# Beyond the reader's own tables: Latin terms and abbreviations, GEDCOM, and the languages in which catalogues
# are kept. A word is listed only where it can hardly be anything else beside a date.
_FURTHER: Mapping[str, str] = MappingProxyType(
    {
        "before": (
            "bef | befor | b4 | vor | vorher | avant | prima | prima del | prima di | antes | antes de | antes do"
            " | voor | przed | pred | před | pře | innan | før | foer | ennen | anterior a | antérieur à"
            " | anteriore a | nu mai târziu de"
        ),
        "by": (
            "не позже чем | не позднее чем | не далее как | taq | t a q | terminus ante quem | terminus ante | ante quem | terminus ad quem | ad quem"
            " | spätestens | nicht nach | nicht später als | au plus tard | non dopo | entro | a más tardar"
            " | uiterlijk | niet na | najpóźniej | nie później niż | senast | senest | taquem"
        ),
        "until": (
            "bis | bis zum | jusqu'à | jusqu'en | jusque | fino a | fino al | sino al | hasta | até | tot | til"
            " | unto | usque ad | usque"
        ),
        "after": (
            "aft | nach | après | apres | dopo | dopo il | después de | después | despues de | depois de | depois"
            " | posterior a | postérieur à | posteriore a | ex post | efter | etter"
        ),
        "not-before": (
            "не раньше чем | не ранее чем | tpq | t p q | terminus post quem | terminus post | post quem | terminus a quo | a quo"
            " | frühestens | nicht vor | ab | seit | dès | depuis | à partir de | au plus tôt | non prima del"
            " | dal | a partire dal | desde | a partir de | sinds | vanaf | niet voor | najwcześniej | tidigast"
            " | tidligst | fra og med"
        ),
        "about": (
            "abt | est | um | gegen | etwa | zirka | ungefähr | vers | environ | env | verso | intorno al"
            " | intorno a | hacia | hacia el | alrededor de | cerca de | cerca | por volta de | omstreeks"
            " | ongeveer | rond | około | okolo | kolem | omkring | cca | circiter | thereabouts | approximate"
            " | estimated | or so | or thereabouts | and thereabouts | ish"
        ),
        "not": (
            "nicht | kein | keine | keinesfalls | pas | ne pas | non | nunca | nie | niet | ikke | inte | never"
            " | ni | neither | nor"
        ),
        "limit": (
            "bet | btw | btwn | betw | zwischen | entre | tra | fra | tussen | między | mezi | mellan | mellem"
            " | von | du | des | dal | od | do | po | fro | int | cal | calculated | interpreted | quem | quo | terminus | unless | except"
            " | excluding | if | either | neither | only | maximum | max | minimum | mini | latest | earliest"
            " | beginning | ending | onward | ff | fl | reg | regn | ob | obiit | nat | vel | aut | sive"
            " | seu | oder | ou | oppure | lub | eller"
            " | anfang | mitte | ende | début | fin | milieu | inizio | metà | fine | inicios | mediados | finales"
            " | hälfte | viertel | drittel | moitié | quart | mitad"
        ),
        "era": "v chr | n chr | av j c | ap j c | a c n | d c",
    }
)

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|[<>]=?|[?~%±≥≤≈]|[0-9]+")


class Limiting(NamedTuple):
    """A limiting word of a text: what it says, and where it stands, half-open."""

    sense: str
    start: int
    stop: int


def _senses_of(words: Words) -> str | None:
    if words.kind in (LIMIT, LATER):
        return words.word
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
    listed: list[tuple[str, str]] = []
    for words in (*ENGLISH, *RUSSIAN):
        sense = _senses_of(words)
        if sense is not None:
            listed += [(wording, sense) for wording in words.wordings.split(" | ")]
    for sense, wordings in _FURTHER.items():
        listed += [(wording, sense) for wording in wordings.split(" | ")]
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
