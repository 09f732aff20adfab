"""What is at issue, in at most five sentences; from where one looks; and the points of dispute.

Belongs here: the wording of the overview, of a perspective and of points. Does not belong here: what is disputed
(see `claimcheck.engine.points`), findings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from claimcheck.corpus.entries import Corpus
from claimcheck.dates.calendars import year_in_words
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Point, Standing
from claimcheck.engine.perspective import Perspective, public_from
from claimcheck.report.words import names
from claimcheck.report.words.answers import position_answer
from claimcheck.report.words.grammar import capital, few, listed, plural, sentence, spelt
from claimcheck.report.words.positions import is_disputed, state_briefly, what_would

_SENTENCES = 4  # of questions
_MOST_ASIDE = 5  # works set aside that a heading names
_WAYS = 6  # to decide a point that are told


def cut_short(findings: Examination) -> str:
    """That the search for conflicts was cut short: on what, how many are listed, and about how many are not."""
    stopped = "The search for conflicts of three and more stopped at its limit"
    if not findings.unlisted:
        return f"{stopped}; there may be more."
    corpus = findings.corpus
    larger = [conflict for conflict in findings.conflicts if len(conflict.members) > 2]
    asked = Counter(
        statement.question
        for conflict in larger
        for id in dict.fromkeys(conflict.members)
        if id in findings.cut_short
        for statement in corpus.claims[id].statements
        if statement.question is not None
    )
    on = few((names.question(corpus, id) for id, _ in asked.most_common()), 3)
    return f"{stopped}: {len(larger)} are listed, on {on}; at least {findings.unlisted} more are likely."


def counted(findings: Examination) -> str:
    """What was compared: "31 claims on 9 questions and 24 records; the record rules out 2 claims."."""
    claims, records = len(findings.rows), len(findings.view.records)
    out = sum(row.verdict is Standing.CONTRADICTED for row in findings.rows)
    on = f" on {plural(len(findings.positions), 'question')}" if findings.positions else ""
    ruled = f"; the record rules out {plural(out, 'claim')}" if records else ""
    cut = "" if findings.complete else f" {cut_short(findings)}"
    return f"{capital(plural(claims, 'claim'))}{on} and {plural(records, 'record')}{ruled}.{cut}"


def at_issue(findings: Examination, questions: Sequence[str]) -> str:
    """The state of the questions that lead, or of the most disputed; then how many more are disputed."""
    asked = {answered.question: answered for answered in findings.positions}
    disputed = [id for id in questions if is_disputed(asked[id])]
    chosen = disputed[:_SENTENCES]
    if not disputed:
        said = [state_briefly(findings, asked[id]) for id in questions[:_SENTENCES]]
        return " ".join([*said, *(["No question is disputed."] if len(questions) > 1 else [])])
    said = [state_briefly(findings, asked[id]) for id in chosen]
    more, rest = len(disputed) - len(chosen), len(asked) - len(disputed)
    counts = [f"{spelt(more)} further {'question is' if more == 1 else 'questions are'} disputed"] if more else []
    noun = "" if more else "question " if rest == 1 else "questions "
    counts += (
        [f"{spelt(rest)} {noun}{'is' if rest == 1 else 'are'} not{'' if more else ' disputed'}"] if rest else []
    )
    return " ".join([*said, *([sentence(listed(counts))] if counts else [])])


def points_say(findings: Examination) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Each point of dispute: what it concerns, the ways to decide it, and what would settle it."""
    corpus = findings.corpus
    for point in findings.points:
        questions = few((capital(names.question(corpus, id)) for id in point.questions), 4)
        title = questions or capital(names.who(corpus, point.claims, 4))
        ways = tuple(_side(findings, point, number) for number in range(min(len(point.sides), _WAYS)))
        yield title, ways, tuple(_further(findings, point))


