"""PeriodO, Wikibase, GEDCOM and GLX, each from a small file in its shape; and tables with marked limits."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from converting import Converted, convert

from claimcheck.convert.gathered import Standing
from claimcheck.convert.others_data import gather_others_data
from claimcheck.convert.sheets import Unreadable
from claimcheck.examine import examine


def _dates(found: Converted) -> list[tuple[str, str]]:
    corpus = found.corpus
    return [
        (corpus.questions[claim.statements[0].question or ""].ask, claim.statements[0].when.text)
        for claim in corpus.claims.values()
        if claim.statements[0].when is not None
    ]


def _period(id: str, label: str, place: str, start: object, stop: object) -> dict[str, object]:
    ends = {"start": {"in": start, "label": "from"}, "stop": {"in": stop, "label": "to"}}
    return {"id": id, "label": label, "spatialCoverage": [{"label": place}], "url": f"http://x/{id}", **ends}


def test_periods_of_one_label_in_one_place_are_one_question(tmp_path: Path) -> None:
    year = {"year": "-0508"}
    collections = {
        "a": {
            "source": {"title": "Atlas", "yearPublished": 1990, "creators": [{"name": "A. Smith."}]},
            "definitions": {
                "1": _period("1", "Etruscan", "Italy", {"year": "-0615"}, year),
                "2": _period("2", "First Dynasty", "Egypt", {"year": "-2999"}, {"year": "-2899"}),
                "3": _period("3", "Etruscan", "Italy", {"earliestYear": "-0700", "latestYear": "-0600"}, year),
            },
        },
        "b": {
            "source": {"locator": "page 5", "partOf": {"title": "Dictionary"}},
            "definitions": {
                "4": _period("4", "Etruscan", "Italy", {"year": "-0700"}, {"year": "-0300"}),
                "5": _period("5", "Etruscan", "Corsica", {"year": "-0700"}, {"year": "-0300"}),
                "6": _period("6", "Etruscan", "Elba", {}, year),
            },
        },
    }
    found = convert(tmp_path, "periods.json", json.dumps({"periodCollections": collections}))
    assert "6 definitions, 4 claims, 2 refused." in found.out
    assert _dates(found) == [
        ("Etruscan (Italy): when?", "-0615/-0508"),
        ("First Dynasty (Egypt): when?", "-2999/-2899"),
        ("Etruscan (Italy): when?", "-0700/-0300"),
        ("Etruscan (Corsica): when?", "-0700/-0300"),
    ]
    assert [one["reason"] for one in found.refused] == [
        "one of its ends is itself a span of years",
        "one of its ends has no year",
    ]
    pairs = [(pair.a, pair.b, str(pair.verdict)) for pair in examine(found.corpus).pairs]
    assert pairs == [("atlas-etruscan", "dictionary-etruscan", "contradicts")]
    assert found.corpus.claims["dictionary-etruscan"].locator == "page 5"


def _time(time: str, precision: int, model: str = "Q1985727") -> dict[str, object]:
    value = {"time": time, "precision": precision, "calendarmodel": f"http://www.wikidata.org/entity/{model}"}
    return {"snaktype": "value", "datavalue": {"type": "time", "value": value}}


def _item(id: str) -> dict[str, object]:
    return {"snaktype": "value", "datavalue": {"type": "wikibase-entityid", "value": {"id": id}}}


def test_each_value_of_a_property_is_a_claim_in_each_of_its_sources(tmp_path: Path) -> None:
    references = [{"snaks": {"P248": [_item("Q36578")]}}, {"snaks": {"P248": [_item("Q5375741")]}}]
    julian = "Q1985786"
    born = [
        {"mainsnak": _time("+1564-04-26T00:00:00Z", 11, julian), "rank": "preferred", "references": references},
        {"mainsnak": _time("+1564-04-00T00:00:00Z", 10, julian), "rank": "deprecated"},
        {"mainsnak": _time("+1564-00-00T00:00:00Z", 9), "qualifiers": {"P1480": [_item("Q5727902")]}},
        {
            "mainsnak": _time("+1560-00-00T00:00:00Z", 8),
            "qualifiers": {"P1319": [_time("+1563-00-00T00:00:00Z", 9)]},
        },
        {"mainsnak": _time("+1600-00-00T00:00:00Z", 7)},
        {"mainsnak": _time("-0044-03-15T00:00:00Z", 11, julian)},
        {"mainsnak": {"snaktype": "somevalue", "datatype": "time"}},
        {"mainsnak": _time("+2000-00-00T00:00:00Z", 6)},
    ]
    entity = {"labels": {"en": {"value": "W. S."}}, "claims": {"P569": born, "P31": [{"mainsnak": _item("Q5")}]}}
    found = convert(tmp_path, "q692.json", json.dumps({"entities": {"Q692": entity}}))
    assert "9 statements, 7 claims, 2 refused." in found.out
    assert [text for _, text in _dates(found)] == [
        *("26 April 1564", "26 April 1564", "April 1564", "c. 1564", "1560s, not before 1563", "16th century"),
        "15 March 44 BC",
    ]
    claims = list(found.corpus.claims.values())
    assert [found.corpus.sources[claim.source].title for claim in claims[:3]] == [
        "Q36578",
        "Q5375741",
        "Wikibase Q692",
    ]
    assert [claim.calendar for claim in claims[:4]] == ["julian", "julian", "julian", "gregorian"]
    assert [claim.note for claim in claims[:3]] == ["rank: preferred", "rank: preferred", "rank: deprecated"]


def test_sources_are_called_as_the_file_calls_them(tmp_path: Path) -> None:
    """By the label of their item or the title in the reference; an item without a label by its id."""
    title = {"snaktype": "value", "datavalue": {"type": "monolingualtext", "value": {"text": "Peerage"}}}
    address = {"snaktype": "value", "datavalue": {"type": "string", "value": "https://example.org/p1"}}
    references = [
        {"snaks": {"P248": [_item("Q36578")]}},
        {"snaks": {"P248": [_item("Q999")]}},
        {"snaks": {"P854": [address], "P1476": [title]}},
        {"snaks": {"P854": [address]}},
    ]
    born = {"mainsnak": _time("+1564-00-00T00:00:00Z", 9), "references": references}
    entities = {
        "Q692": {"labels": {"de": {"value": "W. S."}}, "claims": {"P569": [born], "P9999": [born]}},
        "Q36578": {"labels": {"en": {"value": "Integrated Authority File"}}},
        "P9999": {"labels": {"en": {"value": "date of baptism"}}},
    }
    corpus = convert(tmp_path, "q.json", json.dumps({"entities": entities})).corpus
    named = {source.title: source.url for source in corpus.sources.values()}
    assert named == {
        "Integrated Authority File": "https://www.wikidata.org/wiki/Q36578",
        "Q999": "https://www.wikidata.org/wiki/Q999",
        "Peerage": None,
        "https://example.org/p1": None,
    }
    assert [one.ask for one in corpus.questions.values()] == [
        "W. S.: date of birth: when?",
        "W. S.: date of baptism: when?",
    ]


GEDCOM = """\
0 HEAD
1 CHAR UTF-8
0 @I1@ INDI
1 NAME Hugh /Mason/
1 BIRT
2 DATE ABT 1120
2 PLAC Bridgeton
2 SOUR @S1@
3 PAGE f. 12
2 SOUR the family Bible
1 DEAT
2 DATE @#DJULIAN@ 24 JUN 1190
0 @I2@ INDI
1 NAME Anna /Miller/
1 BIRT
2 DATE (in her youth)
1 BURI
2 DATE @#DHEBREW@ 2 TVT 5758
0 @F1@ FAM
1 HUSB @I1@
1 WIFE @I2@
1 MARR
2 DATE BET 1150 AND 1152
not a line
0 @S1@ SOUR
1 TITL Annals
1 AUTH Brother Giles
0 TRLR
"""


def test_births_deaths_and_marriages_with_their_sources(tmp_path: Path) -> None:
    found = convert(tmp_path, "family.ged", GEDCOM)
    assert "6 events, 4 claims, 2 refused." in found.out
    assert _dates(found) == [
        ("Hugh Mason: birth: when?", "ABT 1120"),
        ("Hugh Mason: birth: when?", "ABT 1120"),
        ("Hugh Mason: death: when?", "24 JUN 1190"),
        ("Hugh Mason and Anna Miller: marriage: when?", "BET 1150 AND 1152"),
    ]
    first, second, death, _ = found.corpus.claims.values()
    assert (found.corpus.sources[first.source].title, first.locator, first.note) == (
        "Annals",
        "f. 12",
        "place: Bridgeton",
    )
    assert found.corpus.sources[second.source].title == "the family Bible"
    assert (death.calendar, found.corpus.sources[death.source].title) == ("julian", "family.ged")
    assert "line 24 is no line of GEDCOM" in found.err


def test_version_7_says_its_calendar_in_a_word(tmp_path: Path) -> None:
    text = "0 HEAD\n1 GEDC\n2 VERS 7.0\n0 @I1@ INDI\n1 NAME Hugh\n1 DEAT\n2 DATE JULIAN 24 JUN 1190\n0 TRLR\n"
    found = convert(tmp_path, "family.ged", text)
    (claim,) = found.corpus.claims.values()
    assert (claim.calendar, _dates(found)) == ("julian", [("Hugh: death: when?", "24 JUN 1190")])


GLX = """\
persons:
  hugh: {properties: {name: {value: Hugh Mason, fields: {given: Hugh}}}}
  anna: {properties: {name: [{value: Anna Miller, date: "1875"}]}}
