"""Rules 7 to 10 of the meaning: what events, firsts, lasts, kinds, values, presuppositions and denials state."""

from __future__ import annotations

import pytest
from casework import Case, case

# ---------------------------------------------------------------------------------------- 7: occurrences

SIEGE = """
kinds:
  siege: {{label: a siege of the city}}
events:
  great-siege:
    label: the great siege
    kinds: siege
    record:
      - in: Diary of the defence
        when: 6 April to 29 May 1453
      - in: Diary of the defence
        when: 6 April to 29 May 1453
        extent: throughout
claims:
  historian:
    {claim}
"""


def siege(claim: str) -> Case:
    return case(SIEGE.format(claim=claim))


def test_an_event_at_a_date_lies_wholly_within_it() -> None:
    assert siege("{event: great-siege, when: 1453-04}").standing("historian") == "contradicted"


def test_a_first_at_a_date_need_only_start_within_it() -> None:
    assert siege("{first: siege, when: 1453-04}").standing("historian") != "contradicted"


def test_a_last_at_a_date_need_only_end_within_it() -> None:
    assert siege("{last: siege, when: 1453-05}").standing("historian") != "contradicted"


def test_a_first_is_contradicted_by_an_event_that_starts_before_it_and_ends_within_it() -> None:
    assert siege("{first: siege, when: 1453-05}").standing("historian") == "contradicted"


def test_a_last_is_contradicted_by_an_event_that_starts_within_it_and_ends_after_it() -> None:
    assert siege("{last: siege, when: 1453-04}").standing("historian") == "contradicted"


def test_a_first_is_contradicted_by_an_event_of_the_kind_before_it() -> None:
    found = case(
        """
        kinds:
          eclipse: {label: an eclipse of the sun is recorded}
        events:
          eclipse-of-763: {kinds: eclipse}
        claims:
          limmu-list: {event: eclipse-of-763, when: -0762-06-15}
          handbook: {first: eclipse, when: -0600}
        """
    )
    assert found.verdict("limmu-list", "handbook") == "contradicts"


def test_a_first_is_not_contradicted_by_an_event_of_the_kind_after_it() -> None:
    found = case(
        """
        kinds:
          voyage: {label: a voyage to the islands}
        events:
          second-voyage: {kinds: voyage}
        claims:
          log: {event: second-voyage, when: 1493-09-25}
          letter: {first: voyage, when: 1492}
        """
    )
    assert found.verdict("log", "letter") == "unlisted"


def test_a_last_is_contradicted_by_an_event_of_the_kind_after_it() -> None:
    found = case(
        """
        kinds:
          games: {label: the games are held}
        events:
          late-games: {kinds: games}
        claims:
          inscription: {event: late-games, when: 0426}
          compiler: {last: games, when: 0393}
        """
    )
    assert found.verdict("inscription", "compiler") == "contradicts"


def test_a_last_is_not_contradicted_by_an_event_of_the_kind_before_it() -> None:
    found = case(
        """
        kinds:
          games: {label: the games are held}
        events:
          early-games: {kinds: games}
        claims:
          inscription: {event: early-games, when: 0357}
          compiler: {last: games, when: 0393}
        """
    )
    assert found.verdict("inscription", "compiler") == "unlisted"


def test_a_kind_at_a_date_says_nothing_of_other_events_of_the_kind() -> None:
    found = case(
        """
        kinds:
          plague: {label: a plague visits the town}
        events:
          plague-of-1361: {kinds: plague, record: {in: Parish roll, when: 1361}}
        claims:
          chronicler: {kind: plague, when: 1349}
        """
    )
    assert found.standing("chronicler") == "consistent"


