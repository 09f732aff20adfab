"""A first corpus drafted from prose, English or Russian: what an article says, sentence by sentence.

Belongs here: sentences, the wordings of dates in them, who is said to say so. Does not belong here: reading a date
(see `claimcheck.dates`). Nothing is invented: a drafted claim quotes its sentence and states nothing; a date, a
claimant and a question stand beside it as comments, to be taken in or thrown away.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.convert.gathered import short_id
from claimcheck.dates.phrases.date_words import speaks_of_a_date
from claimcheck.dates.reading import read_date
from claimcheck.dates.when import Date, When

_LONGEST_DATE = 12  # words
_WORD = re.compile(r"[^\s,;:!?()«»“”\"]+|[,–—]")
_END = re.compile(r"[.!?…]+[\"'”’»)]*(?=\s+[\"'“‘«(]*[A-ZА-ЯЁ0-9]|\s*$)")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(.«“\"'])(?:[A-ZА-ЯЁ][a-zа-яё]?|Mr|Mrs|Dr|Prof|St|Gen|cf?|ca|vols?|pp?|eds?|No|Nos|fol|par|гг?|вв?|тт?|стр|см|им|др"
    r"|проф|акад|ген|ок)$"
)
_FIGURE = re.compile(r"\d")
_NAME = (
    r"(?:(?:[A-ZА-ЯЁ][a-zа-яё]?\.\s?){1,3}[A-ZА-ЯЁ][\w’-]+"
    r"|[A-ZА-ЯЁ][\w’-]+(?:\s(?:de|of|van|von|la)?\s?[A-ZА-ЯЁ][\w’-]+)+"
    r"|(?i:several|some|many|other|most|another group of|несколько|некоторые|многие|другие|ряд)\s"
    r"(?i:historians|authors|scholars|researchers|историк\w+|автор\w+|исследовател\w+))"
)
_FULL_NAMES = re.compile(
    r"(?:[A-ZА-ЯЁ][a-zа-яё]?\.\s?){1,3}[A-ZА-ЯЁ][\w’-]+|(?<=[a-zа-яё,;] )[A-ZА-ЯЁ][\w’-]+\s[A-ZА-ЯЁ][\w’-]+"
)
_SAYS = re.compile(
    r"(?i)\b(?:claim(?:s|ed)?|stat(?:e|es|ed)|assert(?:s|ed)?|argu(?:e|es|ed)|says?|said|writes?|wrote|maintain(?:s|ed)?|"
    r"believ(?:e|es|ed)|not(?:e|es|ed)|recall(?:s|ed)?|insist(?:s|ed)?|suggest(?:s|ed)?|report(?:s|ed)|denie[sd]|"
    r"h(?:olds?|eld) that|add(?:s|ed)? that|conclud(?:e|es|ed)|contend(?:s|ed)?|think(?:s)? that|thought that|point(?:s|ed) out|"
    r"according to|in (?:his|her|their) memoirs|referring to|dat(?:es|ed)|in the opinion of|"
    r"утвержда\w+|писал\w*|пишет|пишут|сообща\w+|счита\w+|полага\w+|отмеча\w+|вспомина\w+|заяв\w+|указыва\w+|"
    r"настаива\w+|добавля\w+|доказыва\w+|подч[её]ркива\w+|относ(?:ит|ят|ил\w*)|датиру\w+|отрица\w+|по словам|по мнению|согласно|ссылаясь на)\b"
)
_DECIDES = re.compile(
    r"(?i)\b(?:suggest|propos|decid|decision|adopt|approv|appoint|предлож|реши|решен|приня|одобр|назнач)\w*"
)
_SOMEBODY = re.compile(r"(?<=[\w,;:)’'”] )[A-ZА-ЯЁ][\w’'-]+")
_CARRIED_ON = re.compile(
    r"(?i)^[\"'“«]?(?:however|moreover|he|she|they|finally|in this|it was|thus|according to (?:him|her|them)|"
    r"однако|он|она|они|при этом|кроме того|таким образом|по его|по её|по их)\b"
)
_MONTHS = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|январ\w+|феврал\w+|марта|"
    r"апрел\w+|мая|июн\w+|июл\w+|августа|сентябр\w+|октябр\w+|ноябр\w+|декабр\w+)"
)
_RELATIVE = re.compile(
    rf"(?i)\b{_MONTHS} \d{{1,2}}(?:st|nd|rd|th)?\b(?!,? (?:to |of )?\d)|\b\d{{1,2}} {_MONTHS}\b(?!,? \d)|"
    r"\b(?:the )?(?:next|following|same|previous) (?:day|night|evening|morning|week|month|year)\b|\bon the eve\b|"
    r"\b\w+ (?:days?|weeks?|months?|years?) (?:later|earlier|before|after)\b|\bat that time\b|"
    r"\b(?:на следующий|в тот же|за) (?:день|месяц|год)\b|\bнакануне\b|\bчерез \w+ (?:дн\w+|недел\w+|месяц\w*|лет|год\w*)\b"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its paragraph and place in it (from 1), its words, and what is found in it.

    `dates` are wordings that can be read as dates, `relative` such as lack a year or count from what is not named;
    `by` is who is said to say so, with the words that say it; `carried` whether only the sentences before say so.
    """

    paragraph: int
    number: int
    text: str
    dates: tuple[str, ...]
    relative: tuple[str, ...]
    by: str | None
    carried: bool

    @property
    def is_drafted(self) -> bool:
        """Whether it says something that a corpus could hold: dated, attributed, of somebody, or in figures."""
        marks = (_FIGURE, _SAYS, _DECIDES, _SOMEBODY)
        return bool(self.dates or self.relative or self.by or any(mark.search(self.text) for mark in marks))


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """The sentences of an article. A line that ends no sentence (a heading, a caption) is no paragraph."""
    found: list[Sentence] = []
    paragraph = 0
    surnames = {name.rpartition(" ")[2] for name in _FULL_NAMES.findall(text)}
    for line in text.splitlines():
        line = " ".join(line.split())
        is_title = not paragraph and line.endswith(("?", "!")) and len(list(_split(line))) == 1
        if is_title or not re.search(r"[.!?…:][\"'”’»)]*$", line):
            continue
        paragraph += 1
        before: str | None = None
        for number, words in enumerate(_split(line), 1):
            by = _attributed(words, surnames)
            carried = by is None and before is not None and _goes_on(words)
            before = by or (before if carried else None)
            dates = tuple(dates_in(words))
            undated = (match[0] for match in _RELATIVE.finditer(words))
            relative = tuple(one for one in undated if not any(one in wording for wording in dates))
            found.append(Sentence(paragraph, number, words, dates, relative, before, carried))
    return tuple(found)


