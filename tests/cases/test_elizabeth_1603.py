"""The case of calendars: conflicts of three, slips, and the numbers of the essay."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from numerals import in_words

from claimcheck.corpus.entries import Corpus
from claimcheck.corpus.reading import read_corpus
from claimcheck.criticism.slips import SlipKind, find_slips
from claimcheck.criticism.witnesses import witnesses_of
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Pair, Role, Standing, Verdict
from claimcheck.engine.perspective import Perspective
from claimcheck.examine import examine
from claimcheck.report.document import _read
from claimcheck.report.slips import slip_says
from claimcheck.report.words.dates import as_read
from claimcheck.report.words.proofs import step_says

CASE = Path(__file__).parents[2] / "claims" / "elizabeth-1603"
PAGE = Path(__file__).parents[2] / "docs" / "cases" / "elizabeth-1603.md"


@cache
def corpus() -> Corpus:
    read, diagnostics = read_corpus(CASE)
    assert [d for d in diagnostics if d.severity == "error"] == []
    return read


@cache
def findings(*bridges: str) -> Examination:
    return examine(corpus(), Perspective(bridges=bridges))


def gap(found: Pair) -> int | None:
    return found.gap.days if found.gap is not None else None


def test_the_conflicts_of_three() -> None:
    found = {frozenset(c.members) for c in findings().conflicts if len(c.members) == 3}
    the_20th, the_hours = "clifford-death-20", ("manningham-proclaimed", "chronicler-proclaimed")
    arrivals = ("carey-arrival", "ridgway-arrival", "carey-arrives/1", "carey-arrives/2")
    assert found == {
        frozenset(members)
        for members in (
            *((the_20th, "seel-smith-arrival", arrival) for arrival in (*arrivals, "patrick-arrival")),
            (the_20th, "chronicler-proclaimed", "proclaimed-whitehall"),
            *((death, *the_hours) for death in (the_20th, "carey-death", "selincourt-death")),
            ("selincourt-departure", "patrick-arrival", "ridgway-arrival"),  # but not a night
        )
    }
    assert not [c for c in findings().conflicts if len(c.members) > 3]


def test_the_record_is_at_one_with_itself() -> None:
    assert all(set(conflict.members) & set(corpus().claims) for conflict in findings().conflicts)


def test_the_difference_of_the_calendars_is_suggested_where_it_shows() -> None:
    found = {(*slip.claims, slip.record): slip for slip in find_slips(findings())}
    calendar = {(*slip.claims, slip.record) for slip in find_slips(findings()) if slip.kind is SlipKind.CALENDAR}
    assert calendar == {
        ("camden-removal", "bilyeau-removal", None),
        ("camden-removal", "court-moves"),
        ("purdy-letter", "whitelock-letter", None),
        ("purdy-letter", "letter-27-march"),
    }
    assert slip_says(found["purdy-letter", "letter-27-march"]).startswith(
        "27 March 1603 n.s. + 10 days = 27 March 1603 o.s.:"
    )


def test_each_date_is_printed_in_the_calendar_of_its_statement() -> None:
    said = {}
    for id in ("manningham-death", "camden-annales-death", "parry-bed", "tudorblog-audience", "purdy-letter"):
        claim = corpus().claims[id]
        dated = claim.statements[0].when
        assert dated is not None
        said[id] = as_read(findings(), dated, 0, claim)
    assert said == {
        "manningham-death": "between 02:30 and 03:30 on 24 March 1602/3 o.s.",
        "camden-annales-death": "24 March 1603 o.s.",
        "parry-bed": "20 to 21 March 1602/3 o.s.",
        "tudorblog-audience": (
            "between 14:00 and 15:00 on 16 February 1603 n.s. = between 14:00 and 15:00 on 6 February 1603 o.s."
        ),
        "purdy-letter": "27 March 1603 o.s.",
    }


def test_no_sentence_of_the_report_ends_in_two_full_stops() -> None:
    steps = [step for p in findings().pairs for step in p.because if step.bound is not None]
    supposed = [replace(step, role=Role.CASE, follows=()) for step in steps]  # it ends in its date
    said = [step_says(corpus(), step) for step in (*steps, *supposed)]
    assert any(text.endswith("1603 o.s.") for text in said)
    said += [
        _read(findings(), claim, claim.statements[0].question)
        for claim in corpus().claims.values()
        if claim.statements
    ]
    assert not [text for text in said if ".." in text]


def flattened(folder: Path, line: str) -> tuple[Corpus, list[str]]:
    """The corpus without every line that says so about a source or a claim, and the errors that this makes."""
    for path in CASE.glob("*.yaml"):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = lines if path.name == "corpus.yaml" else [text for text in lines if text.strip() != line]
        (folder / path.name).write_text("".join(kept), encoding="utf-8")
    read, diagnostics = read_corpus(folder)
    return read, [d.code for d in diagnostics if d.severity == "error"]


def test_read_without_the_lady_day_style_the_witnesses_are_a_year_apart(tmp_path: Path) -> None:
    read, errors = flattened(tmp_path, "year-begins: 25 March")
    assert errors == []
    flat = examine(read)
    apart = {(p.a, p.b): gap(p) for p in flat.pairs if p.verdict is Verdict.CONTRADICTS and p.question == "death"}
    for witness in ("manningham-death", "weldon-death"):
        for other in ("camden-james-death", "camden-annales-death", "chambers-death", "russian-death"):
            assert apart.get((witness, other), apart.get((other, witness))) == 365
    ruled_out = {r.claim for r in flat.rows if r.verdict is Standing.CONTRADICTED and r.question == "death"}
    assert ruled_out == {c for c in read.claims if "-death" in c} - {"manningham-death", "weldon-death"}


def test_the_essay_counts_what_the_corpus_holds_and_the_engine_finds(tmp_path: Path) -> None:
    essay = " ".join(PAGE.read_text(encoding="utf-8").split())
    claims = corpus().claims.values()
    claimants = in_words(len({by for claim in claims for by in claim.by}))
    assert f"asks {in_words(len(corpus().questions))} questions" in essay
    assert f"what {claimants} claimants say" in essay
    at_odds = [p for p in findings().pairs if p.verdict is Verdict.CONTRADICTS]
    ruled_out = [r for r in findings().rows if r.verdict is Standing.CONTRADICTED]
    flat = examine(flattened(tmp_path, "year-begins: 25 March")[0])
    flat_at_odds = [p for p in flat.pairs if p.verdict is Verdict.CONTRADICTS]
    assert f"the pairs at odds rise from {len(at_odds)} to {len(flat_at_odds)}" in essay
    flat_ruled_out = [r for r in flat.rows if r.verdict is Standing.CONTRADICTED]
    assert f"ruled out by the record, {in_words(len(ruled_out))}, are more than doubled" in essay
    assert len(flat_ruled_out) > 2 * len(ruled_out)
    transcript = "clifford-death-20"
    against = [p for p in at_odds if transcript in (p.a, p.b) and p.question == "death"]
    larger = [c for c in findings().conflicts if len(c.members) > 2]
    shares = [c for c in larger if transcript in c.members]
    assert f"contradicts {in_words(len(against))} other accounts of the death" in essay
    assert f"takes part in {in_words(len(shares))} of the {in_words(len(larger))} larger conflicts" in essay
    knot = max(findings().clusters, key=lambda cluster: len(cluster.claims))
    (given_up, *_) = knot.repairs
    assert f"among the {in_words(len(given_up))} claims" in essay and transcript in given_up
    assert f"the largest knot, of {in_words(len(knot.conflicts))} conflicts" in essay


def test_the_essay_on_the_day_of_the_death_and_its_hours() -> None:
    essay = " ".join(PAGE.read_text(encoding="utf-8").split())
    the_24th = [claim.id for claim in corpus().claims.values() if claim.id.endswith("-death")]
    the_24th = [id for id in the_24th if id not in ("carey-death", "selincourt-death")]
    pairs = [p for p in findings().pairs if {p.a, p.b} <= set(the_24th)]
    assert f"{in_words(len(the_24th)).capitalize()} accounts put the death on the day" in essay
    assert f"Among the {in_words(len(pairs))} pairs that these" in essay
    assert not [p for p in pairs if p.verdict is Verdict.CONTRADICTS]
    beside = {p.b if p.a == "carey-death" else p.a: p for p in findings().pairs if "carey-death" in (p.a, p.b)}
    assert beside["camden-james-death"].verdict is Verdict.CONTRADICTS
    about = ("manningham-death", "weldon-death", "clifford-death")
    assert f"the other {in_words(len(about))} leave him a little room" in essay
    assert all(beside[id].strained for id in about)
    arrivals = [c.id for c in corpus().claims.values() if any(part.question == "arrival" for part in c.statements)]
    found = witnesses_of(corpus(), arrivals)
    assert f"behind all {in_words(len(arrivals))} the report finds {in_words(len(found.roots))} roots" in essay


def test_read_without_the_gregorian_calendar_the_sunday_is_refused_and_the_wrong_man_ruled_out(
    tmp_path: Path,
) -> None:
    read, errors = flattened(tmp_path, "calendar: gregorian")
    assert errors == ["CC401", "CC401"]  # the record's Sunday, and the one that Tudorblog copies
    rows = {r.claim: r for r in examine(read).rows}
    assert rows["purdy-letter"].verdict is not Standing.CONTRADICTED
    assert rows["whitelock-letter"].verdict is Standing.CONTRADICTED


@pytest.mark.parametrize("question", ["removal", "death"])
def test_the_limits_that_the_record_leaves_are_one_day(question: str) -> None:
    (found,) = (t for t in findings().termini if t.question == question)
    assert found.post_quem is not None and found.ante_quem is not None
    assert found.ante_quem - found.post_quem == 86_400
