"""The voice and the measure of the report, over every sentence that the cases and the small corpora print."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median

import pytest
from pages import CASES, document_of_case, examined_case

from claimcheck.corpus.entries import Corpus
from claimcheck.corpus.reading import read_corpus
from claimcheck.engine.examination import Examination
from claimcheck.engine.perspective import Perspective
from claimcheck.examine import examine
from claimcheck.report.ask_why import Asking
from claimcheck.report.blocks import Block, Chain, Depth, Document, Fold, Group, Listing, Paragraph, Table, shown
from claimcheck.report.document import QUESTIONS, compared, lined_up, report
from claimcheck.report.markdown import render_markdown
from claimcheck.report.ranking import MOST, ranked, told_first
from claimcheck.report.screen import first_screen
from claimcheck.report.text import block_lines, cells, render_text

NEVER = ("Both cannot", "happened:", "cannot all be true, though any fewer", "According to", "These cannot")


@pytest.fixture(scope="module", params=CASES)
def case(request: pytest.FixtureRequest) -> tuple[str, Corpus, Examination]:
    found = examined_case(request.param)
    return request.param, found.corpus, found


def asking(name: str) -> Asking:
    return Asking(f"claims/{name}", Perspective())


def told(corpus: Corpus, document: Document) -> Iterator[str]:
    """Every sentence of a report, but for what stands in the corpus as it is."""
    for section in document.sections:
        for text in texts(section.blocks):
            if text != " ".join((corpus.background or "").split()):
                yield from sentences(text.partition(" Note: ")[0] if section.id == "sources" else text)


def texts(blocks: Iterable[Block]) -> Iterator[str]:
    """Sentences and the headlines of findings; a title that is no sentence is left out."""
    for block in blocks:
        match block:
            case Paragraph(text):
                yield text
            case Listing(items):
                yield from (text for item in items for text in (item.head, item.text) if text)
            case Chain(title, steps, conclusion):
                yield from (text for text in (*(step.text for step in steps), conclusion) if text)
                yield from (title,) if title.endswith(".") else ()
            case Fold(title, beneath):
                yield from (title,) if title.endswith(".") else ()
                yield from texts(beneath)
            case Group(blocks=beneath):
                yield from texts(beneath)
            case _:
                pass


def sentences(text: str) -> list[str]:
    """The sentences of a text: a full stop before a capital ends one, but for that of an initial or of "kal."."""
    return [one for one in re.split(r"(?<=[.?!])(?<!\b[A-ZА-Я]\.)(?<!\bkal\.)\s+(?=[A-Z0-9“])", text) if one]


def assert_in_our_voice(corpus: Corpus, said: Iterable[str]) -> None:
    """No id, no sign of the machine, no turn that is gone; a capital, a stop, and no more than forty words."""
    entries = (corpus.claims, corpus.sources, corpus.events, corpus.questions, corpus.bridges)
    ids = {id for some in entries for id in some if "-" in id}
    for one in said:
        own = re.sub(r"“[^”]*”", "“”", one)
        assert len(own.split()) <= 40, one
        assert "@" not in own and not ids & set(re.findall(r"[\w-]+", own)), one
        assert not any(turn in one for turn in NEVER), one
        assert not next((letter for letter in one if letter.isalnum()), "A").islower(), one
        assert one[-1] in ".?!”):", one
        assert not re.search(r"[^.]\.\.(?!\.)| [.,;]|,,|\(\)|  ", own), one


def small_corpora() -> dict[str, str]:
    """The corpora that stand in the tests of the reports and of source criticism, by where they stand."""
    here = Path(__file__).parent
    return {
        f"{path.name}:{node.lineno}": node.value
        for path in sorted((*here.glob("*.py"), *here.with_name("criticism").glob("*.py")))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if re.search("^claims:", node.value, re.MULTILINE)
    }


def test_every_sentence_of_a_case_is_in_our_voice(case: tuple[str, Corpus, Examination]) -> None:
    name, corpus, _ = case
    assert_in_our_voice(corpus, told(corpus, document_of_case(name)))


def test_every_sentence_of_the_small_corpora_is_in_our_voice(tmp_path: Path) -> None:
    seen = 0
    for name, text in small_corpora().items():
        (tmp_path / "corpus.yaml").write_text(text, encoding="utf-8")
        corpus, diagnostics = read_corpus(tmp_path)
        if any(one.severity == "error" for one in diagnostics):
            continue  # a part of a corpus, or one that is wrong
        document = report(examine(corpus), Asking(None, Perspective()), name=name)
        assert_in_our_voice(corpus, told(corpus, document))
        seen += 1
    assert seen > 30


def test_half_of_the_sentences_are_short(case: tuple[str, Corpus, Examination]) -> None:
    name, corpus, _ = case
    said = set(told(corpus, shown(document_of_case(name), Depth.QUESTION)))
    assert median(len(one.split()) for one in said) <= 16


def test_no_sentence_has_a_label_in_quotes_for_its_subject(case: tuple[str, Corpus, Examination]) -> None:
    name, corpus, _ = case
    document = shown(document_of_case(name), Depth.QUESTION)
    assert [one for one in told(corpus, document) if one.startswith("“")] == []


def test_a_headline_has_25_words_and_the_ground_two_sentences(case: tuple[str, Corpus, Examination]) -> None:
    _, _, found = case
    for finding in ranked(found):
        assert len(finding.headline.split()) <= 25, finding.headline
        assert len(sentences(finding.ground)) <= 2, finding.ground
    assert len(told_first(found)) <= MOST
    assert len({finding.name for finding in ranked(found)}) == len(ranked(found))


def test_no_table_has_an_id_or_a_sign_of_the_machine(case: tuple[str, Corpus, Examination]) -> None:
    name, corpus, _found = case
    document = shown(document_of_case(name), Depth.QUESTION)
    groups = [block for section in document.sections for block in section.blocks]
    tables = [one for block in groups for one in (block.blocks if isinstance(block, Group) else (block,))]
    for table in tables:
        if isinstance(table, Table):
            for cell in (cell for row in table.rows for cell in row):
                assert "@" not in cell and not set(corpus.claims) & set(cell.split()), cell


def test_the_first_screen_is_one_screen(case: tuple[str, Corpus, Examination]) -> None:
    name, _, found = case
    lines = first_screen(found, asking(name), name=name).splitlines()
    assert len(lines) <= 23
    assert all(cells(line) <= 80 for line in lines if "claimcheck" not in line)


def test_the_report_on_a_terminal_is_no_longer_than_it_may_be(case: tuple[str, Corpus, Examination]) -> None:
    name, _, _found = case
    document = shown(document_of_case(name), Depth.QUESTION, QUESTIONS, "--all")
    assert len(render_text(document).splitlines()) <= 250


SHEET = 650  # words of a printed sheet


def test_the_report_as_markdown_fits_its_sheets(case: tuple[str, Corpus, Examination]) -> None:
    name, _, _ = case
    assert len(render_markdown(shown(document_of_case(name), Depth.QUESTION)).split()) <= 15 * SHEET
    assert len(render_markdown(document_of_case(name)).split()) <= 40 * SHEET


def test_every_step_of_a_proof_is_a_sentence_and_the_longest_proof_fits_a_screen(
    case: tuple[str, Corpus, Examination],
) -> None:
    name, corpus, found = case
    documents = (document_of_case(name), compared(found, asking(name), name=name))
    proofs = {block for document in documents for section in document.sections for block in chains(section.blocks)}
    assert proofs
    for proof in proofs:
        assert len(list(block_lines(Chain("", proof.steps)))) - 1 <= 24, proof.title
        for one in (*(step.text for step in proof.steps), *sentences(proof.conclusion)):
            first = next(letter for letter in one if letter.isalnum())
            assert not first.islower() and one[-1] in ".?!”)", one
            assert "@" not in one and not any(turn in one for turn in NEVER), one
            assert not set(corpus.claims) & {word for word in re.findall(r"[\w-]+", one) if "-" in word}, one


def chains(blocks: Iterable[Block]) -> Iterator[Chain]:
    for block in blocks:
        if isinstance(block, Chain):
            yield block
        elif isinstance(block, Group | Fold):
            yield from chains(block.blocks)


def test_the_tables_in_full_call_everybody_by_name(case: tuple[str, Corpus, Examination]) -> None:
    name, corpus, found = case
    for document in (compared(found, asking(name), name=name), lined_up(found, asking(name), name=name)):
        for section in document.sections:
            for table in section.blocks:
                for row in table.rows if isinstance(table, Table) else ():
                    cells_said = row[:-1] if section.id == "lineup" else row  # the last has the ids to ask for
                    words = {word for cell in cells_said for word in re.findall(r"[\w-]+", cell) if "-" in word}
                    assert not any("@" in cell for cell in cells_said), row
                    assert not words & {*corpus.claims, *corpus.sources, *corpus.events}, row