def test_a_kind_at_a_date_is_corroborated_by_one_event_of_it_within_the_date() -> None:
    found = case(
        """
        kinds:
          plague: {label: a plague visits the town}
        events:
          plague-of-1349: {kinds: plague, record: {in: Parish roll, when: 1349-06}}
          plague-of-1361: {kinds: plague, record: {in: Parish roll, when: 1361}}
        claims:
          chronicler: {kind: plague, when: 1349}
        """
    )
    assert found.standing("chronicler") == "corroborated"


WHETHER = """
kinds:
  embassy: {{label: an embassy reaches the court}}
questions:
  received:
    ask: Was an embassy received?
    whether: embassy
claims:
  annals: {a}
  poet: {b}
"""


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("{value: yes}", "{value: no}", "contradicts"),
        ("{value: yes}", "{value: yes}", "agrees"),
        ("{value: no}", "{value: no}", "agrees"),
        ("{value: yes, when: 0838}", "{value: no, when: 0830/0840}", "contradicts"),
        ("{value: yes, when: 0838}", "{value: no, when: 0840}", "overlaps"),
        ("{value: yes, when: 0838}", "{value: yes}", "refines"),
        ("{value: no}", "{value: no, when: 0838}", "refines"),
        ("{value: no, when: 0838}", "{value: no, when: 0830/0840}", "refined-by"),
    ],
)
def test_whether_is_some_event_of_the_kind_for_yes_and_none_for_no(a: str, b: str, expected: str) -> None:
    assert case(WHETHER.format(a=a, b=b)).verdict("annals", "poet") == expected


EXCLUSION = """
kinds:
  strike: {{label: the weavers strike}}
events:
  great-strike: {{kinds: strike}}
claims:
  union: {{event: great-strike, {strike}}}
  owner: {{none: strike{none}}}
"""


@pytest.mark.parametrize(
    ("strike", "none", "expected"),
    [
        ("when: 1842-08", ", when: 1842", "contradicts"),
        ("when: 1841/1842", ", when: 1842", "unlisted"),
        ("when: 1841/1842, extent: throughout", ", when: 1842", "contradicts"),
        ("when: 1842-08", ", when: 1843", "unlisted"),
        ("when: 1842-12-31", ", when: 1843-01-01", "unlisted"),
        ("when: 1842-08", "", "contradicts"),
        ("when: 1844-02", ', when: "{1842, 1844}"', "contradicts"),
        ("when: 1843-02", ', when: "{1842, 1844}"', "unlisted"),
        ('when: "[1841, 1843]"', ', when: "{1842, 1844}"', "unlisted"),
        ('when: "[1842-05, 1844-05]"', ', when: "{1842, 1844}"', "contradicts"),
    ],
)
def test_none_in_a_date_admits_no_overlap_with_any_of_it(strike: str, none: str, expected: str) -> None:
    assert case(EXCLUSION.format(strike=strike, none=none)).verdict("union", "owner") == expected


EXTENT = """
question: When was the bridge under repair?
claims:
  mason: {{{a}}}
  mayor: {{{b}}}
"""


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("when: 1209, extent: throughout", "when: 1208/1210, extent: throughout", "refined-by"),
        ("when: 1208/1210, extent: throughout", "when: 1209, extent: throughout", "refines"),
        ("when: 1209, extent: throughout", "when: 1209-06", "contradicts"),
        ("when: 1209, extent: throughout", "when: 1208/1210", "overlaps"),
        ("when: 1209, extent: throughout", "when: 1209, extent: throughout", "agrees"),
        ("when: 1209, extent: throughout", "when: 1210", "contradicts"),
        ("when: 1209, extent: course", "when: 1209-06-03", "refined-by"),
        ("when: 1209, extent: course", "when: 1209, extent: course", "agrees"),
        ("when: 1209, extent: course", "when: 1210-06-03", "contradicts"),
    ],
)
def test_an_extent_fills_its_date_or_is_spread_over_it(a: str, b: str, expected: str) -> None:
    assert case(EXTENT.format(a=a, b=b)).verdict("mason", "mayor") == expected


