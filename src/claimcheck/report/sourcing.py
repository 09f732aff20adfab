"""The sourcing table in words: when, at how many hands, by whom, with what interest.

Belongs here: how a lag and the other answers are said. Does not belong here: finding the
answers (see `claimcheck.criticism.sourcing`). No score is made of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.corpus.entries import Corpus
from claimcheck.criticism.sourcing import Lag, Sourcing, Supplied, sourcing
from claimcheck.dates.calendars import add_months
from claimcheck.engine.examination import Examination
from claimcheck.report.blocks import Block, Table
from claimcheck.report.words import names
from claimcheck.report.words.grammar import capital, listed, plural, quoted
from claimcheck.report.words.moments import length_in_words, range_in_words

HEADS = ("who", "how long after the event", "at what hand", "took part; interest", "date supplied by")
_SUPPLIED = {
    Supplied.SOURCE: "the source",
    Supplied.EDITOR_READS: "the source, as the editor reads it",
    Supplied.EDITOR_IN_PART: "in part by the editor",
    Supplied.EDITOR: "the editor",
}


def sourcing_blocks(findings: Examination) -> Iterator[Block]:
    """The table of accounts and of the records that bear on them, those with the same answers together."""
    corpus = findings.corpus
    alike: dict[tuple[str, ...], dict[str, None]] = {}
    for table in findings.once(sourcing):
        for row in table.rows:
            who, *answers = _cells(corpus, row)
            alike.setdefault((row.source, *answers), {})[who] = None
    rows = tuple(("; ".join(who), *answers) for (_, *answers), who in alike.items())
    if rows:
        yield Table(HEADS, rows)


def _cells(corpus: Corpus, row: Sourcing) -> tuple[str, ...]:
    return (
        _who(corpus, row),
        _when(row),
        _hands(corpus, row),
        _people(corpus, row),
        _SUPPLIED[row.supplied] if row.supplied is not None else "gives no date",
    )


def _who(corpus: Corpus, row: Sourcing) -> str:
    if row.is_record:
        return capital(f"{names.record(corpus, row.id)}, {_basis(corpus, row.id)}")
    stands = names.source(corpus, row.source)
    who = names.claimants(corpus, row.id)
    return f"{who}, in {stands}" if stands and stands != who else who


def _basis(corpus: Corpus, id: str) -> str:
    record = names.record_entry(corpus, id)
    return record.basis if record is not None else "counted as record"


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
        said = f"{plural(row.hands, 'hand')} from its root"
    else:
        said = "not said to rest on anything"
    if row.relays:
        said += f"; reached us through {listed(names.source(corpus, relay) for relay in row.relays)}"
    return said


def _people(corpus: Corpus, row: Sourcing) -> str:
    words = {True: "yes", False: "no", None: "not stated"}
    if len(set(row.participants)) <= 1:
        said = words[row.participants[0]] if row.participants else "not stated"
    else:
        said = ", ".join(
            f"{names.person(corpus, id)}: {words[took]}" for id, took in zip(row.by, row.participants, strict=True)
        )
    for id, interest in row.interests:
        whose = f"{names.person(corpus, id)}: " if len(row.by) > 1 else ""
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
    return f"{range_in_words(low, high)} {side}"


def _amount(first: int | None, second: int | None) -> str:
    """The time between two days at the right size, whichever is earlier."""
    if first is None or second is None:
        return ""
    first, second = min(first, second), max(first, second)
    months = max(0, (second - first) * 4800 // 146_097 - 2)  # of the Gregorian months that there are in 400 years
    while add_months("gregorian", first, months + 1) <= second:
        months += 1
    return length_in_words(months, second - first)