def _side(findings: Examination, point: Point, number: int) -> str:
    corpus, side = findings.corpus, point.sides[number]
    held = _answers(findings, side.positions)
    own = [id for id in side.holds if id not in point.in_common]
    keeps = f"It keeps {held}" if held else f"It keeps {names.who(corpus, own, 4) or 'nothing'}"
    gives = f" It gives up {names.who(corpus, side.gives_up, 4)}." if side.gives_up else ""
    against = few((names.record(corpus, id) for id in side.against_record), 2)
    return f"{sentence(keeps)}{gives}{f' The record is against it: {against}.' if against else ''}"


def _answers(findings: Examination, positions: Iterable[tuple[str, int]]) -> str:
    told = []
    for question, number in positions:
        answered = findings.positions_of(question)
        if answered is not None and len(answered.positions) > 1:
            said = position_answer(findings, answered.positions[number - 1])
            told.append(f"{said} ({names.question(findings.corpus, question)})")
    return few(told, 3)


def _further(findings: Examination, point: Point) -> Iterator[str]:
    corpus = findings.corpus
    if len(point.sides) > _WAYS:
        more = capital(spelt(len(point.sides) - _WAYS))
        yield f"{more} further ways to decide it are not told; the JSON has all."
    if point.apart_from:
        yield sentence(f"{names.who(corpus, point.apart_from, 4)} tie this point to others, and are left out here")
    for question in point.questions:
        answered, state = findings.positions_of(question), findings.state_of(question)
        if answered is not None and state is not None and len(state.remaining) > 1:
            would = [
                one for one in what_would(findings, answered, state) if not one.startswith("No record of open")
            ]
            if would:
                yield names.headed(corpus, question, would[0])
    if not point.complete:
        yield cut_short(findings)


# From where one looks: the heading that stands over whatever that changed.


def perspective_says(
    corpus: Corpus, perspective: Perspective, set_aside: Sequence[str] = (), most: int = _MOST_ASIDE
) -> str:
    """From where one looks, where that changes anything; empty for the plain perspective.

    Of the works that a year sets aside `most` are named, for later ones and for those without a year.
    """

    def named(ids: Iterable[str], last: str = "and") -> str:
        return listed((names.entry(corpus, id) for id in ids), last)

    seen: list[str] = []
    if perspective.bases == frozenset(("documented",)):
        seen.append("only what is documented counts as record, not what is narrated")
    if perspective.through:
        through = "it" if len(perspective.through) == 1 else "one of them"
        seen.append(f"only what stands in {named(perspective.through, 'or')} or reached us through {through}")
    if perspective.trusted_ids:
        states = "states" if len(perspective.trusted_ids) == 1 else "state"
        seen.append(f"what {named(map(str, perspective.trusted_ids))} {states} counts as record")
    if perspective.without:
        seen.append(f"without {named(perspective.without)} and what rests on nothing else")
    if perspective.bridges:
        supposed = listed(names.bridge(corpus, id) for id in perspective.bridges)
        seen.append(f"supposing that {supposed}")
    if perspective.as_of is not None:
        seen.append(f"as of {year_in_words(perspective.as_of)}{_aside_says(corpus, set_aside, most)}")
    return f"Seen from here: {'; '.join(seen)}." if seen else ""


def _aside_says(corpus: Corpus, set_aside: Sequence[str], most: int) -> str:
    """The works that are set aside, those that came later apart from those that have no year."""
    works = [corpus.sources[id] for id in set_aside if id in corpus.sources]
    stands = {claim.source: claim.id for claim in corpus.claims.values()}
    later: list[str] = []
    yearless: list[str] = []
    for work in works:
        is_unnamed = work.unnamed and work.id in stands
        name = (
            f"the source of {names.claimants(corpus, stands[work.id])}"
            if is_unnamed
            else names.source(corpus, work.id)
        )
        (yearless if public_from(work, corpus) is None else later).append(name)
    said = [f"set aside as later: {few(later, most)}"] if later else []
    said += [f"set aside for want of a year: {few(yearless, most)}"] if yearless else []
    return f" ({'; '.join(said)})" if said else ""
