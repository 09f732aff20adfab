"""Sheets in every format, read by the programs that they are for, with texts that formats trip over."""

from __future__ import annotations

import csv
import importlib
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from sheets_of import case, corpus_of, sheet
from taught_corpora import HOSTILE, taught_corpus

from claimcheck.report.word import text_of
from claimcheck.teaching.formats import Sheet, key_bytes, sheet_bytes
from claimcheck.teaching.formats.gift import escaped
from claimcheck.teaching.items import Choice, ItemType, Matching, Open, Ordering
from claimcheck.teaching.selection import Wishes
from consuming import NODE, missing, program, run_node

ALL = tuple(ItemType)
SEEDS = range(8)


def hostile_sheet(seed: int) -> Sheet:
    """A sheet of every type, of a corpus whose texts are full of markup."""
    return sheet(corpus_of(taught_corpus(seed, hostile=True)), Wishes(types=ALL, count=18))


def said(text: str) -> str:
    """A text as a reader of GIFT gets it back."""
    return "\n".join(" ".join(line.split()) for line in text.replace("->", "→").split("\n") if line.strip())


# ---------------------------------------------------------------------------------------------------- GIFT


def subanswer(pair: Any) -> str:
    """The answer of a pair. What was escaped there the parser leaves marked; elsewhere it takes the marks away."""
    return re.sub(r"&&(\d{3});?", lambda found: chr(int(found[1])), pair["subanswer"])


@pytest.mark.parametrize("seed", SEEDS)
def test_gift_is_read_back_as_it_was_meant(seed: int) -> None:
    made = hostile_sheet(seed)
    read = json.loads(run_node(NODE / "gift.js", given=sheet_bytes(made, "gift").decode()))
    assert len(read) == len(made.exercises)
    for number, (question, one) in enumerate(zip(read, made.exercises, strict=True), start=1):
        assert question["title"].startswith(f"{number} ")
        assert question["stem"]["text"].endswith(said(one.task.ask))
        match one.task.answer:
            case Choice(options):
                assert question["type"] == "MC"
                assert [c["text"]["text"].strip("\u200b") for c in question["choices"]] == [
                    said(option.text) for option in options
                ]
                assert [c["isCorrect"] for c in question["choices"]] == [
                    place == one.key.right[0] for place in range(len(options))
                ]
                assert not any(c["weight"] for c in question["choices"])
            case Matching(prompts, options):
                assert question["type"] == "Matching"
                pairs = [(p["subquestion"]["text"], subanswer(p)) for p in question["matchPairs"]]
                asked = [
                    (said(p.text), said(options[r].text)) for p, r in zip(prompts, one.key.right, strict=True)
                ]
                left = [("", said(o.text)) for n, o in enumerate(options) if n not in one.key.right]
                assert pairs == asked + left
                assert len(pairs) >= 3 and len({answer for _, answer in pairs}) >= 2  # as Moodle counts them
            case Ordering(entries):
                places = [(p["subquestion"]["text"], int(p["subanswer"])) for p in question["matchPairs"]]
                assert [text for text, _ in places] == [said(entry.text) for entry in entries]
                assert [place for _, place in places] == [one.key.right.index(n) + 1 for n in range(len(entries))]
            case Open():
                assert question["type"] == "Essay"


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_gift_obeys_is_read_as_text_in_every_place(text: str) -> None:
    here = escaped(text)
    question = f"::{here}::[plain]{here} {{={here}. ~b{here} ####{here}}}"
    pairs = f"::m::[plain]m {{=a{here} -> x{here} =b -> y =c -> z}}"
    read = json.loads(run_node(NODE / "gift.js", given=f"{question}\n\n{pairs}\n"))
    assert read[0]["title"] == said(text)
    assert read[0]["stem"]["text"] == said(text)
    assert [c["text"]["text"] for c in read[0]["choices"]] == [f"{said(text)}.", f"b{said(text)}"]
    assert read[0]["globalFeedback"]["text"] == said(text)
    assert read[1]["matchPairs"][0]["subquestion"]["text"] == f"a{said(text)}"
    assert subanswer(read[1]["matchPairs"][0]) == f"x{said(text)}"