def test_what_is_spread_over_a_date_does_not_agree_with_what_fills_it() -> None:
    found = case(EXTENT.format(a="when: 1209, extent: course", b="when: 1209, extent: throughout"))
    assert found.verdict("mason", "mayor") != "agrees"


def test_an_asserted_event_carries_its_kinds_and_all_broader_ones() -> None:
    found = case(
        """
        kinds:
          assembly: {label: the estates assemble}
          diet: {label: a diet sits, broader: assembly}
          imperial-diet: {label: an imperial diet sits, broader: diet}
        events:
          diet-of-worms: {kinds: imperial-diet}
        claims:
          acts: {event: diet-of-worms, when: 1521-01-28}
          pamphlet: {none: assembly, when: 1521}
        """
    )
    assert found.verdict("acts", "pamphlet") == "contradicts"


def test_an_event_does_not_carry_narrower_kinds() -> None:
    found = case(
        """
        kinds:
          assembly: {label: the estates assemble}
          diet: {label: a diet sits, broader: assembly}
        events:
          gathering: {kinds: assembly}
        claims:
          acts: {event: gathering, when: 1521-01-28}
          pamphlet: {none: diet, when: 1521}
        """
    )
    assert found.verdict("acts", "pamphlet") == "unlisted"


def test_windows_that_only_touch_contradict_because_an_event_lasts() -> None:
    found = case(
        """
        question: When did the mint open?
        claims:
          charter: {when: ../1361-05-09}
          guild: {when: 1361-05-10/..}
        """
    )
    assert found.verdict("charter", "guild") == "contradicts"
    assert found.pair("charter", "guild").gap is not None


# --------------------------------------------------------------------------------------------- 8: values

OFFICE = """
questions:
  chancellor:
    ask: Who was chancellor?
    role: chancellor
    of: duchy
events:
  oath: {{label: the duke takes his oath}}
claims:
  register: {{value: Arnold, {a}}}
  memoir: {{value: {value}, {b}}}
bridges:
  for-life: {{permanent: chancellor}}
"""


def office(a: str, b: str, value: str = "Bertram", bridges: tuple[str, ...] = ()) -> Case:
    text = OFFICE.format(a=a or "note: undated", b=b or "note: undated", value=value)
    return case(text, bridges=bridges)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("from: 1312-03-01", "from: 1312-03-01", "contradicts"),
        ("", "from: 1312-03-01", "contradicts"),
        ("from: 1312-03-01", "", "contradicts"),
        ("", "", "contradicts"),
        ("when: 1312", "", "contradicts"),
        ("from: 1312-03-01", "from: 1314-06-09", "differs-in-time"),
        ("from: 1314-06-09", "from: 1312-03-01", "differs-in-time"),
        ("from: before @oath", "from: after @oath", "differs-in-time"),
        ('from: "@oath"', 'from: "@oath"', "contradicts"),
        ("from: 1310/1314", "from: 1312/1316", "overlaps"),
        ("when: 1312", "when: 1314", "differs-in-time"),
        ("when: 1310/1314", "when: 1312/1316", "contradicts"),
        ("when: 1312", "when: 1312", "overlaps"),
        ("when: 1312-03-01", "when: 1312-03-01", "contradicts"),
        ("from: 1310", "when: 1312/1316", "differs-in-time"),
    ],
)
def test_rival_values_contradict_or_follow_each_other(a: str, b: str, expected: str) -> None:
    pair = office(a, b).pair("register", "memoir")
    assert (pair.verdict.value, pair.dimension) == (expected, "value")


