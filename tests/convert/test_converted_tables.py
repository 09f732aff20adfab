"""Tables with columns of their own become corpora; every row is a claim or is refused with a reason."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from converting import by_libreoffice, convert
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.convert.columns import columns_of
from claimcheck.convert.sheets import Row

ABBEY = """\
Historian;What is dated;Date given;Book;Pages;Exact words;How sure?;Shelf
Dugdale;Foundation of the abbey;c. 1098;Monasticon;12;about the year 1098;;A 1
Tanner;Foundation of the abbey;1098–1100;Notitia;34-35;;he says "perhaps";A 2
Knowles;Foundation of the abbey;before 1102;Religious Houses;77;;;
Knowles;Fire in the choir;3 May 1184;Religious Houses;80;on the feast of the Invention of the Cross;;
Annals of the house;Fire in the choir;1186;Annals;f. 12v;;;
Gerald;Fire in the choir;winter 1185/86;Itinerary;5;;;
Stubbs;Fire in the choir;1185;Preface to the Annals;xii;;;
Gerald;Death of Abbot Hugh;24 June 1190;Itinerary;9;;;
Annals of the house;Death of Abbot Hugh;24 June 1191;Annals;f. 14;;;
Tanner;Death of Abbot Hugh;1190 or 1191;Notitia;36;;;
Dugdale;Death of Abbot Hugh;late June 1190;Monasticon;14;;;
Knowles;Dissolution;1539;Religious Houses;90;;;
Dugdale;Dissolution;not before March 1539;Monasticon;20;;;
Tanner;Dissolution;24.3.1539;Notitia;40;;;
Burnet;Dissolution;spring 1539;History;III 5;;;
Burnet;Foundation of the abbey;11th century;History;I 2;;;
Stubbs;Foundation of the abbey;1090s;Preface to the Annals;iii;;;
Stubbs;Death of Abbot Hugh;after 24 June 1190;Preface to the Annals;xv;;;
Gerald;Foundation of the abbey;long ago;Itinerary;1;;;
Anon;Fire in the choir;03/05/84;Leaflet;;;;
"""


@pytest.mark.parametrize("ending", ["csv", "xlsx", "ods"])
def test_a_table_of_twenty_claims_with_headers_of_its_own_comes_in_whole(tmp_path: Path, ending: str) -> None:
    if ending == "csv":
        found = convert(tmp_path, "abbey.csv", ABBEY)
    else:
        as_text = "CSV:59,34,76,1,3/2"  # so that LibreOffice leaves the dates as they are written
        found = convert(tmp_path, by_libreoffice(tmp_path, "abbey.csv", ABBEY, ending, as_text))
    assert found.code == 1
    assert "20 rows, 18 claims, 2 refused." in found.out
    assert [(one["row"], one["column"], one["cell"]) for one in found.refused] == [
        ("20", "Date given", "long ago"),
        ("21", "Date given", "03/05/84"),
    ]
    assert "spreadsheet" in found.refused[1]["reason"]
    corpus = found.corpus
    assert len(corpus.claims) == 18
    assert [question.ask for question in corpus.questions.values()] == [
        "Foundation of the abbey: when?",
        "Fire in the choir: when?",
        "Death of Abbot Hugh: when?",
        "Dissolution: when?",
    ]
    first = corpus.claims["dugdale-foundation-of-the-abbey"]
    assert (first.by, first.source, first.locator) == (("Dugdale",), "monasticon", "p. 12")
    assert (first.quote, first.note) == ("about the year 1098", "Shelf: A 1")
    assert corpus.claims["burnet-dissolution"].locator == "III 5"
    assert [claim.source for claim in corpus.claims.values()].count("religious-houses") == 3


def test_the_mapping_that_is_shown_is_taken_back_and_can_be_mended(tmp_path: Path) -> None:
    found = convert(tmp_path, "abbey.csv", ABBEY)
    shown = found.made("abbey.map.txt")
    assert shown in found.out
    assert "How sure?     = note" in shown
    mended = tmp_path / "mended.txt"
    mended.write_text(shown.replace("How sure?     = note ", "How sure?     = hedge"), encoding="utf-8")
    again = convert(tmp_path, "abbey.csv", None, "--map", str(mended), "--force")
    hedges = [claim.hedge for claim in again.corpus.claims.values() if claim.hedge]
    assert hedges == ['he says "perhaps"']
    once_more = convert(tmp_path, "abbey.csv", None, "--map", "Shelf = -", "--map", "how sure? = hedge")
    assert all(claim.note is None for claim in once_more.corpus.claims.values())


@pytest.mark.parametrize(
    ("given", "said"),
    [("Shelf", "“Shelf” is not COLUMN = KEY"), ("Shelf=hegde", "no key of a column; did you mean `hedge`?")],
)
def test_a_mapping_that_cannot_be_read_is_refused(tmp_path: Path, given: str, said: str) -> None:
    found = convert(tmp_path, "abbey.csv", ABBEY, "--map", given)
    assert (found.code, said in found.err) == (2, True)


FORM = """\
Timestamp,Email Address,Which historian makes the claim?,Which event is dated?,What date is given (as written)?,\
Title of the book or article,On which page?,Exact quotation
2024/03/01 9:12:44 am GMT+1,anna@example.org,V. Naumov,The question is first raised,late October 1955,Disputes,\
p. 18,in late October
2024/03/01 9:15:02 am GMT+1,ben@example.org,N. Barsukov,The report is approved,13 February 1956,The Myths,51,
2024/03/01 9:15:40 am GMT+1,anna@example.org,R. Pikhoya,The question is first raised,31 December 1955,History,100,
"""


def test_the_answers_of_a_form_leave_time_stamp_and_address_behind(tmp_path: Path) -> None:
    found = convert(tmp_path, "Form Responses 1.csv", FORM)
    assert "3 rows, 3 claims, 0 refused." in found.out
    assert found.code == 0
    assert "example.org" not in found.made("form-responses-1.yaml")
    assert "2024" not in found.made("form-responses-1.yaml")
    claim = found.corpus.claims["v-naumov-the-question-is-first-raised"]
    assert (claim.by, claim.source, claim.locator, claim.quote) == (
        ("V.-Naumov",),
        "disputes",
        "p. 18",
        "in late October",
    )
    questions = list(found.corpus.questions.values())
    assert [question.ask for question in questions] == [
        "The question is first raised: when?",
        "The report is approved: when?",
    ]
    assert questions[0].first is not None  # "first", so it asks for the first of a kind


def test_the_questions_of_a_form_are_known_for_what_they_ask(tmp_path: Path) -> None:
    """By their words outside brackets; a column that merely has a date in it is no column of dates."""
    found = convert(
        tmp_path,
        "form.csv",
        "Your name,Which event are you dating?,When did it happen (as the source says)?,Source (author and title),"
        "Page(s),Exact wording,How certain is the author?\n"
        'Anna,First printed Bible,1454,"Kapr, Gutenberg",120-121,before the end of 1454,quite sure\n'
        'Boris,First printed Bible,between 1452 and 1455,"Füssel, Gutenberg",44,,\n',
    )
    first, _ = found.corpus.claims.values()
    assert first.statements[0].when is not None and first.statements[0].when.text == "1454"
    assert (found.corpus.sources[first.source].title, first.locator) == ("Kapr, Gutenberg", "pp. 120-121")
    assert (first.quote, first.hedge, first.note) == ("before the end of 1454", "quite sure", "Your name: Anna")


@pytest.mark.parametrize(
    ("names", "keys"),
    [
        ("Scholar|Controversy|Proposed date|Reference", "by|subject|when|in"),
        ("Person making claim|Event|Earliest date|Latest date|Citation", "by|subject|not-before|not-after|in"),
        ("Name|Event|Claimed date|Work cited|Confidence", "by|subject|when|in|hedge"),
        ("Behauptet von|Ereignis|Datierung|Fundstelle|Seite", "by|subject|when|in|page"),
        ("Historien|Événement|Date proposée|Ouvrage|Page", "by|subject|when|in|page"),
        ("Chronicle|Year|Event|Folio", "in|when|subject|page"),
        ("Claim ID|Who|What|When|Julian/Gregorian|Doubts", "id|by|subject|when|calendar|hedge"),
        ("Авторъ|Событие|Дата (ст. ст.)|Книга, страница", "by|subject|when|in"),
        ("person|event type|date|source|folio|hand", "subject|question|when|in|page|note"),
    ],
)
def test_columns_go_by_many_names(names: str, keys: str) -> None:
    dates = ("when", "not-before", "not-after")
    row = Row(2, ["1184" if key in dates else "words" for key in keys.split("|")])
    columns = columns_of(names.split("|"), [row, row], {})
    assert [str(column.meaning) for column in columns] == keys.split("|")


def test_the_name_of_a_column_of_dates_may_state_their_calendar(tmp_path: Path) -> None:
    table = "Author,Event,Date (O.S.),Calendar\nA,fall,2 October 1917,\nB,fall,2 October 1917,gregorian\n"
    found = convert(tmp_path, "x.csv", table)
    assert [claim.calendar for claim in found.corpus.claims.values()] == ["julian", "gregorian"]


def test_a_page_of_no_source_is_kept(tmp_path: Path) -> None:
    found = convert(tmp_path, "x.csv", "Author,Event,Date,Page\nA,fall,1917,12\n")
    assert found.corpus.claims["a-fall"].note == "Page: 12"


def test_a_wide_table_asks_a_question_for_each_column_of_dates(tmp_path: Path) -> None:
    table = (
        "Name,Date of birth,Date of death,Source\nHugh,c. 1120,24 June 1190,Annals f. 3\nAnna,,1201,Annals f. 9\n"
    )
    found = convert(tmp_path, "people.csv", table)
    assert "2 rows, 3 claims, 0 refused." in found.out
    assert {question.ask for question in found.corpus.questions.values()} == {
        "Hugh: birth: when?",
        "Hugh: death: when?",
        "Anna: death: when?",
    }
    assert [claim.source for claim in found.corpus.claims.values()] == ["annals"] * 3


def test_limits_in_two_columns_are_one_date(tmp_path: Path) -> None:
    table = "Author,Not before,Not after\nDugdale,1204,May 1206\nTanner,,1207\nStubbs,long ago,1208\n"
    found = convert(tmp_path, "bridge.csv", table)
    texts = [claim.statements[0].when.text for claim in found.corpus.claims.values() if claim.statements[0].when]
    assert texts == ["not before 1204, not after May 1206", "not after 1207"]
    assert [(one["row"], one["column"]) for one in found.refused] == [("4", "Not before")]


def test_a_table_in_which_nobody_says_anything_is_itself_the_source(tmp_path: Path) -> None:
    found = convert(tmp_path, "bridge.csv", "Event,Date\ncrossing,1204\n")
    (claim,) = found.corpus.claims.values()
    assert (found.corpus.sources[claim.source].title, claim.locator) == ("bridge.csv", "row 2")


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        (",crossing,1204,", "Author", "nobody says so"),
        ("Gerald,,1204,", "Event", "does not say of what it speaks"),
        ("Gerald,crossing,,", "Date", "there is no date"),
        ("Gerald,crossing,1204,Mayan-ish", "Calendar", "this is no calendar"),
        ("Gerald,crossing,after @flood,", "Date", "no event has the id `flood`"),
        ("Gerald,crossing,1204,,,more", "", "more cells than columns have names"),
        ("Gerald,=A1+1,1204,", "Event", "a formula stands here and not its result"),
        ("Ger\x07ald,crossing,1204,", "Author", "U+0007 has no place in a text"),
        ('Gerald,"crossing,1204,', "", "cannot be read as CSV"),
    ],
)
def test_a_row_is_refused_with_the_cell_and_the_reason(tmp_path: Path, row: str, column: str, reason: str) -> None:
    table = f"Author,Event,Date,Calendar\n{row}\nStubbs,crossing,3 May 1204,O.S.\n"
    found = convert(tmp_path, "bridge.csv", table)
    (refused,) = found.refused
    assert (refused["row"], refused["column"]) == ("2", column)
    assert reason in refused["reason"]
    assert refused["remedy"]
    (claim,) = found.corpus.claims.values()
    assert claim.calendar == "julian"


def test_a_column_of_the_dates_of_books_dates_the_books(tmp_path: Path) -> None:
    table = "Author,Date,Book,Year of publication\nTanner,1204,Notitia,1744\nTanner,1205,Notitia,1787\n"
    found = convert(tmp_path, "bridge.csv", table)
    issued = [source.issued.text for source in found.corpus.sources.values() if source.issued is not None]
    assert issued == ["1744", "1787"]


def test_a_value_that_is_no_date_answers_who_or_what(tmp_path: Path) -> None:
    table = "Author;Bridge;Value;Date\nTanner;the old bridge;a mason;\nStubbs;the old bridge;a monk;1204\n"
    found = convert(tmp_path, "builder.csv", table, "--map", "Bridge=subject")
    (question,) = found.corpus.questions.values()
    assert (question.role, question.of) == ("value", "the old bridge")
    assert [claim.statements[0].value for claim in found.corpus.claims.values()] == [("a mason",), ("a monk",)]


@pytest.mark.parametrize(
    ("encoding", "options", "said"),
    [
        ("utf-8-sig", (), ""),
        ("utf-16", (), ""),
        ("windows-1251", (), "is not UTF-8; it is read as windows-1251"),
        ("koi8-r", ("--encoding", "koi8-r"), ""),
    ],
)
def test_encodings_declared_and_guessed(
    tmp_path: Path, encoding: str, options: tuple[str, ...], said: str
) -> None:
    table = (
        "Историк;Событие;Дата;Источник;Стр.\n"
        "Наумов;Вопрос поднят впервые;конец октября 1955;К истории секретного доклада;150\n"
        "Пихоя;Вопрос поднят впервые;31 декабря 1955;Советский Союз: история власти;100\n"
    )
    found = convert(tmp_path, "доклад.csv", table.encode(encoding), *options)
    assert said in found.err
    assert (found.code, len(found.corpus.claims)) == (0, 2)
    (question,) = found.corpus.questions.values()
    assert question.ask == "Вопрос поднят впервые: когда?"
    assert question.first is not None


@pytest.mark.parametrize(
    ("name", "content", "options", "said"),
    [
        (
            "x.csv",
            "Автор;Дата\nНаумов;1955\n".encode("windows-1251"),
            ("--encoding", "utf-8"),
            "is not in the encoding utf-8",
        ),
        ("x.csv", b"a;b\n", ("--encoding", "utf-9"), "no encoding is called utf-9"),
        ("x.doc", b"?", (), "nobody knows how to convert x.doc"),
        ("x.csv", None, (), "there is no file"),
    ],
)
def test_what_cannot_be_read_at_all_is_said(
    tmp_path: Path, name: str, content: bytes | None, options: tuple[str, ...], said: str
) -> None:
    found = convert(tmp_path, name, content, *options)
    assert (found.code, said in found.err, found.folder.exists()) == (2, True, False)


@pytest.mark.parametrize("content", ["", "\n\n", "Author,Date\n"])
def test_a_table_of_nothing_makes_no_claim(tmp_path: Path, content: str) -> None:
    found = convert(tmp_path, "x.csv", content)
    assert "0 rows, 0 claims, 0 refused." in found.out
    assert found.corpus.claims == {}


_NAMES = """
Author|Date|Event|Book|Page|Quote|id|Calendar|Shelf||Not before|Not after|Value|By|Дата|Date of birth
"""
_CELLS = """
|Smith|A. Jones; B. Lee|1204|c. 1204|mid-May 1204|13/02/56|long ago|=1+1|@x|-0043|Annals p. 3|julian|O.S.|p. 3
|[1204, 1206]|x: y #z|"|two\nlines|CC204|yes|\x07|?|ё|№ 7|'-0043|1204/1206
"""


@given(
    st.lists(st.sampled_from(_NAMES.strip("\n").split("|")), min_size=2, max_size=6),
    st.lists(st.lists(st.sampled_from(_CELLS.strip("\n").split("|")), min_size=1, max_size=7), max_size=7),
    st.sampled_from(",;\t"),
)
def test_of_any_table_each_row_is_a_claim_or_is_refused(
    tmp_path_factory: pytest.TempPathFactory, names: list[str], rows: list[list[str]], delimiter: str
) -> None:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([names, *rows])
    found = convert(tmp_path_factory.mktemp("any"), "any.csv", buffer.getvalue())
    said = re.search(r"(\d+) rows?, (\d+) claims?, (\d+) refused\.", found.out)
    assert said is not None
    read, claimed, refused = map(int, said.groups())
    written = sum(any(cell.strip() for cell in row) for row in (names, *rows))
    above = found.err.count("stands above the names of the columns")
    assert read == max(0, written - 1 - above)
    assert claimed == len(found.corpus.claims)  # which are read without an error, whatever stood in the table
    assert refused == len({one["row"] for one in found.refused})
    assert all(one["reason"] and one["remedy"] for one in found.refused)
    if found.out.count(" = when ") <= 1:  # of several columns of dates each gives the row a claim
        assert read == claimed + refused
