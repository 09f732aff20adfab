"""Years of eras that have a name, against published tables: reigns of England, AUC, Olympiads, Seleucids."""

from __future__ import annotations

import pytest
from convertdate import coptic
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.dates.calendars import calendar_date, day_number
from claimcheck.dates.conventions import Conventions
from claimcheck.dates.named_eras import SHIPPED, Era, days_of_year, era_named, indiction_of, last_year_of
from claimcheck.dates.reading import read_date, read_era
from claimcheck.dates.when import DAY, Fault, When, Window

PLAIN = Conventions()


def days(text: str, conventions: Conventions = PLAIN, reading: int = 0) -> str:
    """The first and last day of a reading, as numerals of the calendar in which it was stated."""
    found = read_date(text, conventions)
    assert isinstance(found, When), found
    date = found.readings[reading].date
    assert isinstance(date, Window)
    start, stop = date.narrow.start, date.narrow.stop
    assert start is not None and stop is not None
    ends = [calendar_date(found.readings[reading].calendar, day) for day in (start // DAY, stop // DAY - 1)]
    written = ["-".join(f"{part:02}" for part in end) for end in ends]
    return written[0] if written[0] == written[1] else " ".join(written)


def refusal(text: str, conventions: Conventions = PLAIN) -> Fault:
    found = read_date(text, conventions)
    assert isinstance(found, Fault), found
    assert found.remedy
    return found


def eras(**stated: str) -> Conventions:
    made = [read_era(name.replace("_", " "), text) for name, text in stated.items()]
    assert all(isinstance(era, Era) for era in made), made
    return Conventions(eras=tuple(era for era in made if isinstance(era, Era)))


# Cheney's tables of regnal years: the year, its first and its last day, in the calendar of England.
REGNAL_YEARS = """
1 William I: 1066-12-25 1067-12-24
21 William I: 1086-12-25 1087-09-09
13 William II: 1099-09-26 1100-08-02
36 Henry I: 1135-08-05 1135-12-01
35 Henry II: 1188-12-19 1189-07-06
10 Richard I: 1198-09-03 1199-04-06
1 John: 1199-05-27 1200-05-17
2 John: 1200-05-18 1201-05-02
3 John: 1201-05-03 1202-05-22
4 John: 1202-05-23 1203-05-14
5 John: 1203-05-15 1204-06-02
6 John: 1204-06-03 1205-05-18
7 John: 1205-05-19 1206-05-10
8 John: 1206-05-11 1207-05-30
9 John: 1207-05-31 1208-05-14
10 John: 1208-05-15 1209-05-06
11 John: 1209-05-07 1210-05-26
12 John: 1210-05-27 1211-05-11
13 John: 1211-05-12 1212-05-02
14 John: 1212-05-03 1213-05-22
15 John: 1213-05-23 1214-05-07
16 John: 1214-05-08 1215-05-27
17 John: 1215-05-28 1216-05-18
18 John: 1216-05-19 1216-10-19
57 Henry III: 1272-10-28 1272-11-16
35 Edward I: 1306-11-20 1307-07-07
20 Edward II: 1326-07-08 1327-01-20
12 Edward III: 1338-01-25 1339-01-24
51 Edward III: 1377-01-25 1377-06-21
23 Richard II: 1399-06-22 1399-09-29
14 Henry IV: 1412-09-30 1413-03-20
10 Henry V: 1422-03-21 1422-08-31
39 Henry VI: 1460-09-01 1461-03-04
49 Henry VI: 1470-10-09 1471-04-14
23 Edward IV: 1483-03-04 1483-04-09
3 Richard III: 1485-06-26 1485-08-22
24 Henry VII: 1508-08-22 1509-04-21
38 Henry VIII: 1546-04-22 1547-01-28
7 Edward VI: 1553-01-28 1553-07-06
2 Mary I: 1554-07-06 1554-07-24
1 & 2 Philip and Mary: 1554-07-25 1555-07-05
1 & 3 Philip and Mary: 1555-07-06 1555-07-24
2 & 3 Philip and Mary: 1555-07-25 1556-07-05
4 & 6 Philip and Mary: 1558-07-06 1558-07-24
5 & 6 Philip and Mary: 1558-07-25 1558-11-17
5 Elizabeth I: 1562-11-17 1563-11-16
45 Elizabeth I: 1602-11-17 1603-03-24
23 James I: 1625-03-24 1625-03-27
24 Charles I: 1648-03-27 1649-01-30
12 Charles II: 1660-01-30 1661-01-29
4 James II: 1688-02-06 1688-12-11
6 William and Mary: 1694-02-13 1694-12-27
14 William III: 1702-02-13 1702-03-08
13 Anne: 1714-03-08 1714-08-01
13 George I: 1726-08-01 1727-06-11
25 George II: 1751-06-11 1752-06-10
26 George II: 1752-06-11 1753-06-21
27 George II: 1753-06-22 1754-06-21
34 George II: 1760-06-22 1760-10-25
60 George III: 1819-10-25 1820-01-29
64 Victoria: 1900-06-20 1901-01-22
1 Edward VIII: 1936-01-20 1936-12-11
16 George VI: 1951-12-11 1952-02-06
"""


@pytest.mark.parametrize("line", REGNAL_YEARS.strip().splitlines())
def test_a_regnal_year_of_england_is_the_one_of_the_tables(line: str) -> None:
    text, _, expected = line.partition(": ")
    assert days(text) == expected


RULERS = [era for era in SHIPPED if era.rule == "regnal-year" and era.stop is not None]


@given(st.sampled_from(RULERS), st.data())
def test_the_years_of_a_reign_follow_each_other_without_gap_to_its_end(ruler: Era, data: st.DataObject) -> None:
    last = last_year_of(ruler)
    number = data.draw(st.integers(1, last))
    if ruler.interrupted is not None and number > 39:
        return  # the years through which Henry VI did not reign have a case of their own
    start, stop = days_of_year(ruler, number)
    if ruler.interrupted is not None and number == 39:
        assert stop == ruler.interrupted[0]
        return
    assert start == (ruler.first if number == 1 else days_of_year(ruler, number - 1)[1])
    assert (stop == ruler.stop) == (number == last)


def test_henry_vi_has_no_years_while_edward_reigned_and_one_when_he_was_back() -> None:
    for number in range(40, 49):
        assert refusal(f"{number} Henry VI").message == "Henry VI did not reign from 1461 to 1470"
        assert "“39 Henry VI”" in refusal(f"{number} Henry VI").remedy
    assert refusal("3 May 39 Henry VI").kind is refusal("40 Henry VI").kind
    assert refusal("50 Henry VI").message.startswith("Henry VI had no year 50: the 49th was the last")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 Eliz. I", "1562-11-17 1563-11-16"),
        ("12 Hen. VI", "1433-09-01 1434-08-31"),
        ("14 Geo. III", "1773-10-25 1774-10-24"),
        ("the fifth year of the reign of Elizabeth I", "1562-11-17 1563-11-16"),
        ("the 5th year of Elizabeth the First", "1562-11-17 1563-11-16"),
        ("regnal year 5 of Henry VIII", "1513-04-22 1514-04-21"),
        ("anno 5 Elizabeth I", "1562-11-17 1563-11-16"),
        ("3 May 5 Elizabeth I", "1563-05-03"),
        ("1 December, 5 Elizabeth I", "1562-12-01"),
        ("Michaelmas 12 Edward III", "1338-09-29"),
        ("Monday 3 May 5 Elizabeth I", "1563-05-03"),
        ("3 May 27 George II", "1754-05-03"),
        ("III Non. Mart. 12 Edward III", "1338-03-05"),
        ("May 12 Edward III", "1338-05-01 1338-05-31"),
        ("5–7 Elizabeth I", "1562-11-17 1565-11-16"),
        ("from 5 Henry VIII to 3 Edward VI", "1513-04-22 1550-01-27"),
    ],
)
def test_a_regnal_year_as_records_write_it(text: str, expected: str) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("12 Charles", "12 Charles I"),
        ("50 Elizabeth I", "45 Elizabeth I"),
        ("19 John", "18 John"),
        ("2 Philip and Mary", "2 & 3 Philip and Mary"),
        ("2 & 5 Philip and Mary", "2 & 3 Philip and Mary"),
        ("Tuesday 3 May 5 Elizabeth I", "day of the week"),
        ("31 April 5 Elizabeth I", "day or the year"),
        ("Elizabeth I", "5 Elizabeth I"),
        ("early 16th century Elizabeth I", "5 Elizabeth I"),
    ],
)
def test_a_regnal_year_that_there_was_not_or_of_no_one_king_is_refused(text: str, remedy: str) -> None:
    assert remedy in refusal(text).remedy


