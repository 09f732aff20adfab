"""Figures recomputed: what is confirmed, what is refused, and what would fit instead."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from critical_corpora import corpus_of, examined, in_json
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.corpus.reading import read_corpus
from claimcheck.criticism.digits import TRANSPOSED, digit_slip
from claimcheck.criticism.figures import Outcome, Reckoning, recompute
from claimcheck.criticism.numbers import half_even, half_up, in_digits, read_number, truncated
from claimcheck.examine import examine
from claimcheck.report.ask_why import Asking
from claimcheck.report.blocks import Listing
from claimcheck.report.figures import figures_section, reckoning_says

CLAIMS = "question: When did the plague reach the town?\nclaims:\n  Notary: June 1348\nfigures:\n"


def reckonings(figures: str) -> tuple[Reckoning, ...]:
    return recompute(corpus_of(CLAIMS + figures))


def only(figures: str) -> Reckoning:
    (found,) = reckonings(figures)
    return found


def test_a_percentage_rounded_to_its_decimals_is_confirmed() -> None:
    found = only('  ukraine: {part: 848, whole: "93,223", percent: "0.91"}\n')
    assert (found.outcome, found.right) == (Outcome.CONFIRMED, Fraction(91, 100))


def test_a_wrong_percentage_is_refused_and_the_right_one_offered() -> None:
    found = only('  all: {part: "8,973", whole: "237,412", percent: "3.76"}\n')
    assert (found.outcome, found.right) == (Outcome.REFUSED, Fraction(378, 100))
    assert "8,973 of 237,412 is 3.78 %, not 3.76 %." in reckoning_says(found)


def test_the_nearest_part_and_whole_that_would_fit_are_whole_numbers_that_do() -> None:
    part, whole = only("  all: {part: 8973, whole: 237412, percent: 3.76}\n").fits
    assert (part.field, part.nearest, whole.field, whole.nearest) == (
        "part",
        Fraction(8938),
        "whole",
        Fraction(238327),
    )
    for numerator, denominator in ((8938, 237412), (8973, 238327)):
        assert half_up(Fraction(numerator * 100, denominator), Fraction(1, 100)) == Fraction(376, 100)
    for numerator, denominator in ((8939, 237412), (8973, 238326)):
        assert half_up(Fraction(numerator * 100, denominator), Fraction(1, 100)) != Fraction(376, 100)


def test_a_part_with_two_digits_transposed_that_would_fit_is_named() -> None:
    part = only("  all: {part: 8973, whole: 237412, percent: 3.76}\n").fits[0]
    assert part.slips == ((Fraction(8937), TRANSPOSED),)


def test_another_number_of_the_corpus_that_makes_the_percentage_right_is_named_as_its_base() -> None:
    found = reckonings("  dead: {part: 30, whole: 400, percent: 15}\n  town: {part: 200, whole: 700}\n")[0]
    assert [(base.figure, base.field, base.number.value) for base in found.bases] == [
        ("town", "part", Fraction(200))
    ]
    assert "It would be right of 200 (town, part)." in reckoning_says(found)


def test_no_base_is_named_where_none_makes_the_percentage_right() -> None:
    found = reckonings(
        "  all: {part: 8973, whole: 237412, percent: 3.76}\n  ukraine: {part: 848, whole: 93223, percent: 0.91}\n"
        "  before: {terms: [13084, 237412]}\n  camps: {part: 448344, whole: 1360303}\n"
    )[0]
    assert found.bases == ()
    assert [int(base.number.value) for base in found.tried] == [93223, 13084, 448344, 1360303]


def test_the_founding_case_refuses_3_76_and_confirms_0_91() -> None:
    corpus, _ = read_corpus(Path(__file__).parents[2] / "claims" / "secret-speech")
    found = {one.figure: one for one in recompute(corpus)}
    assert (found["rehabilitated"].outcome, found["rehabilitated"].bases) == (Outcome.REFUSED, ())
    assert found["rehabilitated"].right == Fraction(378, 100)
    assert found["rehabilitated-ukraine"].outcome is Outcome.CONFIRMED


@pytest.mark.parametrize(
    ("percent", "outcome"),
    [
        ("12.5", Outcome.CONFIRMED),
        ("13", Outcome.CONFIRMED_HALF_UP),
        ("12", Outcome.CONFIRMED_HALF_EVEN),
        ("12.6", Outcome.REFUSED),
    ],
)
def test_a_half_rounded_up_is_told_from_a_half_rounded_to_the_even_digit(percent: str, outcome: Outcome) -> None:
    assert only(f'  tithe: {{part: 1, whole: 8, percent: "{percent}"}}\n').outcome is outcome


@pytest.mark.parametrize(
    ("percent", "outcome"),
    [("66.7", Outcome.CONFIRMED), ("66.6", Outcome.TRUNCATED), ("66.5", Outcome.REFUSED)],
)
def test_truncation_is_told_from_rounding_and_from_error(percent: str, outcome: Outcome) -> None:
    assert only(f'  votes: {{part: 2, whole: 3, percent: "{percent}"}}\n').outcome is outcome


def test_a_third_rounded_up_is_told_from_one_rounded() -> None:
    assert only('  votes: {part: 1, whole: 3, percent: "33.4"}\n').outcome is Outcome.ROUNDED_AWAY


def test_a_percentage_is_reckoned_per_mille_where_it_says_so() -> None:
    assert only('  births: {part: 31, whole: 1000, percent: "31 ‰"}\n').outcome is Outcome.CONFIRMED


def test_a_list_of_parts_is_reckoned_each_against_its_percentage() -> None:
    found = reckonings("  seats: {part: [20, 30], whole: 50, percent: [40, 61]}\n")
    assert [one.outcome for one in found] == [Outcome.CONFIRMED, Outcome.REFUSED]


def test_a_sum_that_adds_up_is_confirmed() -> None:
    assert only("  fleet: {terms: [44, 17, 3], sum: 64}\n").outcome is Outcome.CONFIRMED


def test_a_wrong_sum_is_refused_with_the_term_that_would_mend_it() -> None:
    found = only("  fleet: {terms: [45, 17, 3], sum: 74}\n")
    assert (found.outcome, found.right) == (Outcome.REFUSED, Fraction(65))
    assert [(fit.stated.value, fit.nearest) for fit in found.fits] == [
        (Fraction(45), Fraction(54)),
        (Fraction(17), Fraction(26)),
        (Fraction(3), Fraction(12)),
    ]
    assert found.fits[0].slips == ((Fraction(54), TRANSPOSED),)


def test_a_sum_of_rounded_terms_may_be_off_by_their_rounding() -> None:
    assert only("  shares: {terms: [33.3, 33.3, 33.3], sum: 100.0}\n").outcome is Outcome.WITHIN_ROUNDING


def test_a_sum_of_counts_may_not_be_off_at_all() -> None:
    assert only("  shares: {terms: [333, 333, 333], sum: 1001}\n").outcome is Outcome.REFUSED


def test_a_sum_stated_in_round_hundreds_is_told_from_a_wrong_one() -> None:
    assert only("  army: {terms: [11952, 8031], sum: 20000}\n").outcome is Outcome.ROUND_NUMBER
    assert only("  army: {terms: [11952, 8031], sum: 21000}\n").outcome is Outcome.REFUSED


def test_terms_without_a_sum_are_added_and_nothing_is_refused() -> None:
    found = only("  army: {terms: [11952, 8031]}\n")
    assert (found.outcome, found.exact) == (Outcome.NOT_STATED, Fraction(19983))


def test_a_difference_is_recomputed() -> None:
    assert only("  lost: {minuend: 422, subtrahend: 10, difference: 412}\n").outcome is Outcome.CONFIRMED
    found = only("  lost: {minuend: 422, subtrahend: 10, difference: 421}\n")
    assert (found.outcome, found.right) == (Outcome.REFUSED, Fraction(412))
    assert [(fit.field, fit.nearest) for fit in found.fits] == [
        ("minuend", Fraction(431)),
        ("subtrahend", Fraction(1)),
    ]


def test_a_count_per_unit_is_recomputed_at_its_decimals() -> None:
    assert only('  hearths: {total: 1000, units: 230, per-unit: "4.3"}\n').outcome is Outcome.CONFIRMED
    found = only('  hearths: {total: 1000, units: 230, per-unit: "4.5"}\n')
    assert (found.outcome, found.right) == (Outcome.REFUSED, Fraction(43, 10))
    assert [(fit.field, fit.nearest) for fit in found.fits] == [
        ("total", Fraction(1024)),
        ("units", Fraction(224)),
    ]


def test_nothing_is_divided_by_nought() -> None:
    found = only("  hearths: {total: 1000, units: 0, per-unit: 4}\n")
    assert found.outcome is Outcome.IMPOSSIBLE
    assert "nothing can be divided by 0" in reckoning_says(found)


def test_a_percentage_of_a_part_alone_cannot_be_recomputed() -> None:
    assert only("  dead: {part: 30, percent: 15}\n").outcome is Outcome.INCOMPLETE


@pytest.mark.parametrize(
    ("text", "value", "places"),
    [
        ("1,360,303", 1360303, 0),
        ("1 360 303", 1360303, 0),
        ("1\u202f360\u202f303", 1360303, 0),
        ("1.360.303", 1360303, 0),
        ("1'360'303", 1360303, 0),
        ("3.76", Fraction(376, 100), 2),
        ("3,76 %", Fraction(376, 100), 2),
        ("1 360,5", Fraction(13605, 10), 1),
        ("3.5 million", 3500000, 0),
        ("12 тыс.", 12000, 0),
        ("−5", -5, 0),
    ],
)
def test_numbers_are_read_as_printed(text: str, value: int | Fraction, places: int) -> None:
    number = read_number(text)
    assert number is not None
    assert (number.value, number.places) == (value, places)


@pytest.mark.parametrize("text", ["about 200", "8,973 cases", "12,34,5", "", "1/2", "½", "1,36,03"])
def test_what_is_no_number_is_not_read(text: str) -> None:
    assert read_number(text) is None


def test_a_point_before_three_digits_is_a_decimal_point_and_marked_as_doubtful() -> None:
    number = read_number("237.412")
    assert number is not None
    assert (number.value, number.other) == (Fraction(237412, 1000), Fraction(237412))


@given(st.fractions(min_value=-1000, max_value=1000), st.integers(0, 4))
def test_the_two_roundings_lie_within_half_a_step_and_differ_at_halves_alone(value: Fraction, places: int) -> None:
    step = Fraction(1, 10**places)
    up, even = half_up(value, step), half_even(value, step)
    assert abs(up - value) <= step / 2
    assert abs(even - value) <= step / 2
    assert up == even or abs(up - value) == step / 2
    assert abs(truncated(value, step)) <= abs(value)


@given(st.integers(0, 10**12))
def test_a_number_is_read_back_as_it_is_written(value: int) -> None:
    number = read_number(in_digits(Fraction(value)))
    assert number is not None
    assert number.value == value


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 3))
def test_a_percentage_correctly_rounded_is_never_refused(part: int, whole: int, places: int) -> None:
    stated = in_digits(Fraction(part * 100, whole), places).replace(",", "")
    found = only(f'  share: {{part: {part}, whole: {whole}, percent: "{stated}"}}\n')
    assert found.outcome in (Outcome.CONFIRMED, Outcome.CONFIRMED_HALF_UP)


@given(st.integers(10, 10**6), st.integers(10, 10**6), st.integers(1, 99))
def test_whatever_would_fit_does_fit(part: int, whole: int, percent: int) -> None:
    found = only(f"  share: {{part: {part}, whole: {whole}, percent: {percent}}}\n")
    for fit in found.fits:
        if fit.nearest.denominator == 1 and fit.nearest > 0:
            mended = {"part": part, "whole": whole, fit.field: int(fit.nearest)}
            again = only(f"  share: {{part: {mended['part']}, whole: {mended['whole']}, percent: {percent}}}\n")
            assert again.outcome is not Outcome.REFUSED


@given(st.text("0123456789", min_size=1, max_size=6), st.text("0123456789", min_size=1, max_size=6))
def test_a_slip_in_digits_is_the_same_from_either_side(a: str, b: str) -> None:
    assert digit_slip(a, b) == digit_slip(b, a)


def test_the_report_tells_refused_figures_first_with_their_place() -> None:
    findings = examined(
        CLAIMS + "  right: {part: 1, whole: 4, percent: 25, in: Register f. 2}\n"
        "  wrong: {part: 1, whole: 4, percent: 26, in: Register f. 3}\n"
    )
    (listing,) = figures_section(findings, Asking(None, findings.perspective)).blocks
    assert isinstance(listing, Listing)
    first, second = listing.items
    assert (first.text[:28], first.place[:22]) == ("1 of 4 is 25 %, not 26 %. Fo", "wrong, Register f. 3, ")
    assert second.text == "1 of 4 is 25 %, as stated."


def test_the_json_of_a_figure_keeps_its_numbers_as_printed_and_each_of_a_list() -> None:
    corpus = corpus_of(CLAIMS + '  fleet: {terms: ["1,044", 17], sum: "1,061"}\n')
    (figure,) = in_json(examine(corpus), "figures")["figures"]
    assert figure["numbers"] == {"terms": ["1,044", "17"], "sum": "1,061"}
    (reckoning,) = figure["reckonings"]
    assert (reckoning["outcome"], reckoning["right"]) == ("confirmed", "1061")