events:
  birth-hugh: {type: birth, date: "1850-01-15", participants: [{person: hugh, role: subject}]}
  wedding: {type: marriage, participants: [{person: hugh, role: groom}, {person: anna, role: bride}]}
  fire: {title: Fire at the mill, type: other, date: JULIAN ABT 1731-03-15, participants: []}
places:
  leeds: {name: Leeds}
sources:
  parish: {title: Parish register, date: FROM 1849 TO 1900, authors: [Rev. Stubbs]}
  census-1: {title: Census}
  census-2: {title: Census}
citations:
  c-parish: {source: parish, properties: {locator: Entry 145, text_from_source: "Hugh, b. 15 Jan. 1850"}}
  c-census: {source: census-1}
"""
ASSERTIONS = """\
assertions:
  by-parish:
    subject: {event: birth-hugh}
    property: date
    value: "1850-01-15"
    citations: [c-parish]
    sources: [parish, census-2]
    confidence: high
    notes: [read twice]
  by-census: {subject: {event: birth-hugh}, property: date, value: CAL 1849, citations: [c-census]}
  smith: {subject: {person: hugh}, property: residence, value: leeds, date: FROM 1870, citations: [c-census]}
  trade: {subject: {person: hugh}, property: occupation, value: smith, citations: [c-census]}
  hebrew: {subject: {event: wedding}, property: date, value: HEBREW 15 TSH 5765, sources: [parish]}
  bride: {subject: {event: wedding}, participant: {person: anna, role: bride}, sources: [parish]}
  trade: {subject: {person: hugh}, property: occupation, value: baker, date: "1850", citations: [c-census]}
