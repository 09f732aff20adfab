"""A lesson around one question, and the question with documents: sources laid out, questioned, and argued from.

Belongs here: those two types, which are open. Does not belong here: documents as such (see `papers`), verdicts,
which are looked up.

The lesson follows the reading-like-a-historian lessons of Wineburg, Martin & Monte-Sano (2011): a central
question, background, documents with guiding questions (sourcing, contextualizing, close reading, corroborating), a
hypothesis after two documents and after four, a claim in writing. Choice and order are by rule: first two that
contradict each other, each claimant once, those with a passage before those without.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from claimcheck.corpus.entries import Claim, Record
from claimcheck.dates.wording import calendar_in_words
from claimcheck.dates.writing import said_in
from claimcheck.engine.findings import Verdict
from claimcheck.report.blocks import Block, Group, Item, Listing, Paragraph, Table
from claimcheck.report.sourcing import lag_in_words
from claimcheck.report.words import names
from claimcheck.report.words.answers import answer
from claimcheck.report.words.grammar import capital, letter, listed, plural, quoted, spelt, stopped
from claimcheck.report.words.proofs import told
from claimcheck.report.words.standing import standing_says
from claimcheck.teaching.items import Draft, ItemType, Key, Open, Sample
from claimcheck.teaching.material import Material
from claimcheck.teaching.papers import (
    IN_TRANSLATION,
    LEAST,
    MOST,
    NOT_STATED,
    OWN,
    RELAYED,
    Paper,
    background_of,
    box_of,
    central_question,
    contradict,
    opposed,
    papers_for,
)
from claimcheck.teaching.types.pairs import VERDICTS
from claimcheck.teaching.types.rubrics import ARGUING, CLAIMING
from claimcheck.teaching.wording import (
    answer_lines,
    named,
    place,
    record_says,
    source_name,
    who,
)

FEWEST, MOST_PAPERS = 4, 5


@dataclass(frozen=True, slots=True)
class Asked:
    """A guiding question: its skill, its words, its points, the lines to write on; for the key what to look
    for."""

    skill: str
    text: str
    points: int
    lines: int
    look_for: str


def chosen_papers(material: Material, question: str) -> list[Paper]:
    """The documents of a lesson in their order: two that contradict each other, then others."""
    papers = papers_for(material, question)
    pairs = opposed(material, papers)
    if not pairs:
        return []
    chosen = list(pairs[0][:2])
    while len(chosen) < MOST_PAPERS:
        heard = {who for paper in chosen for who in paper.by}
        rest = [paper for paper in papers if not paper.by & heard and (paper.passage or material.is_draft)]
        if not rest:
            break
        held = {material.positions.get(paper.id) for paper in chosen}
        chosen.append(min(rest, key=lambda one: (not one.passage, material.positions.get(one.id) in held)))
    return chosen


def missing_for(material: Material, question: str, type: ItemType) -> str:
    """What a question lacks for a lesson or a question with documents; empty where it lacks nothing."""
    papers = chosen_papers(material, question)
    if not papers:
        return "two documents that contradict each other on it"
    full = [paper for paper in papers if paper.passage]
    if len(papers) < FEWEST or (len(full) < FEWEST and not material.is_draft):
        there = f"there {'is' if len(full) == 1 else 'are'} {spelt(len(full)) if full else 'none'}"
        lacking = [paper.id for paper in papers_for(material, question) if not paper.passage]
        where = f"; a passage is lacking of {listed(lacking[:6])}" if lacking else ""
        return (
            f"{spelt(FEWEST)} documents by different people, each with a passage of {LEAST} to {MOST} words "
            f"(`quote` or `retold`); {there}{where}"
        )
    if type is ItemType.LESSON and not material.corpus.background:
        return "a `background`"
    return ""


def lesson(material: Material) -> Iterator[Draft]:
    """A lesson of fifty minutes on each question that carries one, the weightiest first."""
    yield from _on_questions(material, ItemType.LESSON)


def document_question(material: Material) -> Iterator[Draft]:
    """The documents to a question with their guiding questions, and a paragraph to be argued."""
    yield from _on_questions(material, ItemType.DOCUMENTS)


def _on_questions(material: Material, type: ItemType) -> Iterator[Draft]:
    for question in sorted(material.weights, key=lambda id: material.weights[id], reverse=True):
        if not missing_for(material, question, type):
            yield _draft(material, question, chosen_papers(material, question), type)


def _draft(material: Material, question: str, papers: list[Paper], type: ItemType) -> Draft:
    asked = [_guiding(material, question, papers, number) for number in range(len(papers))]
    boxes = [
        box_of(
            material,
            number,
            paper,
            *(
                Group(
                    f"{place}  {one.skill}",
                    (Paragraph(one.text), answer_lines(one.lines)),
                    note=f"{one.points} pt",
                    kind="asked",
                )
                for place, one in enumerate(asked[number], start=1)
            ),
        )
        for number, paper in enumerate(papers)
    ]
    ask = central_question(material, question)
    is_lesson = type is ItemType.LESSON
    points = sum(one.points for some in asked for one in some) + len(papers) + 9
    holes = [paper for paper in papers if not paper.passage]
    return Draft(
        type,
        (question, *(id for paper in papers for id in paper.ids)),
        "Read the documents with the question in mind. For each, ask first who speaks, when, and how it was "
        "known.",
        tuple(_pages(material, question, papers, boxes, holes))
        if is_lesson
        else (Group("Question", (Paragraph(ask),), kind="question"), *boxes),
        f"Write a paragraph that answers the question: {ask} Cite documents by letter, weigh them, and say what "
        "speaks against your answer.",
        Open(14),
        _key(material, question, papers, asked, holes, is_lesson),
        asks=frozenset((f"{type}:{question}",)),
        questions=frozenset((question,)),
        points=points,
        minutes=50 if is_lesson else 40,
    )


# What a class sees.


def _pages(
    material: Material, question: str, papers: list[Paper], boxes: list[Group], holes: list[Paper]
) -> Iterator[Block]:
    corpus = material.corpus
    ask = central_question(material, question)
    first, second = [letter(n) for n in range(2)], [letter(n) for n in range(2, len(papers))]
    yield Group("Central question", (Paragraph(ask),), kind="question")
    if holes:
        yield Group(
            "DRAFT",
            (
                Paragraph(
                    f"{plural(len(holes), 'passage')} still to be supplied, in the boxes that are marked like "
                    "this."
                ),
            ),
            kind="hole",
        )
    yield from background_of(material, papers)
    sure = _not_in_doubt(material, question, papers)
    if sure:
        says = tuple(Item(stopped(record_says(corpus, record, material.plain))) for record in sure)
        yield Group("What is not in doubt", (Listing(says),), kind="panel")
    counted = tuple(Item(text) for text in _counted(material, papers, sure))
    if counted:
        yield Group("How they counted", (Listing(counted),), kind="panel")
    yield Group(
        "How the lesson runs",
        (
            Table(
                ("minutes", "what you do"),
                (
                    ("6", "Read this page together."),
                    ("14", f"Documents {listed(first)}. First hypothesis."),
                    ("14", f"Documents {listed(second)}. Second hypothesis. Organizer."),
                    ("12", "Final claim, alone and in writing."),
                    ("4", "Two claims are read out."),
                ),
            ),
        ),
        kind="part",
    )
    yield Group("The first two documents", tuple(boxes[:2]), note="14 min", kind="page")
    yield Group(
        "First hypothesis", (Paragraph(f"After documents {listed(first)}: {ask}"), answer_lines(3)), kind="part"
    )
    yield Group("More documents", tuple(boxes[2:]), note="14 min", kind="page")
    yield Group(
        "Second hypothesis",
        (
            Paragraph(
                f"After documents {listed([*first, *second])}: what do you think now, and what changed your mind?"
            ),
            answer_lines(3),
        ),
        kind="part",
    )
    yield Group(
        "Organizer",
        (
            Table(
                ("document", "who, and when", "what it says in answer", "reliable for", "not reliable for"),
                tuple((f"{letter(n)}\n\n\n", "", "", "", "") for n in range(len(papers))),
            ),
        ),
        note=plural(len(papers), "point"),
        kind="page",
    )
    yield Group(
        "Final claim",
        (
            Paragraph(ask),
            Paragraph(
                f"I think that {'…' * 24}\nThis is shown by document {'…' * 4}, which says {'…' * 16}\nDocument "
                f"{'…' * 4} supports it, because {'…' * 18}\nAgainst it speaks document {'…' * 4}: "
                f"{'…' * 18}\nBut {'…' * 30}\nI am {'…' * 6} sure of this, because {'…' * 16}"
            ),
            answer_lines(6),
        ),
        note="12 min · 9 points",
        kind="frame",
    )


def _counted(material: Material, papers: list[Paper], records: list[Record]) -> Iterator[str]:
    """How the year and the days were counted where it was otherwise than on this sheet."""
    corpus, own = material.corpus, material.style
    claims = [corpus.claims[paper.id] for paper in papers if paper.id in corpus.claims]
    dates = [part.when for claim in claims for part in claim.statements] + [record.when for record in records]
    readings = [reading for dated in dates if dated is not None for reading in dated.when.readings]
    for begins in sorted({reading.year_begins for reading in readings} - {own.year_begins}):
        yield (
            f"Where some of this was written the number of the year changed on {begins}, not on {own.year_begins}."
        )
    used = {said_in(reading, own.calendar) for reading in readings} - {own.calendar}
    if used:
        yield f"Some of these dates are of the {listed(map(calendar_in_words, sorted(used)))} calendar."


def _not_in_doubt(material: Material, question: str, papers: list[Paper]) -> list[Record]:
    """The documented records that bear on the question and go together with every document."""
    shown = {id for paper in papers for id in paper.ids}
    claims = [id for id in shown if id in material.rows]
    found = []
    for record in material.seen.records:
        bearings = [dict(material.rows[id].records).get(record.id) for id in claims]
        bears = [str(one) for one in bearings if one is not None]
        is_clear = bears and not any(one in ("contradicts", "contests") for one in bears)
        if is_clear and record.basis == "documented" and record.id not in shown and record.when is not None:
            found.append(record)
    return found[:3]


# The guiding questions.


def _guiding(material: Material, question: str, papers: list[Paper], number: int) -> list[Asked]:
    """Three questions on a document: sourcing always, then by what there is to be asked."""
    paper = papers[number]
    found = [_sourcing(material, papers, number)]
    further = [
        *_close_reading(material, paper),
        *_corroborating(material, papers, number),
        *_contextualizing(material, question, paper),
        _saying(paper, material),
    ]
    by_skill: dict[str, Asked] = {}
    for one in further:
        by_skill.setdefault(one.skill, one)
    return [*found, *by_skill.values()][:3]


def _ground(material: Material, paper: Paper) -> str:
    corpus = material.corpus
    entry = corpus.claims.get(paper.id) or names.record_entry(corpus, paper.id)
    return f"{named(corpus, paper.id)}; {place(corpus, entry)}" if entry is not None else paper.id


def _sourcing(material: Material, papers: list[Paper], number: int) -> Asked:
    paper = papers[number]
    head = dict(paper.head)
    known, written = head["How it was known"], head["When written"]
    lag, is_memory = _lag(material, paper)
    if known.startswith("from "):
        text = "From whom does this document have it? One reason to trust what it says, and one to be careful?"
        return Asked("Sourcing", text, 2, 2, f"{capital(known)}. One reason each way, both from the head-note.")
    if lag:
        text = "How long after the events was this written down, or published? What can that do to a date?"
        memory = "A remembered date may slip, or be rounded to suit a story; or it rests on older papers."
        later = "Whoever was not there has it from others: the date is as good as what it rests on."
        look = f"{lag}. {memory if is_memory else later}"
        return Asked("Sourcing", text, 1, 2, look)
    unknown = [label.casefold() for label, value in paper.head if value.startswith(NOT_STATED)]
    others = [letter(n) for n in range(number) if not dict(papers[n].head)["When written"].startswith(NOT_STATED)]
    if unknown:
        than = f" that we are told about {others[0]}" if others and written.startswith(NOT_STATED) else ""
        text = f"What are we not told about this document{than}? What would you ask first?"
        return Asked("Sourcing", text, 1, 2, f"Not stated: {listed(unknown)}.")
    text = "Who speaks here, and how was it known? One reason to trust it, and one to be careful?"
    return Asked("Sourcing", text, 2, 2, f"{head['Who']}; {known}.")


_MEMORY = 100 * 366  # days beyond which nobody remembers


def _lag(material: Material, paper: Paper) -> tuple[str, bool]:
    """How long after the events it was written or published, and whether its author may remember them."""
    for (id, _), row in material.sourced.items():
        if id == paper.id:
            for lag, word in ((row.written, "Written"), (row.published, "Published")):
                if lag is not None and lag.least is not None and lag.least > 400:
                    said = f"{word} {lag_in_words(lag)} the event".replace("after the event", "after the events")
                    return said, lag.least <= _MEMORY and False not in row.participants
    return "", False


_ROUGH = (
    "about",
    "c.",
    "around",
    "towards",
    "between",
    "within",
    "early",
    "late",
    "mid",
    "near",
    "some",
    "perhaps",
)


def _close_reading(material: Material, paper: Paper) -> Iterator[Asked]:
    """On the source's own words alone: how exact they are, or which to check in the original."""
    own = [text for tag, text in paper.texts if tag in (OWN, RELAYED)]
    if any(tag == RELAYED for tag, _ in paper.texts):
        text = "Whose words are these? Which of them say when it was, and do they leave room for doubt?"
        said = listed(quoted(wording) for wording in paper.wordings) or "See the passage"
        yield Asked("Close reading", text, 2, 2, f"{_relayed_by(material, paper)} {said}.")
        return
    if any(tag == IN_TRANSLATION for tag, _ in paper.texts):
        text = "These are a translator’s words. Which of them would you check first in the original, and why?"
        yield Asked("Close reading", text, 1, 1, "Any word on which the date hangs, with a reason.")
        return
    for wording in paper.wordings:
        rough = [word for word in _ROUGH if word in wording.casefold().split() or f"{word}-" in wording.casefold()]
        left = material.findings.placed(paper.id) if paper.id in material.corpus.claims else None
        if rough and own and left is not None:
            narrow, wide = material.words_of(left.narrow), material.words_of(left.wide)
            span = narrow if narrow == wide else f"{narrow}; at the widest {wide}"
            text = (
                f"{quoted(wording)}: which word shows that the date is not exact? From when to when would you "
                "take it?"
            )
            yield Asked(
                "Close reading", text, 1, 1, stopped(f"“{rough[0]}”. The span is open; the tool takes {span}")
            )
            return
    if own:
        text = "Which words say when it was? Do they leave room for doubt?"
        said = listed(quoted(wording) for wording in paper.wordings) or "See the passage"
        yield Asked("Close reading", text, 1, 1, f"{said}.")


