"""What a converter has gathered from a file: entries of a corpus, and what it refused.

Belongs here: these values, how ids are made and kept from one conversion to the next. Does not belong here: any
file format, writing (see `corpus_folder`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from claimcheck.corpus.draft import id_from
from claimcheck.corpus.fields import SECTIONS, SHORTHAND
from claimcheck.corpus.shorthand import asks
from claimcheck.corpus.values import split_locator
from claimcheck.dates.conventions import Conventions
from claimcheck.dates.reading import read_date
from claimcheck.dates.when import Fault, anchors_of

Keys = dict[str, Any]  # of an entry, as the file format has them: texts, lists of texts, mappings


@dataclass(frozen=True, slots=True)
class Standing:
    """What of a corpus is there already and is to be kept clear of, or taken up: all but the file to be written.

    `taken` are ids by section; `titles` and `asks` the ids of sources and questions by their words; `events` those
    that a date may count from; `before` the entries of the last conversion by section, `digest` their file's.
    """

    conventions: Conventions = field(default_factory=Conventions)
    taken: Mapping[str, frozenset[str]] = field(default_factory=lambda: dict.fromkeys(SECTIONS, frozenset()))
    titles: Mapping[str, str] = field(default_factory=dict)
    asks: Mapping[str, str] = field(default_factory=dict)
    events: frozenset[str] = frozenset()
    declares_claimants: bool = False
    before: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    digest: str = ""


class Refused(NamedTuple):
    """What did not become part of the corpus: where it stands, what it says, why, and what to do."""

    sheet: str
    row: int
    column: str
    cell: str
    reason: str
    remedy: str


class Wanted(NamedTuple):
    """A claim that has no id yet: the id that it would like, whether it must have it, and its keys."""

    id: str
    keys: Keys
    is_own: bool = False


@dataclass(slots=True)
class Gathered:
    """Entries by section and id, claims that want ids, refusals, and counts; made to go into what stands there.

    `read` is how many statements (rows, definitions, events) were read, `taken` how many of them are in the corpus
    with at least one claim; the others are refused.
    """

    standing: Standing
    noun: str = "row"
    sections: dict[str, dict[str, Any]] = field(default_factory=lambda: {name: {} for name in SECTIONS})
    claims: list[Wanted] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    read: int = 0
    taken: int = 0
    told: list[str] = field(default_factory=list)
    own_ids: set[str] = field(default_factory=set)  # of claims, as the file itself gives them
    _known: dict[tuple[str, ...], str] = field(default_factory=dict)  # what has an id already
    _before: dict[tuple[str, ...], str] = field(default_factory=dict)
    _dates: dict[tuple[str, str, str], tuple[str, str] | None] = field(default_factory=dict)

    def source(self, title: str, issued: str = "", **keys: Any) -> str:
        """The id of a source of that title (and year), which is declared if it is not yet."""
        known = self._known.get(("source", title, issued)) or (
            self.standing.titles.get(title) if not issued else None
        )
        if known is None:
            known = self._free(short_id(title), ("sources",), {"title": title, "issued": issued})
            self.sections["sources"][known] = {"title": title, **({"issued": issued} if issued else {}), **keys}
        self._known["source", title, issued] = known
        return known

    def cited(self, text: str, issued: str = "") -> tuple[str, str | None]:
        """The id of the source that a free text cites, and the place in it."""
        first, _, rest = text.partition(" ")
        if first in self.standing.taken["sources"]:
            return first, rest.strip() or None
        title, locator = split_locator(text)
        return self.source(title, issued), locator

    def claimant(self, name: str) -> str:
        """What `by` takes for a name: the name, or an id where single words have to be declared."""
        if not self.standing.declares_claimants or " " in name or name in self.standing.taken["claimants"]:
            return name
        known = self._known.get(("claimant", name))
        if known is None:
            known = self._known["claimant", name] = self._free(short_id(name), ("claimants",), {"name": name})
            self.sections["claimants"][known] = {"name": name}
        return known

    def question(self, ask: str, role: str = "", of: str = "", *, of_event: bool = False) -> str:
        """The id of a question in those words, for a date or for a role of something; asked if it is not yet."""
        known = self._known.get(("question", ask)) or self.standing.asks.get(ask)
        if known is None:
            wanted = short_id(re.sub(r": (?:when|когда)\?$", "", ask))
            known = self._free(wanted, ("questions", "events", "kinds"), {"ask": ask})
            if role:
                self.sections["questions"][known] = {"ask": ask, "role": role, "of": of}
            elif of_event or asks(ask) == "both":  # "the First Dynasty" asks for no first
                self.sections["questions"][known] = {"ask": ask, "event": known}
                self.sections["events"][known] = {"label": ask}
            else:
                self.sections["questions"][known] = ask
        self._known["question", ask] = known
        return known

    def fault_of_date(
        self, text: str, calendar: str | None = None, year_begins: str | None = None
    ) -> tuple[str, str] | None:
        """Why a date cannot stand in the corpus, and what to do; None if it can."""
        default = self.standing.conventions
        key = (text, calendar or default.calendar, year_begins or default.year_begins)
        if key not in self._dates:
            if len(self._dates) > 20_000:
                self._dates.clear()
            self._dates[key] = self._fault_of_date(text, replace(default, calendar=key[1], year_begins=key[2]))
        return self._dates[key]

    def is_gregorian(self, text: str) -> bool:
        """Whether the corpus reads a date as Gregorian without being told so, so that nobody need say it."""
        default = self.standing.conventions
        found = [read_date(text, one) for one in (default, replace(default, calendar="gregorian"))]
        dates = [[one.date for one in when.readings] for when in found if not isinstance(when, Fault)]
        return len(dates) == 2 and dates[0] == dates[1]

    def _fault_of_date(self, text: str, conventions: Conventions) -> tuple[str, str] | None:
        found = read_date(text, conventions)
        if isinstance(found, Fault):
            return found.message, found.remedy or "write the date as in “14 February 1956” or “1956-02-14”"
        for anchor in (anchor for reading in found.readings for anchor in anchors_of(reading.date)):
            if anchor not in self.standing.events and anchor not in self.sections["events"]:
                return (
                    f"no event has the id `{anchor}`",
                    f"declare {anchor} under `events` in corpus.yaml, and convert again",
                )
        return None

    def _free(self, wanted: str, sections: tuple[str, ...], words: Mapping[str, str]) -> str:
        """The id that an entry of these words had in the last conversion; otherwise a new one."""
        before = self.standing.before.get(sections[0], {})
        if not self._before:
            self._before = {
                (section, *sorted(_full(section, keys).values())): id
                for section, entries in self.standing.before.items()
                for id, keys in entries.items()
            }
        old = self._before.get((sections[0], *sorted(filter(None, words.values()))))
        if old is not None:
            return old
        number, id = 1, wanted
        while id in before or any(id in self.sections[one] or id in self.standing.taken[one] for one in sections):
            number += 1
            id = f"{wanted}-{number}"
        return id


def _full(section: str, keys: Any) -> dict[str, str]:
    """The words by which an entry is known again."""
    full = {SHORTHAND[section]: keys} if isinstance(keys, str) else keys
    return {name: full[name] for name in ("title", "issued", "name", "ask") if isinstance(full.get(name), str)}


_LONGEST_ID = 40


def short_id(*texts: str) -> str:
    """An id made of texts: their letters and digits in lower case, up to forty characters of whole words."""
    words = "-".join(id_from(text).lower().replace(".", "-") for text in texts if re.search(r"\w", text))
    words = re.sub(r"-{2,}", "-", re.sub(r"[^\w-]", "-", words)).strip("-")
    if len(words) > _LONGEST_ID:
        words = words[:_LONGEST_ID].rpartition("-")[0] or words[:_LONGEST_ID]
    return f"{words}-" if re.fullmatch(r"cc\d{3}", words) else words or "entry"


def claims_with_ids(
    claims: Sequence[Wanted], before: Mapping[str, Any], elsewhere: frozenset[str]
) -> dict[str, Keys]:
    """The claims by id. One that is as it was in the last conversion keeps its id, wherever its row has gone.

    `before` are the claims of the last conversion; `elsewhere` are ids that other files of the corpus have.
    """
    old: dict[str, list[str]] = {}
    for id, keys in before.items():
        old.setdefault(_content(keys), []).append(id)
    ids: list[str] = []
    for claim in claims:
        same = old.get(_content(claim.keys), []) if old else []
        ids.append(claim.id if claim.is_own else same.pop(0) if same else "")
    used = {*elsewhere, *ids}
    numbers: dict[str, int] = {}
    for at, claim in enumerate(claims):
        if not ids[at]:
            number, id = numbers.get(claim.id, 1), claim.id
            while id in used:
                number += 1
                id = f"{claim.id}-{number}"
            numbers[claim.id] = number
            used.add(id)
            ids[at] = id
    return {id: claim.keys for id, claim in zip(ids, claims, strict=True)}


def _content(keys: Any) -> str:
    return json.dumps(keys, ensure_ascii=False, sort_keys=True)