"""


def test_assertions_of_dates_in_each_source_cited_for_them(tmp_path: Path) -> None:
    found = convert(tmp_path, "mill.glx", GLX + ASSERTIONS)
    assert "8 assertions, 5 claims, 3 refused." in found.out
    corpus = found.corpus
    assert [(claim.id, *dated) for claim, dated in zip(corpus.claims.values(), _dates(found), strict=True)] == [
        ("by-parish", "Hugh Mason: birth: when?", "1850-01-15"),
        ("by-parish-2", "Hugh Mason: birth: when?", "1850-01-15"),
        ("by-census", "Hugh Mason: birth: when?", "CAL 1849"),
        ("smith", "Hugh Mason: residence?", "FROM 1870"),
        ("fire", "Fire at the mill: when?", "ABT 15 March 1731"),
    ]
    register, second, census, smith, fire = corpus.claims.values()
    assert (register.locator, register.quote, register.note) == (
        "Entry 145",
        "Hugh, b. 15 Jan. 1850",
        "confidence: high; read twice",
    )
    assert [corpus.claimants[id].name for id in register.by] == ["Rev. Stubbs"]
    assert [corpus.sources[one.source].title for one in (register, second, census, fire)] == [
        *("Parish register", "Census (census-2)", "Census (census-1)", "mill.glx"),
    ]
    assert (smith.statements[0].value[0], fire.calendar, census.calendar) == ("Leeds", "julian", None)
    assert [row["reason"] for row in found.refused] == [
        "it does not say when",
        "the calendar HEBREW is not read",
        "it does not say when",
    ]
    assert "line 31: `trade` stands twice here" in found.err


def test_an_archive_in_a_folder_is_one(tmp_path: Path) -> None:
    """Its assertions and what they speak of may stand in files of their own; others are not looked at."""
    archive = tmp_path / "archive"
    (archive / "assertions").mkdir(parents=True)
    (archive / "assertions" / "all.glx").write_text(ASSERTIONS, encoding="utf-8")
    (archive / "main.glx").write_text(GLX, encoding="utf-8")
    (archive / "notes.txt").write_text("to do", encoding="utf-8")
    found = convert(tmp_path, "archive")
    assert "8 assertions, 5 claims, 3 refused." in found.out
    assert found.corpus.claims["fire"].locator == "main.glx line 7"
    (archive / "main.glx").write_text("persons: {a: [}\n", encoding="utf-8")
    assert "main.glx is not YAML: line 1" in convert(tmp_path, "archive").err
    (tmp_path / "empty").mkdir()
    assert "is no file" in convert(tmp_path, "empty").err


def test_limits_that_a_table_marks_are_limits(tmp_path: Path) -> None:
    table = "Author,Event,Date,Calendar\nPsellos,exile,1050 [TPQ],Julian\nScylitzes,exile,1055 TAQ,Julian\n"
    found = convert(tmp_path, "people.csv", table)
    assert [text for _, text in _dates(found)] == ["not before 1050", "not after 1055"]


def test_a_prosopography_with_a_statement_to_a_row(tmp_path: Path) -> None:
    """Julian years, eras and marked limits; who says it, in what, and by whom it was entered."""
    table = (
        "id;Person;What is said;Date;Calendar;Source;Place in source;Authority;Entered by\n"
        "a1;Michael Psellos;exile;1050 [TPQ];Julian;Chronographia;VI.191;Psellos;T. A.\n"
        "a2;Michael Psellos;exile;not before 1054;Julian;Synopsis;p. 480;Scylitzes;T. A.\n"
        "a3;Peter III;election as patriarch;AM 6560;Julian;Letter 3;l. 12;Peter;L. R.\n"
        "a4;Peter III;election as patriarch;1052/1053;Julian;Regesten;no. 9;Grumel;L. R.\n"
        "a5;Katakalon;death;mid-11th century;Julian;Seals;;Seibt;L. R.\n"
        "a6;Katakalon;death;date unknown;Julian;Seals;;Seibt;L. R.\n"
    )
    found = convert(tmp_path, "people.csv", table, "--map", "Entered by = -", "--map", "What is said = question")
    assert "6 rows, 5 claims, 1 refused." in found.out
    assert [row["cell"] for row in found.refused] == ["date unknown"]
    assert [claim.id for claim in found.corpus.claims.values()] == ["a1", "a2", "a3", "a4", "a5"]
    assert {claim.calendar for claim in found.corpus.claims.values()} == {"julian"}
    assert [found.corpus.claimants[claim.by[0]].name for claim in found.corpus.claims.values()] == [
        *("Psellos", "Scylitzes", "Peter", "Grumel", "Seibt"),
    ]
    assert [question.ask for question in found.corpus.questions.values()] == [
        *("Michael Psellos: exile: when?", "Peter III: election as patriarch: when?", "Katakalon: death: when?"),
    ]


def _with_another_in_each_place(value: Any) -> Iterator[Any]:
    """The value with what stands in each of its places changed for something else, one after the other."""
    yield from (None, 5, "x", ["x"], {"x": 5})
    for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        for other in _with_another_in_each_place(value[key]):
            changed = dict(value) if isinstance(value, dict) else list(value)
            changed[key] = other
            yield changed


@pytest.mark.parametrize("name", ["periods", "items"])
def test_whatever_stands_where_something_else_should_is_no_fault(tmp_path: Path, name: str) -> None:
    year = {"year": "1000"}
    work = {"title": "Atlas", "yearPublished": 1990, "creators": [{"name": "A."}], "partOf": {"title": "B"}}
    periods = {
        "periodCollections": {"a": {"source": work, "definitions": {"1": _period("1", "X", "Y", year, year)}}}
    }
    references = [{"snaks": {"P248": [_item("Q2")], "P1476": [_item("Q3")]}}]
    qualifiers = {"P1480": [_item("Q5727902")], "P1319": [_time("+0999-00-00T00:00:00Z", 9)]}
    born = {"mainsnak": _time("+1000-00-00T00:00:00Z", 9), "references": references, "qualifiers": qualifiers}
    items = {"entities": {"Q1": {"labels": {"en": {"value": "W."}}, "claims": {"P569": [born]}}}}
    path = tmp_path / "x.json"
    for data in _with_another_in_each_place(periods if name == "periods" else items):
        path.write_text(json.dumps(data), encoding="utf-8")
        with suppress(Unreadable):
            found = gather_others_data(path, Standing())
            assert found.read == found.taken + len(found.refused)


def test_what_is_none_of_these_is_said(tmp_path: Path) -> None:
    for name, text in (
        ("x.json", "{"),
        ("x.json", "[]"),
        ("x.json", "{}"),
        ("x.ged", "0 TRLR\n"),
        ("x.ged", ""),
        ("x.glx", "claims: {}"),
    ):
        found = convert(tmp_path, name, text)
        assert (found.code, found.folder.exists()) == (2, False)