def test_of_several_kings_of_one_name_the_one_is_meant_who_reigned_so_long() -> None:
    assert days("60 George") == days("60 George III")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AUC 1", "-752-01-01 -752-12-31"),
        ("AUC 700", "-53-01-01 -53-12-31"),
        ("753 a.u.c.", "00-01-01 00-12-31"),
        ("ab urbe condita 754", "01-01-01 01-12-31"),
        ("AUC 1000", "247-01-01 247-12-31"),
        ("the year 700 AUC", "-53-01-01 -53-12-31"),
        ("Ol. 1,1", "-775-07-01 -774-06-30"),
        ("Ol. 7,3", "-749-07-01 -748-06-30"),
        ("Olympiad 75.1", "-479-07-01 -478-06-30"),
        ("Ol. 110/3", "-337-07-01 -336-06-30"),
        ("the third year of the 110th Olympiad", "-337-07-01 -336-06-30"),
        ("Olympiad 87, year 1", "-431-07-01 -430-06-30"),
        ("Ol. CXCV 1", "01-07-01 02-06-30"),
        ("the 7th Olympiad", "-751-07-01 -747-06-30"),
        ("Seleucid era 173", "-139-10-01 -138-09-30"),
        ("A.G. 1234", "922-10-01 923-09-30"),
        ("10 July A.G. 1234", "923-07-10"),
        ("Spanish era 1082", "1044-01-01 1044-12-31"),
        ("3 May Spanish era 1082", "1044-05-03"),
        ("Diocletian 1", "284-08-29 285-08-28"),
        ("year 20 of Diocletian", "303-08-30 304-08-28"),
        ("anno martyrum 500", "783-08-30 784-08-28"),
    ],
)
def test_a_year_of_an_ancient_era_is_the_one_of_the_tables(text: str, expected: str) -> None:
    assert days(text) == expected


