"""Nothing in a picture collides, is cut, or stands over its edge: laws over charts and corpora of every shape."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_corpora import examined

from claimcheck.dates.calendars import day_number
from claimcheck.dates.when import DAY, EVER, Span, TimeSet
from claimcheck.dates.wording import Brief
from claimcheck.report.pictures.chart import Chart, Fill, Group, Pin, Row
from claimcheck.report.pictures.chart_shapes import phone, wide
from claimcheck.report.pictures.chart_text import as_text
from claimcheck.report.pictures.controversy import controversy
from claimcheck.report.pictures.shapes import Box, Disc, Drawing, Stroke, Words
from claimcheck.report.text import cells, visible

Extent = tuple[float, float, float, float]  # left, top, right, bottom

DAYS, YEAR, MILLENNIA = 9 * DAY, 365 * DAY, 3 * 365_250 * DAY
WORDS = st.text(st.sampled_from("abcdefghij MW. éжπ日あ\u0301"), min_size=1, max_size=12).filter(str.strip)
NAMES = st.one_of(WORDS, st.text(st.sampled_from("mWж日"), min_size=1, max_size=150))
VERDICTS = {
    Fill.BORNE_OUT: "borne out",
    Fill.IN_PART: "borne out in part",
    Fill.OPEN: "open",
    Fill.STRAINED: "open, strained",
    Fill.RULED_OUT: "ruled out",
    Fill.DOUBTED: "ruled out in part",
}


@st.composite
def spans(draw: st.DrawFn, scale: int) -> Span:
    """A stretch of a day, of a few hours, of a long time, or without one limit, within a scale."""
    origin = (
        day_number("gregorian", -500, 1, 1) * DAY if scale > YEAR else day_number("gregorian", 1956, 1, 1) * DAY
    )
    start = origin + draw(st.integers(0, scale // DAY)) * DAY
    form = draw(st.sampled_from(("day", "hours", "days", "long", "until", "from")))
    match form:
        case "day":
            return Span(start, start + DAY)
        case "hours":
            return Span(start + 9 * 3600, start + 11 * 3600 + 1800)
        case "days":
            return Span(start, start + draw(st.integers(2, 60)) * DAY)
        case "long":
            return Span(start, start + draw(st.integers(2, scale // DAY)) * DAY)
        case "until":
            return Span(None, start)
        case _:
            return Span(start, None)


@st.composite
def rows(draw: st.DrawFn, scale: int) -> Row:
    fill = draw(st.sampled_from(Fill))
    undated = draw(st.integers(0, 9)) == 0
    some = TimeSet.of(draw(st.lists(spans(scale), min_size=1, max_size=3)))
    times = None if undated or some == EVER else some
    return Row(
        names=tuple(draw(st.lists(NAMES, min_size=1, max_size=6))),
        times=times,
        fill=fill,
        word=VERDICTS[fill],
        because=draw(st.sampled_from(("", ": no record", " by the resolution", f" by {'the long record ' * 4}"))),
        short="in part" if fill is Fill.IN_PART else VERDICTS[fill],
        answer=draw(NAMES) if times is None else "",
    )


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    scale = draw(st.sampled_from((DAYS, YEAR, MILLENNIA)))
    groups = draw(
        st.lists(
            st.builds(
                lambda label, some: Group(label, tuple(some)), NAMES, st.lists(rows(scale), min_size=1, max_size=6)
            ),
            min_size=1,
            max_size=5,
        )
    )
    pins = draw(st.lists(st.builds(Pin, spans(scale), NAMES, WORDS, st.booleans(), st.booleans()), max_size=8))
    known = (1956, 1956) if scale <= YEAR else None
    return Chart(draw(NAMES), "124 claims, 48 records", tuple(groups), tuple(pins), Brief(known=known), "", "")


def overlap(one: Extent, other: Extent, slack: float = 0.5) -> bool:
    return (
        one[0] < other[2] - slack
        and other[0] < one[2] - slack
        and one[1] < other[3] - slack
        and other[1] < one[3] - slack
    )


def of_stroke(stroke: Stroke) -> Extent:
    return (
        min(stroke.x1, stroke.x2) - 0.6,
        min(stroke.y1, stroke.y2) - 0.6,
        max(stroke.x1, stroke.x2) + 0.6,
        max(stroke.y1, stroke.y2) + 0.6,
    )


BEHIND = ("grid", "broken", "rule", "tie")  # words stand on paper of their own over these


def assert_well_placed(drawing: Drawing) -> None:
    """Every word within the picture; none over another word, a bar, a pin or a line."""
    shapes = list(drawing.each())
    words = [shape for shape in shapes if isinstance(shape, Words)]
    for one in words:
        left, top, right, bottom = one.extent
        assert left >= 0 and right <= drawing.width, one
        assert top >= 0 and bottom <= drawing.height, one
    for one, other in combinations(words, 2):
        assert not overlap(one.extent, other.extent), (one, other)
    solid: list[tuple[object, Extent]] = []
    for shape in shapes:
        match shape:
            case Box(x, y, width, height):
                solid.append((shape, (x, y, x + width, y + height)))
            case Disc(x, y, radius):
                solid.append((shape, (x - radius, y - radius, x + radius, y + radius)))
            case Stroke(look=look) if look not in BEHIND:
                solid.append((shape, of_stroke(shape)))
    for thing, place in solid:
        assert place[0] >= 0 and place[2] <= drawing.width, thing
        assert place[1] >= 0 and place[3] <= drawing.height, thing
        for one in words:
            assert not overlap(place, one.extent), (thing, one)


def said_in(drawing: Drawing) -> str:
    """All words of a drawing, without their spaces: where lines are broken is its own affair."""
    return "".join(
        "".join(text.split()) for shape in drawing.each() if isinstance(shape, Words) for text, _ in shape.runs
    )


def assert_nothing_is_cut(chart: Chart, drawing: Drawing, brief: Brief) -> None:
    said = said_in(drawing)
    assert "…" not in said or any("…" in brief.say(row.times) for row in chart.rows if row.times is not None)
    for row in chart.rows:
        date = row.answer if row.times is None else brief.say(row.times)
        assert "".join(date.split()) in said
        assert "".join(row.names[0].split()) in said
        assert "".join(row.word.split()) in said
    for group in chart.groups:
        assert "".join(group.label.split()) in said


@settings(deadline=None)
@given(charts())
def test_a_chart_of_any_shape_is_well_placed_on_a_page(chart: Chart) -> None:
    drawing = wide(chart)
    assert_well_placed(drawing)
    assert_nothing_is_cut(chart, drawing, chart.brief)


@settings(deadline=None)
@given(charts())
def test_a_chart_of_any_shape_is_well_placed_on_a_phone(chart: Chart) -> None:
    drawing = phone(chart)
    assert_well_placed(drawing)
    assert_nothing_is_cut(chart, drawing, Brief(known=chart.brief.known, is_short=True))


@settings(deadline=None)
@given(charts(), st.integers(60, 200))
def test_a_chart_of_any_shape_fits_a_terminal(chart: Chart, width: int) -> None:
    lines = as_text(chart, width)
    assert all(cells(line) <= width for line in lines), [line for line in lines if cells(line) > width]
    brief = Brief(known=chart.brief.known, is_short=True)
    said = "".join("".join(lines).split())
    for row in chart.rows:
        if row.times is not None and row.names[0].isascii():
            assert row.short.replace(" ", "") in said or row.word.replace(" ", "") in said
            assert visible("".join(brief.say(row.times).split())) in said


def corpus_of(seed: int) -> str:
    """A corpus of any shape: one question or eight, one position or forty, one year or three millennia."""
    random = Random(seed)
    span = random.choice((1, 1, 90, 3000))
    last = random.choice((1956, 1215, -40)) if span < 3000 else 1956
    questions = random.choice((1, 1, 3, 8))
    names = random.choice(
        (("Anna", "Bo"), ("Σοφία τῆς Ἀθήνας", "山田太郎", "Ю. Н. Жуков"), ("The Chronicle of " * 5,))
    )

    def date() -> str:
        year = last - random.randrange(span)
        said = f"{1 - year} BC" if year < 1 else str(year)
        day, month = random.randrange(1, 29), random.choice(("January", "May", "September"))
        return random.choice(
            (
                said,
                f"before {said}",
                f"after {said}",
                f"{month} {said}",
                f"{day} {month} {said}",
                f"{day} {month} {said}",
                f"early {month} {said}",
                f"the evening of {day} {month} {said}",
                f"1 May {said} or 9 September {said}",
            )
        )

    lines = [f"title: {random.choice(('Of when', 'When the bridge was built, and by whom, ' * 3))}", "questions:"]
    lines += [f"  q{n}: {{ask: What was when {n}?, event: e{n}}}" for n in range(questions)]
    lines += ["events:"]
    for n in range(questions):
        record = f", when: {date()}, record: {{in: ledger, basis: {random.choice(('documented', 'narrated'))}}}"
        lines.append(f"  e{n}: {{label: the thing {n}{record if random.random() < 0.6 else ''}}}")
    lines += ["sources:", "  ledger: {title: The Ledger, type: reference}", "claims:"]
    for n in range(random.choice((1, 2, 7, 40))):
        by = f"{random.choice(names).strip()} {n}"
        lines.append(f"  c{n}: {{by: {by}, in: work {n}, answers: q{n % questions}, when: {date()}}}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("seed", range(24))
def test_the_picture_of_a_corpus_of_any_shape_is_well_placed(tmp_path: Path, seed: int) -> None:
    examination = examined(tmp_path, corpus_of(seed))
    for most in (8, 15):
        chart = controversy(examination, most)
        assert chart is not None
        assert len(chart.rows) <= most
        assert_well_placed(wide(chart))
        assert_well_placed(phone(chart))
        for width in (60, 80, 132):
            assert all(cells(line) <= width for line in as_text(chart, width))
