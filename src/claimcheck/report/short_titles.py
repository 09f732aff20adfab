"""Short titles: what a question, event, kind or bridge is called once its whole label has stood on the page.

Belongs here: which labels are cut, and to how many words. Does not belong here: labels (see `naming`). As in the
notes of a book, the first mention is whole and the later ones are cut, never so far that two could be confused.
The words of claimants are never cut.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from claimcheck.corpus.entries import Corpus
from claimcheck.report.blocks import Block, Chain, Couples, Fold, Group, Item, Listing, Paragraph, Section, Table
from claimcheck.report.naming import event_label, kind_label, question_text
from claimcheck.report.words.grammar import quoted

_LEAST, _WORTH = 5, 12  # words that a short title has at least; letters that it has to save
_DEFINING = ("bridges", "record")  # sections that say what something is, which they do in full once
_QUOTE = re.compile("“[^“”]+”")


def with_short_titles(corpus: Corpus, sections: Iterable[Section]) -> tuple[Section, ...]:
    """The sections with every label after its first mention cut, but for headings."""
    labels = (
        *(question_text(corpus, id) for id in corpus.questions),
        *(event_label(corpus, id) for id in corpus.events),
        *(kind_label(corpus, id) for id in corpus.kinds),
        *(quoted(bridge.says.strip().removesuffix(".")) for bridge in corpus.bridges.values() if bridge.says),
    )
    short = short_titles(labels)
    cutting = _Cutting(short)

    def cut(section: Section) -> Section:
        using = _Cutting(short) if section.id in _DEFINING else cutting
        return replace(section, blocks=tuple(map(using.block, section.blocks)))

    return tuple(map(cut, sections))


def short_titles(labels: Iterable[str]) -> dict[str, str]:
    """Of each label in quotes as many first words as tell it from all the others, where that saves something."""
    distinct = dict.fromkeys(labels)
    beginnings = Counter(beginning for label in distinct for beginning in _beginnings(label))
    short: dict[str, str] = {}
    for label in distinct:
        beginning = next((one for one in _beginnings(label) if beginnings[one] == 1), label)
        if len(beginning) + _WORTH < len(label):
            short[label] = f"{beginning.rstrip(',;')} …”"
    return short


def _beginnings(label: str) -> Iterator[str]:
    """The beginnings of a label of whole words, from the shortest that may stand for it to the longest."""
    words = label.split(" ")
    return (" ".join(words[:number]) for number in range(_LEAST, len(words)))


class _Cutting:
    """What has been mentioned so far, and what it is called from then on."""

    def __init__(self, short: dict[str, str]) -> None:
        self._short = short
        self._seen: set[str] = set()

    def block(self, block: Block) -> Block:
        match block:
            case Listing():
                return replace(block, items=tuple(map(self._item, block.items)))
            case Table():
                return replace(block, rows=tuple(tuple(map(self._cut, row)) for row in block.rows))
            case Chain():
                return replace(block, steps=tuple(map(self._item, block.steps)))
            case Couples() | Paragraph():
                return replace(block, text=self._cut(block.text))
            case Fold():
                title = self._cut(block.title)
                return replace(block, title=title, blocks=tuple(map(self.block, block.blocks)))
            case Group():
                return replace(block, blocks=tuple(map(self.block, block.blocks)))
        return block

    def _item(self, item: Item) -> Item:
        return replace(item, text=self._cut(item.text))

    def _cut(self, text: str) -> str:
        return _QUOTE.sub(self._named, text)

    def _named(self, found: re.Match[str]) -> str:
        quote = found[0]
        if quote in self._seen:
            return self._short.get(quote, quote)
        self._seen.add(quote)
        return quote