@pytest.mark.parametrize(
    "more", ["", ", {in: Letter, when: 9 February 1956}", ", {in: Note, when: February 1956}"]
)
def test_a_value_from_an_event_does_not_begin_with_its_day_however_many_records_say_it(more: str) -> None:
    found = case(
        f"""
        questions: {{speaker: {{ask: Who was to speak?, role: speaker, of: report}}}}
        events: {{sitting: {{label: the sitting, record: [{{in: Minutes, when: 9 February 1956}}{more}]}}}}
        claims:
          narrator: {{answers: speaker, value: Pospelov, from: "@sitting"}}
          copyist: {{answers: speaker, value: Khrushchev, from: 9 February 1956}}
        """
    )
    assert (found.verdict("narrator", "copyist"), found.pair("narrator", "copyist").strained) == ("overlaps", True)


def test_a_permanent_role_has_one_value() -> None:
    free = office("from: 1312-03-01", "from: 1314-06-09").pair("register", "memoir")
    assert free.if_bridge == (("for-life",),)
    bound = office("from: 1312-03-01", "from: 1314-06-09", bridges=("for-life",))
    assert bound.verdict("register", "memoir") == "contradicts"


def test_a_permanent_role_makes_values_of_unknown_order_contradict() -> None:
    found = office("from: 1310/1314", "from: 1312/1316", bridges=("for-life",))
    assert found.verdict("register", "memoir") == "contradicts"


def test_equal_values_from_the_same_date_agree() -> None:
    assert office("from: 1312-03-01", "from: 1312-03-01", "Arnold").verdict("register", "memoir") == "agrees"


def test_equal_values_do_not_become_rivals_where_the_role_is_permanent() -> None:
    found = office("from: 1312-03-01", "from: 1314-06-09", "Arnold", bridges=("for-life",))
    assert found.verdict("register", "memoir") != "contradicts"


def test_values_of_different_subjects_or_roles_are_no_rivals() -> None:
    found = case(
        """
        claims:
          rolls: {role: bailiff, of: north-riding, value: Hugh}
          diary: {role: bailiff, of: south-riding, value: Ralph}
          letter: {role: sheriff, of: north-riding, value: Simon}
        """
    )
    assert found.findings.pairs == ()


ELECTED = """
questions:
  abbot: {ask: Who was abbot?, role: abbot, of: abbey}
events:
  election: {role: abbot, of: abbey, value: Suger, record: {in: Necrology, when: 1122-03-10}}
claims:
  rival: {value: Roger, from: 1122-03-10}
  earlier: {value: Adam, from: 1099}
  same: {value: Suger, from: 1122-03-10}
"""


def test_a_value_that_an_event_brings_strains_a_rival_from_the_same_date() -> None:
    assert (case(ELECTED).standing("rival"), case(ELECTED).row("rival").strained) == ("consistent", True)


def test_a_value_that_an_event_brings_leaves_room_for_one_before_it() -> None:
    assert case(ELECTED).standing("earlier") == "consistent"


def test_a_value_that_an_event_brings_corroborates_the_same_value() -> None:
    assert case(ELECTED).standing("same") == "corroborated"


# ------------------------------------------------------------------------------------- 9: presuppositions

PRINTING = """
kinds:
  press: {{label: a press is at work in the town}}
  printed: {{label: a book is printed in the town, presupposes: press}}
  herbal: {{label: a herbal is printed, broader: printed}}
  reprinted: {{label: a book is reprinted, presupposes: printed}}
events:
  book: {{kinds: printed}}
  herbal-of-1485: {{kinds: herbal}}
  reprint: {{kinds: reprinted}}
  workshop: {{kinds: press}}
claims:
  colophon: {{{a}}}
  historian: {{{b}}}
"""


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("event: book, when: 1476", "first: press, when: 1480", "contradicts"),
        ("event: book, when: 1476", "first: press, when: 1470/1480", "unlisted"),
        ("event: herbal-of-1485, when: 1485", "first: press, when: 1490", "contradicts"),
        ("event: reprint, when: 1486", "first: press, when: 1490", "contradicts"),
        ("event: book, when: 1476", "none: press, when: ../1480", "contradicts"),
        ("event: book, when: 1476", "none: press", "contradicts"),
        ("event: book, when: 1476", "none: press, when: 1475/1480", "unlisted"),
        ("event: book, when: 1476", "event: workshop, when: 1490", "unlisted"),
        ("event: book, when: 1476", "last: press, when: 1470", "unlisted"),
        ("event: workshop, when: 1476", "first: printed, when: 1470", "unlisted"),
        ("event: workshop, when: 1476", "none: printed", "unlisted"),
        ("kind: printed, when: 1476", "first: press, when: 1480", "contradicts"),
        ("first: printed, when: 1476", "first: press, when: 1480", "contradicts"),
        ("first: printed, when: 1480", "first: press, when: 1476", "unlisted"),
    ],
)
def test_what_a_kind_presupposes_had_started_by_then(a: str, b: str, expected: str) -> None:
    assert case(PRINTING.format(a=a, b=b)).verdict("colophon", "historian") == expected