def test_the_seleucid_era_began_in_the_autumn_in_syria_and_in_the_spring_in_babylon() -> None:
    assert days("SE 1") == "-311-10-01 -310-09-30"
    assert days("SE 1", reading=1) == days("Babylonian Seleucid era 1") == "-310-04-03 -309-04-02"


@pytest.mark.parametrize("text", ["Ol. 7,5", "Ol. 0,1", "Olympiad", "AUC 0", "AUC", "Ol. 400,1"])
def test_a_year_that_an_ancient_era_has_not_is_refused(text: str) -> None:
    refusal(text)


def test_an_indiction_is_checked_as_the_chancery_counted_it() -> None:
    assert days("25 December 800, indiction 9") == "800-12-25"
    assert days("10 September 800, Bedan indiction 8") == "800-09-10"
    assert days("10 September 800, Roman indiction 8") == "800-09-10"
    refusal("10 September 800, indiction 8")
    assert days("10 September 800, indiction 8", eras(indiction="24 September 312")) == "800-09-10"


# ------------------------------------------------------------------------------------------ a corpus's own


def test_the_years_of_an_own_era_count_from_the_day_or_year_that_is_stated() -> None:
    own = eras(Philip_II_of_France="18 September 1180 to 14 July 1223", Founding="1291")
    assert days("5 Philip II of France", own) == "1184-09-18 1185-09-17"
    assert days("43 Philip II", own) == "1222-09-18 1223-07-14"
    assert days("Founding 10", own) == "1300-01-01 1300-12-31"
    assert days("3 May 5 Philip II", own) == "1185-05-03"
    assert "43 Philip II of France" in refusal("44 Philip II", own).remedy