def _relayed_by(material: Material, paper: Paper) -> str:
    """Through whom the words of a document are known."""
    corpus = material.corpus
    entry = corpus.claims.get(paper.id) or names.record_entry(corpus, paper.id)
    source = corpus.sources.get(paper.source)
    through = (entry and entry.through) or (source and source.through)
    assert through, "what is relayed comes through something"
    return f"Those of {source_name(corpus, through.source)}, or as it gives them."


def _contextualizing(material: Material, question: str, paper: Paper) -> Iterator[Asked]:
    """What lay before and after, or what whoever speaks had at stake."""
    corpus = material.corpus
    interests = [corpus.claimants[id].interest for id in paper.by if id in corpus.claimants]
    if any(interests):
        text = "What could whoever speaks here gain or lose by it? How might that shape what is said?"
        yield Asked(
            "Contextualizing", text, 1, 2, f"{'; '.join(i for i in interests if i)}. Open: judge the reason."
        )
        return
    claim = corpus.claims.get(paper.id)
    is_dated = claim is not None and claim.stance == "asserts" and any(one.when for one in claim.statements[:1])
    left = material.findings.placed(paper.id) if is_dated else None
    if left is None or left.wide.start is None or left.wide.stop is None:
        return
    dated = [(record, placed) for record in material.dating.values() if (placed := material.placed(record.when))]
    before = [one for one in dated if (one[1].wide.stop or 0) <= left.wide.start]
    after = [one for one in dated if (one[1].wide.start or 0) >= left.wide.stop]
    nearest = [max(before, key=lambda one: one[1].wide.stop or 0)] if before else []
    nearest += [min(after, key=lambda one: one[1].wide.start or 0)] if after else []
    if len(nearest) == 2:
        dates = "; ".join(record_says(corpus, record, material.plain) for record, _ in nearest)
        text = f"Suppose this document is right. Which had happened by then, and which was still to come? {dates}."
        labels = [material.label(record.event) for record, _ in nearest]
        said = f"It was {material.words_of(left.narrow)}. "
        look = f"{said}‘{labels[0]}’ had happened; ‘{labels[1]}’ was to come."
        yield Asked("Contextualizing", text, 1, 1, look)


