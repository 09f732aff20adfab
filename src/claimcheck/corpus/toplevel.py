"""What stands at the top of a file besides the sections: format, title, background, plain, terms,
defaults, eras, question, through, record.

Belongs here: reading these keys, and writing the nine-line form out into sections. Does not belong here: the
shorthand of single entries (`shorthand`).
"""

from __future__ import annotations

from dataclasses import replace

from claimcheck.corpus.dated import report_date
from claimcheck.corpus.draft import Draft, Written
from claimcheck.corpus.entries import Citation, Defaults
from claimcheck.corpus.fields import ASKED, DEFAULTS, FORMAT, TOP
from claimcheck.corpus.shorthand import (
    OWN,
    Top,
    collect_entries,
    full_entry,
    full_question,
    is_stated_as_text,
    split_record,
)
from claimcheck.corpus.values import read_citation, read_keys, read_pairs, read_text
from claimcheck.corpus.yaml_nodes import Listing, Mapping, Node, SourceFile, Text
from claimcheck.dates.conventions import Conventions, read_tolerance
from claimcheck.dates.phrases.rules import check_tolerance
from claimcheck.dates.reading import read_era
from claimcheck.dates.when import Fault

Tops = dict[str, list[Top]]
_KINDS = ("first", "last", "kind", "whether")


def read_format(draft: Draft, tops: Tops) -> None:
    """Every file may state the format it is written in; this is the reader of format 1."""
    for top in tops.get("format", ()):
        if type(top.node) is not Text or top.node.text != FORMAT:
            draft.report_node(
                top.file,
                "CC107",
                top.node,
                f"this is format {top.file.written(top.node)[:40]}, and only format {FORMAT} is known",
                f"write format: {FORMAT}, or use a later version of claimcheck",
            )


def _once(draft: Draft, tops: Tops, name: str) -> Top | None:
    """The one place where a key stands; further places are reported."""
    places = tops.get(name, [])
    for further in places[1:]:
        draft.report(
            further.file,
            "CC111",
            further.key.start,
            f"`{name}` is stated twice for the whole corpus",
            "keep one of the two",
            length=len(name),
            related=((places[0].file.position(places[0].key.start), "the first"),),
        )
    return places[0] if places else None


def read_text_of_corpus(draft: Draft, tops: Tops, name: str) -> str | None:
    """A text that is said of the whole corpus: its title, its background."""
    top = _once(draft, tops, name)
    if top is None:
        return None
    return read_text(draft, top.file, top.node, TOP[name])


def read_defaults(draft: Draft, tops: Tops) -> Defaults:
    """What holds for the whole corpus; `through` at the top and under `defaults` are the same."""
    through: Citation | None = None
    relay = _once(draft, tops, "through")
    if relay is not None:
        through = read_citation(draft, relay.file, relay.node, DEFAULTS["through"])
    top = _once(draft, tops, "defaults")
    if top is None:
        return Defaults(through=through)
    if type(top.node) is not Mapping:
        draft.report_node(
            top.file, "CC104", top.node, "`defaults` takes a mapping", "write defaults: {calendar: julian}"
        )
        return Defaults(through=through)
    values = read_keys(draft, top.file, top.node, DEFAULTS, "`defaults`")
    if any(key not in values for key in top.node.entries):
        draft.lost.add("through")  # it may be what was misspelt
    if relay is not None and "through" in values:
        key = top.node.entries["through"][0]
        draft.report(
            top.file,
            "CC111",
            key.start,
            "`through` is stated twice for the whole corpus",
            "keep one of the two",
            length=len("through"),
            related=((relay.file.position(relay.key.start), "the first"),),
        )
    standard = Defaults()
    return Defaults(
        calendar=values.get("calendar", standard.calendar),
        states_calendar="calendar" in values,
        year_begins=values.get("year-begins", standard.year_begins),
        through=through or values.get("through"),
        tolerances=_sound_tolerances(draft, top.file, top.node, values.get("tolerances", ())),
    )


def _sound_tolerances(
    draft: Draft, file: SourceFile, node: Mapping, stated: tuple[tuple[str, str], ...]
) -> tuple[tuple[str, str], ...]:
    sound = []
    for rule, length in stated:
        wrong = check_tolerance(rule, length)
        if wrong is None:
            sound.append((rule, length))
            continue
        place = node.entries["tolerances"][1]
        value: Node = place
        if type(place) is Mapping:
            value = place.entries[rule][1] if read_tolerance(length) is None else place.entries[rule][0]
        message, _, remedy = wrong.partition("; ")
        draft.report_node(file, "CC105", value, message, remedy)
    return tuple(sound)


def read_terms(draft: Draft, tops: Tops) -> tuple[tuple[str, str], ...]:
    """The words that a learner should know, each with its meaning."""
    top = _once(draft, tops, "terms")
    return tuple(read_pairs(draft, top.file, top.node, TOP["terms"]) or ()) if top is not None else ()


def read_eras(draft: Draft, tops: Tops, defaults: Defaults) -> tuple[tuple[str, str], ...]:
    """The eras that the corpus names, as written; one that cannot be read is reported where it stands."""
    top = _once(draft, tops, "eras")
    if top is None:
        return ()
    sound = []
    for name, text in read_pairs(draft, top.file, top.node, TOP["eras"]) or ():
        era = read_era(name, text, Conventions(defaults.calendar, defaults.year_begins, defaults.tolerances))
        if not isinstance(era, Fault):
            sound.append((name, text))
        elif type(top.node) is Mapping:
            report_date(draft, top.file, top.node.entries[name][1], "CC401", era)
    return tuple(sound)


