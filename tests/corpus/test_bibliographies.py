"""Bibliographies beside a corpus: what is cited by its key is a source, with what the bibliography says of it."""

from __future__ import annotations

import json
from pathlib import Path

from corpus_reading import read

CORPUS = """\
question: When was it first raised?
claims:
  naumov: {in: naumov1996 p. 150, when: late October 1955}
  barsukov: {in: barsukov1996, when: 13 February 1956}
"""
# As a reference manager exports them: names turned round, braces that keep capitals, LaTeX, ranges, EDTF.
BIBTEX = """\
@article{naumov1996,
  author = {Naumov, Vladimir P. and {Institute of History}},
  title = {On the History of the {Secret} Report},
  journal = {Novaya i noveishaya istoriya},
  year = 1996, month = jul, pages = {147--168},
  keywords = {thaw, party}, note = {seen in the library}
}
@book{barsukov1996, author = {Barsukov, N. A.}, title = {M\\"uller}, date = {1996~}, address = {Moskva}}
@book{unused2000, title = {Not cited}, year = {n.d.}}
"""
CSL = [
    {
        "id": "naumov1996",
        "type": "article-journal",
        "title": "On the History of the Secret Report",
        "author": [{"family": "Naumov", "given": "Vladimir P."}, {"literal": "Institute of History"}],
        "container-title": "Novaya i noveishaya istoriya",
        "issued": {"date-parts": [[1996, 7]]},
        "page": "147–168",
        "keyword": "thaw, party",
        "note": "seen in the library",
    },
    {
        "id": "http://zotero.org/items/1",
        "citation-key": "barsukov1996",
        "type": "book",
        "author": [{"family": "Barsukov", "given": "N. A."}],
        "title": "Müller",
        "issued": {"date-parts": [["1996"]], "circa": True},
        "publisher-place": "Moskva",
    },
]


def test_bibtex_and_csl_say_the_same_of_what_is_cited(tmp_path: Path) -> None:
    files = {"library.bib": BIBTEX, "library.csl.json": json.dumps(CSL, ensure_ascii=False)}
    for name, text in files.items():
        folder = tmp_path / name
        folder.mkdir()
        found = read(folder, CORPUS, files={name: text})
        assert found.printed == ""
        assert set(found.corpus.sources) == {"naumov1996", "barsukov1996"}
        naumov, barsukov = found.corpus.sources["naumov1996"], found.corpus.sources["barsukov1996"]
        assert naumov.title == "On the History of the Secret Report"
        assert naumov.author == ("Vladimir-P.-Naumov", "Institute-of-History")
        assert (naumov.type, naumov.note) == ("article-journal", "seen in the library")
        assert naumov.issued is not None and naumov.issued.text == "1996-07"
        assert dict(naumov.csl) == {
            "container-title": "Novaya i noveishaya istoriya",
            "keyword": "thaw, party",
            "page": "147–168",
        }
        assert barsukov.title == "Müller"
        assert barsukov.issued is not None and barsukov.issued.text == "1996~"
        claim = found.corpus.claims["naumov"]
        assert (claim.source, claim.locator, claim.by) == ("naumov1996", "p. 150", naumov.author)


def test_what_a_hand_has_written_of_a_source_goes_before_the_bibliography(tmp_path: Path) -> None:
    by_hand = "sources:\n  barsukov1996: {rests-on: naumov1996, title: The Myths}\n"
    found = read(tmp_path, CORPUS + by_hand, files={"library.bib": BIBTEX})
    assert found.printed == ""
    barsukov = found.corpus.sources["barsukov1996"]
    assert (barsukov.title, barsukov.rests_on) == ("The Myths", ("naumov1996",))
    assert dict(barsukov.csl) == {"publisher-place": "Moskva"}


def test_an_author_of_one_word_needs_no_declaration(tmp_path: Path) -> None:
    text = CORPUS + "claimants: {khrushchev: N. S. Khrushchev}\n"
    bibtex = BIBTEX.replace("Barsukov, N. A.", "Plato")
    found = read(tmp_path, text, files={"library.bib": bibtex})
    assert found.printed == ""
    assert found.corpus.claims["barsukov"].by == ("Plato",)


def test_a_key_that_is_cited_and_missing_is_said(tmp_path: Path) -> None:
    found = read(tmp_path, CORPUS.replace("barsukov1996", "barsukow1996"), files={"library.bib": BIBTEX})
    assert found.codes == ["CC213"]
    assert found.only.remedy == "did you mean `barsukov1996`?"


def test_what_is_wrong_with_what_nobody_cites_is_passed_over(tmp_path: Path) -> None:
    found = read(tmp_path, CORPUS, files={"library.bib": BIBTEX})
    assert found.printed == ""


def test_a_bibliography_that_cannot_be_read_takes_nothing_else_away(tmp_path: Path) -> None:
    found = read(
        tmp_path, CORPUS, files={"x.csl.json": "[{", "y.csl.json": "[" * 100_000, "z.csl.json": "[1, {}]"}
    )
    assert found.codes == ["CC045", "CC045"]
    assert len(found.corpus.claims) == 2


def test_a_folder_with_a_bibliography_alone_is_no_corpus(tmp_path: Path) -> None:
    found = read(tmp_path, files={"library.bib": BIBTEX})
    assert found.codes == ["CC004"]


def test_one_slip_in_a_key_is_told_once_and_a_doubled_entry_as_what_it_is(tmp_path: Path) -> None:
    """Beside what a bibliography would be asked for, a key that is nearly an id would be another source."""
    library = "@book{smith1990, title={Fire}}\n@book{smith1990, title={Flood}}\n@book{lee, note={a}, note={b}}\n"
    corpus = (
        "question: When?\nclaims:\n  a: {in: smith1990 p. 1, when: 1666}\n  b: {in: smyth1990 p. 3, when: 1667}\n"
    )
    found = read(tmp_path, corpus, files={"library.bib": library})
    assert [(one.code, one.message, one.remedy) for one in found.diagnostics if one.code != "CC511"] == [
        ("CC213", "no bibliography has the key `smyth1990`", "did you mean `smith1990`?"),
        ("CC045", "this entry has a key that another has, and is left out", "give it another key"),
        ("CC045", "this entry has one field twice, and is left out", "keep one of the two"),
    ]