def test_what_a_corpus_says_of_an_era_wins_over_what_is_shipped() -> None:
    own = eras(Elizabeth_I="15 January 1559", AUC="752 BC")
    assert days("5 Elizabeth I", own) == "1563-01-15 1564-01-14"
    assert days("5 Eliz. I", own) == "1563-01-15 1564-01-14"
    assert days("AUC 700", own) == "-52-01-01 -52-12-31"


def test_an_own_king_of_a_shipped_kings_name_is_asked_apart() -> None:
    own = eras(Charles_II_of_Spain="17 September 1665 to 1 November 1700")
    assert days("12 Charles II of Spain", own) == "1676-09-17 1677-09-16"
    remedy = refusal("12 Charles II", own).remedy
    assert "12 Charles II`" in remedy and "12 Charles II of Spain" in remedy


def test_the_years_beside_a_period_that_the_corpus_names_are_checked() -> None:
    own = eras(Edo_period="1615 to 1868")
    assert days("Edo period (1615–1868)", own) == "1615-01-01 1868-12-31"
    wrong = refusal("Edo period (1600–1868)", own)
    assert wrong.message == "Edo period lasted from 1 January 1615 to 31 December 1868"
    assert days("Edo period (1600–1868)") == "1600-01-01 1868-12-31"  # nobody has said when it was
    for text in ("late Edo period (1800)", "before the Edo period (1615)", "probably Edo period, 1700"):
        assert refusal(text).message != wrong.message  # no word beside the name is passed over


def test_archons_and_consuls_name_the_year_of_their_office() -> None:
    own = eras(Solon="594/593 BC", Cicero_and_Antonius="63 BC")
    assert days("the archonship of Solon", own) == "-593-01-01 -592-12-31"
    for text in (
        "the consulship of Cicero and Antonius",
        "Cicero and Antonius coss.",
        "under the consuls Cicero and Antonius",
    ):
        assert days(text, own) == "-62-01-01 -62-12-31"
    assert "eras:" in refusal("the archonship of Draco", own).remedy


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("May", "3 May 1791"),
        ("Reign", "before 1200"),
        ("Reign", "1200 or 1300"),
        ("Reign", "the battle"),
        ("12", "1200"),
    ],
)
def test_an_era_with_no_first_day_or_a_name_that_is_a_word_of_dates_is_refused(name: str, text: str) -> None:
    found = read_era(name, text)
    assert isinstance(found, Fault) and found.remedy


# ------------------------------------------------------------------------- over the whole range

# The last regnal year of each ruler in the tables.
LAST_YEARS = """
William I 21, William II 13, Henry I 36, Stephen 19, Henry II 35, Richard I 10, John 18, Henry III 57, Edward I 35,
Edward II 20, Edward III 51, Richard II 23, Henry IV 14, Henry V 10, Henry VI 49, Edward IV 23, Edward V 1,
Richard III 3, Henry VII 24, Henry VIII 38, Edward VI 7, Jane 1, Mary I 2, Philip and Mary 5, Elizabeth I 45,
James I 23, Charles I 24, Charles II 37, James II 4, William and Mary 6, William III 14, Anne 13, George I 13,
George II 34, George III 60, George IV 11, William IV 7, Victoria 64, Edward VII 10, George V 26, Edward VIII 1,
George VI 16, Elizabeth II 71
"""


