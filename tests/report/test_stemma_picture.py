"""The stemma as a picture: time runs down, lines run around boxes, nothing collides."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from small_corpora import examined

from claimcheck.criticism.stemma import Relation
from claimcheck.report.pictures.shapes import Box, Drawing, Stroke, Words
from claimcheck.report.pictures.stemma import Stemma, Tie, Work, stemma_drawing, stemma_of

YEARS = (1902, 1950, None, 1931, 1999)


def stemma(number: int, ties: list[tuple[int, int]], years: tuple[int | None, ...] = ()) -> Stemma:
    works = tuple(
        Work(("source", f"s{n}"), f"The Book of {n}", years[n % len(years)] if years else None, "", False)
        for n in range(number)
    )
    return Stemma(works, tuple(Tie(start, end, Relation.RESTS_ON) for start, end in ties), "")


def boxes(drawing: Drawing) -> list[Box]:
    return [shape for shape in drawing.each() if isinstance(shape, Box) and shape.look.startswith("work")]


def tops(drawing: Drawing) -> list[float]:
    return [box.y for box in boxes(drawing)]


def test_what_depends_stands_below_what_it_depends_on() -> None:
    first, second, third = tops(stemma_drawing(stemma(3, [(1, 0), (2, 1)])))
    assert first < second < third


def test_time_runs_down() -> None:
    drawing = stemma_drawing(stemma(4, [(1, 0), (3, 2)], (1900, 1950, 1920, 1990)))
    assert tops(drawing)[0] <= tops(drawing)[2] <= tops(drawing)[1] <= tops(drawing)[3]


def test_a_circle_is_drawn_too() -> None:
    assert len(boxes(stemma_drawing(stemma(3, [(0, 1), (1, 2), (2, 0)])))) == 3


def crosses(stroke: Stroke, box: Box) -> bool:
    """Whether a straight line runs through the inside of a box."""
    for step in range(1, 100):
        x = stroke.x1 + (stroke.x2 - stroke.x1) * step / 100
        y = stroke.y1 + (stroke.y2 - stroke.y1) * step / 100
        if box.x + 1 < x < box.x + box.width - 1 and box.y + 1 < y < box.y + box.height - 1:
            return True
    return False


@given(st.integers(1, 20).flatmap(lambda n: st.tuples(
    st.just(n), st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)).filter(lambda t: t[0] != t[1]),
                         max_size=25, unique=True))), st.booleans())  # fmt: skip
def test_no_box_covers_another_and_no_line_runs_through_one(
    graph: tuple[int, list[tuple[int, int]]], dated: bool
) -> None:
    drawing = stemma_drawing(stemma(*graph, YEARS if dated else ()))
    found = boxes(drawing)
    assert len(found) == graph[0]
    for one, other in combinations(found, 2):
        beside = one.x + one.width <= other.x or other.x + other.width <= one.x
        above = one.y + one.height <= other.y or other.y + other.height <= one.y
        assert beside or above
    for shape in drawing.each():
        if isinstance(shape, Stroke):
            assert not any(crosses(shape, box) for box in found), shape
        if isinstance(shape, Words):
            left, top, right, bottom = shape.extent
            assert any(
                box.x <= left and right <= box.x + box.width and box.y <= top and bottom <= box.y + box.height
                for box in found
            )
    assert all(box.x >= 0 and box.x + box.width <= drawing.width for box in found)


def test_a_relay_is_a_badge_and_a_year_that_the_name_has_is_not_said_again(tmp_path: Path) -> None:
    works = "".join(f"  work-{n}: {{type: study, title: Work {n}, through: relay}}\n" for n in range(70))
    findings = examined(
        tmp_path,
        "sources:\n  relay: {type: study, title: Relay}\n  root: {type: archival, title: Root, issued: 1899}\n"
        "  heir: {type: study, title: Heir, author: Hugo, issued: 1931, rests-on: root, through: relay}\n"
        f"{works}events:\n  crossing: {{label: the crossing}}\n"
        "questions:\n  when: {ask: When was the crossing?, event: crossing}\n"
        "claims:\n  last: {by: B, in: heir p. 1, answers: when, when: 1902}\n",
    )
    found = stemma_of(findings)
    assert found is not None
    assert [(work.name, work.year, work.via, work.is_root) for work in found.works] == [
        ("Root", 1899, "", True),
        ("Hugo 1931", 1931, "Relay", False),
    ]
    said = [text for shape in stemma_drawing(found).each() if isinstance(shape, Words) for text, _ in shape.runs]
    assert said == ["Root", "1899", "Hugo 1931", "via Relay"]
