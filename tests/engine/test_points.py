"""Points of dispute: schools told as the independent choices of which they are the product."""

from __future__ import annotations

from itertools import product

import pytest
from casework import case, corpus_of

from claimcheck.engine.perspective import Perspective
from claimcheck.examine import examine
from random_corpora import asked, world, written

TWO_QUESTIONS = """
    format: 1
    questions:
      spoke: {ask: When was the speech?, event: speech}
      chosen: {ask: When was the speaker chosen?, event: choice}
    events:
      speech: {label: the speech}
      choice: {label: the choice}
    claims:
      at-dawn: {by: Herald, answers: spoke, when: 25 February 1956}
      before: {by: Times, answers: spoke, when: 24 February 1956}
      after: {by: Echo, answers: spoke, when: 26 February 1956}
      ninth: {by: Copy, answers: chosen, when: 9 February 1956}
      tenth: {by: Note, answers: chosen, when: 10 February 1956}
      thirteenth: {by: Minutes, answers: chosen, when: 13 February 1956}
      too: {by: Diary, answers: chosen, when: 13 February 1956}
"""
NOBODYS_FRIEND = """
      outsider: {by: Outsider, event: speech, when: 5 February 1956, also: [{event: choice, when: 4 May 1956}]}
"""


def test_what_no_conflict_ties_is_a_cluster_of_its_own() -> None:
    points = case(TWO_QUESTIONS).findings.points
    assert [(point.cluster, point.questions, len(point.sides), point.apart_from) for point in points] == [
        (0, ("spoke",), 3, ()),
        (1, ("chosen",), 3, ()),
    ]


def test_one_account_that_is_at_odds_with_all_does_not_make_one_point_of_two() -> None:
    # Ten schools: the outsider alone, or one of three dates of the speech with one of three of the choice.
    found = case(TWO_QUESTIONS + NOBODYS_FRIEND).findings
    (cluster,) = found.clusters
    assert len(cluster.schools) == 10
    speech, choice = found.points
    assert (speech.questions, choice.questions) == (("spoke",), ("chosen",))
    assert speech.apart_from == choice.apart_from == ("outsider",)
    assert {side.holds for side in speech.sides} == {("at-dawn",), ("before",), ("after",)}
    assert {side.holds for side in choice.sides} == {("ninth",), ("tenth",), ("thirteenth", "too")}
    assert choice.alike == (("thirteenth", "too"),)


def test_each_side_is_told_with_its_positions() -> None:
    found = case(TWO_QUESTIONS).findings
    (_, choice) = found.points
    assert {(side.holds, side.positions) for side in choice.sides} == {
        (("ninth",), (("chosen", 1),)),
        (("tenth",), (("chosen", 2),)),
        (("thirteenth", "too"), (("chosen", 3),)),
    }


def test_few_schools_are_told_as_they_are() -> None:
    # Three dates of the speech and the outsider: four sides of one point, and nothing to take apart.
    text = TWO_QUESTIONS[: TWO_QUESTIONS.index("      ninth")] + NOBODYS_FRIEND
    (point,) = case(text).findings.points
    assert (len(point.sides), point.apart_from) == (4, ())


def test_a_side_says_which_records_are_against_it() -> None:
    text = TWO_QUESTIONS.replace(
        "speech: {label: the speech}",
        "speech: {label: the speech, when: 25 February 1956, record: {in: Telegram}}",
    )
    (speech, _) = case(text).findings.points
    assert {(side.holds, side.against_record) for side in speech.sides} == {
        (("at-dawn",), ()),
        (("before",), ("speech",)),
        (("after",), ("speech",)),
    }


def test_a_misprint_is_no_side() -> None:
    text = TWO_QUESTIONS.replace("when: 26 February 1956}", "when: 26 February 1956, misprint: yes}")
    (speech, _) = case(text).findings.points
    assert {side.holds for side in speech.sides} == {("at-dawn",), ("before",)}


@pytest.mark.parametrize("seed", range(120))
def test_the_points_of_a_cluster_multiply_to_its_schools(seed: int) -> None:
    found = examine(corpus_of(written(asked(seed) if seed % 2 else world(seed), asking=True)), Perspective())
    if not found.complete:
        return
    for number, cluster in enumerate(found.clusters):
        points = [point for point in found.points if point.cluster == number]
        schools = {frozenset(school.holds) for school in cluster.schools}
        products = {
            frozenset(id for side in sides for id in side.holds) for sides in product(*(p.sides for p in points))
        }
        at_issue = frozenset(id for point in points for id in point.claims)
        apart = frozenset(id for point in points for id in point.apart_from)
        if not apart:
            assert products == ({school & at_issue for school in schools} or {frozenset()}), f"world {seed}"
            continue
        # Whoever gives up what ties them can hold every product, with the rest or with some of what ties them too.
        assert all(any(some <= school for school in schools) for some in products), f"world {seed}"
        for school in schools:
            if school.isdisjoint(apart):
                assert school & at_issue in products, f"world {seed}"
