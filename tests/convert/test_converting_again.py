"""Converting again takes in what is new in the source and keeps what was added by hand, or says what clashes."""

from __future__ import annotations

from pathlib import Path

import pytest
from converting import Converted, convert
from hypothesis import given
from hypothesis import strategies as st

TABLE = """\
Author,Event,Date,Book
Gerald,fire,1185,Itinerary p. 5
Stubbs,fire,1186,Annals p. 9
Stubbs,fire,1187,Annals p. 10
Knowles,flood,1190,Houses p. 3
"""


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_same_table_gives_the_same_bytes(tmp_path: Path) -> None:
    first = convert(tmp_path, "town.csv", TABLE)
    files = {path.name: path.read_bytes() for path in first.folder.iterdir()}
    again = convert(tmp_path, "town.csv")
    assert {path.name: path.read_bytes() for path in again.folder.iterdir()} == files


def test_what_is_added_by_hand_is_kept_with_its_comments_and_its_layout(tmp_path: Path) -> None:
    made = convert(tmp_path, "town.csv", TABLE).folder / "town.yaml"
    _edit(made, "questions:\n", "# what is asked\nquestions:\n")
    _edit(made, "    in: itinerary p. 5\n", "    in: itinerary p. 5   # checked\n    hedge: 'as some say'\n")
    _edit(made, "claims:\n", "claims:\n  mine: {by: I, answers: fire, when: [1184, 1185]}\n")
    by_hand = made.read_text(encoding="utf-8")
    found = convert(tmp_path, "town.csv", TABLE.replace("1190", "May 1190") + "Anna,flood,1191,Letters p. 1\n")
    assert found.code == 0
    after = made.read_text(encoding="utf-8")
    expected = by_hand.replace("when: '1190'", "when: May 1190").replace("when: 1190", "when: May 1190")
    source, claim = "  letters:\n    title: Letters\n", "  anna-flood:\n    by: Anna\n    in: letters p. 1\n"
    expected = expected.replace("# what is asked", f"{source}# what is asked")
    assert after == f"{expected}{claim}    answers: flood\n    when: 1191\n"
    assert found.corpus.claims["gerald-fire"].hedge == "as some say"
    assert found.corpus.claims["mine"].by == ("I",)


def test_what_was_changed_by_hand_stays_changed(tmp_path: Path) -> None:
    made = convert(tmp_path, "town.csv", TABLE).folder / "town.yaml"
    _edit(made, "when: 1185", "when: early 1185")
    found = convert(tmp_path, "town.csv", TABLE.replace("1187", "1188"))
    dates = [claim.statements[0].when.text for claim in found.corpus.claims.values() if claim.statements[0].when]
    assert dates == ["early 1185", "1186", "1188", "1190"]


def test_where_hand_and_source_both_say_something_new_nothing_is_written(tmp_path: Path) -> None:
    made = convert(tmp_path, "town.csv", TABLE).folder / "town.yaml"
    _edit(made, "when: 1185", "when: early 1185")
    by_hand = made.read_bytes()
    table = TABLE.replace("1185", "late 1185")
    found = convert(tmp_path, "town.csv", table)
    assert found.code == 2
    assert "claims gerald-fire when: by hand “early 1185”, now “late 1185”" in found.err
    assert made.read_bytes() == by_hand
    forced = convert(tmp_path, "town.csv", None, "--force")
    assert "when: late 1185" in forced.made("town.yaml")


def test_a_row_keeps_its_id_wherever_it_goes(tmp_path: Path) -> None:
    found = convert(tmp_path, "town.csv", TABLE)
    made = found.folder / "town.yaml"
    _edit(made, "    in: annals p. 10\n", "    in: annals p. 10\n    hedge: perhaps\n")
    first, *rows = TABLE.splitlines()
    moved = "\n".join([first, "Stubbs,fire,1188,Annals p. 11", *reversed(rows)])
    again = convert(tmp_path, "town.csv", moved + "\n").corpus
    (hedged,) = [claim for claim in again.claims.values() if claim.hedge]
    assert (hedged.id, hedged.locator) == ("stubbs-fire-2", "p. 10")
    assert again.claims["stubbs-fire-3"].locator == "p. 11"


