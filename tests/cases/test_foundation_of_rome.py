"""The case of counted years: sets that go together and sets that do not, and the numbers of the essay."""

from __future__ import annotations

from functools import cache
from itertools import product
from pathlib import Path

import pytest
from numerals import in_words

from claimcheck.corpus.entries import Corpus
from claimcheck.corpus.reading import read_corpus
from claimcheck.dates.calendars import calendar_date
from claimcheck.dates.when import DAY, Window
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Pair, Standing, Verdict
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.perspective import Perspective, view
from claimcheck.examine import examine
from claimcheck.report.ask_why import Asking
from claimcheck.report.screen import first_screen
from claimcheck.report.words.issue import counted, cut_short
from claimcheck.report.words.standing import terminus_says

CASE = Path(__file__).parents[2] / "claims" / "foundation-of-rome"
ASKING = Asking("claims/foundation-of-rome", Perspective())
PAGE = Path(__file__).parents[2] / "docs" / "cases" / "foundation-of-rome.md"
ESSAY = " ".join(PAGE.read_text(encoding="utf-8").split())


@cache
def corpus() -> Corpus:
    read, diagnostics = read_corpus(CASE)
    assert [d for d in diagnostics if d.severity == "error"] == []
    return read


@cache
def findings() -> Examination:
    return examine(corpus())


@cache
def inquiry() -> Inquiry:
    return Inquiry(view(corpus(), Perspective()))


def can_hold(*ids: str, wide: bool = True) -> bool:
    """Whether claims and records can all be true, on the wide or the narrow reading."""
    records = {member.id: member for member in inquiry().records}
    members = [inquiry().claim(id) if id in corpus().claims else records[id] for id in ids]
    return inquiry().is_possible(members, wide)


def is_conflict(*ids: str) -> bool:
    """Whether these cannot all be true, though any fewer could."""
    return not can_hold(*ids) and all(can_hold(*(other for other in ids if other != id)) for id in ids)


def pair(a: str, b: str) -> Pair:
    return next(p for p in findings().pairs if {p.a, p.b} == {a, b})


DATED = (
    *(
        "timaeus",
        "timaeus-synchronism",
        "cincius",
        "fabius",
        "dionysius",
        "polybius",
        "cicero",
        "varro",
        "atticus",
    ),
    *("velleius-olympiad", "velleius-consulship", "piso", "pliny", "ennius", "quadratus", "carandini", "gjerstad"),
)


def test_velleius_contradicts_himself_in_one_sentence() -> None:
    assert pair("velleius-olympiad", "velleius-consulship").verdict is Verdict.CONTRADICTS
    assert is_conflict("velleius-olympiad", "velleius-troy", "eratosthenes-troy")
    assert is_conflict("velleius-consulship", "velleius-troy", "eratosthenes-troy")


@pytest.mark.parametrize(
    "ids",
    [
        *((rome, "livy-kings", "dionysius-consuls") for rome in ("fabius-rome", "cincius-rome", "piso-rome")),
        *((rome, "livy-kings", "dionysius-consuls") for rome in ("timaeus-rome", "gjerstad-rome", "varro-rome")),
        ("dionysius-rome", "cicero-kings", "dionysius-consuls"),
        ("cicero-rome", "cicero-carthage", "justin-carthage"),
        ("varro-rome", "livy-sack", "gallic-sack"),
        ("dionysius-rome", "cato-rome", "duris-troy"),
        ("polybius-rome", "cato-rome", "timaeus-troy"),
    ],
)
def test_a_conflict_of_three(ids: tuple[str, ...]) -> None:
    assert is_conflict(*ids)


@pytest.mark.parametrize(
    "ids",
    [
        ("varro-rome", "velleius-olympiad", "livy-kings", "varro-consuls"),
        ("dionysius-rome", "dionysius-kings", "dionysius-consuls", "dionysius-to-sack", "dionysius-sack"),
        ("dionysius-rome", "cato-rome", "eratosthenes-troy"),
        ("polybius-rome", "cicero-rome", "cicero-kings", "dionysius-consuls", "polybius-consuls"),
        ("polybius-rome", "livy-kings", "polybius-consuls"),
        ("timaeus-rome", "timaeus-carthage", "timaeus-synchronism"),
        ("cicero-rome", "cicero-carthage", "cicero-carthage-older"),
    ],
)
def test_a_system_is_at_one_with_itself(ids: tuple[str, ...]) -> None:
    assert can_hold(*ids)


def test_what_is_told_cannot_all_be_true_and_any_fewer_could_though_the_search_was_cut_short() -> None:
    larger = [conflict.members for conflict in findings().conflicts if len(conflict.members) > 2]
    assert len(larger) > 5
    assert [ids for ids in larger if not is_conflict(*ids)] == []


def test_eight_roundings_of_half_a_year_reconcile_fabius_with_the_reigns_and_no_strict_count_does() -> None:
    ids = ("fabius-rome", "dionysius-reigns", "dionysius-consuls")
    assert can_hold(*ids)
    assert not can_hold(*ids, wide=False)


def test_the_record_leaves_no_limit_to_the_foundation_and_an_upper_one_to_the_consuls() -> None:
    limits = {t.question: terminus_says(corpus(), t) for t in findings().termini if t.question is not None}
    assert limits["founded"] == limits["troy"] == "no limit"
    assert limits["consuls"] == "no later than 28 June 505 BC"
    assert limits["sack"] == "July 387 BC to June 386 BC"