# ------------------------------------------------------------------------------------- Moodle XML and QTI
# No registry has their schemas. Moodle XML is read by a parser of it; QTI by pyslet, which knows of every element
# what may stand in it, and takes the part of the platform: it is given answers, and scores them.


@pytest.mark.parametrize("seed", [0, 3])
def test_moodle_xml_has_each_question_in_its_form_with_what_is_right(seed: int) -> None:
    made = hostile_sheet(seed)
    category, *questions = ET.fromstring(sheet_bytes(made, "moodle"))
    assert category.get("type") == "category" and len(questions) == len(made.exercises)
    for question, one in zip(questions, made.exercises, strict=True):
        assert question.findtext("name/text") and question.find("questiontext[@format='html']") is not None
        assert "<b>so</b>" not in question.findtext("questiontext/text", "")
        fractions = [answer.get("fraction") for answer in question.findall("answer")]
        kind = question.get("type")
        match one.task.answer:
            case Choice(options) if kind == "multichoice":
                assert fractions == ["100" if n == one.key.right[0] else "0" for n in range(len(options))]
                told = [answer.findtext("feedback/text") for answer in question.findall("answer")]
                assert [bool(text) for text in told] == [bool(option.slip) for option in options]
            case Choice():
                assert kind == "shortanswer" and "100" in fractions
            case Matching(prompts, options):
                pairs = [(s.findtext("text"), s.findtext("answer/text")) for s in question.findall("subquestion")]
                assert kind == "matching" and len(pairs) >= 3
                assert [text for _, text in pairs][: len(prompts)] == [
                    text_of(options[r].text) for r in one.key.right
                ]
                assert all(not text for text, _ in pairs[len(prompts) :])
            case Ordering(entries):
                assert kind == "ordering" and fractions == [str(n) for n in range(1, len(entries) + 1)]
            case Open():
                assert kind == "essay" and question.findtext("graderinfo/text")


@pytest.mark.parametrize("seed", [1, 4])
@pytest.mark.parametrize("format", ["qti12", "qti21"])
def test_a_qti_package_has_a_manifest_and_every_reference_in_it_leads_somewhere(format: str, seed: int) -> None:
    made = hostile_sheet(seed)
    with ZipFile(BytesIO(sheet_bytes(made, format))) as package:
        files = {name: ET.fromstring(package.read(name)) for name in package.namelist()}
    hrefs = [one.get("href", "") for one in files["imsmanifest.xml"].iter() if one.tag.endswith("}resource")]
    assert sorted(hrefs) == sorted(name for name in files if name != "imsmanifest.xml")
    items = [
        one
        for root in files.values()
        for one in root.iter()
        if one.tag.split("}")[-1] in ("item", "assessmentItem")
    ]
    assert len(items) == len(made.exercises)
    for item in items:
        parts = list(item.iter())
        known = {one.get("ident") or one.get("identifier") for one in parts}
        named = [(one.text or "").split() for one in parts if one.tag.split("}")[-1] in ("varequal", "value")]
        assert {id for ids in named for id in ids} <= known
        links = {one.get("respident") or one.get("linkrefid") or one.get("responseIdentifier") for one in parts}
        assert links - {None} <= known


@pytest.mark.parametrize("seed", [1, 4])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_platform_of_qti_scores_the_right_response_and_tells_what_misleads_to_a_wrong_one(seed: int) -> None:
    variables, documents = reader("pyslet.qtiv2.variables"), reader("pyslet.qtiv2.xml")
    made = hostile_sheet(seed)
    with ZipFile(BytesIO(sheet_bytes(made, "qti21"))) as package:
        files = {name: package.read(name) for name in package.namelist()}
    for number, one in enumerate(made.exercises, start=1):
        read = documents.QTIDocument()
        read.read(src=BytesIO(files[f"item{number}.xml"]))
        if isinstance(one.task.answer, Open):
            assert one.key.right == ()
            continue
        right = read.root.declarations["RESPONSE"].get_correct_value()
        assert scored(variables, read.root, right)[0] == 1
        if isinstance(one.task.answer, Choice):
            for place, option in enumerate(one.task.answer.options):
                wrong = variables.SingleValue.new_value(right.baseType, f"o{place}")
                told = [shown.identifier for shown in read.root.QTIModalFeedback]
                score, feedback = scored(variables, read.root, wrong)
                assert score == (place == one.key.right[0])
                assert (feedback in told) == bool(option.slip)


