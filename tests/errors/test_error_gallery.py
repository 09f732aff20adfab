"""Each code has an example, which prints what it is expected to; the gallery in the manual is made of them."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from claimcheck.diagnostics import CODES

HERE = Path(__file__).parent


def _gallery() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "make_error_gallery", HERE.parent.parent / "docs" / "make_error_gallery.py"
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


gallery = _gallery()


def test_every_code_has_an_example_and_every_example_a_code() -> None:
    assert sorted(folder.name for folder in HERE.iterdir() if folder.name.startswith("CC")) == sorted(CODES)


@pytest.mark.parametrize("code", CODES)
def test_an_example_prints_what_it_is_expected_to(code: str) -> None:
    expected = (HERE / code / "expected.txt").read_text(encoding="utf-8")
    assert gallery.printed(HERE / code) == expected
    assert f" [{code}]\n" in expected


# What each message says is to be done, done: (file, what stands there, what is written instead). None for what
# stands there: the file is new; None for what is written: the file goes.
Edit = tuple[str, str | None, str | None]
EVENT: Edit = ("corpus.yaml", "claims:", "events: {crossing-of-1204: {}}\nclaims:")  # which the mended place names
SOUND = "question: When was the bridge first crossed?\nclaims:\n  Annals: 1204\n"
MENDED: dict[str, tuple[Edit, ...]] = {
    "CC001": (("path.txt", "1204", "1205"), ("bridge-of-1205/corpus.yaml", None, SOUND)),
    "CC002": (("mode.txt", "", None),),
    "CC003": (("path.txt", "notes.txt", "notes.yaml"), ("notes.yaml", None, SOUND)),
    "CC004": (("corpus.yaml", None, SOUND),),
    "CC005": (("corpus.yaml", "G\ufffdnther", "Günther"),),
    "CC006": (("size.txt", "", None), ("corpus.yaml", None, SOUND)),
    "CC007": (("corpus.yaml", "\0", ""),),
    "CC008": (("corpus.yaml", "\u2028", " "),),
    "CC009": (("sources.yml", "", None), ("sources.yaml", None, "sources: {}\n")),
    "CC010": (("corpus.yaml", "crossed?\n", "crossed?\nclaims:\n  Annals: 1204\n"),),
    "CC011": (("link.txt", "", None), ("more.yaml", None, "claims:\n  Chronicle: 1205\n")),
    "CC020": (("corpus.yaml", "Annals 1204", "Annals: 1204"),),
    "CC021": (("corpus.yaml", "in: Annals p. 5: the bridge", 'in: "Annals p. 5: the bridge"'),),
    "CC022": (("corpus.yaml", "Annals: @siege", 'Annals: "@siege"'),),
    "CC023": (("corpus.yaml", "[3] May 1204", '"[3] May 1204"'),),
    "CC024": (("corpus.yaml", "\t", "    "),),
    "CC025": (("corpus.yaml", "by all", "by all}"),),
    "CC026": (("corpus.yaml", "Annals, document #12", '"Annals, document #12"'),),
    "CC027": (("corpus.yaml", "seen by all, even the king", '"seen by all, even the king"'),),
    "CC028": (("corpus.yaml", "    when: 1205\n", ""),),
    "CC029": (("corpus.yaml", "&year 1204", "1204"),),
    "CC030": (("corpus.yaml", "---\n", ""),),
    "CC031": (("corpus.yaml", "[Annals, Chronicle]", "Annals"),),
    "CC032": (("corpus.yaml", "[" * 40, ""),),
    "CC033": (("corpus.yaml", "when:", "when: 1204"),),
    "CC034": (("corpus.yaml", "   note", "    note"),),
    "CC035": (("corpus.yaml", "3 May [1204]", '"3 May [1204]"'),),
    "CC036": (("corpus.yaml", ": a: 12", ": 12"),),
    "CC037": (("corpus.yaml", "1204 note", "1204, note"),),
    "CC040": (("more.claims.jsonl", "12o6", '"1206"'),),
    "CC041": (("more.claims.csv", "seen by all, even the king", '"seen by all, even the king"'),),
    "CC042": (("tolls.claims.csv", "shelf", "note"),),
    "CC044": (("library.bib", "forthcoming", "1744"),),
    "CC045": (("library.bib", "{Monasticon", "{Monasticon}}"),),
    "CC101": (("corpus.yaml", "noet", "note"),),
    "CC102": (("corpus.yaml", "clams", "claims"),),
    "CC103": (("corpus.yaml", "the flood}", "the flood, read: 1204}"),),
    "CC104": (("corpus.yaml", "[sic]", '"[sic]"'),),
    "CC105": (("corpus.yaml", "denis", "denies"),),
    "CC106": (("corpus.yaml", "perhaps", "yes"),),
    "CC107": (("corpus.yaml", "format: 2", "format: 1"),),
    "CC108": (("corpus.yaml", "The Annals", "the-annals"),),
    "CC109": (("corpus.yaml", "CC204", "roll-204"),),
    "CC110": (("more.yaml", "Annals", "Annals-again"),),
    "CC111": (("more.yaml", "title: The ford\n", ""),),
    "CC201": (("corpus.yaml", "kign", "king"),),
    "CC202": (("corpus.yaml", ", part-of: collection", ""),),
    "CC203": (("corpus.yaml", "crosing", "crossing"),),
    "CC204": (("corpus.yaml", "event: sieg,", "event: siege,"),),
    "CC205": (("corpus.yaml", "crosing", "crossing"),),
    "CC206": (("corpus.yaml", "Anals", "Annals"),),
    "CC207": (("corpus.yaml", "Anals", "Annals"),),
    "CC208": (("corpus.yaml", "Anals", "Annals"),),
    "CC209": (("corpus.yaml", "seige", "siege"),),
    "CC210": (("corpus.yaml", "bulider", "builder"),),
    "CC211": (("corpus.yaml", "anals", "annals"),),
    "CC212": (("corpus.yaml", "one-brigde", "one-bridge"),),
    "CC213": (("corpus.yaml", "tanner1774", "tanner1744"),),
    "CC221": (("corpus.yaml", "chronicle: {rests-on: annals}", "chronicle: {}"),),
    "CC222": (("corpus.yaml", "chronicle: {through: annals}", "chronicle: {}"),),
    "CC223": (("corpus.yaml", "step: {broader: walk}", "step: {}"),),
    "CC224": (("corpus.yaml", "step: {presupposes: walk}", "step: {}"),),
    "CC225": (("corpus.yaml", "chronicle: {part-of: annals}", "chronicle: {}"),),
    "CC226": (("corpus.yaml", "the day before @siege", "1204"),),
    "CC227": (("corpus.yaml", "flood: {after: siege}", "flood: {}"),),
    "CC228": (("corpus.yaml", ", revises: Annals", ""),),
    "CC301": (("corpus.yaml", "note: to be looked up", "answers: crossing, when: 1204"),),
    "CC302": (("corpus.yaml", "kind: crossing, none: crossing, when: 1204", "kind: crossing, when: 1204"),),
    "CC303": (("corpus.yaml", "says: Somebody", "when: 1204, says: Somebody"),),
    "CC304": (("corpus.yaml", 'crossed?"', 'crossed?", event: crossing-of-1204'), EVENT),
    "CC305": (("corpus.yaml", ", last: crossing", ""),),
    "CC306": (("corpus.yaml", "when: 1204", "value: a monk"),),
    "CC307": (("corpus.yaml", ", value: a monk", ""),),
    "CC308": (("corpus.yaml", "event}", "event, same: [ferry, ford]}\nevents: {ferry: {}, ford: {}}"),),
    "CC309": (("corpus.yaml", "siege: 1204", "siege: {when: 1204, record: Chronicle p. 2}"),),
    "CC310": (("corpus.yaml", "Annals: 1204", "Annals: {answers: crossing, when: 1204}"),),
    "CC311": (
        ("corpus.yaml", "record:", "events:"),
        ("corpus.yaml", "{when: 1204, in: Chronicle p. 2}", "{when: 1204, record: Chronicle p. 2}"),
    ),
    "CC312": (("corpus.yaml", "{basis: narrated}", "{basis: narrated, in: Chronicle p. 2}"),),
    "CC313": (("corpus.yaml", "p. 3}", "p. 3, part: 20, whole: 60, percent: 33}"),),
    "CC314": (("corpus.yaml", "role: builder,", "role: builder, of: bridge,"),),
    "CC315": (("corpus.yaml", "often", "yes"),),
    "CC316": (("corpus.yaml", "stance: denies", "stance: denies, answers: question"),),
    "CC401": (("corpus.yaml", "1204-02-30", "1204-02"),),
    "CC402": (("corpus.yaml", "1381-06-13", "13 June 1381"),),
    "CC501": (
        ("corpus.yaml", "claims:", "sources: {Annals-of-the-Abbey: Annals of the Abbey}\nclaims:"),
        ("corpus.yaml", "in: Annals of the Abbey", "in: Annals-of-the-Abbey p. 12"),
    ),
    "CC502": (("corpus.yaml", "letter: {through: gazette p. 4}", "letter: {}"),),
    "CC503": (("corpus.yaml", "1791", "[1791]"),),
    "CC504": (("corpus.yaml", "    not-when: 15 February 1848\n", ""),),
    "CC505": (("corpus.yaml", "± 45", "± 30"),),
    "CC506": (("corpus.yaml", "  bishop: {name: the bishop}\n", ""),),
    "CC507": (("corpus.yaml", "8.973", "8973"),),
    "CC508": (("corpus.yaml", '"8,973"', '"8,973"\n    whole: "237,412"'),),
    "CC509": (("corpus.yaml", "takes: 20 days", "takes: 10 days"),),
    "CC510": (("corpus.yaml", "[truce, oath]", "[oath, truce]"),),
    "CC511": (("corpus.yaml", "question", "defaults: {calendar: historical}\nquestion"),),
    "CC512": (("corpus.yaml", "In May 1637 the abbey was burnt", "May 1637 the abbey was burned"),),
    "CC513": (("corpus.yaml", "14 May 1637", "{as: the eve of Ascension Day 1637, read: 14 May 1637}"),),
}


def mended(example: Path, folder: Path) -> Path:
    """A copy of an example in which is done what its message says."""
    copy = folder / example.name
    shutil.copytree(example, copy, ignore=shutil.ignore_patterns("expected.txt"))
    for name, before, after in MENDED[example.name]:
        file = copy / name
        if after is None:
            file.unlink()
            continue
        if before is not None:
            text = file.read_text(encoding="utf-8", errors="replace")
            assert before in text
            after = text.replace(before, after)
        file.parent.mkdir(exist_ok=True)
        file.write_text(after, encoding="utf-8")
    return copy


@pytest.mark.parametrize("code", CODES)
def test_an_example_that_is_mended_as_its_message_says_passes(code: str, tmp_path: Path) -> None:
    printed = gallery.printed(mended(HERE / code, tmp_path))
    assert f"[{code}]" not in printed
    assert "error:" not in printed and "warning:" not in printed


def test_the_gallery_in_the_manual_is_made_of_the_examples() -> None:
    assert gallery.PAGE.read_text(encoding="utf-8") == gallery.page()


def test_every_code_is_found_by_what_one_sees() -> None:
    named = [code for _, codes in gallery.SYMPTOMS for code in codes.split()]
    assert sorted(set(named)) == sorted(CODES)