def _corroborating(material: Material, papers: list[Paper], number: int) -> Iterator[Asked]:
    """From the third document on: against which of the earlier ones it goes; strained verdicts are not keyed."""
    if number < 2:
        return
    paper = papers[number]
    against: list[str] = []
    along: list[str] = []
    open_: list[str] = []
    unknown: list[str] = []
    for earlier, other in enumerate(papers[:number]):
        pair = material.pairs.get(frozenset((paper.id, other.id)))
        if pair is not None and not material.is_clean(paper.id, other.id):
            sort = open_
        elif contradict(material, paper.id, other.id):
            sort = against
        else:
            sort = unknown if pair is not None and pair.verdict is Verdict.UNDETERMINED else along
        sort.append(letter(earlier))
    said = [f"It goes against {listed(against)}."] if against else []
    said += [f"Together with {listed(along)} it can be true."] if along else []
    said += [f"With {listed(open_)} it depends on how widely the dates are taken: not keyed."] if open_ else []
    if unknown:
        said.append(
            f"Beside {listed(unknown)} nothing follows by itself: one of the two counts from what no record "
            "dates. Whoever dates that decides."
        )
    look = " ".join(said)
    text = (
        "Which of the earlier documents does this one go against, and which can be true with it? Show it with "
        "words of both."
    )
    yield Asked("Corroborating", text, 2, 2, look)