def test_each_reign_has_as_many_years_as_in_the_tables_and_each_begins_on_its_day() -> None:
    listed = dict(item.rsplit(" ", 1) for item in LAST_YEARS.replace("\n", " ").strip().split(", "))
    assert {ruler.name: str(last_year_of(ruler)) for ruler in RULERS} == listed
    for ruler in RULERS:
        for number in range(1, last_year_of(ruler) + 1):
            if ruler.name == "John" or (ruler.interrupted is not None and number > 39):
                continue  # moved with Ascension Day, and driven out
            first = calendar_date(ruler.calendar, days_of_year(ruler, number)[0])
            begun = calendar_date(ruler.calendar, ruler.first)
            if ruler.name == "George II" and number > 26:
                begun = (begun[0], 6, 22)  # eleven numerals later since the reform
            assert first == (begun[0] + number - 1, *begun[1:]), (ruler.name, number)


# Years before Christ in the handbooks: the founding of Rome, Marathon, Salamis, Alexander's death, Actium.
OLYMPIADS = {(6, 3): 754, (72, 3): 490, (75, 1): 480, (87, 2): 431, (114, 1): 324, (187, 2): 31, (194, 4): 1}


def test_every_year_of_every_olympiad_begins_in_its_summer() -> None:
    before_christ = {(n, y): 776 - 4 * (n - 1) - (y - 1) for n in range(1, 294) for y in range(1, 5)}
    assert OLYMPIADS.items() <= before_christ.items()
    for (number, year), bc in before_christ.items():
        assert days(f"Ol. {number},{year}") == f"{1 - bc:02}-07-01 {2 - bc:02}-06-30"


# What is added to the number of a year for the astronomical year in which it begins, and its first and last day.
COUNTED = [
    ("AUC {}", -753, "01-01", "12-31", (1, 708, 754, 1000, 1229)),
    ("A.G. {}", -312, "10-01", "09-30", (1, 312, 1000, 1234, 1770)),
    ("Seleucid era {}", -312, "10-01", "09-30", (1, 173, 312, 1000)),
    ("Spanish era {}", -38, "01-01", "12-31", (1, 38, 1082, 1387, 1421, 1460)),
]


@pytest.mark.parametrize(("form", "added", "first", "last", "anchors"), COUNTED)
def test_every_year_of_an_era_is_the_year_by_its_difference(
    form: str, added: int, first: str, last: str, anchors: tuple[int, ...]
) -> None:
    for number in sorted({*range(1, 1500, 7), *anchors}):
        year = number + added
        ends = year if last == "12-31" else year + 1
        assert days(form.format(number)) == f"{year:02}-{first} {ends:02}-{last}"


def test_every_year_of_diocletian_is_that_of_the_copts() -> None:
    for number in range(1, 1740):
        expected = [coptic.to_jd(number + k, 1, 1) - 0.5 for k in (0, 1)]
        start, stop = days_of_year(era_of("Diocletian"), number)
        assert (stop - start) == expected[1] - expected[0]
        assert start - days_of_year(era_of("Diocletian"), 1)[0] == expected[0] - (coptic.to_jd(1, 1, 1) - 0.5)


def era_of(name: str) -> Era:
    found = era_named(name, ())
    assert found is not None
    return found


def test_every_indiction_is_the_year_and_three_by_fifteens() -> None:
    for year in range(313, 1900):
        greek = indiction_of(day_number("julian", year, 8, 31), era_of("indiction"))[0]
        autumn = indiction_of(day_number("julian", year, 9, 1), era_of("indiction"))[0]
        pope = indiction_of(day_number("julian", year, 12, 31), era_of("Roman indiction"))[0]
        assert greek == pope == (year + 2) % 15 + 1
        assert autumn == (year + 3) % 15 + 1
