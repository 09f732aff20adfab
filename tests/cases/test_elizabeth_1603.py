"""The case of calendars: what the engine finds is what the reading by hand says (docs/cases/elizabeth-1603.md)."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from numerals import in_words

from claimcheck.corpus.entries import Corpus
from claimcheck.corpus.reading import read_corpus
from claimcheck.criticism.slips import SlipKind, find_slips
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Independence, Pair, Role, Row, Standing, Verdict
from claimcheck.engine.perspective import Perspective
from claimcheck.examine import examine
from claimcheck.report.dating import as_read
from claimcheck.report.slips import slip_says
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


def pair(a: str, b: str, *bridges: str) -> Pair:
    return next(p for p in findings(*bridges).pairs if {p.a, p.b} == {a, b})


def row(claim: str) -> Row:
    return next(r for r in findings().rows if r.claim == claim)


def gap(found: Pair) -> int | None:
    return found.gap.days if found.gap is not None else None


def on(question: str) -> dict[tuple[str, str], str]:
    """The verdicts of a question, with the gap of a contradiction and a mark where strained."""
    return {
        (p.a.removesuffix(f"-{question}"), p.b.removesuffix(f"-{question}")): " ".join(
            str(word)
            for word in (p.verdict, gap(p) if p.verdict is Verdict.CONTRADICTS else "", "strained" * p.strained)
            if word != ""
        )
        for p in findings().pairs
        if p.question == question
    }


def test_the_removal() -> None:
    assert on("removal") == {
        ("camden", "compiler"): "refines",
        ("camden", "strickland"): "contradicts 17",
        ("camden", "bilyeau"): "contradicts 10",
        ("compiler", "strickland"): "contradicts 2",
        ("compiler", "bilyeau"): "refined-by",
        ("strickland", "bilyeau"): "contradicts 7",
    }


def test_the_illness_and_the_papers_of_the_envoy() -> None:
    assert on("illness") == {("strickland", "clifford"): "contradicts 1"}
    assert on("audience") == {("tudorblog", "wikipedia"): "contradicts 4"}
    assert on("letter") == {("purdy", "whitelock"): "contradicts 10"}


def test_neither_reading_of_the_date_without_a_style_undoes_the_contradiction() -> None:
    assert pair("tudorblog-audience", "wikipedia-audience").unless == ()


def test_the_bed() -> None:
    assert on("bed") == {
        ("parry", "chamberlain"): "overlaps",
        ("parry", "ridgway"): "refined-by",
        ("chamberlain", "ridgway"): "refined-by",
    }
    beaumont = pair("parry-bed", "beaumont-bed")
    assert (beaumont.verdict, beaumont.dimension, gap(beaumont)) == ("contradicts", "existence", 3)
    for other in ("chamberlain-bed", "ridgway-bed"):
        assert pair(other, "beaumont-bed").verdict is Verdict.DIFFERENT_QUESTIONS
        assert pair(other, "beaumont-bed").if_bridge == (("one-bed",),)
        assert pair(other, "beaumont-bed", "one-bed").verdict is Verdict.CONTRADICTS


THE_DAY = ("camden-annales", "chambers", "russian")
BY_THE_HOUR = ("manningham", "camden-james", "weldon", "clifford")
WRITE_THE_24TH = (*THE_DAY, *BY_THE_HOUR)


def test_three_ways_to_write_the_day_of_the_death_are_no_contradiction() -> None:
    among = {names: verdict for names, verdict in on("death").items() if set(names) <= set(WRITE_THE_24TH)}
    assert len(among) == 21
    assert not [names for names, verdict in among.items() if verdict.startswith("contradicts")]
    assert among["manningham", "weldon"] == "agrees"
    assert {among[names] for names in among if set(names) <= set(THE_DAY)} == {"agrees"}
    finer = {names: verdict for names, verdict in among.items() if len(set(names) & set(THE_DAY)) == 1}
    assert finer == {names: "refines" if names[0] in BY_THE_HOUR else "refined-by" for names in finer}
    assert among["manningham", "camden-james"] == among["camden-james", "weldon"] == "overlaps"
    assert among["manningham", "clifford"] == among["weldon", "clifford"] == "refines"
    assert among["camden-james", "clifford"] == "refines"


def test_carey_has_her_dead_before_or_barely_within_the_hours_of_the_others() -> None:
    carey = {other: on("death").get(("carey", other)) or on("death")[other, "carey"] for other in WRITE_THE_24TH}
    by_the_clock = dict.fromkeys(BY_THE_HOUR, "overlaps strained") | {"camden-james": "contradicts 0"}
    assert carey == by_the_clock | dict.fromkeys(THE_DAY, "overlaps")
    assert on("death")["carey", "selincourt"] == "overlaps"


def test_the_transcript_and_its_emendation() -> None:
    for other in WRITE_THE_24TH:
        found = pair("clifford-death-20", f"{other}-death")
        assert (found.verdict, gap(found)) == ("contradicts", 4)
        assert found.unless == (("clifford-death-20#2",),)
    for other, unless in (("selincourt-death", ()), ("carey-death", (("clifford-death-20#2",),))):
        found = pair("clifford-death-20", other)
        assert (found.verdict, gap(found), found.unless) == ("contradicts", 3, unless)


def test_an_evening_before_the_ride_contradicts_everybody_but_carey() -> None:
    others = {other: pair("selincourt-death", f"{other}-death") for other in WRITE_THE_24TH}
    assert {other: (str(p.verdict), gap(p)) for other, p in others.items()} == dict.fromkeys(
        WRITE_THE_24TH, ("contradicts", 1)
    )


def test_that_day_in_london_and_the_ride() -> None:
    assert on("whitehall") == {("manningham-proclaimed", "chronicler-proclaimed"): "overlaps"}
    assert on("cheapside") == {("clifford", "chronicler"): "overlaps strained"}
    assert on("departure") == {("carey", "selincourt"): "contradicts 0"}
    assert on("arrival") == {
        ("carey", "patrick"): "overlaps",
        ("carey", "ridgway"): "overlaps",
        ("patrick", "ridgway"): "overlaps",
        ("carey", "seel-smith"): "overlaps",
        ("patrick", "seel-smith"): "overlaps strained",
        ("ridgway", "seel-smith"): "overlaps strained",
    }


def test_no_other_pair_is_listed() -> None:
    asked = {"removal", "illness", "audience", "letter", "bed", "death", "whitehall", "cheapside", "departure"}
    other = {(p.a, p.b): p for p in findings().pairs if p.question not in {*asked, "arrival"}}
    counted_from_the_death = ("purdy-letter", "chamberlain-bed")
    assert set(other) == {
        *((bed, "beaumont-bed") for bed in ("parry-bed", "chamberlain-bed", "ridgway-bed")),
        *((one, death) for one in counted_from_the_death for death in ("clifford-death-20", "selincourt-death")),
    }
    for one in counted_from_the_death:
        found = other[one, "clifford-death-20"]
        assert (found.verdict, gap(found), found.unless) == ("contradicts", 3, (("clifford-death-20#2",),))
        assert other[one, "selincourt-death"].strained


def test_each_claim_stands_to_the_record_as_read() -> None:
    expected = {
        Standing.CONTRADICTED: {
            "camden-removal": ["court-moves"],
            "strickland-removal": ["court-moves"],
            "wikipedia-audience": ["audience"],
            "purdy-letter": ["letter-27-march", "letter-3-april"],
            "clifford-death-20": ["queen-dies/1"],
            "selincourt-death": ["queen-dies/1"],
            "selincourt-departure": ["carey-sets-out"],
        },
        Standing.CORROBORATED: {
            "compiler-removal": ["court-moves"],
            "camden-annales-death": ["queen-dies/1"],
            "chambers-death": ["queen-dies/1"],
            "russian-death": ["queen-dies/1"],
            "carey-arrival": ["carey-arrives/2"],
        },
        Standing.CORROBORATED_IN_PART: {
            "carey-death": ["queen-dies/1"],
            "ridgway-arrival": ["carey-arrives/2"],
            "seel-smith-arrival": ["carey-arrives/1", "carey-arrives/2"],
        },
    }
    for standing, claims in expected.items():
        found = {
            r.claim: [id for id, bearing in r.records if str(bearing) != "consistent"]
            for r in findings().rows
            if r.verdict is standing
        }
        assert found == claims
    assert row("carey-death").in_part == row("ridgway-arrival").in_part == ("not-earlier",)
    assert row("seel-smith-arrival").in_part == ("not-later",)
    assert {row(claim).independence for claim in expected[Standing.CORROBORATED]} == {Independence.NOT_SHOWN}
    rest = {
        Standing.NO_INDEPENDENT_RECORD: {"carey-departure"},
        Standing.NOT_COMPARED: {"scaramelli-doubt"},
        Standing.KNOWN_ONLY_THROUGH_THE_CLAIMANT: {
            *("strickland-illness", "clifford-illness", "clifford-cheapside", "chronicler-cheapside"),
            *("parry-bed", "chamberlain-bed", "ridgway-bed", "beaumont-bed"),
        },
        Standing.CONSISTENT: {
            *(
                "bilyeau-removal",
                "tudorblog-audience",
                "whitelock-letter",
                "patrick-arrival",
                "chronicler-proclaimed",
            ),
            *("manningham-death", "camden-james-death", "weldon-death", "clifford-death", "manningham-proclaimed"),
        },
    }
    for standing, names in rest.items():
        assert {r.claim for r in findings().rows if r.verdict is standing} == names
    assert not [r.claim for r in findings().rows if r.strained]


def test_what_rests_on_the_record_is_not_borne_out_by_it() -> None:
    resting = {r.claim for r in findings().rows if r.verdict == "consistent" and r.independence == "dependent"}
    assert resting == {"bilyeau-removal", "tudorblog-audience", "whitelock-letter"}


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
            *(("selincourt-departure", "patrick-arrival", arrival) for arrival in arrivals),
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


def test_no_deduction_in_the_report_ends_in_two_full_stops() -> None:
    steps = [step for p in findings().pairs for step in p.because if step.bound is not None]
    supposed = [replace(step, role=Role.CASE, follows=()) for step in steps]  # it ends in its date
    said = [step_says(corpus(), step) for step in (*steps, *supposed)]
    assert any(text.endswith("1603 o.s.") for text in said)
    assert not [text for text in said if text.endswith("..")]


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
    assert f"{in_words(len(claims)).capitalize()} claims of {claimants} claimants" in essay
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
