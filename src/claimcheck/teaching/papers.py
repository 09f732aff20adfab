"""Documents for a class: an account or a record with its head-note, its words or a retelling, and its glosses.

Belongs here: what is stated of a document, the passage that a class reads, and which documents go together to a
question. Does not belong here: what is asked of them (see `types.lesson`, `types.controversy`).

A passage has 40 to 150 words. It is the source's own, or its translation; failing these it is retold by the editor
(`retold:`), and says so. Nothing is quoted that the corpus does not quote.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from claimcheck.corpus.entries import Claim, Record, Source
from claimcheck.engine.findings import Bearing, Pair, Verdict
from claimcheck.report.blocks import Block, Group, Item, Listing, Paragraph
from claimcheck.report.words import names
from claimcheck.report.words.grammar import capital, letter, listed, quoted
from claimcheck.teaching.material import Material
from claimcheck.teaching.wording import (
    UNPLAIN,
    asked,
    date_text,
    full_name,
    introduced,
    is_foreign,
    one_line,
    source_name,
)

LEAST, MOST = 40, 150  # words of a passage
NOT_STATED = "not stated"
OWN = "The source’s own words"
IN_TRANSLATION = "The source’s words, in translation"
RELAYED = "The words in which another work has it"
RETOLD = "Retold by the editor – not the source’s words"
IN_PLAIN_WORDS = "In plain words – not the source’s words"


@dataclass(frozen=True, slots=True)
class Paper:
    """A document: the claims or records of one work that it has, who speaks in it, and what a class reads of it.

    `texts` are tagged: whose words they are, and the words. `passage` says whether one of them is long enough to
    be read closely; `wordings` are the dates in the source's own words.
    """

    ids: tuple[str, ...]
    by: frozenset[str]
    source: str
    title: str
    head: tuple[tuple[str, str], ...]
    texts: tuple[tuple[str, str], ...]
    wordings: tuple[str, ...]
    passage: bool
    locator: str | None

    @property
    def id(self) -> str:
        """The claim or record by which it is known."""
        return self.ids[0]


def paper_of(material: Material, entry: Claim | Record) -> Paper:
    """A document with one claim or record."""
    corpus = material.corpus
    source = corpus.sources.get(entry.source)
    by = entry.by if isinstance(entry, Claim) else (source.author if source is not None else ())
    texts = tuple(_texts(material, entry))
    long = (text for _, text in texts)
    return Paper(
        (entry.id,),
        frozenset(by) or frozenset((entry.source,)),
        entry.source,
        _title(material, entry, source),
        tuple(_head(material, entry, source)),
        texts,
        tuple(_wordings(material, entry)),
        any(LEAST <= len(text.split()) <= MOST for text in long) or (material.plain and bool(texts)),
        entry.locator,
    )


def _title(material: Material, entry: Claim | Record, source: Source | None) -> str:
    name = source_name(material.corpus, entry.source)
    if isinstance(entry, Claim) and (source is None or source.unnamed):
        return introduced(material.corpus, entry)
    title = one_line(source.title) if source is not None and source.title else ""
    short = re.split(r"[;,:(]", title)[0].strip()
    return capital(name.replace(title, short) if title and title in name else name)


def _head(material: Material, entry: Claim | Record, source: Source | None) -> Iterator[tuple[str, str]]:
    corpus = material.corpus
    if isinstance(entry, Claim):
        yield "Who", introduced(corpus, entry)
    else:
        authors = listed(full_name(corpus, id) for id in source.author) if source is not None else ""
        yield "Who", authors or NOT_STATED
    yield "When written", _written(material, source) if source is not None else NOT_STATED
    yield "Kind", (source.type if source is not None else None) or NOT_STATED
    yield "How it was known", _known(material, entry, source)
    yield "How it reached us", _reached(material, entry, source)


def _written(material: Material, source: Source) -> str:
    """When a work was written, as far as is stated: failing that, when it was published."""
    if source.dated is not None:
        return one_line(source.dated.text)
    first = one_line(source.note).split(". ")[0] if source.note else ""
    if first.startswith("Written "):
        return first.removeprefix("Written ").rstrip(".")
    return f"{NOT_STATED}; {_published(material, source)}" if source.issued is not None else NOT_STATED


def _published(material: Material, source: Source) -> str:
    issued = source.issued
    return f"published {date_text(material.corpus, issued.read or issued.text)}" if issued is not None else ""


def _known(material: Material, entry: Claim | Record, source: Source | None) -> str:
    corpus = material.corpus
    own = entry.rests_on if isinstance(entry, Claim) else ()
    behind = own or (source.rests_on if source is not None else ())
    if behind:
        return f"from {listed(_of(material, id) for id in behind)}"
    people = [
        corpus.claimants[id] for id in (entry.by if isinstance(entry, Claim) else ()) if id in corpus.claimants
    ]
    if people and all(person.participant for person in people):
        return f"{NOT_STATED}; took part in the events of the time"
    if isinstance(entry, Record) and entry.basis == "documented":
        return "a record of the time"
    return NOT_STATED


def _of(material: Material, id: str) -> str:
    corpus = material.corpus
    return source_name(corpus, id) if id in corpus.sources else names.claimants(corpus, id)


def _reached(material: Material, entry: Claim | Record, source: Source | None) -> str:
    through = entry.through or (source.through if source is not None else None)
    title = one_line(source.title) if source is not None and source.title else ""
    in_the_head = title in _title(material, entry, source)
    told = [title] if title and not in_the_head and not is_foreign(title) else []
    if source is not None and source.issued is not None:
        told.append(_published(material, source))
    if through is not None:
        told.append(f"here known through {source_name(material.corpus, through.source)}")
    return "; ".join(told) or NOT_STATED


def _texts(material: Material, entry: Claim | Record) -> Iterator[tuple[str, str]]:
    if material.plain:
        said = entry.plain if isinstance(entry, Claim) else material.corpus.events[entry.event].plain
        yield IN_PLAIN_WORDS, one_line(said or UNPLAIN)
        return
    is_ours = entry.lang in (None, "en") and not (entry.quote and is_foreign(entry.quote))
    source = material.corpus.sources.get(entry.source)
    is_relayed = entry.through is not None or (source is not None and source.through is not None)
    if entry.quote and is_ours:
        yield (RELAYED if is_relayed else OWN), quoted(entry.quote)
    elif entry.translation:
        yield IN_TRANSLATION, quoted(entry.translation)
    else:
        for wording in _wordings(material, entry):
            yield (RELAYED if is_relayed else OWN), quoted(wording)
    retold = entry.retold or (entry.says if isinstance(entry, Claim) else None)
    if retold:
        yield RETOLD, one_line(retold)


def _wordings(material: Material, entry: Claim | Record) -> Iterator[str]:
    """The dates that it gives in the source's own words: those of which the corpus states a reading as well."""
    dates = [part.when for part in entry.statements] if isinstance(entry, Claim) else [entry.when]
    is_ours = entry.lang in (None, "en")
    for dated in dates:
        if is_ours and dated is not None and dated.read is not None and not is_foreign(dated.text):
            yield date_text(material.corpus, dated.text)


