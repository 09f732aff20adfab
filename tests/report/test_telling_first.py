"""What is told first, and how much of it goes on one screen."""

from __future__ import annotations

from pathlib import Path

from small_corpora import BRIDGED, NINE_LINES, examined

from claimcheck.engine.perspective import Perspective
from claimcheck.report.asking import Asking
from claimcheck.report.screen import first_screen
from claimcheck.report.telling import SORTS, seeming_rivals, tell
from claimcheck.report.text import cells

HERE = Asking(None, Perspective())


def screen(folder: Path, text: str) -> str:
    findings = examined(folder, text)
    return first_screen(findings, HERE, name="case")


def test_what_the_record_rules_out_comes_first(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    told = tell(findings, HERE)
    assert told[0].sort == "ruled-out"
    assert [SORTS.index(one.sort) for one in told] == sorted(SORTS.index(one.sort) for one in told)


def test_every_finding_has_its_place_and_the_command_that_says_why(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    for told in tell(findings, HERE):
        assert "corpus.yaml:" in told.item.place
        assert told.item.ask.startswith("claimcheck ")


def test_no_pair_of_contradicting_claims_is_told_twice(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    texts = [told.item.text for told in tell(findings, HERE) if told.sort in ("ruled-out", "contradictions")]
    assert len(texts) == 1
    assert "Nor can it be true together with Hugo the annalist" in texts[0]


def test_different_dates_for_different_questions_are_said_to_be_no_conflict(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    assert [claim.id for claim in seeming_rivals(findings)] == ["annalist-east", "chronicler-west"]
    said = next(told.item.text for told in tell(findings, HERE) if told.sort == "no-rivals")
    assert said == (
        "Hugo the annalist (“spring 1302”, hedged “as they say”) and Berta the chronicler (“1305”) contradict "
        "each other in nothing, though their dates differ: they answer different questions."
    )


def test_claimants_who_contradict_each_other_elsewhere_are_not_said_to_be_at_peace(tmp_path: Path) -> None:
    claims, _, bridges = BRIDGED.partition("bridges:\n")
    master = "  {}-master: {{by: {}, in: {}, answers: master, value: {}, from: 1300}}\n"
    claims += master.format("hugos", "Hugo the annalist", "annals c. 13", "Otto")
    claims += master.format("bertas", "Berta the chronicler", "chronicle f. 4", "Emma")
    findings = examined(tmp_path, f"{claims}bridges:\n{bridges}")
    assert seeming_rivals(findings) == ()


def test_claims_that_contradict_each_other_are_not_said_to_be_at_peace(tmp_path: Path) -> None:
    findings = examined(tmp_path, NINE_LINES)
    assert seeming_rivals(findings) == ()


def test_the_first_screen_fits_a_small_terminal(tmp_path: Path) -> None:
    many = BRIDGED + "".join(
        f"  odo-{n}: {{by: Odo {n}, in: chronicle f. {n}, answers: walls, when: 13{n}}}\n" for n in range(30, 60)
    ).replace("bridges:", "")
    claims, _, bridges = BRIDGED.partition("bridges:\n")
    many = claims + many.removeprefix(BRIDGED) + "bridges:\n" + bridges
    lines = screen(tmp_path, many).split("\n")
    assert len(lines) <= 24
    assert all(cells(line) <= 80 for line in lines if "claimcheck" not in line)
    assert "more findings. The whole report: claimcheck report" in lines[-2]


def test_one_finding_of_each_sort_comes_before_a_second_of_any(tmp_path: Path) -> None:
    lines = screen(tmp_path, BRIDGED)
    assert "rules it out" in lines
    assert "different questions. [" in lines
    assert "(one-wall)" in lines


def test_the_command_repeats_path_and_perspective(tmp_path: Path) -> None:
    asking = Asking("my case", Perspective(("documented",), ("annals",), ("one-wall",), -43))
    assert asking.why("a") == (
        "claimcheck explain 'my case' a --trust documented --without annals --bridge one-wall --as-of=-43"
    )