def scored(variables: Any, item: Any, response: Any) -> tuple[float, str]:
    """The score that an item gives to a response, and the feedback that it chooses."""
    session = variables.ItemSessionState(item)
    session.begin_session()
    session["RESPONSE"].set_value(response.value)
    item.ResponseProcessing.run(session)
    return session["SCORE"].value, session["FEEDBACK"].value


def test_pyslet_refuses_what_stands_where_it_may_not() -> None:
    """What it does not say of our items it would have said of these."""
    documents, core = reader("pyslet.qtiv2.xml"), reader("pyslet.qtiv2.core")
    with ZipFile(BytesIO(sheet_bytes(hostile_sheet(4), "qti21"))) as package:
        item = package.read("item1.xml")
    for stray in (b"<stray/>", b"<simpleChoice identifier='x'/>"):
        with pytest.raises(core.QTIValidityError):
            documents.QTIDocument().read(src=BytesIO(item.replace(b"<itemBody>", b"<itemBody>" + stray)))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_reader_of_qti_1_2_has_nothing_to_warn_of(caplog: pytest.LogCaptureFixture) -> None:
    documents, packages = reader("pyslet.qtiv1.xml"), reader("pyslet.imscpv1p2")
    with ZipFile(BytesIO(sheet_bytes(hostile_sheet(4), "qti12"))) as package:
        written = package.read("assessment.xml")
        manifest = packages.ManifestDocument()
        manifest.read(src=BytesIO(package.read("imsmanifest.xml")))
    read = documents.QTIDocument()
    read.read(src=BytesIO(written))
    assert (type(read.root).__name__, type(manifest.root).__name__) == ("QuesTestInterop", "Manifest")
    assert caplog.records == []
    documents.QTIDocument().read(src=BytesIO(written.replace(b'"Single"', b'"One"')))
    assert caplog.records


@pytest.mark.parametrize("seed", [0, 3])
def test_a_parser_of_moodle_xml_reads_the_choices_back(seed: int) -> None:
    made = hostile_sheet(seed)
    read = reader("moodle_xml_parser.parser").parse_bytes(sheet_bytes(made, "moodle"))["multichoice"]
    asked = [one for one in made.exercises if isinstance(one.task.answer, Choice)]
    asked = [one for one in asked if one.task.type is not ItemType.FIGURE]
    assert len(read) == len(asked)
    for question, one in zip(read, asked, strict=True):
        assert [option.score_fraction for option in question.options].index(100) == one.key.right[0]


def reader(name: str) -> Any:
    """A package that reads what platforms read."""
    try:
        return importlib.import_module(name)
    except ImportError:
        missing(f"{name} is not installed")


def test_quizlet_gets_a_line_a_card() -> None:
    made = hostile_sheet(2)
    lines = sheet_bytes(made, "quizlet").decode().splitlines()
    assert lines and all(line.count("\t") == 1 and all(line.split("\t")) for line in lines)


# ---------------------------------------------------------------------------------------------------- Anki


@pytest.mark.parametrize("seed", SEEDS)
def test_a_deck_that_is_imported_twice_adds_nothing_the_second_time(seed: int, tmp_path: Path) -> None:
    made = hostile_sheet(seed)
    added = imported(tmp_path, made, made)
    assert added == [len(made.exercises), 0]


def test_another_version_of_the_same_exercises_adds_none_of_them_again(tmp_path: Path) -> None:
    corpus = case("secret-speech")
    first, second = (sheet(corpus, Wishes(seed=seed)) for seed in (1, 2))
    told = [{(one.task.type, one.task.about, one.task.ask) for one in made.exercises} for made in (first, second)]
    assert imported(tmp_path, first, second) == [len(told[0]), len(told[1] - told[0])]