def papers_for(material: Material, question: str) -> list[Paper]:
    """The documents to a question: one for each claimant and work, then the records of the time that bear."""
    found: dict[tuple[frozenset[str], str], Paper] = {}
    entries: list[Claim | Record] = [
        claim
        for claim in material.claims
        if any(part.question == question for part in claim.statements) and not claim.misprint
    ]
    bearing = {
        id
        for claim in entries
        if isinstance(claim, Claim) and claim.id in material.rows
        for id, _ in material.rows[claim.id].records
    }
    entries += [
        record
        for record in material.seen.records
        if record.id in bearing and record.basis == "documented" and (record.retold or record.quote)
    ]
    for entry in entries:
        paper = paper_of(material, entry)
        known = found.get((paper.by, paper.source))
        if known is None or (not known.passage and paper.passage):
            found[paper.by, paper.source] = paper
    return list(found.values())


def opposed(material: Material, papers: Iterable[Paper]) -> list[tuple[Paper, Paper, Pair]]:
    """The documents that contradict each other, beyond any reading or bridge; those with passages first."""
    found = []
    for one, other in combinations(papers, 2):
        pair = material.pairs.get(frozenset((one.id, other.id)))
        if pair is not None and pair.verdict is Verdict.CONTRADICTS and material.is_clean(one.id, other.id):
            found.append((one, other, pair))
    return sorted(
        found, key=lambda one: (-one[0].passage - one[1].passage, *(_rank(material, p) for p in one[:2]))
    )


