"""Claims about claims, and arguments from silence, in words, as sections.

Belongs here: how a remark and a silence are said. Does not belong here: finding them (see
`claimcheck.criticism.remarks` and `claimcheck.criticism.silence`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from claimcheck.corpus.entries import Corpus, Coverage
from claimcheck.criticism.remarks import Remark, RemarkKind, find_remarks
from claimcheck.criticism.silence import Silence, find_silences
from claimcheck.engine.examination import Examination
from claimcheck.report.ask_why import Asking
from claimcheck.report.blocks import Block, Item, Listing, Paragraph, Section
from claimcheck.report.styles import style_of_deductions
from claimcheck.report.words import names
from claimcheck.report.words.dates import as_written
from claimcheck.report.words.findings import SENTENCE, has
from claimcheck.report.words.grammar import capital, few, listed, quoted
from claimcheck.report.words.moments import gap_in_words


def remarks_section(findings: Examination, asking: Asking) -> Section:
    """What claims say of claims, who revises or contradicts himself, plans and documents' own dates."""
    corpus = findings.corpus
    items = tuple(
        Item(remark_says(findings, remark), _place(corpus, remark), _why(corpus, remark, asking))
        for remark in findings.once(find_remarks)
    )
    return Section("remarks", "Claims about claims", (Listing(items),) if items else ())


def silences_section(findings: Examination, asking: Asking) -> Section:
    """Where a source that undertakes to report such things says nothing of what is claimed."""
    corpus = findings.corpus
    found = findings.once(find_silences)
    blocks: tuple[Block, ...] = ()
    if found:
        items = tuple(
            Item(silence_says(findings, silence), names.place_of(corpus, silence.claim), asking.why(silence.claim))
            for silence in found
        )
        said = (
            "These are arguments from silence. Each holds only if the author could have known of the thing and "
            "would have recorded it; silence contradicts nothing."
        )
        blocks = (Paragraph(said), Listing(items))
    return Section("silences", "Silence", blocks)


def silence_says(findings: Examination, silence: Silence) -> str:
    """A silence in words, marked as the argument that it is."""
    corpus = findings.corpus
    source = corpus.sources[silence.source]
    others = (
        f" Of that kind it has, at other times, {few(map(_event(corpus), silence.others), 3)}."
        if silence.others
        else ""
    )
    return (
        f"This is an argument from silence: {names.source(corpus, source.id)} covers "
        f"{_covered(findings, silence.coverage)}, and nothing in it says what "
        f"{names.claimants(corpus, silence.claim)} {names.say(corpus, (silence.claim,))}.{others}"
    )


def _event(corpus: Corpus) -> Callable[[str], str]:
    return lambda id: names.event(corpus, id) if id in corpus.events else names.record(corpus, id)


def _covered(findings: Examination, coverage: Coverage) -> str:
    kinds = listed(names.kind(findings.corpus, kind) for kind in coverage.kinds) or "events of whatever kind"
    period = as_written(findings, coverage.when) if coverage.when is not None else "at whatever time"
    return f"{kinds}, {period}"


def remark_says(findings: Examination, remark: Remark) -> str:
    """One remark in a sentence or two, accounts with what they answer where that is not too long."""
    said = _says(findings, remark, partial(has, findings))
    return (
        said if len(said.split()) <= SENTENCE else _says(findings, remark, partial(names.joint, findings.corpus))
    )


