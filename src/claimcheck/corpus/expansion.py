"""A corpus written out in full: every shorthand expanded, every default stated.

Belongs here: entries back into the text of one file, which read again gives the same corpus (positions aside).
Does not belong here: reading, other formats (`claimcheck.convert`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from claimcheck.corpus.entries import (
    Bridge,
    Citation,
    Claim,
    Corpus,
    Dated,
    Defaults,
    Entry,
    Event,
    Figure,
    Kind,
    Question,
    Record,
    Source,
    Statement,
)
from claimcheck.corpus.fields import FORMAT

Keys = dict[str, Any]


def expanded(corpus: Corpus) -> str:
    """The corpus as one file of format 1, with nothing left to shorthand (see `full_form`)."""
    return yaml_of(full_form(corpus))


def json_of(corpus: Corpus) -> str:
    """The same as JSON. It is YAML as well, and so is read as such a file is, every value with its line."""
    return json.dumps(full_form(corpus), ensure_ascii=False, indent=2) + "\n"


def full_form(corpus: Corpus) -> Keys:
    """The sections of the corpus in full, of texts, lists and mappings alone, as JSON can hold them.

    What was only named in passing (a claimant, a free-text source, the kind of a text question) is written out
    with `declared: no`, so that reading it again makes no difference.
    """
    sections: Keys = {"format": FORMAT}
    if corpus.title is not None:
        sections["title"] = corpus.title
    if corpus.background is not None:
        sections["background"] = corpus.background
    if corpus.plain is not None:
        sections["plain"] = corpus.plain
    if corpus.terms:
        sections["terms"] = dict(corpus.terms)
    if corpus.defaults != Defaults():
        sections["defaults"] = _defaults(corpus.defaults)
    if corpus.eras:
        sections["eras"] = dict(corpus.eras)
    for name, by_id, write in (
        ("claimants", corpus.claimants, _claimant),
        ("sources", corpus.sources, _source),
        ("kinds", corpus.kinds, _kind),
        ("events", corpus.events, _event),
        ("questions", corpus.questions, _question),
        ("claims", corpus.claims, _claim),
        ("bridges", corpus.bridges, _bridge),
        ("figures", corpus.figures, _figure),
    ):
        entries: Any = by_id
        writer: Any = write
        if entries:
            sections[name] = {id: _stated({**writer(entry), **_common(entry)}) for id, entry in entries.items()}
    return sections


def yaml_of(sections: Keys, width: int = 100) -> str:
    """Sections of a file as YAML in which every scalar is the text it is, without quotes wherever it allows."""
    import yaml

    dumper: type = yaml.CSafeDumper if yaml.__with_libyaml__ else yaml.SafeDumper
    ours = {"yaml_implicit_resolvers": {}, "ignore_aliases": lambda self, data: True}
    writer = type("Writer", (dumper,), ours)
    text = yaml.dump(
        sections, Dumper=writer, sort_keys=False, allow_unicode=True, width=width, default_flow_style=False
    )
    return str(text)


def _stated(keys: Keys) -> Keys:
    """The keys that state something, in their order."""
    return {key: value for key, value in keys.items() if value not in (None, (), [], {})}


def _common(entry: Entry) -> Keys:
    return {"note": entry.note, "url": entry.url}


def _flag(value: bool | None) -> str | None:
    return None if value is None else "yes" if value else "no"


def _implied(declared: bool) -> str | None:
    return None if declared else "no"


def _several(values: Iterable[Any]) -> Any:
    """A list, or the one value in it: where several may stand, one may stand alone."""
    found = list(values)
    return found[0] if len(found) == 1 else found


def _citation(source: str | None, locator: str | None) -> str | None:
    return source if locator is None or source is None else f"{source} {locator}"


def _through(citation: Citation | None) -> str | None:
    return _citation(citation.source, citation.locator) if citation is not None else None


def _date(date: Dated | None) -> Any:
    """A date as it is written: a text, or `{as: …, read: …}` where the wording and the reading differ."""
    if date is None:
        return None
    if date.read is None and date.wide is None and date.probability is None:
        return date.text
    keys = {"read": date.text} if date.read is None else {"as": date.text, "read": date.read}
    if date.wide is not None:
        keys["wide"] = date.wide.text
    if date.probability is not None:
        keys["probability"] = date.probability
    return keys


def _dates(stated: Statement | Record | Event) -> Keys:
    return {
        "when": _date(stated.when),
        "or-when": _several(_date(date) for date in stated.or_when),
        "not-when": _date(stated.not_when),
        "extent": stated.extent if stated.extent != "within" else None,
    }


def _calendar(name: str | None) -> Any:
    """A calendar as it is written: a word, or the day of its reform."""
    if name is None or not name.startswith("julian-until "):
        return name
    return {"julian-until": name.removeprefix("julian-until ")}


def _defaults(defaults: Defaults) -> Keys:
    return _stated(
        {
            "calendar": _calendar(defaults.calendar) if defaults.states_calendar else None,
            "year-begins": defaults.year_begins,
            "through": _through(defaults.through),
            "tolerances": dict(defaults.tolerances),
        }
    )


def _claimant(claimant: Any) -> Keys:
    return {
        "name": claimant.name,
        "short": claimant.short,
        "who": claimant.who,
        "participant": _flag(claimant.participant),
        "interest": claimant.interest,
        "several": _flag(claimant.several),
        "declared": _implied(claimant.declared),
    }


def _source(source: Source) -> Keys:
    csl: Keys = {}
    for name, text in source.csl:
        csl.setdefault(name, []).append(text)
    return {
        "type": source.type,
        "title": source.title,
        "short": source.short,
        "author": _several(source.author),
        "issued": _date(source.issued),
        "dated": _date(source.dated),
        "opened": _date(source.opened),
        "through": _through(source.through),
        "rests-on": _several(source.rests_on),
        "independent-of": _several(source.independent_of),
        "part-of": source.part_of,
        "covers": [
            _stated({"when": _date(coverage.when), "kinds": _several(coverage.kinds)})
            for coverage in source.covers
        ],
        "unseen": "yes" if source.unseen else None,
        "calendar": _calendar(source.calendar),
        "year-begins": source.year_begins,
        **{name: _several(texts) for name, texts in csl.items()},
        "unnamed": "yes" if source.unnamed else None,
        "declared": _implied(source.declared),
    }


def _kind(kind: Kind) -> Keys:
    return {
        "label": kind.label,
        "short": kind.short,
        "broader": _several(kind.broader),
        "presupposes": _several(kind.presupposes),
        "declared": _implied(kind.declared),
    }


def _event(event: Event) -> Keys:
    return {
        "label": event.label,
        "short": event.short,
        "plain": event.plain,
        "kinds": _several(event.kinds),
        **_dates(event),
        "planned": "yes" if event.planned else None,
        "after": _several(event.after),
        "present": _several(event.present),
        "role": event.role,
        "of": event.of,
        "value": _several(event.value),
        "record": _records(event),
        "declared": _implied(event.declared),
    }


def _records(event: Event) -> Any:
    alone = len(event.records) == 1 and event.records[0].id == event.id
    written = [
        _record(event, record, None if alone or record.id == f"{event.id}/{number}" else record.id)
        for number, record in enumerate(event.records, 1)
    ]
    return written[0] if alone else written


def _record(event: Event, record: Record, id: str | None) -> Keys:
    """A record in full. It has the dates of its event (read in the same calendar) unless it states its own."""
    dates = _dates(record)
    return _stated(
        {
            "id": id,
            "in": _citation(record.source, record.locator),
            "basis": record.basis,
            "through": _through(record.through),
            **({} if dates == _dates(event) else dates),
            "first": record.first,
            "last": record.last,
            "none": record.none,
            "quote": record.quote,
            "lang": record.lang,
            "translation": record.translation,
            "retold": record.retold,
            "hedge": record.hedge,
            "independent-of": _several(record.independent_of),
            **_common(record),
        }
    )


def _question(question: Question) -> Keys:
    keys = ("first", "last", "kind", "event", "whether", "role", "of")
    return {
        "ask": question.ask,
        "short": question.short,
        "plain": question.plain,
        "lead": "yes" if question.lead else None,
        **{key: getattr(question, key) for key in keys},
    }


def _statement(statement: Statement) -> Keys:
    return _stated(
        {
            "answers": statement.question,
            "event": statement.event,
            "kind": statement.kind,
            "first": statement.first,
            "last": statement.last,
            "none": statement.none,
            "role": statement.role,
            "of": statement.of,
            "value": _several(statement.value),
            **_dates(statement),
            "from": _date(statement.start),
        }
    )


def keys_of_claim(claim: Claim) -> Keys:
    """The keys of a claim that state something, in the order of the format."""
    return _stated({**_claim(claim), **_common(claim)})


def _claim(claim: Claim) -> Keys:
    first = claim.statements[:1]
    return {
        "by": _several(claim.by),
        "in": _citation(claim.source, claim.locator),
        **(_statement(first[0]) if first else {}),
        "also": [_statement(statement) for statement in claim.statements[1:]],
        "says": claim.says,
        "quote": claim.quote,
        "lang": claim.lang,
        "translation": claim.translation,
        "retold": claim.retold,
        "plain": claim.plain,
        "hedge": claim.hedge,
        "stance": claim.stance if claim.stance != "asserts" else None,
        "through": _through(claim.through),
        "rests-on": _several(claim.rests_on),
        "independent-of": _several(claim.independent_of),
        "reports": _several(claim.reports),
        "disputes": _several(claim.disputes),
        "because": claim.because,
        "given": _several(claim.given),
        "otherwise": [_statement(statement) for statement in claim.otherwise],
        "revises": _several(claim.revises),
        "alternative-to": _several(claim.alternative_to),
        "misprint": "yes" if claim.misprint else None,
        "calendar": _calendar(claim.calendar),
        "year-begins": claim.year_begins,
    }


def _bridge(bridge: Bridge) -> Keys:
    return {
        "says": bridge.says,
        "same": _several(bridge.same or ()),
        "order": _several(bridge.order or ()),
        "permanent": bridge.permanent,
        "narrower": bridge.narrower,
        "broader": bridge.broader,
        "from": bridge.start,
        "to": bridge.end,
        "takes": _date(bridge.takes),
        "if": _several(_statement(statement) for statement in bridge.condition),
        "then": _several(_statement(statement) for statement in bridge.consequence),
    }


def _figure(figure: Figure) -> Keys:
    numbers: Keys = {}
    for name, text in figure.numbers:
        numbers.setdefault(name, []).append(text)
    return {
        "says": figure.says,
        "in": _citation(figure.source, figure.locator),
        **{name: _several(texts) for name, texts in numbers.items()},
    }
