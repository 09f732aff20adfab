"""The sources, and the sourcing table in words: when, at how many hands, by whom, with what interest.

Belongs here: what each source is, how a lag and the other answers are said. Does not belong here: finding the
answers (see `claimcheck.criticism.sourcing`). No score is made of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.corpus.entries import Corpus, Source
from claimcheck.criticism.sourcing import Lag, Sourcing, Supplied, sourcing
from claimcheck.dates.calendars import add_months
from claimcheck.engine.examination import Examination
from claimcheck.report.asking import Asking
from claimcheck.report.blocks import Block, Item, Listing, Paragraph, Section, Table, Target
from claimcheck.report.naming import claimants_of, question_text, record_of, source_of, through_of
from claimcheck.report.words.grammar import listed, quoted

HEADS = ("who", "how long after the event", "at what hand", "took part; interest", "date supplied by")
_SUPPLIED = {
    Supplied.SOURCE: "the source",
    Supplied.EDITOR_READS: "the source, as the editor reads it",
    Supplied.EDITOR_IN_PART: "in part by the editor",
    Supplied.EDITOR: "the editor",
}


def sources_section(findings: Examination, asking: Asking) -> Section:
    """The sources: what each is, through what it came, on what it rests; then what to ask of each account."""
    corpus = findings.corpus
    rows = tuple(
        (source.id, _described(corpus, source), through_of(corpus, source.id), listed(source.rests_on))
        for source in corpus.sources.values()
        if not source.unnamed
    )
    heads = ("source", "what it is", "through", "rests on")
    listing = (Table(heads, rows),) if rows else ()
    return Section("sources", "Sources", (*listing, *sourcing_blocks(findings)))


def _described(corpus: Corpus, source: Source) -> str:
    authors = listed(corpus.claimants[id].name if id in corpus.claimants else id for id in source.author)
    dates = (("issued", source.issued), ("dated", source.dated), ("opened", source.opened))
    dated = [f"{word} {date.text}" for word, date in dates if date is not None]
    title = source.title if source.title != source.id else None
    parts = (authors, title, source.type, *dated, source.url)
    return ", ".join(part for part in parts if part)


def sourcing_blocks(findings: Examination) -> Iterator[Block]:
    """For each question the table of its accounts and of the records that bear on them."""
    corpus = findings.corpus
    for table in findings.once(sourcing):
        asked = question_text(corpus, table.question) if table.question is not None else "Without a question:"
        yield Paragraph(asked)
        yield Table(HEADS, tuple(_cells(corpus, row) for row in table.rows))


def sourcing_section(findings: Examination) -> Section:
    """What to ask of each account and record: those of one source of which the answers are the same together."""
    corpus = findings.corpus
    alike: dict[tuple[str, ...], dict[Target, None]] = {}
    for table in findings.once(sourcing):
        for row in table.rows:
            key = (row.source, *_cells(corpus, row)[1:])
            alike.setdefault(key, {})[("record" if row.is_record else "claim", row.id)] = None
    items = tuple(
        Item(_answers_say(corpus, source, answers), about=tuple(about))
        for (source, *answers), about in sorted(alike.items(), key=lambda found: found[0][0])
    )
    made = (
        (
            Paragraph(
                "How long after the event, at what hand, by whom. What is not told is not stated; a date is the "
                "source's own unless something else is said."
            ),
            Listing(items),
        )
        if items
        else ()
    )
    return Section("sourcing", "What to ask of each account", made)


def _answers_say(corpus: Corpus, source: str, answers: Sequence[str]) -> str:
    """The answers in a sentence, without those that only say that nothing is stated."""
    when, hands, people, supplied = answers
    took, _, interest = people.partition("; ")
    told = (
        when.replace("not stated", ""),
        hands.removeprefix("not said to rest on anything").removeprefix("; "),
        {"yes": "took part", "no": "took no part", "not stated": ""}.get(took, f"took part: {took}"),
        f"interest: {interest}" if interest else "",
        _DATED.get(supplied, supplied),
    )
    named = source_of(corpus, source, None) or "An unnamed source"
    return ": ".join(part for part in (named, "; ".join(part for part in told if part)) if part) + "."


_DATED = {
    _SUPPLIED[Supplied.SOURCE]: "",
    _SUPPLIED[Supplied.EDITOR_READS]: "date as the editor reads it",
    _SUPPLIED[Supplied.EDITOR_IN_PART]: "date in part the editor's",
    _SUPPLIED[Supplied.EDITOR]: "date the editor's",
}


def _cells(corpus: Corpus, row: Sourcing) -> tuple[str, ...]:
    return (
        _who(corpus, row),
        _when(row),
        _hands(corpus, row),
        _people(corpus, row),
        _SUPPLIED[row.supplied] if row.supplied is not None else "gives no date",
    )


def _who(corpus: Corpus, row: Sourcing) -> str:
    source = source_of(corpus, row.source, None)
    where = f", in {source}" if source else ""
    if row.is_record:
        record = record_of(corpus, row.id)
        return f"{record.basis if record is not None else 'record'}: {row.id}{where}"
    return f"{claimants_of(corpus, corpus.claims[row.id])} ({row.id}){where}"


def _when(row: Sourcing) -> str:
    said = []
    for word, lag in (("written", row.written), ("published", row.published)):
        if lag is not None:
            said.append(f"{word} {lag_in_words(lag)}")
    return "; ".join(said) or "not stated"


def _hands(corpus: Corpus, row: Sourcing) -> str:
    if row.is_first_hand:
        said = "first-hand"
    elif row.hands:
        said = f"{_counted(row.hands, 'hand')} from its root"
    else:
        said = "not said to rest on anything"
    if row.relays:
        said += f"; reached us through {listed(source_of(corpus, relay, None) for relay in row.relays)}"
    return said


def _people(corpus: Corpus, row: Sourcing) -> str:
    words = {True: "yes", False: "no", None: "not stated"}
    if len(set(row.participants)) <= 1:
        said = words[row.participants[0]] if row.participants else "not stated"
    else:
        names = (corpus.claimants[id].name if id in corpus.claimants else id for id in row.by)
        said = ", ".join(f"{name}: {words[took]}" for name, took in zip(names, row.participants, strict=True))
    for id, interest in row.interests:
        whose = f"{corpus.claimants[id].name}: " if len(row.by) > 1 and id in corpus.claimants else ""
        said += f"; {whose}{quoted(interest)}"
    return said


# How long after.


def lag_in_words(lag: Lag) -> str:
    """A lag as a range: "41 to 43 years after". Full years from two on, full months from three on, days below."""
    if lag.least == lag.most == 0:
        return "on the same day"
    least = _amount(lag.event[1], lag.source[0])
    most = _amount(lag.event[0], lag.source[1])
    if lag.least is None or lag.most is None:
        known, word = (most, "at most") if lag.least is None else (least, "at least")
        days = lag.most if lag.least is None else lag.least
        return f"{word} {known} {'after' if days is not None and days >= 0 else 'before'}"
    if lag.least < 0 < lag.most:
        return f"between {least} before and {most} after"
    side = "after" if lag.most > 0 else "before"
    low, high = (least, most) if side == "after" else (most, least)
    return _range(low, high, side)


def _range(low: str, high: str, side: str) -> str:
    if low == high:
        return f"{low} {side}"
    (number, _, unit), (_, _, other) = low.partition(" "), high.partition(" ")
    if unit.removesuffix("s") == other.removesuffix("s"):
        return f"{number} to {high} {side}"
    return f"{low} to {high} {side}"


def _amount(first: int | None, second: int | None) -> str:
    """The time between two days at the right size, whichever is earlier."""
    if first is None or second is None:
        return ""
    first, second = min(first, second), max(first, second)
    months = max(0, (second - first) // 31)
    while add_months("gregorian", first, months + 1) <= second:
        months += 1
    if months >= 24:
        return _counted(months // 12, "year")
    return _counted(months, "month") if months >= 3 else _counted(second - first, "day")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
