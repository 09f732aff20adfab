"""What YAML would swallow or choke on: each is said once, where it stands, with the form that would work."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus_reading import read

HEAD = """\
question: When was the bridge crossed?
events:
  flood: {when: 1203, record: Annals 3}
claims:
  sound: 1204
"""


@pytest.mark.parametrize(
    ("entry", "code", "place", "mended"),
    [
        ("  b:\n    in: Annals p. 5: the flood\n", "CC021", (7, 20), 'in: "Annals p. 5: the flood"'),
        ("  b: {in: p. 5: x, when: 1204}\n", "CC021", (6, 15), 'in: "p. 5: x"'),
        ("  b:\n    note: 日本: 語\n", "CC021", (7, 13), 'note: "日本: 語"'),
        ("  b: @flood\n", "CC022", (6, 6), 'b: "@flood"'),
        ("  b: {when: @flood}\n", "CC022", (6, 13), 'when: "@flood"'),
        ("  b: %1204\n", "CC022", (6, 6), 'b: "%1204"'),
        ("  b: `1204`\n", "CC022", (6, 6), 'b: "`1204`"'),
        ("  b: - 1204\n", "CC022", (6, 6), 'b: "- 1204"'),
        ("  b: > 1204\n", "CC022", (6, 8), 'b: "> 1204"'),
        ("  b: [3] May 1204\n", "CC023", (6, 10), 'b: "[3] May 1204"'),
        ('  b: "May" 1204\n', "CC023", (6, 12), "b: '\"May\" 1204'"),
        ("  b: {when: 1204}.\n", "CC023", (6, 18), 'b: "{when: 1204}."'),
        ("  b: {when: 1204, note: 'so' he said}\n", "CC023", (6, 30), "note: \"'so' he said\""),
        ("  b: 'It's so'\n", "CC023", (6, 10), 'b: "It\'s so"'),
        ("  b: {when: 3 May [1204], note: x}\n", "CC035", (6, 19), 'when: "3 May [1204]"'),
        ("  b: {note: seen, by all, when: 1204}\n", "CC027", (6, 19), 'note: "seen, by all"'),
        ("  b: {note: 8,973 of 237,412, when: 1204}\n", "CC027", (6, 15), 'note: "8,973 of 237,412"'),
        ("  b: {reports: sound, late, when: 1204}\n", "CC027", (6, 23), "reports: [sound, late]"),
        ("  b:\n    when: 1204\n    in: document #12\n", "CC026", (8, 18), 'in: "document #12"'),
        ("  b:\n    when: 1204\n    note: [sic]\n", "CC104", (8, 11), 'note: "[sic]"'),
        ("  b: *flood\n", "CC029", (6, 6), '"*flood"'),
        ("  b: &flood 1204\n", "CC029", (6, 6), '"&flood …"'),
        ("  b: !!str 1204\n", "CC029", (6, 6), '"!!str …"'),
    ],
)
def test_a_trap_is_said_once_with_the_quoted_form_that_works(
    tmp_path: Path, entry: str, code: str, place: tuple[int, int], mended: str
) -> None:
    found = read(tmp_path, HEAD + entry)
    assert (found.only.code, found.only.position.line, found.only.position.column) == (code, *place)
    assert mended in found.only.remedy
    assert list(found.corpus.claims) == ["sound"]


@pytest.mark.parametrize(
    ("entry", "code", "place"),
    [
        ("  b:\n\twhen: 1204\n", "CC024", (7, 1)),
        ('  b: "1204\n', "CC025", (6, 6)),
        ("  b: {when: 1204\n", "CC025", (6, 6)),
        ("  b: [1204, 1205\n", "CC025", (6, 6)),
        ("  b:\n    when: 1204\n    when: 1205\n", "CC028", (8, 5)),
        ("  b: 1204\n  b: 1205\n", "CC028", (7, 3)),
        ("---\nclaims: {}\n", "CC030", (6, 1)),
        ("  [b, c]: 1204\n", "CC031", (6, 3)),
        ("  b: " + "[" * 40 + "\n", "CC032", (6, 36)),
        ("  b:\n    when:\n", "CC033", (7, 5)),
        ("  b:\n    when: 1204\n   note: x\n", "CC034", (8, 4)),
        ("  b:\n    note: x\n      when: 1204\n", "CC034", (8, 11)),
        ("  b 1204\n", "CC020", (6, 3)),
        ("  b:1204\n", "CC020", (6, 3)),
        ("  b:\n    <<: sound\n", "CC029", (7, 5)),
    ],
)
def test_a_fault_of_layout_is_said_once_and_hides_nothing_above_it(
    tmp_path: Path, entry: str, code: str, place: tuple[int, int]
) -> None:
    found = read(tmp_path, HEAD + entry)
    assert (found.only.code, found.only.position.line, found.only.position.column) == (code, *place)
    assert list(found.corpus.claims) == ["sound"]


@pytest.mark.parametrize(
    "entry",
    [
        "  b: p. 5: x\n",
        '  b: "1204\n',
        "  b: {when: 1204\n",
        "  b: [1204\n",
        "  b:\n    when: @flood\n    note: x\n",
        "  b:\n\twhen: 1204\n",
        "  b 1204\n",
        "  b: " + "[" * 40 + "\n",
        "  b: {type: press,\n      title: foo: bar}\n",
    ],
)
def test_what_follows_a_fault_of_layout_is_still_read(tmp_path: Path, entry: str) -> None:
    found = read(tmp_path, HEAD + entry + "  after: {when: 1205, disputes: b}\n  bad: {when: 1205, nte: x}\n")
    assert list(found.corpus.claims) == ["sound", "after"]
    assert len(found.diagnostics) == 2, found.printed
    assert found.codes[-1] == "CC101"


def test_the_remedy_works(tmp_path: Path) -> None:
    mended = HEAD + '  b:\n    in: "Annals p. 5: the flood"\n    when: "@flood"\n    note: "seen, by all #12"\n'
    found = read(tmp_path, mended)
    assert found.printed == ""


@pytest.mark.parametrize(
    "text",
    [
        "  b: 1204  # a comment\n",
        "  b: 1204 #\n",
        "  b:\n    when: 1204\n    note: 'document #12'\n",
        "  b:\n    when: 1204\n    note: |\n      see: document #12\n",
        "  # b: document #12\n",
    ],
)
def test_comments_and_quoted_signs_are_left_alone(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, HEAD + text).printed == ""


def test_no_scalar_becomes_a_date_or_a_truth_value(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + "  b: {when: 1204-05-03, note: NO, hedge: 1e3, says: null}\n")
    claim = found.corpus.claims["b"]
    assert (claim.note, claim.hedge, claim.says) == ("NO", "1e3", "null")


def test_faults_of_all_files_come_out_in_one_run_in_order(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        HEAD + "  b: a: 1204\n  c: {when: 1204, nte: x}\n",
        files={"a.yaml": "claims:\n  d: @flood\n", "z.yaml": "claims:\n  e: {answers: none-such, when: 1204}\n"},
    )
    assert found.codes == ["CC021", "CC101", "CC022", "CC205"]
    assert [Path(one.position.file).name for one in found.diagnostics] == [
        "corpus.yaml",
        "corpus.yaml",
        "a.yaml",
        "z.yaml",
    ]
    assert found.exit_code == 1


def test_after_too_many_faults_a_file_is_given_up_with_a_word(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + "".join(f"  c{number}: a: 1\n" for number in range(40)))
    assert found.codes.count("CC021") == 25
    assert "CC036" in found.codes


MIXED = [
    (
        """\
        question: When was it crossed?
        claims:
          - with: {in: annals 1}
            a: 1204
          b: {in: annals 2, when: 1205}
          c: {in: annals 3, when: 1206}
        """,
        5,
        "- b: …",
    ),
    ("question: When?\nclaims:\n- a: 1204\nb: 1205\nc: {when: 1206}\n", 4, "- b: …"),
    ("question: When?\nclaims:\n  a: 1204\n  - b: 1205\n  - c: 1206\n", 4, "b: …"),
    ("question: When?\nclaims:\n  a: 1204\n- b: 1205\n- c: 1206\n", 4, "b: …"),
]


@pytest.mark.parametrize(("text", "line", "form"), MIXED)
def test_entries_with_and_without_a_dash_are_one_slip(tmp_path: Path, text: str, line: int, form: str) -> None:
    found = read(tmp_path, text)
    assert (found.only.code, found.only.position.line) == ("CC034", line)
    assert form in found.only.remedy
    assert list(found.corpus.claims) == ["a"]


def test_entries_of_another_form_hide_nothing_behind_them(tmp_path: Path) -> None:
    many = "".join(f"  c{number}: 1204\n" for number in range(40))
    found = read(tmp_path, f"question: When?\nclaims:\n  - a: 1204\n{many}events:\n  e: {{lable: x}}\n")
    assert found.codes == ["CC034", "CC101"]


def test_a_list_in_the_column_of_its_key_is_no_slip(tmp_path: Path) -> None:
    text = "question: When?\nclaims:\n  a:\n    when: 1204\n    or-when:\n    - 1205\n    - 1206\n    note: x\n"
    assert read(tmp_path, text).printed == ""


def test_half_a_character_is_named_as_such(tmp_path: Path) -> None:
    found = read(tmp_path, 'question: When?\nclaims:\n  a: {when: 1204, note: "x \\ud800"}\n  b: 1205\n')
    assert (found.only.code, list(found.corpus.claims)) == ("CC007", ["b"])


def test_an_escape_of_a_control_character_is_refused(tmp_path: Path) -> None:
    found = read(
        tmp_path, 'question: When?\nclaims:\n  a: {when: 1204, note: "x \\x07"}\n  b: {when: 1205, note: "\\t"}\n'
    )
    assert (found.only.code, list(found.corpus.claims)) == ("CC007", ["b"])