def conventions_of_corpus(defaults: Defaults, eras: tuple[tuple[str, str], ...]) -> Conventions:
    """The conventions of dates that hold unless a source or claim says otherwise."""
    plain = Conventions(defaults.calendar, defaults.year_begins, defaults.tolerances)
    found = (read_era(name, text, plain) for name, text in eras)
    return replace(plain, eras=tuple(era for era in found if not isinstance(era, Fault)))


def write_out(draft: Draft, tops: Tops, relay: Citation | None) -> None:
    """Writes the nine-line form out: questions stated as texts, and the records of a sole question."""
    top = _once(draft, tops, "question")
    if top is not None:
        draft.sections.add("questions")
        collect_entries(
            draft, top.file, "questions", Mapping({OWN: (top.key, top.node)}, top.key.start, top.node.stop), None
        )
    for id, entry in list(draft.written["questions"].items()):
        node = full_entry("questions", entry)
        if node is not None:
            implied = None
            if is_stated_as_text(entry):
                node, implied = full_question(entry, node)
            draft.written["questions"][id] = entry._replace(node=node)
            if implied is not None and id not in draft.written[implied]:
                draft.written[implied][id] = entry._replace(node=_implied(entry, node))
    for record in tops.get("record", ()):
        _write_out_record(draft, record, relay)


def _implied(entry: Written, node: Mapping) -> Mapping:
    """The kind or event that a question stated as a text asks for, labelled with the question."""
    at = entry.key
    return Mapping(
        {
            "label": (Text("label", at.start, at.stop), node.entries["ask"][1]),
            "declared": (Text("declared", at.start, at.stop), Text("no", at.start, at.stop)),
        },
        node.start,
        node.stop,
    )


def _write_out_record(draft: Draft, top: Top, relay: Citation | None) -> None:
    """Makes events of the entries of `record` at the top: of what the sole question asks for."""
    questions = draft.written["questions"]
    sole = next(iter(questions.values())) if len(questions) == 1 else None
    asked = None
    if sole is not None and type(sole.node) is Mapping:
        asked = next(((key, sole.node.entries[key][1]) for key in ASKED if key in sole.node.entries), None)
    if type(top.node) is not Mapping:
        draft.lost.add("events")
        draft.report_node(
            top.file,
            "CC104",
            top.node,
            "`record` maps ids to dates",
            "write each on a line of its own, as ID: DATE",
        )
        return
    if sole is None or asked is None or type(asked[1]) is not Text:
        draft.spoiled["events"].update(top.node.entries)
        if "questions" not in draft.lost and not draft.spoiled["questions"] and len(questions) != 1:
            draft.report(
                top.file,
                "CC311",
                top.key.start,
                "`record` at the top needs the one question that it is the record of",
                "write `record` under the events themselves, or ask one question",
                length=len("record"),
            )
        return
    if asked[0] == "event":
        _add_records(draft, top, top.node, asked[1].text, relay)
        return
    entries: dict[str, tuple[Text, Node]] = {}
    for id, (key, value) in top.node.entries.items():
        entry = Written(id, key, value, top.file)
        node = full_entry("record", entry)
        if node is None:
            entries[id] = (key, value)
            continue
        own = {name: _at(key, name, text) for name, text in _matter(asked, sole)}
        node = split_record(entry, node)
        entries[id] = (key, Mapping({**own, **node.entries}, node.start, node.stop))
    collect_entries(draft, top.file, "events", Mapping(entries, top.node.start, top.node.stop), None)


def _matter(asked: tuple[str, Node], sole: Written) -> list[tuple[str, str]]:
    """What the events of a question's record have from the question: its kind, or its role and subject."""
    name, target = asked
    text = target.text if type(target) is Text else ""
    if name in _KINDS:
        return [("kinds", text)]
    of = sole.node.entries.get("of") if type(sole.node) is Mapping else None
    subject = of[1].text if of is not None and type(of[1]) is Text else ""
    return [("role", text), ("of", subject)]


def _at(key: Text, name: str, text: str) -> tuple[Text, Node]:
    return Text(name, key.start, key.stop), Text(text, key.start, key.stop)


def _add_records(draft: Draft, top: Top, node: Mapping, event: str, relay: Citation | None) -> None:
    """The entries under `record` as records of the event that the sole question asks for."""
    standing = draft.written["events"].get(event)
    if standing is None:
        return  # the question's reference to it is reported
    items: list[Node] = []
    for id, (key, value) in node.entries.items():
        entry = Written(id, key, value, top.file)
        full = full_entry("record", entry)
        if id in draft.written["events"]:
            first = draft.written["events"][id]
            draft.report(
                top.file,
                "CC110",
                key.start,
                f"`{id}` is the id of an event and of a record",
                "give one of the two another id",
                length=len(id),
                related=((first.file.position(first.key.start), "the event"),),
            )
        elif full is None or (relay is None and "in" not in full.entries):
            if full is not None and "through" not in draft.lost:
                draft.report(
                    top.file,
                    "CC309",
                    key.start,
                    f"nothing says where `{id}` is attested, so its date counts for nothing",
                    "add in: SOURCE LOCATOR to it, or through: SOURCE at the top of the file",
                    length=len(id),
                )
        else:
            items.append(
                Mapping({"id": (key, Text(id, key.start, key.stop)), **full.entries}, full.start, full.stop)
            )
    entry_node = full_entry("events", standing)
    if entry_node is None or not items:
        return
    if "record" in entry_node.entries:
        own = entry_node.entries["record"][1]
        items[:0] = own.items if type(own) is Listing else [own]
    listing = Listing(items, node.start, node.stop)
    draft.written["events"][event] = standing._replace(
        node=Mapping({**entry_node.entries, "record": (top.key, listing)}, entry_node.start, entry_node.stop)
    )