def test_a_row_that_is_gone_goes_unless_it_was_changed(tmp_path: Path) -> None:
    made = convert(tmp_path, "town.csv", TABLE).folder / "town.yaml"
    _edit(made, "when: 1185", "when: early 1185")
    found = convert(tmp_path, "town.csv", "\n".join(TABLE.splitlines()[:1] + TABLE.splitlines()[3:]) + "\n")
    assert "gerald-fire: it is gone from the source; kept, since you changed it" in found.err
    assert list(found.corpus.claims) == ["gerald-fire", "stubbs-fire-2", "knowles-flood"]


def test_what_was_taken_out_stays_out(tmp_path: Path) -> None:
    found = convert(tmp_path, "town.csv", TABLE)
    made = found.folder / "town.yaml"
    text = made.read_text(encoding="utf-8")
    start = text.index("  gerald-fire:")
    made.write_text(text[:start] + text[text.index("  stubbs-fire:") :], encoding="utf-8")
    again = convert(tmp_path, "town.csv")
    assert "gerald-fire: you took it out, and it stays out" in again.err
    assert "gerald-fire" not in again.corpus.claims


def test_the_chief_file_is_never_touched_again(tmp_path: Path) -> None:
    found = convert(tmp_path, "town.csv", TABLE)
    chief = found.folder / "corpus.yaml"
    chief.write_text("title: Mine\nevents:\n  feast: {when: 3 May 1184, record: Annals 5}\n", encoding="utf-8")
    again = convert(tmp_path, "town.csv", TABLE + "Anna,fire,after @feast,Letters p. 1\n")
    assert again.code == 0
    assert again.corpus.title == "Mine"


def test_two_tables_share_questions_and_sources_of_one_corpus(tmp_path: Path) -> None:
    convert(tmp_path, "town.csv", TABLE)
    found = convert(tmp_path, "more.csv", "Author,Event,Date,Book\nGerald,fire,1184,Itinerary p. 7\n")
    assert found.code == 0
    corpus = found.corpus
    assert list(corpus.questions) == ["fire", "flood"]
    assert corpus.claims["gerald-fire-2"].source == corpus.claims["gerald-fire"].source == "itinerary"
    again = convert(tmp_path, "town.csv")
    assert list(again.corpus.claims) == list(corpus.claims)


def test_a_corpus_with_errors_is_mended_first(tmp_path: Path) -> None:
    found = convert(tmp_path, "town.csv", TABLE)
    (found.folder / "corpus.yaml").write_text("claims:\n  x: {answers: fire, when: soon}\n", encoding="utf-8")
    again = convert(tmp_path, "town.csv")
    assert (again.code, "has errors; the first is in" in again.err) == (2, True)


def test_a_long_file_is_changed_in_its_places_alone(tmp_path: Path) -> None:
    """Of thousands of entries those are looked at that change and those around them; no other byte changes."""
    rows = [f"Gerald,fire {number},{1000 + number % 800},Annals p. {number}" for number in range(2500)]
    head = "Author,Event,Date,Book"
    made = convert(tmp_path, "town.csv", "\n".join([head, *rows]) + "\n").folder / "town.yaml"
    _edit(made, "when: 1007", "when: 'early 1007'  # by hand")
    by_hand = made.read_text(encoding="utf-8")
    rows[1200] = "Gerald,fire 1200,May 1400,Annals p. 1200"
    del rows[2300], rows[40]
    found = convert(tmp_path, "town.csv", "\n".join([head, *rows, "Anna,fire 3,1003,Annals p. 3"]) + "\n")
    assert (found.code, len(found.corpus.claims)) == (0, 2499)
    before, after = (set(text.splitlines()) for text in (by_hand, made.read_text(encoding="utf-8")))
    assert after - before == {"    when: May 1400", "  anna-fire-3:", "    by: Anna"}
    gone = {line.strip() for line in before - after}
    assert gone == {
        *("fire-40: 'fire 40: when?'", "fire-2300: 'fire 2300: when?'", "gerald-fire-40:", "gerald-fire-2300:"),
        *("in: annals p. 40", "in: annals p. 2300", "answers: fire-40", "answers: fire-2300"),
    }