def test_eight_of_the_events_are_documented() -> None:
    records = [record for event in corpus().events.values() for record in event.records]
    assert len(records) == 15
    assert {record.event for record in records if record.basis == "documented"} == {
        *("census-before-sack", "first-treaty", "flavius-shrine", "capitol-dedicated"),
        *("carthage-layers", "consuls-158", "vinicius-consul", "consuls-238"),
    }


FOUNDATIONS = tuple(f"{name}-rome" if not name.startswith(("timaeus-s", "velleius")) else name for name in DATED)


@pytest.mark.parametrize(
    ("lengths", "pegs", "ways", "wrong"),
    [
        (
            ("dionysius-kings", "livy-kings", "cicero-kings"),
            ("dionysius-consuls", "dionysius-to-sack", "polybius-consuls", "varro-consuls"),
            204,
            127,
        ),
        (
            ("cato-rome", "velleius-troy"),
            ("eratosthenes-troy", "duris-troy", "timaeus-troy", "timaeus-troy-417"),
            136,
            125,
        ),
        (
            ("cicero-carthage-older", "velleius-carthage", "justin-carthage"),
            ("timaeus-carthage", "cicero-carthage"),
            102,
            43,
        ),
    ],
)
def test_a_founding_an_interval_and_a_peg(
    lengths: tuple[str, ...], pegs: tuple[str, ...], ways: int, wrong: int
) -> None:
    sets = list(product(FOUNDATIONS, lengths, pegs))
    assert len(sets) == ways
    assert sum(is_conflict(*ids) for ids in sets) == wrong
    assert f"{in_words(wrong)} of {in_words(ways)}" in ESSAY or f"{in_words(ways)} ways" in ESSAY


def test_the_essay_counts_what_the_corpus_holds_and_the_engine_finds() -> None:
    claims = corpus().claims.values()
    claimants = {by for claim in claims for by in claim.by}
    assert f"holds {in_words(len(claims))} claims by {in_words(len(claimants))} claimants" in ESSAY
    pairs = findings().pairs
    at_odds = [p for p in pairs if p.verdict is Verdict.CONTRADICTS]
    assert f"{in_words(len(at_odds)).capitalize()} pairs of these claims cannot both be true." in ESSAY
    dated = [p for p in pairs if p.question == "founded" and not {p.a, p.b} & {"cato-rome", "velleius-troy"}]
    clash = [p for p in dated if p.verdict is Verdict.CONTRADICTS]
    assert f"of {in_words(len(dated))} pairs that give dates, {in_words(len(clash))} are at odds" in ESSAY
    records = sum(len(event.records) for event in corpus().events.values())
    assert f"{in_words(records).capitalize()} records stand beside them" in ESSAY


def test_the_essay_on_what_the_record_says_and_what_it_rules_out() -> None:
    records = [record for event in corpus().events.values() for record in event.records]
    documented = sum(record.basis == "documented" for record in records)
    assert f"{in_words(documented).capitalize()} of its {in_words(len(records))} events are documented" in ESSAY
    founded = [c.id for c in corpus().claims.values() if any(part.question == "founded" for part in c.statements)]
    assert f"{in_words(len(founded))} of them say when Rome was founded" in ESSAY
    rows = {row.claim: row for row in findings().rows}
    assert f"of the {in_words(len(founded))}, every single one is *known only" in ESSAY
    assert {rows[id].verdict for id in founded} == {Standing.KNOWN_ONLY_THROUGH_THE_CLAIMANT}
    assert [id for id, row in rows.items() if row.verdict is Standing.CONTRADICTED] == ["varro-sack"]
    (limit,) = (one for one in findings().termini if one.question == "consuls")
    assert limit.ante_quem is not None and "in office by the summer of 505 BC" in ESSAY
    year, month, _ = calendar_date("julian", limit.ante_quem // DAY)
    assert year == -504 and month in (6, 7, 8)
    left = {id for id in founded if ("wall-is-foundation",) not in rows[id].if_bridge}
    dated = left - {"cato-rome", "velleius-troy"}  # these count from Troy, of which no record gives a date
    assert f"of all dated foundations {in_words(len(dated))} remain, Cincius and Carandini" in ESSAY
    assert dated == {"cincius-rome", "carandini-rome"}


def test_no_date_that_is_stated_has_a_day_but_the_parilia() -> None:
    """Whole months at the least: no source but those who name the Parilia gives a day."""
    statements = {id: claim.statements for id, claim in corpus().claims.items()}
    with_a_day = set()
    for id, stated in statements.items():
        for statement in stated:
            date = statement.when.when.readings[0].date if statement.when is not None else None
            if isinstance(date, Window):
                assert date.narrow.start is not None and date.narrow.stop is not None
                bounds = (date.narrow.start // DAY, date.narrow.stop // DAY)
                if any(calendar_date("julian", day)[2] != 1 for day in bounds):
                    with_a_day.add(id)
    assert with_a_day == {"varro-rome", "velleius-olympiad"}


def test_what_the_search_left_open_is_said_in_the_report_and_not_where_no_conflict_is_told() -> None:
    screen = " ".join(first_screen(findings(), ASKING, name="foundation-of-rome").split())
    assert counted(findings()).endswith(cut_short(findings())) and "limit" not in screen
    assert len(first_screen(findings(), ASKING, name="foundation-of-rome").splitlines()) <= 23
