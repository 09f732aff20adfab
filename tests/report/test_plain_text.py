"""Plain text: wrapped to cells, tables drawn, and nothing that a corpus contains is obeyed by a terminal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.report.blocks import Chain, Document, Item, Listing, Paragraph, Section, Table
from claimcheck.report.text import cells, render_text, visible, wrapped


def page(*blocks: Paragraph | Table | Listing | Chain, width: int = 80) -> str:
    return render_text(Document("Title", (), (Section("s", "Section", blocks),)), width)


def test_a_paragraph_is_wrapped_at_spaces() -> None:
    assert wrapped("one two three", 7) == ["one two", "three"]


def test_a_wide_character_counts_two_cells() -> None:
    assert wrapped("司馬 遷史 記", 4) == ["司馬", "遷史", "記"]


def test_a_word_longer_than_the_line_is_broken_and_none_of_it_lost() -> None:
    lines = wrapped("司馬遷史記", 5)
    assert lines == ["司馬", "遷史", "記"]


def test_combining_marks_stay_with_their_letter() -> None:
    assert wrapped("e\u0301e\u0301e\u0301", 2) == ["e\u0301e\u0301", "e\u0301"]


def test_a_newline_of_the_text_is_kept() -> None:
    assert wrapped("first\nsecond", 80) == ["first", "second"]


def test_control_characters_are_written_out() -> None:
    assert visible("\x1b[31mred\x07") == "‹U+001B›[31mred‹U+0007›"


def test_characters_that_turn_the_direction_of_text_are_written_out() -> None:
    assert visible("a\u202eb\u2066c") == "a‹U+202E›b‹U+2066›c"


def test_hebrew_and_arabic_come_out_as_themselves() -> None:
    assert visible("שלום مرحبا") == "שלום مرحبا"


@given(st.text(), st.integers(min_value=4, max_value=100))
def test_no_line_is_wider_than_the_page(text: str, width: int) -> None:
    assert all(cells(line) <= width for line in wrapped(text, width))


@given(st.text(), st.integers(min_value=4, max_value=40))
def test_wrapping_loses_no_character_but_space(text: str, width: int) -> None:
    shown = visible(text)
    assert "".join("".join(wrapped(text, width)).split()) == "".join(shown.split())


@given(st.lists(st.lists(st.text(max_size=60), min_size=4, max_size=4), min_size=1, max_size=4))
def test_no_table_is_wider_than_the_page(rows: list[list[str]]) -> None:
    table = Table(("one", "two", "three", "four"), tuple((a, b, c, d) for a, b, c, d in rows))
    assert all(cells(line) <= 80 for line in page(table).split("\n"))


@given(st.text())
def test_no_text_can_send_a_control_character_to_the_terminal(text: str) -> None:
    printed = page(Paragraph(text), Table(("head",), ((text,),)), Listing((Item(text, text, text),)))
    assert all(character == "\n" or character.isprintable() or ord(character) >= 0xA0 for character in printed)
    assert not set(printed) & set("\x1b\x9b\u202a\u202e\u2066\u2069")


def test_a_cell_with_a_bar_or_a_number_comes_out_as_itself() -> None:
    printed = page(Table(("a", "b"), (("x | y", "1.10"), ("0012", "1e5"))))
    assert "x | y" in printed
    assert "1.10" in printed
    assert "0012" in printed
    assert "1e5" in printed


def test_a_newline_in_a_cell_makes_two_lines_of_one_row() -> None:
    lines = page(Table(("a", "b"), (("one\ntwo", "x"),))).split("\n")
    assert "one  x" in [" ".join(line.split()).replace(" ", "  ", 1) for line in lines]
    assert "two" in [line.strip() for line in lines]


def test_columns_of_wide_characters_stay_aligned() -> None:
    lines = page(Table(("a", "b"), (("司馬遷", "x"), ("abc", "y")))).split("\n")
    x, y = (next(line for line in lines if line.endswith(end)) for end in ("x", "y"))
    assert cells(x) == cells(y)


def test_rows_that_take_several_lines_are_set_apart() -> None:
    long = "word " * 30
    lines = page(Table(("a", "b"), ((long, long), ("second", "row")))).split("\n")
    assert lines[next(n for n, line in enumerate(lines) if line.startswith("second")) - 1] == ""


def test_the_command_that_says_why_is_never_wrapped() -> None:
    command = "claimcheck explain " + "a-long-id-" * 12
    assert f"why: {command}" in page(Listing((Item("Text.", "place", command),)))


def test_the_steps_of_a_proof_are_numbered_at_the_left_and_have_their_places_at_the_right() -> None:
    long = Item(
        "Two that goes on and on, beyond the end of the line, till a second line is begun.", "claims.yaml:12"
    )
    printed = page(Chain("Why", (Item("One.", "a:1"), long, Item("So three.", "1, 2")), "Done."))
    assert printed.splitlines()[5:] == [
        "Why",
        "   1  One." + "a:1".rjust(80 - 10),
        "   2  Two that goes on and on, beyond the end of the line, till a",
        "      second line is begun." + "claims.yaml:12".rjust(80 - 27),
        "   3  So three." + "(1, 2)".rjust(80 - 15),
        "  Done.",
    ]


def test_headings_are_plain_unless_styled() -> None:
    document = Document("T", (), (Section("s", "S", (Paragraph("x"),)),))
    assert "\x1b" not in render_text(document)
    assert "\x1b[1mS\x1b[0m" in render_text(document, styled=True)