def _saying(paper: Paper, material: Material) -> Asked:
    text = "Say in one sentence of your own how this document answers the central question."
    said = next((text for _, text in reversed(paper.texts)), "See the passage.")
    return Asked("Reading", text, 1, 2, said)


# What the teacher sees.


def _key(
    material: Material,
    question: str,
    papers: list[Paper],
    asked: list[list[Asked]],
    holes: list[Paper],
    is_lesson: bool,
) -> Key:
    corpus = material.corpus
    letters = {id: letter(number) for number, paper in enumerate(papers) for id in paper.ids}
    rows = tuple(
        (f"{letter(number)} {place}", one.look_for, _ground(material, papers[number]))
        for number, some in enumerate(asked)
        for place, one in enumerate(some, start=1)
    )
    blocks: list[Block] = [
        Group("Guiding questions", (Table(("no.", "what to look for", "ground"), rows),), kind="part")
    ]
    if is_lesson:
        model = tuple(
            (
                letters[paper.id],
                f"{dict(paper.head)['When written']}; {dict(paper.head)['How it was known']}",
                _answer(material, question, paper),
            )
            for paper in papers
        )
        table = Table(("document", "when, and how known", "what it says"), model)
        open_ = Paragraph(
            "“Reliable for” and “not reliable for” are open: a reason from the head-note or the words is right."
        )
        blocks.append(Group("Organizer", (table, open_), note="a point a row", kind="part"))
    blocks.append(
        Group("Open, and not keyed", (Listing(tuple(_open(material, question, papers, letters))),), kind="part")
    )
    before = [
        Item(f"Fill the passage of {letters[paper.id]}, or leave the document out; {spelt(FEWEST)} are the least.")
        for paper in holes
    ]
    before.append(
        Item("Closing talk: hear one claim for each side, and ask both what find would change their mind.")
    )
    blocks.append(Group("Before you hand it out", (Listing(tuple(before)),), kind="part"))
    ruled_out = frozenset(letters) & material.ruled_out
    pairs = opposed(material, papers)
    found = [
        Item(f"{letters[one.id]} and {letters[other.id]}: {VERDICTS[pair.verdict]}.") for one, other, pair in pairs
    ]
    found += [
        Item(f"{letters[id]}, against the record: {standing_says(material.findings, material.rows[id])}")
        for id in letters
        if id in material.rows
    ]
    blocks.append(Group("What the findings say", (Listing(tuple(found)),), kind="part"))
    return Key(
        (),
        told(corpus, pairs[0][2].because),
        cautions=("No answer is keyed. A claim is good by its reasons, not by the date that it chooses.",),
        look_fors=(
            "A claim in answer to the question, in the first sentence or the last.",
            "Evidence cited by letter, from more than one document, with what each can and cannot show.",
        ),
        rubric=CLAIMING if is_lesson else ARGUING,
        samples=tuple(_samples(material, papers, letters, ruled_out)),
        ruled_out=ruled_out,
        blocks=tuple(blocks),
    )