def _split(line: str) -> Iterator[str]:
    start = 0
    for match in _END.finditer(line):
        if match[0][0] == "." and _ABBREVIATED.search(line[start : match.start()]):
            continue
        if sentence := line[start : match.end()].strip():
            yield sentence
        start = match.end()
    if rest := line[start:].strip():
        yield rest


def _attributed(sentence: str, surnames: Collection[str]) -> str | None:
    """The name nearest to a verb of saying: before it in the sentence if there is one, otherwise behind it.

    A surname alone is a name where the article gives it in full elsewhere.
    """
    verb = _SAYS.search(sentence)
    if verb is None:
        return None
    named = re.compile("|".join([_NAME, *(rf"\b{re.escape(name)}\b(?!['’]s)" for name in sorted(surnames))]))
    before = [match[0] for match in named.finditer(sentence, 0, verb.start())]
    behind = named.search(sentence, verb.end())
    joined = re.search(rf"{_NAME}(?:,? (?:and|и|,) ?{_NAME}|, {_NAME})*(?=[^.]*$)", sentence[: verb.start()])
    if before:
        return joined[0] if joined is not None and joined[0].endswith(before[-1]) else before[-1]
    return behind[0] if behind is not None else None


def _goes_on(sentence: str) -> bool:
    quotes = sentence.count("'") + sentence.count("”") + sentence.count("»")
    return bool(_CARRIED_ON.search(sentence)) or quotes % 2 == 1