def imported(folder: Path, *made: Sheet) -> list[int]:
    """How many notes Anki adds when it imports the decks one after the other into a new collection."""
    from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

    collection: Any = Collection(str(folder / "collection.anki2"))
    added = []
    for number, one in enumerate(made):
        path = folder / f"{number}.apkg"
        path.write_bytes(sheet_bytes(one, "anki"))
        before = collection.note_count()
        request = ImportAnkiPackageRequest(package_path=str(path), options=ImportAnkiPackageOptions())
        collection.import_anki_package(request)
        added.append(collection.note_count() - before)
    fields = [collection.get_note(id).fields for id in collection.find_notes("")]
    assert all(front.strip() and back.strip() for front, back in fields)
    assert not any("<b>so</b>" in field or "{{Front}}" in field for note in fields for field in note)
    collection.close()
    return added


# ----------------------------------------------------------------------------------------------------- CSV


@pytest.mark.parametrize("seed", SEEDS)
def test_a_spreadsheet_has_a_row_for_each_exercise_and_no_formula(seed: int) -> None:
    made = hostile_sheet(seed)
    for data in (sheet_bytes(made, "csv"), key_bytes(made, "csv")):
        rows = list(csv.DictReader(StringIO(data.decode(), newline="")))
        assert [row["number"] for row in rows] == [str(n) for n in range(1, len(made.exercises) + 1)]
        assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
        assert [row["question"].lstrip("'") for row in rows] == [one.task.ask for one in made.exercises]


# ---------------------------------------------------------------------------------------------- DOCX and PDF


