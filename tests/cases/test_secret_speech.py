"""The article of the founding case, looked through alone: what lies beyond it changes none of this."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from claimcheck.corpus.entries import Corpus
from claimcheck.corpus.reading import read_corpus
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Pair, Role, Row, Standing, Verdict
from claimcheck.engine.perspective import Perspective
from claimcheck.examine import examine

CASE = Path(__file__).parents[2] / "claims" / "secret-speech"


@cache
def corpus() -> Corpus:
    read, diagnostics = read_corpus(CASE)
    assert [d for d in diagnostics if d.severity == "error"] == []
    return read


@cache
def findings(*bridges: str) -> Examination:
    return examine(corpus(), Perspective(bridges=bridges, through=("bb-lv",)))


def pair(a: str, b: str, *bridges: str) -> Pair:
    return next(p for p in findings(*bridges).pairs if {p.a, p.b} == {a, b})


def row(claim: str, *bridges: str) -> Row:
    return next(r for r in findings(*bridges).rows if r.claim == claim)


def gap(found: Pair) -> int | None:
    return found.gap.days if found.gap is not None else None


def test_all_contradictions_have_the_memoirs_in_them() -> None:
    found = {
        p.b if p.a == "memoirs-corridors" else p.a: gap(p) for p in findings().pairs if p.verdict == "contradicts"
    }
    assert found == {
        "narrator-insistence": 1,
        "narrator-myth": None,
        "naumov-memorandum": 106,
        "naumov-first-raised": 106,
        "narrator-first-for-congress": 13,
        "snegov-proposed": 5,
        "barsukov-approved": 1,
        # Who says what was spoken or decided at a meeting says that it met.
        "narrator-opponents": 13,
        "narrator-advocates": 13,
        "narrator-pospelov": 5,
        # The Plenum is dated here, and the opening from it: they move together.
        "narrator-khrushchev-speaker": None,
    }


def test_the_clash_with_the_thirteenth_runs_through_the_opening() -> None:
    because = pair("memoirs-corridors", "barsukov-approved").because
    assert [step.id for step in because if step.role is Role.GIVEN] == ["plenum-13-feb", "congress-opens"]
    conflicts = {conflict.members: conflict.given for conflict in findings().conflicts}
    assert conflicts["memoirs-corridors", "plenum-13-feb"] == ("congress-opens",)


def test_without_the_opening_the_thirteenth_contradicts_nobody() -> None:
    unattested = examine(corpus(), Perspective(without=("congress-opens",), through=("bb-lv",)))
    found = {(p.a, p.b) for p in unattested.pairs if p.verdict == "contradicts"}
    assert ("memoirs-corridors", "barsukov-approved") not in found
    memoirs = next(r for r in unattested.rows if r.claim == "memoirs-corridors")
    assert [id for id, bearing in memoirs.records if bearing == "contradicts"] == ["debate-1-feb"]


def test_naumov_the_group_and_barsukov_contradict_each_other_in_nothing() -> None:
    authors = ("naumov", "pikhoya", "barsukov")
    among = [p for p in findings().pairs if p.a.startswith(authors) and p.b.startswith(authors)]
    assert [p for p in among if p.verdict is Verdict.CONTRADICTS] == []


def test_what_clashes_only_under_a_bridge_says_which() -> None:
    found = {(p.a, p.b): p.if_bridge for p in findings().pairs if p.if_bridge}
    by_way_of_december = (("memorandum-is-meeting",), ("raising-is-discussing", "firsts-of-one-thing"))
    assert found == {
        ("memoirs-corridors", "pikhoya-first-discussed"): (("discussing-is-raising",), ("firsts-of-one-thing",)),
        ("pikhoya-first-discussed", "narrator-first-for-congress"): (("firsts-of-one-thing",),),
        ("naumov-memorandum", "pikhoya-first-discussed"): (("raising-is-discussing",),),
        ("naumov-first-raised", "pikhoya-first-discussed"): (("raising-is-discussing",),),
        ("naumov-memorandum", "narrator-first-for-congress"): by_way_of_december,
        ("naumov-first-raised", "narrator-first-for-congress"): by_way_of_december,
        ("barsukov-approved", "narrator-pospelov"): (("commission-report-is-the-report",),),
        ("barsukov-pencil-text", "narrator-dictation"): (("one-text",),),
        ("barsukov-pencil-manner", "narrator-dictation-manner"): (("one-text",),),
    }


def test_a_granted_bridge_makes_the_conflict_it_names() -> None:
    assert gap(pair("pikhoya-first-discussed", "narrator-first-for-congress", "firsts-of-one-thing")) == 32
    assert gap(pair("memoirs-corridors", "pikhoya-first-discussed", "discussing-is-raising")) == 45
    assert gap(pair("naumov-memorandum", "pikhoya-first-discussed", "raising-is-discussing")) == 61
    assert gap(pair("naumov-memorandum", "narrator-first-for-congress", "memorandum-is-meeting")) == 93
    assert gap(pair("barsukov-approved", "narrator-pospelov", "commission-report-is-the-report")) == 4
    assert pair("barsukov-pencil-text", "narrator-dictation", "one-text").verdict is Verdict.CONTRADICTS
    assert gap(pair("barsukov-pencil-manner", "narrator-dictation-manner", "one-text")) is None


def test_the_ninth_and_the_thirteenth_are_a_succession_of_speakers() -> None:
    assert pair("narrator-pospelov", "narrator-khrushchev-speaker").verdict is Verdict.DIFFERS_IN_TIME
    assert pair("barsukov-speaker", "narrator-pospelov").verdict is Verdict.DIFFERS_IN_TIME
    # The narrator says the same, and that the Plenum was told it.
    assert pair("barsukov-speaker", "narrator-khrushchev-speaker").verdict is Verdict.REFINED_BY


def test_what_barsukov_calls_the_thirteenth_is_no_second_date_of_the_approval() -> None:
    assert row("barsukov-eve-of-plenum").verdict is Standing.NOT_COMPARED
    assert not [p for p in findings().pairs if "barsukov-eve-of-plenum" in (p.a, p.b)]
    assert not [p for p in findings().pairs if p.strained]


def test_khrushchev_and_mikoyan_spoke_at_the_meeting_that_rules_their_memoirs_out() -> None:
    authors = corpus().claims["memoirs-corridors"].by
    present = corpus().events["debate-1-feb"].present
    assert set(authors) == {"khrushchev", "mikoyan"} <= set(present)
    assert ("debate-1-feb", "contradicts") in row("memoirs-corridors").records
    advocates = corpus().claims["narrator-advocates"].statements[0].value
    assert {"Khrushchev", "Mikoyan"} <= set(advocates or ())


def test_the_memoirs_are_contradicted_by_the_three_meetings() -> None:
    memoirs = row("memoirs-corridors")
    assert memoirs.verdict is Standing.CONTRADICTED
    assert [id for id, bearing in memoirs.records if bearing == "contradicts"] == [
        "debate-1-feb",
        "presidium-9-feb",
        "plenum-13-feb",
    ]


def test_the_two_denials_of_presentation_part_company() -> None:
    assert row("barsukov-not-presented-presidium").if_bridge == (
        ("barsukov-not-presented-presidium#2", "sending-is-presenting"),
    )
    assert row("barsukov-not-presented-plenum").if_bridge == ()


def test_nothing_is_corroborated_but_the_speaker_and_the_closed_session() -> None:
    found = {r.claim: (r.verdict, r.in_part) for r in findings().rows if r.verdict.startswith("corroborated")}
    assert found == {
        "barsukov-speaker": (Standing.CORROBORATED, ()),
        "barsukov-closed-session": (Standing.CORROBORATED_IN_PART, ("value",)),
    }


def test_the_other_claims_stand_as_read_by_hand() -> None:
    expected = {
        Standing.NOT_COMPARED: {
            *("narrator-no-consensus", "barsukov-eve-of-plenum", "barsukov-violation", "narrator-grievances"),
        },
        Standing.CONSISTENT: {"barsukov-no-text", "naumov-no-separate-report"},
        Standing.NO_INDEPENDENT_RECORD: {
            "narrator-insistence",
            "narrator-myth",
            "narrator-commission-set-up",
            "narrator-commission-head",
            "narrator-first-for-congress",
            "narrator-opponents",
            "narrator-advocates",
            "narrator-pospelov",
            "narrator-khrushchev-speaker",
            "narrator-completed",
            "narrator-initial-text",
            "narrator-dictation",
            "narrator-delivered",
        },
    }
    for standing, claims in expected.items():
        assert {r.claim for r in findings().rows if r.verdict is standing} == claims
    rest = Standing.KNOWN_ONLY_THROUGH_THE_CLAIMANT
    assert row("naumov-first-raised").verdict is rest
    assert row("barsukov-pencil-text").verdict is rest
    assert row("barsukov-approved").verdict is rest


def test_the_record_is_at_one_with_itself() -> None:
    assert not [c for c in findings().conflicts if "memoirs-corridors" not in c.members]
    assert [cluster.repairs for cluster in findings().clusters] == [(("memoirs-corridors",),)]


def test_two_schools_the_memoirs_and_all_the_others() -> None:
    (cluster,) = findings().clusters
    assert {school.gives_up for school in cluster.schools} == {
        ("memoirs-corridors",),
        tuple(claim for claim in cluster.claims if claim != "memoirs-corridors"),
    }
