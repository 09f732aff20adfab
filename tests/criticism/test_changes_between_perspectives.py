"""What changes between two perspectives or two corpora, and because of what."""

from __future__ import annotations

from critical_corpora import corpus_of, examined

from claimcheck.criticism.changes import Change, changes
from claimcheck.engine.perspective import Perspective
from claimcheck.examine import examine

BELFRY = """
questions:
  built: {ask: "When was the first belfry built?", first: belfry}
kinds:
  belfry: {label: a belfry is built}
events:
  east: {label: the east belfry, kinds: belfry, record: {in: accounts, basis: documented, when: 1310}}
  west: {label: the west belfry, kinds: belfry, record: {in: legend, basis: narrated, when: 1290}}
sources:
  accounts: {type: archival, opened: 1890}
  legend: {type: study, issued: 1620}
  guide: {type: press, issued: 1600}
claims:
  guide-says: {by: The guide, in: guide, answers: built, when: 1340}
  legend-says: {by: The legend, in: legend, answers: built, when: 1300}
"""


def changed(before: Perspective, after: Perspective, text: str = BELFRY) -> dict[tuple[str, ...], Change]:
    corpus = corpus_of(text)
    return {one.claims: one for one in changes(examine(corpus, before), examine(corpus, after))}


def test_a_verdict_that_a_record_brought_is_told_by_that_record() -> None:
    found = changed(Perspective(as_of=1600), Perspective(as_of=1900))[("guide-says",)]
    assert (found.before, found.after) == ("known-only-through-the-claimant", "contradicted")
    assert found.told_after
    assert set(found.causes) <= {"east", "west"} and found.causes


def test_a_verdict_that_went_with_a_record_is_told_by_the_record_that_went() -> None:
    found = changed(Perspective(as_of=1900), Perspective(as_of=1600))[("guide-says",)]
    assert (found.before, found.after) == ("contradicted", "known-only-through-the-claimant")
    assert not found.told_after
    assert found.causes


def test_where_another_record_still_decides_nothing_changes() -> None:
    assert ("guide-says",) not in changed(Perspective(), Perspective(without=("legend",)))


def test_a_claim_on_one_side_alone_is_told_by_what_it_states() -> None:
    found = changed(Perspective(), Perspective(without=("guide",)))[("guide-says",)]
    assert (found.before, found.after) == ("contradicted", None)
    assert [step.id for step in found.because] == ["guide-says"]


TOWERS = """
questions:
  east-built: {ask: "When was the east tower built?", event: east}
  west-built: {ask: "When was the west tower built?", event: west}
events:
  east: {label: the east tower is built}
  west: {label: the west tower is built}
claims:
  hugo: {by: Hugo the mason, in: his ledger, answers: east-built, when: 1310}
  anna: {by: Anna the abbess, in: her letter, answers: west-built, when: 1290}
bridges:
  one-tower: {says: The towers are one., same: [east, west]}
"""


def test_a_bridge_that_is_granted_is_the_cause() -> None:
    found = changed(Perspective(), Perspective(bridges=("one-tower",)), TOWERS)[("hugo", "anna")]
    assert (found.after, found.causes) == ("contradicts", ("one-tower",))


def test_a_bridge_that_is_granted_on_both_sides_is_no_cause() -> None:
    granted = ("one-tower",)
    assert changed(Perspective(bridges=granted), Perspective(bridges=granted, as_of=None), TOWERS) == {}


def test_between_two_corpora_what_is_stated_otherwise_is_the_cause() -> None:
    before = examined(BELFRY, Perspective(without=("legend",)))
    text = BELFRY.replace("when: 1310", "when: 1350")
    found = changes(before, examined(text, Perspective(without=("legend",))))
    assert [(one.claims, one.before, one.after, one.causes) for one in found] == [
        (("guide-says",), "contradicted", "known-only-through-the-claimant", ("east",))
    ]


def test_between_two_corpora_the_claim_that_stayed_is_no_cause() -> None:
    revised = BELFRY.replace("answers: built, when: 1300", "answers: built, when: 1340")
    found = {one.claims: one for one in changes(examined(BELFRY), examined(revised))}
    assert found[("guide-says", "legend-says")].causes == ("legend-says",)


def test_where_an_entry_has_only_moved_nothing_changes() -> None:
    assert changes(examined(BELFRY), examined("# the same, a line lower\n" + BELFRY)) == ()
