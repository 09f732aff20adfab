"""What claimants, sources, events, kinds, questions and records are called in a sentence: by their short names.

Belongs here: one name for every entry, never its id. What has no `short:` gets one that is made: of a person the
family name, of a work its author and year, of all else the label, or the words of the id. Below them the names in
full, for a class, a bibliography and a table; and where an entry stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from claimcheck.corpus.entries import Claim, Corpus, Event, Kind, Record
from claimcheck.corpus.stemma import relays_of
from claimcheck.criticism.witnesses import are_several
from claimcheck.dates.calendars import year_in_words
from claimcheck.engine.parts import target_asked
from claimcheck.engine.perspective import public_from
from claimcheck.report.words.grammar import capital, clause, few, is_plural, listed, quoted, sentence

LONG = 60  # letters of a label that is still a name
_INITIALS = re.compile(r"(?:\w\.[\s-]*|\w{2}\.\s*)+(?P<family>[^\s,]+(?:\s[^\s,]+)?)")


def person(corpus: Corpus, id: str) -> str:
    """A claimant: the short name, or the family name where initials stand before it and nobody else has it."""
    entry = corpus.claimants.get(id)
    if entry is None:
        return id.replace("-", " ")
    if entry.short:
        return _line(entry.short)
    if not entry.declared and id in corpus.sources:  # a work that speaks for itself
        work = corpus.sources[id].short
        return _line(work) if work else clause(entry.name)
    family = _family(entry.name)
    namesakes = sum(family in (_family(other.name), other.short) for other in corpus.claimants.values())
    return family if namesakes == 1 else _line(entry.name)


def _family(name: str) -> str:
    found = _INITIALS.match(_line(name))
    return found["family"] if found is not None else _line(name)


def claimants(corpus: Corpus, id: str) -> str:
    """Who puts a claim forward: "Odo and Hugo" for one joint statement; its source where nobody does."""
    claim = corpus.claims[id]
    return listed(person(corpus, who) for who in claim.by) or source(corpus, claim.source) or words_of(id)


def joint(corpus: Corpus, id: str) -> str:
    """Who puts a claim forward, as one name: "Odo & Hugo"; of more than two the first and the others."""
    by = [person(corpus, who) for who in corpus.claims[id].by]
    return f"{by[0]} & others" if len(by) > 2 else " & ".join(by) or claimants(corpus, id)


def who(corpus: Corpus, claims: Iterable[str], most: int = 3) -> str:
    """Who puts claims forward, each once, joint statements joined: "Berta, Odo & Hugo and 2 more"."""
    return few((joint(corpus, id) for id in claims), most)


def verb(corpus: Corpus, claims: Iterable[str], word: str) -> str:
    """A verb in the number of those who put claims forward: "Odo says", "the annals say", "two monks say"."""
    people = tuple({who for id in claims for who in corpus.claims[id].by})
    return word if are_many(corpus, people) else f"{word}s"


def say(corpus: Corpus, claims: Iterable[str]) -> str:
    """Whether those who put claims forward say it, or one says it."""
    return verb(corpus, claims, "say")


def are_many(corpus: Corpus, claimants: Sequence[str]) -> bool:
    """Whether the verb that goes with the claimants is in the plural: several, or one name of several."""
    if len(claimants) != 1:
        return len(claimants) > 1
    (who,) = claimants
    entry, name = corpus.claimants.get(who), person(corpus, who)
    return (entry is not None and (are_several(entry) or _SEVERAL.match(name) is not None)) or (
        who in corpus.sources and is_plural(name)
    )


_SEVERAL = re.compile(r"[Tt]he [a-z]+s of\b|(?:[Tt]wo|[Tt]hree|[Ff]our) |.* (?:and|&) ")


def source(corpus: Corpus, id: str, locator: str | None = None) -> str:
    """A source and the place in it: "Weber 1904 p. 12"; made of author and year, or its title."""
    entry = corpus.sources.get(id)
    if entry is None:
        return words_of(id)
    if entry.unnamed:
        return locator or ""
    name = _line(entry.short) if entry.short else _made(corpus, id)
    return f"{name} {locator}" if locator else name


def _made(corpus: Corpus, id: str) -> str:
    entry = corpus.sources[id]
    title = _line(entry.title) if entry.title else ""
    if entry.author and entry.declared:
        year = public_from(entry, corpus)
        authors = " & ".join(person(corpus, author) for author in entry.author)
        if year is not None:
            return f"{authors} {year_in_words(year)}"
        return f"{authors}, {title}" if title else authors
    return title or words_of(id)


def event(corpus: Corpus, id: str) -> str:
    """An event; one made for a question, or only named, by that question or by the words of its id."""
    return _called(corpus, corpus.events.get(id), id)


def kind(corpus: Corpus, id: str) -> str:
    """A kind of events; one made for a question by that question."""
    return _called(corpus, corpus.kinds.get(id), id)


def _called(corpus: Corpus, entry: Event | Kind | None, id: str) -> str:
    if entry is not None and entry.short:
        return _line(entry.short)
    if entry is not None and entry.label and (entry.declared or id not in corpus.questions):
        return clause(entry.label)
    return question(corpus, id)


def question(corpus: Corpus, id: str) -> str:
    """A question in short; failing that, as it is asked."""
    entry = corpus.questions.get(id)
    if entry is None:
        return words_of(id)
    return _line(entry.short or entry.ask)


def cited(corpus: Corpus, id: str) -> str:
    """What something rests on or is independent of: a source, or the account of a claimant."""
    return claimants(corpus, id) if id in corpus.claims and id not in corpus.sources else source(corpus, id) or "–"


def entry(corpus: Corpus, id: str) -> str:
    """Whatever an id that somebody typed stands for: a source, a claimant, an account, an event or a record."""
    if id in corpus.sources:
        return source(corpus, id) or words_of(id)
    if id in corpus.claimants:
        return person(corpus, id)
    if id in corpus.claims:
        return f"the account of {claimants(corpus, id)}"
    return event(corpus, id) if id in corpus.events else record(corpus, id)


def matter(corpus: Corpus, id: str, asked: str | None = None) -> str:
    """What an account is about: its question, or the event or kind that it dates; empty where it only disputes."""
    for part in corpus.claims[id].statements:
        about = asked or part.question
        if about in corpus.questions:
            return question(corpus, about or "")
        if part.event is not None:
            return event(corpus, part.event)
        if (of := part.kind or part.first or part.last or part.none) is not None:
            return kind(corpus, of)
    return ""


def headed(corpus: Corpus, id: str, said: str) -> str:
    """A sentence under its question: "First raised: no record decides.", "When was it? No record decides."."""
    name = question(corpus, id)
    return sentence(f"{name} {capital(said)}" if name.endswith("?") else f"{name}: {said}")


def asked(corpus: Corpus, id: str) -> str:
    """A question as it is asked."""
    return _line(corpus.questions[id].ask)


def bridge(corpus: Corpus, id: str) -> str:
    """What a bridge assumes, as a clause; another reading of a claim (`CLAIM#2`) as one, too."""
    claim_id, mark, number = id.rpartition("#")
    if mark and claim_id in corpus.claims and id not in corpus.bridges:
        return f"the words of {claimants(corpus, claim_id)} are taken in their sense {number}"
    entry = corpus.bridges.get(id)
    says = clause(entry.says) if entry is not None and entry.says else words_of(id)
    return f"it holds that {says}" if says.startswith("if ") else says  # it may come to stand behind an "if"


def record(corpus: Corpus, id: str) -> str:
    """A record by the document that it is, or by its event and the work that tells of it."""
    found = record_entry(corpus, id)
    if found is None:
        return claimants(corpus, id) if id in corpus.claims else words_of(id)
    name = event(corpus, found.event) if found.own_name is None or _is_named(corpus, found) else found.own_name
    stands = source(corpus, found.source)
    if found.basis == "documented" and stands:
        return stands
    return f"{name} ({stands})" if stands and stands != name else name


def _is_named(corpus: Corpus, found: Record) -> bool:
    entry = corpus.events.get(found.event)
    return entry is not None and entry.declared and bool(entry.short or entry.label)


def record_entry(corpus: Corpus, id: str) -> Record | None:
    """The record of that id: the event's own id, `EVENT/1` where an event has several, or one of its own."""
    for name in (id, id.rpartition("/")[0]):
        entry = corpus.events.get(name)
        found = next((one for one in entry.records if one.id == id), None) if entry is not None else None
        if found is not None:
            return found
    return next((one for entry in corpus.events.values() for one in entry.records if one.id == id), None)


