"""The report as one HTML page: a document of sections in, the whole text of the file out.

Belongs here: contents, the choices that a reader may filter by, the call of the templates. Does not belong here:
what is shown (see `claimcheck.report.page`), escaping (see `escaping`), how a block looks (see the templates).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote

from claimcheck.corpus.entries import Corpus
from claimcheck.report.blocks import (
    Account,
    Block,
    Couples,
    Document,
    Fold,
    Group,
    Item,
    Section,
    Table,
    Target,
)
from claimcheck.report.html.escaping import anchor, environment, href, prose
from claimcheck.report.html.shell import shell
from claimcheck.report.html.svg import defined_paints, svg

if TYPE_CHECKING:
    from markupsafe import Markup

STYLES = ("picture.css", "page.css")
SCRIPTS = ("page.js",)
_NAMED_BY_ID = ("source", "bridge")
_LARGE = 150  # accounts; beyond that a browser lays out a question only when it comes into view


@dataclass(frozen=True, slots=True)
class Choices:
    """What a reader may filter by: claimants by id and name, and years in which works appeared.

    (The questions are those of the page itself.)
    """

    claimants: tuple[tuple[str, str], ...]
    years: tuple[tuple[int, str], ...]


def render_page(document: Document, corpus: Corpus) -> str:
    """The document as one HTML file that needs nothing else; ends with a newline. The corpus gives the names."""
    accounts = tuple(accounts_in(document.sections))
    chosen = choices(corpus, accounts)
    links = _linking(document, {id: number for number, (id, _) in enumerate(chosen.claimants, start=1)})
    body = environment().get_template("page.html.j2").module
    made = body.page(  # type: ignore[attr-defined]
        document,
        chosen,
        links,
        partial(svg, links=links),
        defined_paints(),
        len(accounts) > _LARGE,
    )
    return shell(document.title, made, styles=STYLES, scripts=SCRIPTS)


def _linking(document: Document, claimants: Mapping[str, int]) -> Linking:
    """The links of a document; where it goes by sigla, the anchors of sources are numbers."""
    known = tuple(dict.fromkeys(anchors_in(document.sections)))
    numbers = {}
    if document.sigla:
        sources = (target for target in known if target[0] == "source")
        numbers = {target: f"s{number}" for number, target in enumerate(sources, start=1)}
    return Linking(frozenset(known), {**document.sigla, **numbers}, claimants)


@dataclass(frozen=True, slots=True)
class Linking:
    """What can be linked: the entries that have a place on the page, and by what short names, where they have any.

    An entry of its own is an anchor by its id, which stays the same from page to page; within the page, links are
    by siglum.
    """

    known: frozenset[Target]
    sigla: Mapping[Target, str] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)  # of the claimants among the choices

    def beside(self, item: Item) -> tuple[Target, ...]:
        """The entries of an item that are linked after it: those that its place does not name already."""
        return tuple(one for one in item.about if one in self.known and not self._names(item.place, one))

    def placed(self, item: Item) -> Markup:
        """Where an item stands, with the source that it names first as a link."""
        from markupsafe import Markup

        for target in item.about:
            if target in self.known and self._names(item.place, target):
                named = Markup("<a href={}>{}</a>").format(self.to(target), Markup(prose(target[1])))
                return named + prose(item.place[len(target[1]) :])
        return prose(item.place)

    def _names(self, place: str, target: Target) -> bool:
        return target[0] == "source" and re.match(rf"{re.escape(target[1])}(?:[ ,]|$)", place) is not None

    def claimants(self, account: Account) -> str:
        """Who puts an account forward, by their numbers among the choices."""
        return " ".join(str(self.numbers[id]) for id in account.by)

    def siglum(self, target: Target | None) -> str:
        """The short name of an entry; empty if it has none."""
        return self.sigla.get(target, "") if target is not None else ""

    def shown(self, target: Target | None) -> bool:
        """Whether the short name of an entry stands before it, so that a reader can find it."""
        return target is not None and target[0] in ("claim", "record") and target in self.sigla

    def anchored(self, target: Target) -> str:
        """The name of an entry as an anchor: its own, or the short one of what is named by nothing else."""
        lasts = target[0] in ("claim", "question")
        return anchor(target) if lasts or target not in self.sigla else self.sigla[target]

    def name(self, target: Target) -> str:
        """What a link to an entry says."""
        return target[1] if target[0] in _NAMED_BY_ID else self.sigla.get(target) or target[1]

    def to(self, target: Target) -> Markup:
        """Where a link to an entry leads, as the value of an attribute that needs no quotes."""
        from markupsafe import Markup

        return Markup(f"#{quote(self.sigla[target], safe='')}" if target in self.sigla else href(target))

    def leads(self, target: Target | None) -> bool:
        """Whether the page has a place for it."""
        return target is not None and target in self.known


def accounts_in(sections: Iterable[Section]) -> Iterator[Account]:
    """The accounts that have an entry, in the order of the page."""
    for block in _all(block for section in sections for block in section.blocks):
        if isinstance(block, Group) and block.account is not None:
            yield block.account


def anchors_in(sections: Iterable[Section]) -> Iterator[Target]:
    """Every entry that has a place on the page."""
    for block in _all(block for section in sections for block in section.blocks):
        if isinstance(block, Group | Fold) and block.anchor is not None:
            yield block.anchor
        elif hasattr(block, "items"):
            yield from (item.anchor for item in block.items if item.anchor is not None)
        elif isinstance(block, Couples):
            yield from (couple.anchor for couple in block.couples)
        elif isinstance(block, Table):
            yield from (anchor for anchor in block.anchors if anchor is not None)


def _all(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Group | Fold):
            yield from _all(block.blocks)


def choices(corpus: Corpus, accounts: Iterable[Account]) -> Choices:
    """The claimants and years of the accounts, in the order of the page (years in order of time)."""
    from claimcheck.dates.calendars import year_in_words

    accounts = tuple(accounts)
    by = dict.fromkeys(id for account in accounts for id in account.by)
    years = sorted({account.year for account in accounts if account.year is not None})
    return Choices(
        tuple((id, corpus.claimants[id].name if id in corpus.claimants else id) for id in by),
        tuple((year, year_in_words(year)) for year in years),
    )
