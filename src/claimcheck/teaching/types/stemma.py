"""Exercises on dependence and silence: independent or not, the argument from silence.

Belongs here: those two types. Does not belong here: how a stemma is walked (see `claimcheck.corpus.stemma`), when
there is silence (see `claimcheck.criticism.silence`).

That two works came through one relay makes neither rest on the other; the key says so where it is the case.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from claimcheck.corpus.entries import Corpus, Coverage, Source
from claimcheck.corpus.stemma import relays_of, roots_of
from claimcheck.criticism.silence import Silence, find_silences
from claimcheck.report.blocks import Item, Paragraph, Table
from claimcheck.report.words.grammar import listed
from claimcheck.report.words.names import kind_label
from claimcheck.teaching.drawing import distinct
from claimcheck.teaching.items import Draft, ItemType, Key, Labelled, Open, Option
from claimcheck.teaching.material import Material, spread
from claimcheck.teaching.types.givens import questions_of
from claimcheck.teaching.types.rubrics import SILENCE
from claimcheck.teaching.wording import account, date_text, source_name, who

_MOST_SETS = 40

INDEPENDENCE = (
    Option("one rests on the other, or both on a third", "dependent"),
    Option("it is stated that they are independent", "stated"),
    Option("nothing says that they are; we may not presume it", "not-shown"),
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
            draft = _independence(material, group)
            if draft is not None:
                yield draft


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
        if source.id in used and not source.unnamed and source.id not in material.seen.refused
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


def _independence(material: Material, group: tuple[tuple[Source, Source, str], ...]) -> Draft | None:
    corpus = material.corpus
    shown = list(dict.fromkeys(source.id for a, b, _ in group for source in (a, b)))
    behind = [id for source in shown for id in _chain(corpus, source) if id not in shown]
    everything = list(dict.fromkeys((*shown, *behind)))
    numbers = {id: number for number, id in enumerate(sorted(everything, key=list(corpus.sources).index), start=1)}
    names = {id: f"source {number}" for id, number in numbers.items()}
    prompts = tuple(Option(f"{names[a.id]} and {names[b.id]}", f"{a.id}+{b.id}") for a, b, _ in group)
    if len(distinct(prompts)) < len(prompts):
        return None
    verdicts = [option.ref for option in INDEPENDENCE]
    steps = tuple(
        step
        for (a, b, verdict), prompt in zip(group, prompts, strict=True)
        for step in _why(corpus, names, a, b, verdict, prompt.text)
    )
    relays = [set(relays_of(corpus, id, is_claim=False)) for id in shown]
    common = set.intersection(*relays) if relays else set()
    caution = (
        f"All of these came to us through {listed(source_name(corpus, id) for id in sorted(common))}. "
        "A work that hands on two others makes neither of them rest on the other; it is a reason to look for "
        "both.",
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
                        names[id],
                        source_name(corpus, id),
                        listed(names.get(o, o) for o in corpus.sources[id].rests_on) or "nothing stated",
                        listed(source_name(corpus, o) for o in relays_of(corpus, id, is_claim=False)) or "–",
                    )
                    for id in numbers
                ),
            ),
            *_independences(corpus, names),
        ),
        "Do these count as two witnesses?",
        Labelled(prompts, INDEPENDENCE, tuple(verdicts.index(verdict) for _, _, verdict in group)),
        Key((), steps, "", cautions=caution if common else ()),
        asks=frozenset(f"stemma:{'+'.join(sorted((a.id, b.id)))}" for a, b, _ in group),
        questions=questions_of(*(claim for claim in material.claims if claim.source in shown)),
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


def _independences(corpus: Corpus, names: dict[str, str]) -> Iterator[Paragraph]:
    for id, name in names.items():
        others = [names[other] for other in corpus.sources[id].independent_of if other in names]
        if others:
            yield Paragraph(f"The editor states that {name} does not depend on {listed(others)}.")


def _why(corpus: Corpus, names: dict[str, str], a: Source, b: Source, verdict: str, pair: str) -> Iterator[Item]:
    if verdict == "dependent":
        for source in (a, b):
            chain = _chain(corpus, source.id)
            if chain:
                yield Item(f"{names[source.id]} rests on {listed(names.get(id, id) for id in chain)}.")
        roots = [set(roots_of(corpus, source.id, is_claim=False)) for source in (a, b)]
        once = ", and count once" if roots[0] == roots[1] else ""
        yield Item(f"So {pair} have a root in common{once}.")
    elif verdict == "stated":
        yield Item(f"{pair}: the editor states that one does not depend on the other.")
    else:
        yield Item(f"{pair}: nothing is stated on which both rest, and nothing that excludes it.")


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
        Item(f"What {who(corpus, claim)} says falls under that: {account(corpus, claim, material.plain)}"),
        Item(f"Nothing in {source} speaks of it."),
        *(Item(f"It does speak of others of the kind ({listed(silence.others)}).") for _ in silence.others[:1]),
    )
    return Draft(
        ItemType.SILENCE,
        (silence.claim, silence.source),
        "A source says nothing of something that another reports. Silence can be an argument, but not always.",
        (
            Paragraph(account(corpus, claim, material.plain)),
            Paragraph(f"{source} undertakes to report {covers}. It says nothing of this."),
        ),
        "What follows from this silence? Give your reasons.",
        Open(6),
        Key(
            (),
            steps,
            "",
            cautions=("That there is silence is a finding; what follows from it is the historian's to say.",),
            look_fors=(
                f"Could the author of {source} have known of it?",
                f"Did he mean to record everything of this kind? He undertakes to report {covers}.",
                "Would he have found it worth recording, and had he no reason to leave it out?",
                "Silence of a source that has it from the same root is no second silence.",
            ),
            rubric=SILENCE,
            samples=(
                f"If {source} is complete for {covers}, its silence speaks against {who(corpus, claim)}.",
                f"{source} may have left it out, or what it says may be lost; then its silence says nothing.",
            ),
        ),
        asks=frozenset((f"silence:{silence.claim}:{silence.source}",)),
        questions=questions_of(claim),
    )


def coverage_says(corpus: Corpus, coverage: Coverage) -> str:
    """What a source undertakes to report, in words."""
    kinds = listed((kind_label(corpus, id) for id in coverage.kinds), "or") or "whatever happened"
    period = f" in {date_text(corpus, coverage.when.text)}" if coverage.when is not None else ""
    return f"{kinds}{period}"