def contradict(material: Material, a: str, b: str) -> bool:
    """Whether two claims, or a claim and a record, exclude each other on every reading."""
    pair = material.pairs.get(frozenset((a, b)))
    if pair is not None:
        return pair.verdict is Verdict.CONTRADICTS and not pair.unless
    return any(
        dict(material.rows[claim].records).get(record) in (Bearing.CONTRADICTS, Bearing.CONTESTS)
        for claim, record in ((a, b), (b, a))
        if claim in material.rows
    )


def _rank(material: Material, paper: Paper) -> tuple[bool, bool]:
    """Those first who took part, and those that the record does not rule out."""
    people = [material.corpus.claimants.get(id) for id in paper.by]
    took_part = any(person is not None and bool(person.participant) for person in people)
    return not took_part, paper.id in material.ruled_out


def box_of(material: Material, number: int, paper: Paper, *beneath: Block) -> Group:
    """A document in a box of its own: its letter and title, the head-note, the texts, the words to know."""
    texts = [block for tag, text in paper.texts for block in (Group(tag, (Paragraph(text),), kind=_KINDS[tag]),)]
    hole = () if paper.passage or not material.is_draft else (_hole(material, paper),)
    return Group(
        f"{letter(number)}. {paper.title}", (_listed(paper.head), *texts, *hole, *beneath), kind="document"
    )


def _listed(stated: Iterable[tuple[str, str]]) -> Listing:
    return Listing(tuple(Item(f"{name}: {text}") for name, text in stated))


_KINDS = {OWN: "own", RELAYED: "own", IN_TRANSLATION: "own", RETOLD: "retold", IN_PLAIN_WORDS: "retold"}


def _hole(material: Material, paper: Paper) -> Group:
    held = sum(len(text.split()) for tag, text in paper.texts if tag in (OWN, IN_TRANSLATION))
    where = ", ".join(part for part in (source_name(material.corpus, paper.source), paper.locator) if part)
    return Group(
        f"PASSAGE TO BE SUPPLIED ({LEAST} to {MOST} words)",
        (
            Paragraph(
                f"The corpus holds {held} words of the source. Copy the passage here from: {where}. Do not hand "
                "out with this box."
            ),
        ),
        kind="hole",
    )


def background_of(material: Material, papers: Iterable[Paper]) -> Iterator[Group]:
    """The background of the corpus where it has one, and those of its terms that this and the documents use."""
    corpus = material.corpus
    background = one_line((corpus.plain or UNPLAIN) if material.plain else (corpus.background or ""))
    if background:
        yield Group("Background", (Paragraph(background),), kind="part")
    whole = " ".join((background, *(text for paper in papers for _, text in paper.texts))).casefold()
    terms = tuple(Item(f"{word}: {meaning}") for word, meaning in corpus.terms if word.casefold() in whole)
    if terms:
        yield Group("Words to know", (Listing(terms),), kind="panel")


def central_question(material: Material, question: str) -> str:
    """The question of a lesson, as a class reads it."""
    return capital(asked(material.corpus, question, material.plain))
