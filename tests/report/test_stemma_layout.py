"""The stemma on a plane: what depends below, parts apart, nothing over anything else."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from small_corpora import examined

from claimcheck.report.stemma_layout import Arrow, Box, StemmaDrawing, stemma_layout
from claimcheck.report.stemma_picturing import stemma_picture


def boxes(number: int) -> list[Box]:
    return [Box("source", f"s{place}", (f"source {place}",), False) for place in range(number)]


def laid_out(number: int, *ties: tuple[int, int]) -> StemmaDrawing:
    return stemma_layout(boxes(number), [Arrow(start, end, "rests-on") for start, end in ties])


def test_what_depends_stands_below_what_it_depends_on() -> None:
    drawn = laid_out(3, (1, 0), (2, 1))
    assert drawn.nodes[0].down < drawn.nodes[1].down < drawn.nodes[2].down


def test_parts_that_nothing_ties_together_stand_apart_the_largest_first() -> None:
    drawn = laid_out(4, (2, 1), (3, 1))
    alone, root, *copies = drawn.nodes
    assert all(alone.across - alone.width / 2 > copy.across + copy.width / 2 for copy in (root, *copies))


def test_a_circle_is_laid_out_too() -> None:
    assert len(laid_out(3, (0, 1), (1, 2), (2, 0)).nodes) == 3


def test_nothing_is_a_picture_of_nothing() -> None:
    drawn = stemma_layout([], [])
    assert (drawn.nodes, drawn.width, drawn.height) == ((), 0.0, 0.0)


@given(st.integers(1, 20).flatmap(lambda n: st.tuples(
    st.just(n), st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=30))))  # fmt: skip
def test_no_box_covers_another_and_all_lie_within_the_picture(
    given_graph: tuple[int, list[tuple[int, int]]],
) -> None:
    number, ties = given_graph
    drawn = laid_out(number, *ties)
    for place, one in enumerate(drawn.nodes):
        left, right = one.across - one.width / 2, one.across + one.width / 2
        assert left >= -0.001 and right <= drawn.width + 0.001
        assert one.down >= 0 and one.down + one.height <= drawn.height + 0.001
        for other in drawn.nodes[:place]:
            apart = abs(one.across - other.across) >= (one.width + other.width) / 2 - 0.001
            over = one.down >= other.down + other.height or other.down >= one.down + one.height
            assert apart or over


def test_of_many_sources_the_picture_has_what_makes_dependence_alone(tmp_path: Path) -> None:
    works = "".join(f"  work-{n}: {{type: study, title: Work {n}, through: relay}}\n" for n in range(70))
    claims = "".join(
        f"  claim-{n}: {{by: author {n}, in: work-{n}, answers: when, when: 1901}}\n" for n in range(70)
    )
    findings = examined(
        tmp_path,
        "sources:\n  relay: {type: study, title: Relay}\n  root: {type: archival, title: Root}\n"
        "  heir: {type: study, title: Heir, rests-on: root}\n"
        f"{works}events:\n  crossing: {{label: the crossing}}\n"
        "questions:\n  when: {ask: When was the crossing?, event: crossing}\n"
        f"claims:\n  last: {{by: B, in: heir, answers: when, when: 1902}}\n{claims}",
    )
    picture = stemma_picture(findings)
    assert picture is not None
    assert isinstance(picture.drawn, StemmaDrawing)
    assert sorted(node.id for node in picture.drawn.nodes) == ["heir", "root"]
    assert picture.table.rows == (("heir", "rests on", "root"),)
    assert "bibliography" in picture.says