@pytest.mark.parametrize("layout", ["\tx: y\n", "claims:\n  -  a:  1204\n", "claims: " + "[" * 40, "{" * 9999])
def test_a_file_whose_layout_cannot_be_kept_is_left_alone(tmp_path: Path, layout: str) -> None:
    found = convert(tmp_path, "town.csv", TABLE)
    (found.folder / "town.yaml").write_text(layout, encoding="utf-8")
    again = convert(tmp_path, "town.csv")
    assert again.code == 2
    assert again.made("town.yaml") == layout


_ROWS = st.lists(
    st.tuples(
        st.sampled_from(["Gerald", "Stubbs", "Anna: nun"]),
        st.sampled_from(["fire", "flood", "first fire"]),
        st.sampled_from(["1185", "c. 1186", "[1187, 1188]", "3 May 1184"]),
        st.sampled_from(["", "Annals p. 1", "Annals p. 2", "x #y"]),
    ),
    max_size=6,
)


def _table(rows: list[tuple[str, str, str, str]]) -> str:
    return "\n".join(["Author\tEvent\tDate\tBook", *("\t".join(row) for row in rows)]) + "\n"


@given(_ROWS, _ROWS)
def test_a_file_with_a_comment_comes_to_say_what_a_new_one_would(
    tmp_path_factory: pytest.TempPathFactory,
    before: list[tuple[str, str, str, str]],
    after: list[tuple[str, str, str, str]],
) -> None:
    old, new = tmp_path_factory.mktemp("old"), tmp_path_factory.mktemp("new")
    made = convert(old, "town.tsv", _table(before)).folder / "town.yaml"
    made.write_text(made.read_text(encoding="utf-8") + "# by hand\n", encoding="utf-8")
    again = convert(old, "town.tsv", _table(after))
    assert again.code == 0
    if before:
        assert "# by hand" in again.made("town.yaml")

    def said(found: Converted) -> list[str]:
        told = []
        for claim in found.corpus.claims.values():
            when = claim.statements[0].when
            title = found.corpus.sources[claim.source].title
            told.append(f"{claim.by} {title} {claim.locator} {claim.statements[0].question} {when and when.text}")
        return sorted(told)

    assert said(again) == said(convert(new, "town.tsv", _table(after)))


def test_what_is_written_beside_may_refer_to_what_was_converted(tmp_path: Path) -> None:
    """Though what nobody has changed is not read again."""
    folder = convert(tmp_path, "town.csv", TABLE).folder
    beside = "claims:\n  mine: {by: I, disputes: gerald-fire, says: The annals do not have it.}\n"
    (folder / "mine.yaml").write_text(beside, encoding="utf-8")
    found = convert(tmp_path, "town.csv", TABLE + "Anna,flood,1191,Letters p. 1\n")
    assert found.code == 0 and found.corpus.claims["mine"].disputes == ("gerald-fire",)
    (folder / "mine.yaml").write_text(beside.replace("gerald", "gerold"), encoding="utf-8")
    found = convert(tmp_path, "town.csv")
    assert found.code == 2 and "has errors; the first is in" in found.err


@pytest.mark.parametrize("kept", [b"", b"\xff", b"{}", b"[1]", b'{"sections": 1, "digest": 2}', b"{" * 100_000])
def test_where_it_cannot_be_told_what_was_added_by_hand_nothing_is_written(tmp_path: Path, kept: bytes) -> None:
    folder = convert(tmp_path, "town.csv", TABLE).folder
    (folder / ".town.converted").write_bytes(kept)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    found = convert(tmp_path, "town.csv", TABLE.replace("1190", "1191"))
    assert (found.code, found.err.splitlines()[-2:][0]) == (
        2,
        f"claimcheck: {folder}/.town.converted is not as it was left, so that nobody knows what was added by hand",
    )
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    (folder / ".town.converted").unlink()
    assert convert(tmp_path, "town.csv").code == 2  # the one date that differs is a clash
    assert convert(tmp_path, "town.csv", None, "--force").code == 0