def _answer(material: Material, question: str, paper: Paper) -> str:
    """What a document says in answer, in few words."""
    if paper.id in material.corpus.claims:
        return answer(material.findings, paper.id, question)
    record = names.record_entry(material.corpus, paper.id)
    return record_says(material.corpus, record) if record is not None else ""


def _open(material: Material, question: str, papers: list[Paper], letters: dict[str, str]) -> Iterator[Item]:
    state = material.findings.state_of(question)
    if state is None or state.decided_for is None:
        yield Item(
            "The answer itself: the record does not decide. Every claim with its reasons can have full marks."
        )
    yield Item("Why they differ: memory, a misprint, another way to count, a good story.")
    for a, b in combinations(letters, 2):
        pair = material.pairs.get(frozenset((a, b)))
        if pair is not None and not material.is_clean(a, b):
            yield Item(f"{letters[a]} against {letters[b]}: it depends on a reading.")
    yield Item("Whether documents are independent where nothing is stated: “not shown” is not “shown not”.")


def _samples(
    material: Material, papers: list[Paper], letters: dict[str, str], ruled_out: frozenset[str]
) -> Iterator[Sample]:
    """A claim made of the findings alone: what is ruled out, what stands, what is not known."""
    corpus = material.corpus
    claims = [corpus.claims[paper.id] for paper in papers if paper.id in corpus.claims]
    left = [claim for claim in claims if claim.id not in ruled_out]
    said = []
    for claim in claims:
        if claim.id in ruled_out:
            why = standing_says(material.findings, material.rows[claim.id])
            said.append(f"{_cited(material, claim, letters)} cannot be right if the record is: {why}")
    if left and ruled_out:
        said.append(f"What remains is what {listed(_cited(material, claim, letters) for claim in left)} say.")
    elif left:
        held = len({material.positions.get(claim.id, claim.id) for claim in left})
        said.append(f"No record rules out any of these documents; they have {plural(held, 'answer')}.")
    one = next(((a, b) for a, b in combinations(left, 2) if contradict(material, a.id, b.id)), None)
    if one is not None:
        a, b = (_cited(material, claim, letters) for claim in one)
        said.append(f"{a} and {b} cannot both be right; which of them must give, these documents do not show.")
    said.append("A paper of the time that none of these had before them would change the answer.")
    yield Sample(" ".join(said), frozenset(claim.id for claim in left))


def _cited(material: Material, claim: Claim, letters: dict[str, str]) -> str:
    return f"{who(material.corpus, claim)} ({letters[claim.id]})"
