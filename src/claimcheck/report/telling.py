"""Which findings are told first, and together: the most telling of each sort before the rest.

Belongs here: grouping findings into items and putting them in order, for the first screen and the report. Does
not belong here: their wording (see `sentences`), how many fit a screen (see `screen`).

The order of the sorts is a judgement, made once for every corpus: what the record rules out; what cannot all be
true together; who contradicts whom; what only seems to conflict; what conflicts under an assumption or on the
narrow reading; what the record bears out; what agrees; what nothing independent bears on. Within a sort the
order is that of the files, what is ruled out by the most records first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from claimcheck.corpus.entries import Claim, Corpus
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Bearing, Conflict, Pair, Standing, Verdict
from claimcheck.engine.parts import target_asked
from claimcheck.report.asking import Asking
from claimcheck.report.blocks import Item, Target
from claimcheck.report.dating import dated_in, display_key
from claimcheck.report.naming import claimants_of, place_of, short_line_of
from claimcheck.report.patterns import MOST_ITEMS, MOST_PATTERNS, MOST_STRAINED, most_telling_first, patterns
from claimcheck.report.sentences import (
    answered,
    brief,
    conflict_says,
    contrast,
    either,
    pair_says,
    pattern_says,
    verdict_says,
)
from claimcheck.report.standings import row_says
from claimcheck.report.words.grammar import listed

SORTS = (
    "ruled-out",
    "together",
    "contradictions",
    "no-rivals",
    "under-a-bridge",
    "strained",
    "succession",
    "borne-out",
    "agreement",
    "alone",
)


@dataclass(frozen=True, slots=True)
class Told:
    """One finding as an item, and its sort."""

    sort: str
    item: Item


def tell(findings: Examination, asking: Asking) -> tuple[Told, ...]:
    """All findings as items, in the order of their sorts; what concerns a misprint after the rest."""
    against = [pair for pair in findings.pairs if pair.verdict is Verdict.CONTRADICTS]
    told = (
        *(Told("ruled-out", item) for item in _ruled_out(findings, against, asking)),
        *(Told("together", item) for item in _together(findings, asking)),
        *(Told("contradictions", item) for item in _contradictions(findings, against, asking)),
        *(Told("no-rivals", item) for item in _no_rivals(findings, asking)),
        *(Told("under-a-bridge", item) for item in _under_a_bridge(findings, asking)),
        *(Told("strained", item) for item in _strained(findings, asking)),
        *(Told("succession", item) for item in _pairs(findings, asking, Verdict.DIFFERS_IN_TIME)),
        *(Told("borne-out", item) for item in _borne_out(findings, asking)),
        *(Told("agreement", item) for item in _pairs(findings, asking, Verdict.AGREES)),
        *(Told("alone", item) for item in _alone(findings, asking)),
    )
    misprints = {("claim", claim.id) for claim in findings.corpus.claims.values() if claim.misprint}
    return tuple(sorted(told, key=lambda one: not misprints.isdisjoint(one.item.about)))


def _claims(*ids: str) -> tuple[Target, ...]:
    """The claims that a finding is about."""
    return tuple(("claim", id) for id in ids)


def _ruled_out(findings: Examination, against: list[Pair], asking: Asking) -> Iterator[Item]:
    """What the record rules out, each with the claims it cannot be true together with (taken from `against`)."""
    corpus = findings.corpus
    for standing in (Standing.CONTRADICTED, Standing.CONTESTED):
        rows = [row for row in findings.rows if row.verdict is standing]
        rows.sort(key=lambda row: -sum(bearing is Bearing.CONTRADICTS for _, bearing in row.records))
        for row in rows:
            spokes = _taken_from(against, row.claim)
            nor = f" Nor can it be true together with {_rivals(corpus, row.claim, spokes)}." if spokes else ""
            yield Item(
                f"{row_says(findings, row)}{nor}",
                place_of(corpus, row.claim),
                asking.why(row.claim),
                _claims(row.claim),
            )


def _taken_from(against: list[Pair], claim: str) -> list[Pair]:
    spokes = [pair for pair in against if claim in (pair.a, pair.b)]
    against[:] = [pair for pair in against if claim not in (pair.a, pair.b)]
    return spokes


def _rivals(corpus: Corpus, hub: str, spokes: Iterable[Pair]) -> str:
    """Those whom a claim contradicts: on its own question first, and how many are on others."""
    spokes = sorted(spokes, key=lambda pair: pair.question is None)
    others = [corpus.claims[pair.b if pair.a == hub else pair.a] for pair in spokes]
    others.sort(key=lambda other: not any(statement.question for statement in other.statements))
    across = sum(pair.question is None for pair in spokes)
    said = brief(corpus, others)
    if across == len(spokes):
        return f"{said}, though they answer different questions"
    return f"{said}; {across} of these {len(spokes)} answer other questions" if across else said


def _together(findings: Examination, asking: Asking) -> Iterator[Item]:
    """Conflicts that no pair shows, and claims that cannot be true by themselves.

    Those without a claim that the record rules out as it is come first: they say something new. The others are
    gathered under that claim. Where they are many, those of one pattern are told together.
    """
    corpus = findings.corpus
    ruled_out = [row.claim for row in findings.rows if row.verdict is Standing.CONTRADICTED]
    gathered: dict[str, list[Conflict]] = {}
    new: list[Conflict] = []
    for conflict in findings.conflicts:
        claims = [id for id in conflict.members if id in corpus.claims]
        if not claims or len(conflict.members) == 2 or conflict.bridges:
            continue
        if len(conflict.members) == 1 and claims[0] in ruled_out:
            continue  # told with the records that rule it out
        known = next((id for id in ruled_out if id in claims), None)
        if known is not None and len(claims) > 1:
            gathered.setdefault(known, []).append(conflict)
        else:
            new.append(conflict)
    if len(new) <= MOST_ITEMS:
        yield from (_conflict_item(corpus, conflict, asking) for conflict in new)
    else:
        yield from _by_pattern(findings, new, asking)
    for known, conflicts in gathered.items():
        if len(conflicts) == 1:
            yield _conflict_item(corpus, conflicts[0], asking)
            continue
        others = [listed(id for id in conflict.members if id != known) for conflict in conflicts]
        left = len(others) - _MOST_TOLD
        more = f"; and {left} more sets" if left > 1 else ""
        shown = "; ".join(others[:_MOST_TOLD] if more else others)
        said = f"{answered(findings, corpus.claims[known])}. That cannot be true if any of these sets is"
        yield Item(f"{said}: {shown}{more}.", place_of(corpus, known), asking.why(known), _claims(known))


def _by_pattern(findings: Examination, conflicts: Iterable[Conflict], asking: Asking) -> Iterator[Item]:
    """An item for each pattern; that in which most claimants have a part first, then that of the most sets."""
    corpus = findings.corpus
    found = most_telling_first(corpus, patterns(corpus, conflicts))
    told_last = found[:MOST_PATTERNS][-1]
    left = sum(len(pattern.conflicts) for pattern in found[MOST_PATTERNS:])
    for pattern in found[:MOST_PATTERNS]:
        item = _conflict_item(corpus, pattern.conflicts[0], asking)
        if len(pattern.conflicts) > 1:
            item = replace(item, text=pattern_says(corpus, pattern, is_whole=findings.complete))
        if pattern is told_last and left:
            more = f"{left} more {'stands' if left == 1 else 'stand'} under what cannot all be true."
            item = replace(item, text=f"{item.text} {more}")
        yield item


_MOST_TOLD = 4  # sets of others that one claim clashes with; the section of conflicts has all


def _conflict_item(corpus: Corpus, conflict: Conflict, asking: Asking) -> Item:
    claims = [id for id in conflict.members if id in corpus.claims]
    said = conflict_says(corpus, conflict)
    return Item(said, place_of(corpus, claims[0]), asking.why(*claims), _claims(*claims))


def _contradictions(findings: Examination, against: list[Pair], asking: Asking) -> Iterator[Item]:
    """Who contradicts whom: one item for each claim with those it contradicts, no pair told twice."""
    corpus = findings.corpus
    while against:
        counts: dict[str, int] = {}
        for pair in against:
            for id in (pair.a, pair.b):
                counts[id] = counts.get(id, 0) + 1
        most = max(counts.values())
        hub = next(id for id in counts if counts[id] == most)
        spokes = _taken_from(against, hub)
        if len(spokes) == 1:
            pair = spokes[0]
            yield Item(
                pair_says(findings, pair),
                place_of(corpus, pair.a),
                asking.why(pair.a, pair.b),
                _claims(pair.a, pair.b),
            )
        else:
            rivals = _rivals(corpus, hub, spokes)
            said = f"{answered(findings, corpus.claims[hub])}. That cannot be true together with {rivals}."
            yield Item(said, place_of(corpus, hub), asking.why(hub), _claims(hub))


def _no_rivals(findings: Examination, asking: Asking) -> Iterator[Item]:
    """Accounts with different dates that contradict each other in nothing: they answer different questions."""
    corpus = findings.corpus
    group = findings.once(seeming_rivals)
    if not group:
        return
    ids = [claim.id for claim in group]
    yield Item(
        f"{brief(corpus, group, most=4)} contradict each other in nothing, though their dates differ: they answer "
        f"different questions.",
        place_of(corpus, ids[0]),
        asking.why(*ids),
        _claims(*ids),
    )


def seeming_rivals(findings: Examination) -> tuple[Claim, ...]:
    """Claims by different claimants, on different questions of related kinds, with dates apart and no conflict.

    The largest such group that some claim begins in file order, each question and claimant once, in order of the
    dates they give. Claims that contradict any other member, on the narrow reading too, are no part of it, nor
    are those whose claimants contradict each other elsewhere; those that would under a bridge are: that is what
    makes them seem rivals.
    """
    corpus = findings.corpus
    at_odds = {
        frozenset((pair.a, pair.b))
        for pair in findings.pairs
        if pair.verdict is Verdict.CONTRADICTS or pair.strained
    }
    opponents = {
        frozenset((one, other))
        for pair in findings.pairs
        if pair.verdict is Verdict.CONTRADICTS
        for one in corpus.claims[pair.a].by
        for other in corpus.claims[pair.b].by
    }
    present = {row.claim for row in findings.rows}
    best: tuple[Claim, ...] = ()
    candidates = [claim for claim in corpus.claims.values() if claim.id in present and _asks_when(findings, claim)]
    for start in range(len(candidates)):
        group: list[Claim] = []
        for claim in candidates[start:]:
            if all(_no_rival(findings, claim, other, at_odds, opponents) for other in group):
                group.append(claim)
        if len(group) > len(best):
            best = tuple(group)
        if start >= _STARTS:
            break
    if len(best) < 2:
        return ()
    return tuple(sorted(best, key=lambda claim: display_key(findings, dated_in(claim.statements[0]), claim)))


_STARTS = 40  # how many claims a group is begun from; enough for a screen, and never quadratic in a large corpus


def _asks_when(findings: Examination, claim: Claim) -> bool:
    """Whether a claim asserts one date of a first, last or some event of a kind, or of an event."""
    corpus, statements = findings.corpus, claim.statements
    if claim.stance != "asserts" or not statements or statements[0].question not in corpus.questions:
        return False
    return not statements[0].value and findings.placed(claim.id) is not None and bool(_kinds(corpus, claim))


def _no_rival(
    findings: Examination, a: Claim, b: Claim, at_odds: set[frozenset[str]], opponents: set[frozenset[str]]
) -> bool:
    corpus = findings.corpus
    if frozenset((a.id, b.id)) in at_odds or set(a.by) & set(b.by):
        return False
    if any(frozenset((one, other)) in opponents for one in a.by for other in b.by):
        return False
    if a.statements[0].question == b.statements[0].question or not _kinds(corpus, a) & _kinds(corpus, b):
        return False
    one, other = findings.placed(a.id), findings.placed(b.id)
    return one is not None and other is not None and not one.narrow.intersection(other.narrow).spans


def _kinds(corpus: Corpus, claim: Claim) -> set[str]:
    """The kinds that a claim's question is about, with all that are broader than or presupposed by them.

    Bridges between kinds count as well: they are stated where two matters are easily taken for one.
    """
    bridged = [bridge for bridge in corpus.bridges.values() if bridge.narrower is not None]
    question = corpus.questions[claim.statements[0].question or ""]
    asked = target_asked(question)
    waiting = [asked.id] if asked is not None and asked.form != "event" else []
    if asked is not None and asked.form == "event" and asked.id in corpus.events:
        waiting.extend(corpus.events[asked.id].kinds)
    found: set[str] = set()
    while waiting:
        kind = waiting.pop()
        if kind not in found:
            found.add(kind)
            entry = corpus.kinds.get(kind)
            waiting.extend((*entry.broader, *entry.presupposes) if entry is not None else ())
            waiting.extend(bridge.broader for bridge in bridged if bridge.narrower == kind and bridge.broader)
    return found


def _under_a_bridge(findings: Examination, asking: Asking) -> Iterator[Item]:
    """What would contradict under an assumption, gathered by assumption."""
    corpus = findings.corpus
    found: dict[tuple[str, ...], list[Pair]] = {}
    for pair in findings.pairs:
        if pair.verdict is not Verdict.CONTRADICTS:
            for supposed in pair.if_bridge:
                found.setdefault(supposed, []).append(pair)
    for supposed, pairs in found.items():
        first = pairs[0]
        said = contrast(findings, corpus.claims[first.a], corpus.claims[first.b], first.question)
        more = f" So too {_others(pairs[1:])}." if len(pairs) > 1 else ""
        yield Item(
            f"{said} Both can be true, but not {either(corpus, [supposed])}.{more}",
            place_of(corpus, first.a),
            asking.why(first.a, first.b),
            _claims(first.a, first.b),
        )


def _others(pairs: Iterable[Pair]) -> str:
    named = [f"{pair.a} and {pair.b}" for pair in pairs]
    return f"{'; '.join(named[:2])}{f'; and {len(named) - 2} more' if len(named) > 2 else ''}"


def _strained(findings: Examination, asking: Asking) -> Iterator[Item]:
    corpus = findings.corpus
    pairs = [pair for pair in findings.pairs if pair.strained and pair.verdict is not Verdict.CONTRADICTS]
    if len(pairs) > MOST_STRAINED:
        yield from _strained_together(findings, pairs, asking)
    else:
        for pair in pairs:
            said = contrast(findings, corpus.claims[pair.a], corpus.claims[pair.b], pair.question)
            text = f"{said} {verdict_says(corpus, pair)}"
            yield Item(text, place_of(corpus, pair.a), asking.why(pair.a, pair.b), _claims(pair.a, pair.b))
    for row in findings.rows:
        if row.strained and row.verdict not in (Standing.CONTRADICTED, Standing.CONTESTED):
            yield Item(
                row_says(findings, row), place_of(corpus, row.claim), asking.why(row.claim), _claims(row.claim)
            )


def _strained_together(findings: Examination, pairs: list[Pair], asking: Asking) -> Iterator[Item]:
    """Many pairs at odds on the narrow reading alone, gathered by claim as contradictions are; none told twice."""
    corpus = findings.corpus
    while pairs:
        ids = [id for pair in pairs for id in (pair.a, pair.b)]
        hub = max(dict.fromkeys(ids), key=ids.count)
        spokes = _taken_from(pairs, hub)
        said = (
            f"{answered(findings, corpus.claims[hub])}. On the narrow reading of the dates, and on no wider one,"
        )
        text = f"{said} that cannot be true together with {_rivals(corpus, hub, spokes)}."
        yield Item(text, place_of(corpus, hub), asking.why(hub))


def _pairs(findings: Examination, asking: Asking, verdict: Verdict) -> Iterator[Item]:
    corpus = findings.corpus
    for pair in findings.pairs:
        if pair.verdict is verdict:
            yield Item(
                pair_says(findings, pair),
                place_of(corpus, pair.a),
                asking.why(pair.a, pair.b),
                _claims(pair.a, pair.b),
            )


def _borne_out(findings: Examination, asking: Asking) -> Iterator[Item]:
    corpus = findings.corpus
    for standing in (Standing.CORROBORATED, Standing.CORROBORATED_IN_PART):
        for row in findings.rows:
            if row.verdict is standing:
                yield Item(
                    row_says(findings, row), place_of(corpus, row.claim), asking.why(row.claim), _claims(row.claim)
                )


def _alone(findings: Examination, asking: Asking) -> Iterator[Item]:
    """Claims that nothing independent bears on: one item for what only claimants know, one for the rest."""
    corpus = findings.corpus
    for standing, said in (
        (
            Standing.KNOWN_ONLY_THROUGH_THE_CLAIMANT,
            "are known only through those who make them; nothing in the record bears on them",
        ),
        (
            Standing.NO_INDEPENDENT_RECORD,
            "have no independent record: what bears on them stands in their own source",
        ),
    ):
        rows = [row for row in findings.rows if row.verdict is standing]
        if len(rows) == 1:
            yield Item(
                row_says(findings, rows[0]),
                place_of(corpus, rows[0].claim),
                asking.why(rows[0].claim),
                _claims(rows[0].claim),
            )
        elif rows:
            claims = [corpus.claims[row.claim] for row in rows]
            text = f"{len(claims)} claims {said} ({_counted_by_claimant(corpus, claims)})."
            lines = [short_line_of(claim.position) for claim in claims[:3]]
            place = ", ".join([*lines, "…"] if len(claims) > 3 else lines)
            yield Item(text, place, asking.command("lineup"), _claims(*(claim.id for claim in claims)))


def _counted_by_claimant(corpus: Corpus, claims: Sequence[Claim]) -> str:
    counts: dict[str, int] = {}
    for claim in claims:
        name = claimants_of(corpus, claim)
        counts[name] = counts.get(name, 0) + 1
    shown = [f"{count} by {name}" for name, count in list(counts.items())[:4]]
    left = len(claims) - sum(list(counts.values())[:4])
    return listed([*shown, f"{left} by others"] if left else shown)