@pytest.mark.parametrize("seed", [0, 3])
def test_a_word_processor_opens_the_docx_and_pandoc_reads_all_of_it(seed: int, tmp_path: Path) -> None:
    made = hostile_sheet(seed)
    for name, data in (("sheet", sheet_bytes(made, "docx")), ("key", key_bytes(made, "docx"))):
        (tmp_path / f"{name}.docx").write_bytes(data)
    subprocess.run(
        [
            *(program("soffice"), "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"),
            *("--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "sheet.docx")),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    printed = read_pdf(tmp_path / "sheet.pdf")
    read = subprocess.run(
        [program("pandoc"), "-f", "docx", "-t", "plain", "--wrap=none", str(tmp_path / "sheet.docx")],
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout
    for text in (printed, read):
        for number, one in enumerate(made.exercises, start=1):
            if one.task.type is ItemType.LESSON:
                assert "Central question" in text and "Organizer" in text
            else:
                assert f"Exercise {number}:" in text and squeezed(one.task.instruction) in squeezed(text)
        for option in options_of(made):
            assert squeezed(option) in squeezed(text)


@pytest.mark.parametrize("seed", [1, 4])
def test_the_pdf_has_all_the_text_is_tagged_and_says_what_it_is(seed: int, tmp_path: Path) -> None:
    made = hostile_sheet(seed)
    path = tmp_path / "sheet.pdf"
    path.write_bytes(pdf(made))
    text = squeezed(read_pdf(path))
    for option in options_of(made):
        assert squeezed(option) in text
    told = output_of(program("pdfinfo"), str(path))
    assert "Tagged:          yes" in told and "JavaScript:      no" in told
    assert "pdfuaid:part" in output_of(program("pdfinfo"), "-meta", str(path))


def pdf(made: Sheet) -> bytes:
    from claimcheck.report.word import MissingExtra

    try:
        return sheet_bytes(made, "pdf")
    except MissingExtra as lacking:
        missing(str(lacking))


def read_pdf(path: Path) -> str:
    return output_of(program("pdftotext"), "-layout", str(path), "-")


def output_of(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def squeezed(text: str) -> str:
    """The letters and figures of a text alone: lines are broken anywhere, and fonts have ligatures."""
    return "".join(character for character in text if character.isalnum() and character.isascii())


def options_of(made: Sheet) -> list[str]:
    choices = (one.task.answer for one in made.exercises)
    return [option.text for choice in choices if isinstance(choice, Choice) for option in choice.options]


# ------------------------------------------------------------------------------------------------------ HTML


@pytest.mark.parametrize("seed", [0, 2, 5])
def test_a_page_shows_markup_as_text_and_needs_nothing_from_outside(seed: int) -> None:
    made = hostile_sheet(seed)
    for data in (sheet_bytes(made, "html"), key_bytes(made, "html"), sheet_bytes(made, "self-check")):
        page = data.decode()
        assert "<b>so</b>" not in page
        assert "default-src 'none'" in page
        assert "http://" not in page and "https://" not in page and "src=" not in page.replace("default-src", "")


def test_the_self_check_page_works_offline_by_keyboard_and_is_accessible(tmp_path: Path) -> None:
    made = sheet(case("secret-speech"), Wishes(types=ALL, count=15))
    path = tmp_path / "check.html"
    path.write_bytes(sheet_bytes(made, "self-check"))
    answers = [{"right": right_fields(one), "wrong": wrong_fields(one)} for one in made.exercises]
    seen = json.loads(
        run_node(
            NODE / "self_check.js", str(path), program("chromium", "chromium-browser"), given=json.dumps(answers)
        )
    )
    assert (seen["requests"], seen["messages"], seen["violations"], seen["broad"]) == ([], [], [], False)
    assert len(seen["outcomes"]) == len(made.exercises)
    for one, told in zip(made.exercises, seen["outcomes"], strict=True):
        if isinstance(one.task.answer, Open):
            assert one.key.look_fors[0] in told["empty"]
            continue
        assert told["empty"] == "Not all is chosen yet."
        assert told["wrong"].startswith("✗") and told["right"].startswith("✓ Right.")
        if isinstance(one.task.answer, Choice):  # what misleads to the option that was chosen
            (wrong,) = wrong_fields(one) or []
            assert one.task.answer.options[wrong].slip in told["wrong"]
        assert one.key.steps[0].text in told["right"]


def right_fields(one: Any) -> list[int] | None:
    """What to choose in each field of the page."""
    match one.task.answer:
        case Choice() | Matching():
            return list(one.key.right)
        case Ordering(entries):
            return [one.key.right.index(place) for place in range(len(entries))]
    return None


def wrong_fields(one: Any) -> list[int] | None:
    right = right_fields(one)
    if right is None:
        return None
    if len(right) == 1:
        return [0 if right[0] else 1]
    other = next(value for value in range(3) if value != right[0])
    return [other, *right[1:]]


# ------------------------------------------------------------------------------------------ the same bytes


FORMATS = (
    *("text", "markdown", "html", "self-check", "docx", "gift", "moodle", "qti12", "qti21", "anki", "quizlet"),
    *("csv", "pdf"),
)
_ALL_FORMATS = """
import sys
from pathlib import Path

from claimcheck.corpus.reading import read_corpus
from claimcheck.examine import examine
from claimcheck.report.word import MissingExtra
from claimcheck.teaching.selection import Wishes, choose
from claimcheck.teaching.formats import Sheet, sheet_bytes
from claimcheck.teaching.registry import drafts_of
from claimcheck.teaching.material import Material

path, folder, *formats = sys.argv[1:]
corpus, _ = read_corpus(Path(path))
material = Material(corpus, examine(corpus))
chosen = choose(drafts_of(material), Wishes(seed=7), material.weights)
for format in formats:
    try:
        Path(folder, format).write_bytes(sheet_bytes(Sheet("A sheet", "Version 7", chosen.exercises), format))
    except MissingExtra as lacking:
        print(lacking)
"""


def test_the_same_seed_gives_the_same_bytes_from_one_process_to_another(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_text(taught_corpus(5), encoding="utf-8")
    for number in (1, 2):
        (tmp_path / str(number)).mkdir()
        ran = subprocess.run(
            [
                *(sys.executable, "-c", _ALL_FORMATS),
                *(str(tmp_path / "corpus.yaml"), str(tmp_path / str(number)), *FORMATS),
            ],
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=240,
            env={**os.environ, "PYTHONHASHSEED": str(number), "TZ": ("UTC", "Asia/Tokyo")[number - 1]},
        )
        assert ran.returncode == 0, ran.stderr
        if ran.stdout:
            missing(ran.stdout.strip())
    for format in FORMATS:
        assert (tmp_path / "1" / format).read_bytes() == (tmp_path / "2" / format).read_bytes(), format


def test_an_office_file_tells_nothing_of_who_made_it_and_when() -> None:
    with ZipFile(BytesIO(sheet_bytes(hostile_sheet(2), "docx"))) as archive:
        core = archive.read("docProps/core.xml").decode()
    assert "python-docx" not in core and "2000-01-01" in core
