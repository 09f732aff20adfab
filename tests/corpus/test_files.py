"""Which files are read, and what stands in the way of reading them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from corpus_reading import read

from claimcheck.corpus.files import LARGEST, find_corpus
from claimcheck.corpus.quotations import quotations_of
from claimcheck.corpus.reading import read_corpus
from console import run

ONE = "question: When was it crossed?\nclaims:\n  annals: 1204\n"


def test_corpus_yaml_comes_first_then_the_others_in_order(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        ONE,
        files={
            "b.yaml": "claims:\n  b: 1204\n",
            "a.yaml": "claims:\n  a: 1204\n",
            "below/c.yaml": "claims:\n  c: 1204\n",
            "d.claims.csv": "id,when\nd,1204\n",
            "e.claims.jsonl": '{"id": "e", "when": "1204"}\n',
        },
    )
    assert found.printed == ""
    assert list(found.corpus.claims) == ["annals", "a", "b", "c", "d", "e"]


def test_hidden_and_nested_corpora_are_not_read(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        ONE,
        files={
            ".hidden/x.yaml": "claims:\n  x: 1204\n",
            ".y.yaml": "claims:\n  y: 1204\n",
            "nested/corpus.yaml": "claims:\n  z: 1204\n",
        },
    )
    assert found.printed == ""
    assert list(found.corpus.claims) == ["annals"]


def test_a_single_file_is_a_corpus(tmp_path: Path) -> None:
    found = read(tmp_path, None, path="one.yaml", files={"one.yaml": ONE, "two.yaml": "claims:\n  x: 1204\n"})
    assert list(found.corpus.claims) == ["annals"]


def test_the_corpus_one_stands_in_is_the_nearest_above(tmp_path: Path) -> None:
    read(tmp_path, ONE, files={"below/further/notes.txt": ""})
    assert find_corpus(tmp_path / "corpus" / "below" / "further") == (tmp_path / "corpus").resolve()
    assert find_corpus(tmp_path) is None


@pytest.mark.parametrize(
    ("files", "path", "code", "exit_code"),
    [
        ({}, "", "CC004", 2),
        ({"notes.txt": "x"}, "", "CC004", 2),
        ({"below/corpus.yaml": ONE}, "", "CC004", 2),
        ({"notes.txt": "x"}, "notes.txt", "CC003", 2),
        ({"a.yaml": ONE}, "b.yaml", "CC001", 2),
        ({"a.yaml": b"\xff\xfea\x00"}, "a.yaml", "CC005", 2),
        ({"a.yaml": b"claims: \xe4\n"}, "a.yaml", "CC005", 2),
        ({"a.yaml": "claims: \0\n"}, "a.yaml", "CC007", 2),
        ({"a.yaml": ""}, "a.yaml", "CC010", 1),
        ({"a.yaml": "# nothing\n"}, "", "CC010", 1),
        ({"a.yaml": "question: When?\n"}, "", "CC010", 1),
        ({"a.yaml": "just words\n"}, "", "CC104", 1),
        ({"a.yaml": "- a\n- b\n"}, "", "CC104", 1),
        ({"a.yaml": "claims: {}\n"}, "", "CC010", 1),
        ({"a.yaml": "claims:\n"}, "", "CC033", 1),
        ({"a.claims.csv": ""}, "", "CC010", 1),
        ({"a.claims.jsonl": ""}, "", "CC010", 1),
    ],
)
def test_what_cannot_be_read_is_said_once_with_the_exit_code_of_the_contract(
    tmp_path: Path, files: dict[str, str | bytes], path: str, code: str, exit_code: int
) -> None:
    found = read(tmp_path, None, path=path, files=files)
    assert (found.only.code, found.exit_code) == (code, exit_code)


def test_one_unreadable_file_does_not_hide_the_others(tmp_path: Path) -> None:
    found = read(tmp_path, ONE, files={"b.yaml": b"claims: \xe4\n"})
    assert (found.only.code, found.exit_code) == ("CC005", 1)
    assert list(found.corpus.claims) == ["annals"]


def test_the_byte_that_is_not_utf8_is_named_with_its_line(tmp_path: Path) -> None:
    found = read(tmp_path, None, path="a.yaml", files={"a.yaml": "title: Füße\nnote: ".encode() + b"M\xfcller\n"})
    assert "byte 21 (0xfc)" in found.only.message
    assert (found.only.position.line, found.only.position.column) == (2, 8)


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b""])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_byte_order_marks_and_any_line_ends_are_read(tmp_path: Path, start: bytes, end: str) -> None:
    text = (ONE + "  bad: {nte: x}\n").replace("\n", end)
    found = read(tmp_path, None, files={"corpus.yaml": start + text.encode()})
    assert list(found.corpus.claims) == ["annals"]
    assert (found.only.code, found.only.position.line, found.only.position.column) == ("CC101", 4, 9)


def test_a_hidden_line_separator_is_a_space_and_counts_no_line(tmp_path: Path) -> None:
    found = read(tmp_path, ONE + "  b: {when: 1204, note: one\u2028two}\n  c: {when: 1204, nte: x}\n")
    assert found.codes == ["CC008", "CC101"]
    assert [one.position.line for one in found.diagnostics] == [4, 5]
    assert found.corpus.claims["b"].note == "one two"


def test_a_yml_file_beside_the_corpus_is_warned_about(tmp_path: Path) -> None:
    found = read(tmp_path, ONE, files={"more.yml": "claims: {}\n"})
    assert (found.only.code, found.exit_code) == ("CC009", 0)


def test_a_broken_link_is_said(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "gone.yaml").symlink_to(tmp_path / "nowhere.yaml")
    found = read(tmp_path, ONE)
    assert found.only.code == "CC001"
    assert "link" in found.only.message
    assert list(found.corpus.claims) == ["annals"]


def test_a_link_to_a_folder_is_not_followed_and_warned_about(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "circle").symlink_to(tmp_path / "corpus")
    found = read(tmp_path, ONE)
    assert (found.only.code, found.exit_code) == ("CC009", 0)


def test_a_link_to_itself_is_said(tmp_path: Path) -> None:
    (tmp_path / "loop.yaml").symlink_to(tmp_path / "loop.yaml")
    _, diagnostics = read_corpus(tmp_path / "loop.yaml")
    assert [one.code for one in diagnostics] == ["CC001"]


def test_a_folder_that_is_called_like_a_file_is_a_folder(tmp_path: Path) -> None:
    found = read(tmp_path, ONE, files={"more.yaml/x.yaml": "claims:\n  x: 1204\n"})
    assert list(found.corpus.claims) == ["annals", "x"]


def test_a_file_beyond_the_limit_is_not_opened(tmp_path: Path) -> None:
    with (tmp_path / "large.yaml").open("wb") as file:
        file.truncate(LARGEST + 1)
    _, diagnostics = read_corpus(tmp_path / "large.yaml")
    assert [one.code for one in diagnostics] == ["CC006"]
    assert "64 MiB" in diagnostics[0].message


@contextmanager
def _without_rights() -> Iterator[None]:
    """As a user without rights, for root may open everything."""
    rights = os.geteuid()
    if rights == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        if rights == 0:
            os.seteuid(rights)


@pytest.mark.parametrize("closed", ["corpus.yaml", "below", "."])
def test_what_may_not_be_opened_is_said(tmp_path: Path, closed: str) -> None:
    read(tmp_path, ONE, files={"below/x.yaml": "claims:\n  x: 1204\n"})
    folder = tmp_path / "corpus"
    for path in (tmp_path.parent.parent, tmp_path.parent, tmp_path):
        path.chmod(0o755)
    (folder / closed).chmod(0)
    try:
        with _without_rights():
            _, diagnostics = read_corpus(folder)
    finally:
        (folder / closed).chmod(0o755)
    assert [one.code for one in diagnostics] == ["CC002"]
    assert "permission denied" in diagnostics[0].message


@pytest.mark.parametrize("path", ["x" * 5000, "a\0b"])
def test_a_path_that_no_system_has_is_said(path: str) -> None:
    corpus, diagnostics = read_corpus(Path(path))
    assert not corpus.claims
    assert len(diagnostics) == 1


def test_a_link_in_a_circle_is_told_and_the_rest_of_the_folder_read(tmp_path: Path) -> None:
    (tmp_path / "corpus" / "loop").mkdir(parents=True)
    (tmp_path / "corpus" / "loop" / "b.yaml").symlink_to("b.yaml")
    (tmp_path / "corpus" / "loop" / "round").symlink_to("round")
    found = read(tmp_path, ONE, files={"loop/a.yaml": "claims: {x: 1204}\n", "loop/c.yaml": "claims: {y: 1205}\n"})
    assert found.only.code == "CC001"
    assert "loop/b.yaml is a link that leads back to itself" in found.only.message
    assert {"x", "y"} <= found.corpus.claims.keys()


def test_a_link_out_of_the_corpus_is_refused_and_one_within_it_read(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.yaml").write_text("claims: {x: 1204}\n", encoding="utf-8")
    folder = tmp_path / "corpus"
    (folder / ".drafts").mkdir(parents=True)
    (folder / ".drafts" / "one.yaml").write_text("claims: {y: 1205}\n", encoding="utf-8")
    (folder / "out.yaml").symlink_to("../elsewhere.yaml")
    (folder / "within.yaml").symlink_to(".drafts/one.yaml")
    found = read(tmp_path, ONE)
    assert found.only.code == "CC011"
    assert "out.yaml" in found.only.message
    assert "y" in found.corpus.claims
    assert "x" not in found.corpus.claims


def test_a_corpus_may_itself_be_named_by_a_link(tmp_path: Path) -> None:
    read(tmp_path, ONE)
    (tmp_path / "case").symlink_to("corpus")
    (tmp_path / "case.yaml").symlink_to("corpus/corpus.yaml")
    for name in ("case", "case.yaml"):
        assert read_corpus(tmp_path / name)[1] == ()


def test_what_refers_to_a_file_that_is_refused_does_not_complain_again(tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text("sources: {annals: {title: Annals}}\n", encoding="utf-8")
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "sources.yaml").symlink_to("../sources.yaml")
    found = read(tmp_path, "question: When?\nclaims:\n  a: {in: deed 3, when: 1204, rests-on: annals}\n")
    assert found.only.code == "CC011"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
@pytest.mark.parametrize("name", ["more.yaml", "library.bib", "tolls.claims.csv", "texts/annals.txt"])
@pytest.mark.parametrize("what", ["a pipe", "a link out", "a device"])
@pytest.mark.timeout(60)
def test_what_is_no_file_of_the_corpus_is_told_and_never_read(tmp_path: Path, name: str, what: str) -> None:
    (tmp_path / "elsewhere.txt").write_text("claims: {secret: 1204}\n", encoding="utf-8")
    path = tmp_path / "case" / name
    path.parent.mkdir(parents=True)
    (tmp_path / "case" / "corpus.yaml").write_text(QUOTED, encoding="utf-8")
    if what == "a pipe":
        os.mkfifo(path)
    else:
        path.symlink_to(tmp_path / "elsewhere.txt" if what == "a link out" else "/dev/zero")
    for command in (("check",), ("report", "-o", str(tmp_path / "page.html")), ("compare",)):
        done = run(*command[:1], "case", *command[1:], cwd=tmp_path)
        assert done.returncode in (0, 1) and "secret" not in done.stdout + done.stderr
        if command == ("check",):
            assert "is a link that leads out of the corpus" in done.stderr or "is not a file" in done.stderr


QUOTED = """\
question: When was it?
sources: {annals: Annals}
claims:
  monk: {in: annals p. 3, when: 1204, quote: in the year 1204}
"""


def test_an_id_leads_to_no_text_outside_the_folder_of_texts(tmp_path: Path) -> None:
    (tmp_path / "case" / "texts").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("in the year 1204", encoding="utf-8")
    text = QUOTED.replace("annals", "../../secret")
    (tmp_path / "case" / "corpus.yaml").write_text(text, encoding="utf-8")
    assert quotations_of(read_corpus(tmp_path / "case")[0], tmp_path / "case").found == {}