def documented_first(corpus: Corpus, ids: Iterable[str]) -> list[str]:
    """Records in order: what is documented before what is narrated, claims that count as record last."""

    def place(id: str) -> int:
        found = record_entry(corpus, id)
        return 2 if found is None else 0 if found.basis == "documented" else 1

    return sorted(ids, key=place)


def words_of(id: str) -> str:
    """The words that an id is made of."""
    return id.replace("-", " ").replace("_", " ")


def _line(text: str) -> str:
    return " ".join(text.split())


# In full.


def claimants_of(corpus: Corpus, claim: Claim) -> str:
    """Who puts a claim forward, by full name: "Odo of Deuil and Hugo of Fleury" for one joint statement."""
    return (
        listed(_line(corpus.claimants[id].name if id in corpus.claimants else id) for id in claim.by) or claim.id
    )


def event_label(corpus: Corpus, id: str) -> str:
    """An event by its label, in quotes; one made for a question by that question."""
    entry = corpus.events.get(id)
    if entry is not None and entry.declared and entry.label:
        return quoted(entry.label)
    return _asked_for(corpus, id) or quoted((entry.label if entry is not None else None) or words_of(id))


def _asked_for(corpus: Corpus, id: str) -> str:
    """What a question asks for, where that was made with it: as in a corpus with one question."""
    entry = corpus.questions.get(id)
    made = target_asked(entry) if entry is not None else None
    return f"what {quoted(entry.ask)} asks for" if entry is not None and made is not None and made.id == id else ""


def question_text(corpus: Corpus, id: str) -> str:
    """A question as it is asked, in quotes."""
    entry = corpus.questions.get(id)
    return quoted(entry.ask if entry is not None else id)


# Where it stands.


def stands_in(corpus: Corpus, claim: Claim) -> str:
    """Where a claim stands: its source and the place in it, and the place in the relay that it came through."""
    through = claim.through
    if through is None and (entry := corpus.sources.get(claim.source)) is not None:
        through = entry.through
    relay = f"through {source(corpus, through.source, through.locator)}" if through is not None else ""
    return ", ".join(text for text in (source(corpus, claim.source, claim.locator), relay) if text)


def through_of(corpus: Corpus, id: str) -> str:
    """The works through which a source reached us, nearest first; empty where it stands by itself."""
    return listed((source(corpus, relay) for relay in relays_of(corpus, id, is_claim=False)), "and then")


def place_of(corpus: Corpus, id: str) -> str:
    """Where a claim stands, with its line in the files, by the file's name alone."""
    claim = corpus.claims[id]
    return ", ".join(text for text in (stands_in(corpus, claim), claim.position.short_place) if text)


def record_place(corpus: Corpus, found: Record) -> str:
    """Where a record stands: source and locator."""
    return source(corpus, found.source, found.locator)
