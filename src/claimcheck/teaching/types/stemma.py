"""Exercises on dependence and silence: independent or not, how many voices, the argument from silence.

Belongs here: those types. Does not belong here: how a stemma is walked (see `claimcheck.corpus.stemma`), when
there is silence (see `claimcheck.criticism.silence`).

That two works came through one relay makes neither rest on the other; the key says so where it is the case.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from claimcheck.corpus.entries import Corpus, Coverage, Source
from claimcheck.corpus.stemma import relays_of, roots_of
from claimcheck.criticism.silence import Silence, find_silences
from claimcheck.criticism.witnesses import witnesses_of
from claimcheck.report.blocks import Item, Listing, Paragraph, Table
from claimcheck.report.words import names
from claimcheck.report.words.grammar import listed, plural
from claimcheck.teaching.gate import is_stated
from claimcheck.teaching.items import Draft, ItemType, Key, OneRight, Open, Option, Sample, occurring
from claimcheck.teaching.material import Material, spread
from claimcheck.teaching.types.givens import questions_of
from claimcheck.teaching.types.rubrics import SILENCE
from claimcheck.teaching.wording import date_text, source_name, who

_MOST_SETS = 40

INDEPENDENCE = (
    Option("one voice: one rests on the other, or both on a third", "dependent"),
    Option("two voices: it is stated that they are independent", "stated"),
    Option("two voices as far as is shown here: nothing is stated either way", "not-shown"),
)


def independent_or_not(material: Material) -> Iterator[Draft]:
    """Three or four pairs of sources, with what each is stated to rest on; not all of one sort."""
    sources = _sources(material)
    judged = [
        (a, b, verdict)
        for a, b in combinations(sources, 2)
        if (verdict := _dependence(material.corpus, a, b)) is not None
    ]
    sorts: dict[str, list[tuple[Source, Source, str]]] = {option.ref: [] for option in INDEPENDENCE}
    for one in judged:
        sorts[one[2]].append(one)
    told = [*sorts["dependent"], *sorts["stated"]]
    for size in (1, 2):
        groups = (
            (*chosen, *beside)
            for chosen in combinations(told, size)
            for beside in combinations(_near(sorts["not-shown"], chosen), 3 - min(size, 2))
        )
        for group in spread(groups, _MOST_SETS):
            yield _independence(material, group)


def _near(
    unknown: list[tuple[Source, Source, str]], chosen: tuple[tuple[Source, Source, str], ...]
) -> list[tuple[Source, Source, str]]:
    """Pairs of which nothing is stated, those first that share a source with the others: they take thought."""
    told = {source.id for a, b, _ in chosen for source in (a, b)}
    return sorted(unknown, key=lambda pair: -len({pair[0].id, pair[1].id} & told))[:5]


def _sources(material: Material) -> list[Source]:
    """The sources in use that have a name, and what they are stated to rest on."""
    corpus = material.corpus
    used = {claim.source for claim in material.claims} | {record.source for record in material.seen.records}
    used |= {
        id for source in list(used) for id in (corpus.sources[source].rests_on if source in corpus.sources else ())
    }
    return [
        source
        for source in corpus.sources.values()
        if source.id in used
        and not source.unnamed
        and source.id not in material.seen.refused
        and is_stated(corpus, source.id)
    ]


def _dependence(corpus: Corpus, a: Source, b: Source) -> str | None:
    """Which of the three it is; None where one is a part of the other, or something is stated both ways."""
    if a.part_of or b.part_of or any(id not in corpus.sources for id in (*a.rests_on, *b.rests_on)):
        return None
    if a.id in relays_of(corpus, b.id, is_claim=False) or b.id in relays_of(corpus, a.id, is_claim=False):
        return None  # the one handed on the other: how far it is a voice of its own is another question
    shared = set(roots_of(corpus, a.id, is_claim=False)) & set(roots_of(corpus, b.id, is_claim=False))
    stated = a.id in b.independent_of or b.id in a.independent_of
    if shared:
        return None if stated else "dependent"
    return "stated" if stated else "not-shown"


def _independence(material: Material, group: tuple[tuple[Source, Source, str], ...]) -> Draft:
    corpus = material.corpus
    shown = list(dict.fromkeys(source.id for a, b, _ in group for source in (a, b)))
    behind = [id for source in shown for id in _chain(corpus, source) if id not in shown]
    everything = list(dict.fromkeys((*shown, *behind)))
    numbers = {id: number for number, id in enumerate(sorted(everything, key=list(corpus.sources).index), start=1)}
    called = {id: f"source {number}" for id, number in numbers.items()}
    prompts = tuple(Option(f"{called[a.id]} and {called[b.id]}", f"{a.id}+{b.id}") for a, b, _ in group)
    steps = tuple(
        step
        for (a, b, verdict), prompt in zip(group, prompts, strict=True)
        for step in _why(corpus, called, a, b, verdict, prompt.text)
    )
    relays = [set(relays_of(corpus, id, is_claim=False)) for id in shown]
    common = set.intersection(*relays) if relays else set()
    caution = (
        f"All of these came to us through {listed(source_name(corpus, id) for id in sorted(common))}. A work that "
        "hands on two others makes neither of them rest on the other; it is a reason to look for both.",
    )
    return Draft(
        ItemType.INDEPENDENCE,
        tuple(shown),
        "Two sources count as two only if neither has its knowledge from the other, nor both from a third.",
        (
            Table(
                ("source", "what it is", "rests on", "came through"),
                tuple(
                    (
                        called[id],
                        source_name(corpus, id),
                        listed(called.get(o, o) for o in corpus.sources[id].rests_on) or "nothing stated",
                        listed(source_name(corpus, o) for o in relays_of(corpus, id, is_claim=False)) or "–",
                    )
                    for id in numbers
                ),
            ),
            *_independences(corpus, called),
        ),
        "Do these count as two witnesses?",
        occurring(prompts, INDEPENDENCE, tuple(verdict for _, _, verdict in group)),
        Key((), steps, cautions=caution if common else ()),
        asks=frozenset(f"stemma:{'+'.join(sorted((a.id, b.id)))}" for a, b, _ in group),
        questions=questions_of(*(claim for claim in material.claims if claim.source in shown)),
        sources=frozenset(shown),
    )


def _chain(corpus: Corpus, source: str) -> list[str]:
    """All sources behind a source, nearest first."""
    found: list[str] = []
    waiting = list(corpus.sources[source].rests_on)
    while waiting:
        id = waiting.pop(0)
        if id in corpus.sources and id not in found:
            found.append(id)
            waiting.extend(corpus.sources[id].rests_on)
    return found


def _independences(corpus: Corpus, called: dict[str, str]) -> Iterator[Paragraph]:
    for id, name in called.items():
        others = [called[other] for other in corpus.sources[id].independent_of if other in called]
        if others:
            yield Paragraph(f"The editor states that {name} does not depend on {listed(others)}.")


def _why(corpus: Corpus, called: dict[str, str], a: Source, b: Source, verdict: str, pair: str) -> Iterator[Item]:
    if verdict == "dependent":
        for source in (a, b):
            chain = _chain(corpus, source.id)
            if chain:
                yield Item(f"{called[source.id]} rests on {listed(called.get(id, id) for id in chain)}.")
        roots = [set(roots_of(corpus, source.id, is_claim=False)) for source in (a, b)]
        once = ", and count once" if roots[0] == roots[1] else ""
        yield Item(f"So {pair} have a root in common{once}.")
    elif verdict == "stated":
        yield Item(f"{pair}: the editor states that one does not depend on the other.")
    else:
        yield Item(f"{pair}: nothing is stated on which both rest, and nothing that excludes it.")


# ------------------------------------------------------------------------------------------ how many voices


def how_many_voices(material: Material) -> Iterator[Draft]:
    """Three to six accounts of one position, of which some rest on others: on how many voices does it stand?"""
    corpus = material.corpus
    for answered in material.findings.positions:
        for position in answered.positions:
            by_source = {corpus.claims[id].source: id for id in reversed(position.held_by)}
            ids = list(reversed(by_source.values()))[:6]
            found = witnesses_of(corpus, ids)
            is_named = not any(account.is_several for account in found.accounts)
            if len(ids) >= 3 and len(found.roots) < len(ids) and is_named:
                yield _voices(material, answered.question, ids, found.roots)


def _voices(material: Material, question: str, ids: list[str], roots: tuple[str, ...]) -> Draft:
    corpus = material.corpus
    claims = [corpus.claims[id] for id in ids]
    behind = {claim.id: [*claim.rests_on, *_chain(corpus, claim.source)] for claim in claims}
    count = len(roots)
    wrong = [
        (len(ids), "accounts were counted, and not the voices behind them"),
        (1, "accounts that say the same were taken for one"),
        (count + 1, "one that rests on another was counted as well"),
        (count - 1, "two of which nothing is stated were taken for one"),
    ]
    options = {number: slip for number, slip in reversed(wrong) if number not in (0, count)}
    steps = (
        *(
            Item(
                f"{names.claimants(corpus, claim.id)} rests on "
                f"{listed(_called(corpus, id) for id in behind[claim.id])}."
            )
            for claim in claims
            if behind[claim.id]
        ),
        Item(f"So all goes back to {plural(count, 'voice')}: {listed(_called(corpus, root) for root in roots)}."),
    )
    rows = tuple(
        (who(corpus, claim), listed(_called(corpus, id) for id in behind[claim.id][:2]) or "nothing stated")
        for claim in claims
    )
    return Draft(
        ItemType.VOICES,
        (question, *ids),
        "What many say need not have many witnesses.",
        (
            Paragraph(f"{material.asked(question)} These accounts can all be right together:"),
            Listing(tuple(Item(material.account(claim)) for claim in claims)),
            Table(("account", "rests on"), rows),
        ),
        "On how many voices do these accounts stand, as far as is shown here?",
        OneRight(
            Option(plural(count, "voice"), str(count)),
            tuple(Option(plural(number, "voice"), str(number), slip) for number, slip in options.items()),
        ),
        Key(
            (),
            steps,
            cautions=("Independence is not shown by nothing being stated: it is the most that it can be.",),
        ),
        asks=frozenset((f"voices:{question}",)),
        questions=frozenset((question,)),
        sources=frozenset(claim.source for claim in claims),
    )


def _called(corpus: Corpus, id: str) -> str:
    return source_name(corpus, id) if id in corpus.sources else names.claimants(corpus, id)


# ------------------------------------------------------------------------------------------------- silence


def argument_from_silence(material: Material) -> Iterator[Draft]:
    """For every claim on which a source is silent that undertakes to report such things: what follows?"""
    for silence in material.findings.once(find_silences):
        yield _silence(material, silence)


def _silence(material: Material, silence: Silence) -> Draft:
    corpus = material.corpus
    claim = corpus.claims[silence.claim]
    source = source_name(corpus, silence.source)
    covers = coverage_says(corpus, silence.coverage)
    steps = (
        Item(f"{source} undertakes to report {covers}."),
        Item(f"What {who(corpus, claim)} says falls under that: {material.account(claim)}"),
        Item(f"Nothing in {source} speaks of it."),
        *(Item(f"It does speak of others of the kind ({listed(silence.others)}).") for _ in silence.others[:1]),
    )
    return Draft(
        ItemType.SILENCE,
        (silence.claim, silence.source),
        "A source says nothing of something that another reports. Silence can be an argument, but not always.",
        (
            Paragraph(material.account(claim)),
            Paragraph(f"{source} undertakes to report {covers}. It says nothing of this."),
        ),
        "What follows from this silence? Give your reasons.",
        Open(6),
        Key(
            (),
            steps,
            cautions=("That there is silence is a finding; what follows from it is the historian's to say.",),
            look_fors=(
                f"Could the author of {source} have known of it?",
                f"Was everything of this kind to be recorded there? It undertakes to report {covers}.",
                "Was it worth recording, and was there no reason to leave it out?",
                "Silence of a source that has it from the same root is no second silence.",
            ),
            rubric=SILENCE,
            samples=(
                Sample(f"If {source} is complete for {covers}, its silence speaks against {who(corpus, claim)}."),
                Sample(
                    f"{source} may have left it out, or what it says may be lost; then its silence says nothing."
                ),
            ),
        ),
        asks=frozenset((f"silence:{silence.claim}:{silence.source}",)),
        questions=questions_of(claim),
        sources=frozenset((silence.source,)),
    )


def coverage_says(corpus: Corpus, coverage: Coverage) -> str:
    """What a source undertakes to report, in words."""
    kinds = listed((names.kind(corpus, id) for id in coverage.kinds), "or") or "whatever happened"
    period = f" in {date_text(corpus, coverage.when.text)}" if coverage.when is not None else ""
    return f"{kinds}{period}"
