"""Rules 4, 15, 18, 20, 26 and 30 of the meaning: what is inconsistent with itself, which records are named, who
was there, yes and no, works that count from their own date, misprints."""

from __future__ import annotations

from casework import case

WOUND = """
claims:
  both: {{event: death, when: 6 May 1500, also: [{{event: death, when: 4 days after @wound}}]}}
  twice: {{event: death, when: 6 May 1500, also: [{{event: death, when: 8 May 1500}}]}}
  year: {{event: death, when: 1500}}
events:
  wound: {{label: the wound, record: [{wound}]}}
  death: {{label: the death, when: by @wound, record: {{in: Annals p. 2}}}}
"""


def test_a_claim_that_no_date_of_its_anchors_could_save_is_inconsistent_with_itself() -> None:
    found = case(WOUND.format(wound="{in: Book p. 1, when: 9 May 1500}"))
    row = found.row("twice")
    assert (row.verdict, row.records, row.in_part, row.strained) == ("inconsistent-with-itself", (), (), False)
    assert [step.id for step in row.because if step.id is not None] == ["twice"]
    assert found.listed("twice", "year") is None
    assert ("twice",) in found.conflicts()


def test_a_claim_that_its_own_givens_make_impossible_is_contradicted_by_the_records_that_date_them() -> None:
    found = case(WOUND.format(wound="{in: Book p. 1, when: 9 May 1500}"))
    assert found.standing("both") == "contradicted"
    assert found.bearing("both") == {"wound/1": "contradicts", "death": "consistent"}
    assert "wound/1" in found.row("both").given
    assert found.listed("both", "year") is None
    found = case(WOUND.format(wound="{in: Book p. 1, when: 2 May 1500}"))
    assert found.bearing("both") == {"death": "contradicts"}  # possible by itself, if not with what is recorded
    assert ("both",) not in found.conflicts()


def test_every_record_that_dates_the_anchor_so_is_named() -> None:
    found = case(WOUND.format(wound="{in: Book, when: 9 May 1500}, {in: Letter, when: 9 May 1500}"))
    assert found.bearing("both") == {"wound/1": "contradicts", "wound/2": "contradicts", "death": "consistent"}


def test_what_only_the_claimant_dates_is_his_own() -> None:
    found = case(
        """
        events:
          wound: {label: the wound}
          death: {label: the death}
        claims:
          surgeon-wound: {by: surgeon, event: wound, when: 9 May 1500}
          surgeon-death: {by: surgeon, event: death, when: 6 May 1500, also: [{event: death, when: after @wound}]}
        """
    )
    assert found.standing("surgeon-death") == "inconsistent-with-itself"


VESUVIUS = """
questions:
  day: {ask: When did it erupt?, event: eruption}
sources:
  S: {type: study}
  H: {type: archival}
events:
  coin: {label: the coin, when: not before July AD 79, record: H 1}
  vintage: {label: the vintage, when: October AD 79, record: S p. 1}
  eruption: {label: the eruption, record: [{in: H 2, when: after @coin}]}
claims:
  s: {in: S p. 2, answers: day, when: "autumn AD 79, after @vintage"}
  dio: {in: Dio 66, answers: day, when: autumn AD 79}
bridges:
  must: {says: the must was pressed before, order: [vintage, eruption]}
"""


def test_what_reaches_a_claim_by_a_bridge_is_named() -> None:
    found = case(VESUVIUS, bridges=("must",))
    row = found.row("dio")
    assert (row.verdict, row.in_part) == ("corroborated-in-part", ("not-earlier",))
    assert found.bearing("dio") == {"vintage": "corroborates-in-part", "eruption/1": "corroborates-in-part"}
    assert case(VESUVIUS).standing("dio") == "consistent"


def test_the_record_from_which_a_bridge_counts_is_named() -> None:
    text = """
        events:
          departure: {label: they march, when: 1 May 1204, record: Annals 1}
          arrival: {label: they arrive, record: Letter 1}
        claims:
          monk: {event: arrival, when: May 1204}
        bridges:
          march: {says: it took three weeks, from: departure, to: arrival, takes: 3 weeks}
        """
    found = case(text, bridges=("march",))
    assert found.row("monk").in_part == ("not-earlier",)
    assert found.bearing("monk") == {"departure": "corroborates-in-part", "arrival": "corroborates-in-part"}


def test_what_bears_out_only_with_the_help_of_the_claims_own_source_is_dependent() -> None:
    row = case(VESUVIUS, bridges=("must",)).row("s")
    assert (row.verdict, row.independence) == ("consistent", "dependent")
    assert "corroborates" not in str(row.records)
    assert case(VESUVIUS).row("s").independence == "not-shown"