def test_what_is_presupposed_counts_for_the_kinds_broader_than_it() -> None:
    found = case(
        """
        kinds:
          craft: {label: a craft of the book is practised}
          press: {label: a press is at work, broader: craft}
          printed: {label: a book is printed, presupposes: press}
        events:
          book: {kinds: printed}
        claims:
          colophon: {event: book, when: 1476}
          historian: {first: craft, when: 1480}
        """
    )
    assert found.verdict("colophon", "historian") == "contradicts"


def test_a_presupposition_never_corroborates() -> None:
    found = case(
        """
        kinds:
          press: {label: a press is at work in the town}
          printed: {label: a book is printed in the town, presupposes: press}
        events:
          book: {kinds: printed, record: {in: Colophon, when: 1476}}
        claims:
          first-of-all: {in: Town history, first: press, when: ../1480}
          some: {in: Town history, kind: press, when: ../1480}
        """
    )
    assert found.standing("first-of-all") == "consistent"
    assert found.standing("some") == "consistent"


# --------------------------------------------------------------------------------- 10: stances and relays

STANCE = """
questions:
  crossed:
    ask: When did the army cross the river?
    event: crossing
events:
  crossing: {{label: the army crosses the river}}
claims:
  general: {{{a}}}
  ensign: {{{b}}}
"""


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("stance: denies, when: 1809-05", "when: 1809-05-21", "contradicts"),
        ("stance: denies, when: 1809-05", "when: 1809-05", "contradicts"),
        ("stance: denies, when: 1809-05", "when: 1809", "overlaps"),
        ("stance: denies, when: 1809-05", "when: 1809-07", "refined-by"),
        ("not-when: 1809-05", "when: 1809-05-21", "contradicts"),
        ("not-when: 1809-05", "when: 1809-07", "refined-by"),
        ("stance: denies, answers: crossed", "when: 1809-05", "contradicts"),
        ("stance: doubts, when: 1809-05", "when: 1810", "not-compared"),
        ("stance: rejects", "when: 1810", "not-compared"),
        ("hedge: apparently, when: 1809-05", "when: 1810", "contradicts"),
        ("hedge: apparently, when: 1809-05", "when: 1809-05", "agrees"),
        ("when: 1809, not-when: 1809-05", "when: 1809-05", "contradicts"),
        ("when: 1809, not-when: 1809-05", "when: 1809-06", "refined-by"),
    ],
)
def test_a_denied_date_is_excluded_and_a_doubt_states_nothing(a: str, b: str, expected: str) -> None:
    assert case(STANCE.format(a=a, b=b)).verdict("general", "ensign") == expected


def test_a_denial_concerns_what_it_denies() -> None:
    found = case(STANCE.format(a="stance: denies, when: 1809-05", b="when: 1809-05-21"))
    assert found.pair("general", "ensign").dimension == "date"
    found = case(STANCE.format(a="stance: denies, answers: crossed", b="when: 1809-05-21"))
    assert found.pair("general", "ensign").dimension == "existence"