def dates_in(sentence: str) -> Iterator[str]:
    """The wordings of dates in a sentence, each as long as it can be read, from left to right."""
    words = list(_WORD.finditer(sentence))
    at = 0
    while at < len(words):
        if words[at][0] in ",–—":
            at += 1
            continue
        for stop in range(min(len(words), at + _LONGEST_DATE), at, -1):
            if words[stop - 1][0] in ",–—":
                continue
            wording = sentence[words[at].start() : words[stop - 1].end()].rstrip(".'’")
            if _is_dated(wording):
                yield _bare(wording)
                at = stop - 1
                break
        at += 1


def _bare(wording: str) -> str:
    """The wording without words before it that do not change the date: "on", "died in"."""
    _, _, rest = wording.partition(" ")
    if rest and _is_dated(rest) and _dates(rest) == _dates(wording):
        return _bare(rest)
    return wording


def _dates(wording: str) -> tuple[Date, ...]:
    found = read_date(wording)
    return tuple(reading.date for reading in found.readings) if isinstance(found, When) else ()


_TELLING = re.compile(
    r"(?i)\d{3,4}|centur|decade|\bвек|столети|\b(?:january|february|march|april|june|july|august|september|october|november|"
    r"december)\b|\d+ may\b|may \d|\b(?:январ|феврал|март|апрел|ма[яйе]\b|июн|июл|август|сентябр|октябр|ноябр|декабр)"
)


@lru_cache(maxsize=4096)
def _is_dated(wording: str) -> bool:
    if not _TELLING.search(wording) or re.fullmatch(r"\d{3}|[02-9]\d{3}|\d{5,}|[\d,.]+,[\d,.]+", wording):
        return False
    if re.match(r"(?i)(?:march|may|mar)$", wording) or not speaks_of_a_date(wording):
        return False
    return isinstance(read_date(wording), When)


def drafted_corpus(text: str, name: str) -> tuple[str, int, int]:
    """The corpus as a text that `check` accepts; how many sentences there are, and how many are drafted."""
    sentences = sentences_of(text)
    drafted = [sentence for sentence in sentences if sentence.is_drafted]
    title = next((" ".join(line.split()) for line in text.splitlines() if line.strip()), name)
    source = short_id(name)
    lines = [
        "# Drafted from an article, sentence by sentence. A claim quotes its sentence and states nothing yet.",
        "# Take the # away where date and claimant are right; ask your questions; what is not known is a ?.",
        "format: 1",
        f"title: {json.dumps(title, ensure_ascii=False)}",
        "sources:",
        f"  {source}: {{title: {json.dumps(title, ensure_ascii=False)}}}   # ? type, author, issued",
        "# questions:",
        "#   ?: When was it …?",
    ]
    lines += ["claims:"] if drafted else []
    paragraph = 0
    for sentence in drafted:
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            lines += ["", f"  # paragraph {paragraph}"]
        lines.append(f"  p{sentence.paragraph}-s{sentence.number}:")
        lines.append(f"    in: {source} par. {sentence.paragraph}, s. {sentence.number}")
        lines.append(f"    quote: {json.dumps(sentence.text, ensure_ascii=False)}")
        if sentence.by is not None:
            carried = ", carried on from the sentence before" if sentence.carried else ""
            lines.append(f"    # by: {sentence.by}   # ? reported{carried}")
        else:
            lines.append("    # by: ?   # the article itself, unless it reports somebody")
        lines += ["    # answers: ?"]
        lines += [f"    # when: {wording}" for wording in sentence.dates]
        lines += [f"    # when: ?   # by itself no date: “{wording}”" for wording in sentence.relative]
    return "\n".join(lines) + "\n", len(sentences), len(drafted)