def test_each_record_that_is_named_is_needed_or_does_as_well_by_itself() -> None:
    text = """
        events:
          landing: {{label: they land, record: {{in: Log, when: 3 May 1497}}}}
          feast: {{label: the feast, record: {{in: Roll, when: 2 days after @landing}}}}
          fire: {{label: the fire, after: [feast], record: {{in: Annals{when}}}}}
        claims:
          mayor: {{in: Letter, event: fire, when: after 3 May 1497}}
        """
    assert case(text.format(when="")).bearing("mayor") == {"feast": "corroborates", "fire": "corroborates"}
    assert case(text.format(when=", when: 1 June 1497")).bearing("mayor") == {"fire": "corroborates"}


def test_yes_and_no_come_no_nearer_by_any_move() -> None:
    text = """
        kinds: {{typed: {{label: the text is typed}}}}
        questions:
          q: {{ask: Was it typed?, whether: typed}}
        claims:
          shepilov: {{answers: q, value: yes, when: {yes}}}
          son: {{answers: q, value: no, when: {no}}}
          clerk: {{kind: typed, when: 3 February 1956}}
          guard: {{none: typed, when: before 5 February 1956}}
        """
    found = case(text.format(yes="before 25 February 1956", no="before 25 February 1956"))
    pair = found.pair("shepilov", "son")
    assert (pair.verdict.value, pair.dimension, pair.gap) == ("contradicts", "existence", None)
    gap = found.pair("clerk", "guard").gap
    assert gap is not None and gap.days == 2  # a day and a window: here a move helps


DEBATE = """
claimants:
  mikoyan: {{name: A. I. Mikoyan}}
  voroshilov: {{name: K. E. Voroshilov}}
kinds: {{raised: {{label: it is raised}}}}
questions:
  first: {{ask: When was it first raised?, first: raised}}
  sat: {{ask: When did they sit?, event: debate}}
events:
  debate:
    label: the debate
    kinds: raised
    present: [mikoyan]
    record: {{in: Minutes, when: 1 February 1956{basis}}}
claims:
  memoirs: {{by: [mikoyan, voroshilov], in: Memoirs, answers: first, when: 20 February 1956}}
  diary: {{by: voroshilov, in: Diary, answers: first, when: 21 February 1956}}
  letter: {{by: mikoyan, in: Letter, answers: sat, when: 1 February 1956}}
  note: {{by: voroshilov, in: Note, answers: sat, when: 1 February 1956}}
"""


def test_who_was_at_an_event_that_rules_his_claim_out_is_told_and_gone_with_its_record() -> None:
    found = case(DEBATE.format(basis=", basis: narrated"))
    assert found.row("memoirs").was_present == (("mikoyan", "debate"),)  # of a joint statement, of whom it holds
    assert found.standing("diary") == "contradicted" and found.row("diary").was_present == ()
    assert found.row("letter").was_present == ()  # borne out, not ruled out
    gone = case(DEBATE.format(basis=", basis: narrated"), trust=("documented",))
    assert gone.standing("memoirs") != "contradicted" and gone.row("memoirs").was_present == ()


def test_a_work_without_an_issue_counts_from_its_own_date_unless_an_archive_kept_it() -> None:
    text = """
        sources:
          letter: {{type: {type}, dated: 1610{opened}}}
        events:
          fire: {{label: the fire, record: {{in: letter, when: 1609}}}}
        claims:
          friar: {{in: Sermon, event: fire, when: 1609}}
        """

    def seen(year: int, type: str = "press", opened: str = "") -> bool:
        found = case(text.format(type=type, opened=opened), as_of=year)
        return "letter" not in found.findings.set_aside

    assert not seen(1609) and seen(1610)
    assert seen(1610, "archival") and seen(1610, "press", ", opened: 1850")
    assert not seen(1700, "archival", ", opened: 1850") and seen(1850, "archival", ", opened: 1850")


def test_a_misprint_is_compared_and_opens_no_school() -> None:
    text = """
        question: When was it signed?
        claims:
          deed: 3 May 1791
          copy: 3 May 1791
          edition: {{when: 3 May 1971{misprint}}}
          gazette: 5 May 1791
        """
    plain, marked = case(text.format(misprint="")), case(text.format(misprint=", misprint: yes"))
    assert len(plain.findings.clusters[0].schools) == 3
    assert [school.holds for school in marked.findings.clusters[0].schools] == [("deed", "copy"), ("gazette",)]
    assert marked.verdict("deed", "edition") == plain.verdict("deed", "edition") == "contradicts"
    assert "edition" in {row.claim for row in marked.findings.rows}