def test_a_denied_existence_is_an_exclusion_of_the_kind() -> None:
    found = case(
        """
        kinds:
          treaty: {label: a secret treaty is signed}
        events:
          signing: {kinds: treaty}
        claims:
          minister: {kind: treaty, stance: denies}
          ambassador: {event: signing, when: 1870-06}
          clerk: {kind: treaty, when: 1871}
        """
    )
    pair = found.pair("minister", "ambassador")
    assert (pair.verdict, pair.dimension) == ("contradicts", "existence")
    assert found.verdict("minister", "clerk") == "contradicts"


def test_a_doubt_is_not_lined_up_against_the_record() -> None:
    found = case(
        """
        question: When did the army cross the river?
        through: Gazette
        claims:
          sceptic: {stance: doubts, when: 1809-05}
          cynic: {stance: rejects}
        record:
          bulletin: 1810
        """
    )
    assert found.standing("sceptic") == "not-compared"
    assert found.standing("cynic") == "not-compared"


DISPUTE = """
questions:
  wed:
    ask: When were they married?
    event: wedding
events:
  wedding: {label: the wedding, record: {in: Register, when: 1601-05-14}}
claims:
  nurse: {in: Deposition 1, when: 1601}
  priest: {in: Deposition 2, when: 1601-05}
  steward: {in: Deposition 3, when: 1602}
  advocate: {in: Plea, disputes: nurse}
  messenger: {in: Plea, reports: steward}
"""


def test_a_dispute_contradicts_the_claim_it_disputes_and_whatever_entails_it() -> None:
    found = case(DISPUTE)
    assert found.verdict("nurse", "advocate") == "contradicts"
    assert found.pair("nurse", "advocate").dimension == "existence"
    assert found.verdict("priest", "advocate") == "contradicts"


def test_a_dispute_does_not_contradict_what_leaves_it_room() -> None:
    assert case(DISPUTE).verdict("steward", "advocate") != "contradicts"


def test_a_dispute_is_lined_up_against_the_records_of_the_disputed_claim() -> None:
    found = case(DISPUTE)
    assert found.standing("nurse") == "corroborated"
    assert found.standing("advocate") == "contradicted"
    assert "wedding" in found.bearing("advocate")


def test_a_dispute_denies_only_that_all_parts_hold_together() -> None:
    found = case(
        """
        events:
          wedding: {label: the wedding}
          christening: {label: the christening}
        claims:
          nurse: {event: wedding, when: 1601, also: {event: christening, when: 1602}}
          priest: {event: wedding, when: 1601}
          advocate: {disputes: nurse}
          clerk: {event: wedding, when: 1601-05, also: {event: christening, when: 1602-03}}
        """
    )
    assert found.verdict("nurse", "advocate") == "contradicts"
    assert found.verdict("priest", "advocate") != "contradicts"
    assert found.verdict("advocate", "clerk") == "contradicts"


def test_a_report_states_nothing_itself() -> None:
    found = case(DISPUTE)
    assert found.verdict("nurse", "messenger") != "contradicts"
    assert found.verdict("nurse", "steward") == "contradicts"
    assert not any("messenger" in members for members in found.conflicts())


def test_a_planned_event_lends_its_date_and_has_not_happened() -> None:
    found = case(
        """
        kinds:
          landing: {label: troops land}
        events:
          planned-landing: {kinds: landing, planned: yes, when: 1588-07, record: {in: Orders, when: 1588-07}}
          parley: {label: the parley}
        claims:
          chronicler: {first: landing, when: 1601}
          sceptic: {none: landing, when: 1588}
          envoy: {event: parley, when: before @planned-landing}
          herald: {event: parley, when: 1588-09}
        """
    )
    assert found.standing("chronicler") == "known-only-through-the-claimant"
    assert found.standing("sceptic") == "known-only-through-the-claimant"
    assert found.verdict("envoy", "herald") == "contradicts"
    assert found.pair("envoy", "herald").given == ("planned-landing",)