def _says(findings: Examination, remark: Remark, name: Callable[[str], str]) -> str:
    corpus = findings.corpus
    first, *others = (name(id) if id in corpus.claims else _named(corpus, id) for id in remark.about)
    first = capital(first)
    claims = [id for id in remark.about if id in corpus.claims]

    def does(word: str) -> str:
        return f"{first} {names.verb(corpus, claims[:1], word) if claims else f'{word}s'}"

    second = listed(others)
    apart = f" by {gap_in_words(remark.gap, style_of_deductions(corpus))}" if remark.gap is not None else ""
    words = quoted(remark.words) if remark.words else ""
    match remark.kind:
        case RemarkKind.REPORTS:
            return f"{does('report')} {second}, and {names.verb(corpus, claims[:1], 'add')} no witness."
        case RemarkKind.REPORTS_COARSELY:
            return f"{first} is coarser than what it reports, {second}."
        case RemarkKind.REPORTS_FINELY:
            return (
                f"{first} is finer than what it reports, {second}: what it adds rests on nothing that is stated."
            )
        case RemarkKind.REPORTS_DIFFERENTLY:
            return f"{first} differs from what it reports, {second}{apart}."
        case RemarkKind.DISPUTES:
            return f"{does('dispute')} {second}; no reason is recorded."
        case RemarkKind.UNDERCUTS:
            return f"{does('dispute')} {second}, because: {_reason(corpus, remark.words)}."
        case RemarkKind.REJECTS:
            asked = listed(quoted(names.asked(corpus, id)) for id in remark.about[1:]) or "what is asked"
            return (
                f"{does('reject')} the question itself, {asked}. That is no rival date, and is compared with none."
            )
        case RemarkKind.ASSUMES:
            return f"{first} is said on the assumption that {second} holds."
        case RemarkKind.ASSUMES_CONTRADICTED:
            return f"{does('assume')} {second}, which the record contradicts."
        case RemarkKind.FALLS_BACK:
            otherwise = (
                "says what stands under `otherwise`" if corpus.claims[remark.about[0]].otherwise else "is left"
            )
            return f"{does('assume')} {second}, which is set aside here, and {otherwise}."
        case RemarkKind.REVISES:
            if remark.is_inferred:
                return f"{does('differ')} from {second}{apart}, in a work that came out later."
            return f"{does('revise')} {second}{apart}."
        case RemarkKind.INCONSISTENT:
            return f"One work says two things that exclude each other{apart}: {first}, and {second}."
        case RemarkKind.DIFFERS_FROM_HIMSELF:
            return (
                f"Two works by the same claimant differ{apart}: {first}, and {second}. "
                "Which of them is the later is not stated."
            )
        case RemarkKind.AS_PLANNED:
            return f"{first} was planned as {second}, and happened when it was planned to."
        case RemarkKind.OTHERWISE_THAN_PLANNED:
            return f"{first} was planned as {second}, and did not happen when it was planned to."
        case RemarkKind.OWN_DATE_CONTRADICTED:
            return f"{first} contradicts the date that the document itself bears, {second}{apart}."
        case RemarkKind.OWN_DATE_UNDERCUT:
            because = f"because: {_reason(corpus, remark.words)}" if remark.words else "without a reason"
            return f"{first} disputes the date that the document itself bears, {second}, {because}."
        case RemarkKind.EDITION_DATES_OTHERWISE:
            edition = f"{first} dates it" if remark.about[0] != remark.about[1] else "its entry here dates it"
            return (
                f"The document {second} bears the date {_own_date(findings, remark.about[-1])}; {edition} {words}."
            )


def _named(corpus: Corpus, id: str) -> str:
    if id in corpus.bridges:
        return f"that {names.bridge(corpus, id)}"
    return names.event(corpus, id) if id in corpus.events else names.source(corpus, id)


def _reason(corpus: Corpus, words: str) -> str:
    return names.bridge(corpus, words) if words in corpus.bridges else quoted(words.rstrip("."))


def _own_date(findings: Examination, source: str) -> str:
    dated = findings.corpus.sources[source].dated
    return as_written(findings, dated) if dated is not None else ""


def _place(corpus: Corpus, remark: Remark) -> str:
    id = remark.about[0]
    if id in corpus.claims:
        return names.place_of(corpus, id)
    entry = corpus.events.get(id) or corpus.sources.get(id)
    return entry.position.place if entry is not None else ""


def _why(corpus: Corpus, remark: Remark, asking: Asking) -> str:
    claims = [id for id in remark.about if id in corpus.claims]
    return asking.why(*claims) if claims else ""
