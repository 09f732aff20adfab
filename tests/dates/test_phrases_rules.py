"""Every named rule of phrases: examples of different centuries, and a near miss that it refuses."""

from __future__ import annotations

import pytest
from shapes import shape_of

from claimcheck.dates.phrases.rules import RULES, Rule
from claimcheck.dates.reading import read_date
from claimcheck.dates.when import AllOf, Fault, OneOf, Relation, When

# Rule: phrase, narrow reading and (where it is another) wide reading, both ends included.
Example = tuple[str, str] | tuple[str, str, str]
EXAMPLES: dict[str, tuple[Example, ...]] = {
    "edtf": (
        ("1956-02-14", "1956-02-14"),
        ("1789~", "1789-01-01/1789-12-31", "1784-01-01/1794-12-31"),
        ("-0043-03-15", "-0043-03-15"),
    ),
    "day": (("14 February 1956", "1956-02-14"), ("3 May 1791", "1791-05-03"), ("25 December 800", "0800-12-25")),
    "month": (
        ("October 1955", "1955-10-01/1955-10-31"),
        ("May 1791", "1791-05-01/1791-05-31"),
        ("August 1381", "1381-08-01/1381-08-31"),
    ),
    "year": (
        ("the year 1791", "1791-01-01/1791-12-31"),
        ("476", "0476-01-01/0476-12-31"),
        ("in 1066", "1066-01-01/1066-12-31"),
    ),
    "era": (
        ("44 BC", "-0043-01-01/-0043-12-31"),
        ("AD 43", "0043-01-01/0043-12-31"),
        ("c. 1500 BC", "-1499-01-01/-1499-12-31", "-1504-01-01/-1494-12-31"),
    ),
    "weekday": (
        ("Friday 24 February 1956", "1956-02-24"),
        ("Saturday, 4 July 1789", "1789-07-04"),
        ("Friday 10 August 1792", "1792-08-10"),
    ),
    "dotted-date": (("13.02.1956", "1956-02-13"), ("4.7.1776", "1776-07-04"), ("01.12.1825", "1825-12-01")),
    "stroked-date": (("13/02/1956", "1956-02-13"), ("12/25/1066", "1066-12-25"), ("25/12/1066", "1066-12-25")),
    "roman-month": (("13.II.1956", "1956-02-13"), ("4.VII.1776", "1776-07-04"), ("14 XII 1825", "1825-12-14")),
    "abbreviated-year": (
        ("1914–18", "1914-01-01/1918-12-31"),
        ("1756–63", "1756-01-01/1763-12-31"),
        ("1899–02", "1899-01-01/1902-12-31"),
    ),
    "split-year": (
        ("1941/42", "1941-01-01/1942-12-31"),
        ("1788/89", "1788-01-01/1789-12-31"),
        ("1598/9", "1598-01-01/1599-12-31"),
        ("751/0 BC", "-0750-01-01/-0749-12-31"),
    ),
    "dual-year": (
        ("11 February 1731/2", "1732-02-11"),
        ("24 March 1602/3", "1603-03-24"),
        ("30 January 1648/49", "1649-01-30"),
    ),
    "decade": (
        ("the 1950s", "1950-01-01/1959-12-31"),
        ("1780s", "1780-01-01/1789-12-31"),
        ("the 20s of the 19th century", "1820-01-01/1829-12-31"),
    ),
    "century": (
        ("the 16th century", "1501-01-01/1600-12-31"),
        ("3rd century BC", "-0299-01-01/-0200-12-31"),
        ("XX century", "1901-01-01/2000-12-31"),
    ),
    "hundreds": (
        ("the 1500s", "1500-01-01/1599-12-31"),
        ("1800s", "1800-01-01/1899-12-31"),
        ("the 1200s", "1200-01-01/1299-12-31"),
    ),
    "millennium": (
        ("the 2nd millennium BC", "-1999-01-01/-1000-12-31"),
        ("1st millennium", "0001-01-01/1000-12-31"),
        ("3rd millennium BC", "-2999-01-01/-2000-12-31"),
    ),
    "season": (
        ("spring 1917", "1917-03-01/1917-05-31", "1917-02-01/1917-06-30"),
        ("autumn 1812", "1812-09-01/1812-11-30", "1812-08-01/1812-12-31"),
        ("the winter of 1788/89", "1788-12-01/1789-02-28", "1788-11-01/1789-03-31"),
    ),
    "feast": (("Michaelmas 1381", "1381-09-29"), ("Easter 1916", "1916-04-23"), ("Christmas 800", "0800-12-25")),
    "roman-day": (
        ("the Ides of March 44 BC", "-0043-03-15"),
        ("the Kalends of January 153 BC", "-0152-01-01"),
        ("the Nones of July 1200", "1200-07-07"),
        ("a.d. IX Kal. Sept. 79", "0079-08-24"),
        ("nonum kal. Septembres 1154", "1154-08-24"),
        ("XVI K Nov 1203", "1203-10-17"),
        ("3 Nones March 1203", "1203-03-05"),
    ),
    "cal-bp": (
        ("3600–3400 cal BP", "-1650-01-01/-1450-12-31"),
        ("950 cal BP", "1000-01-01/1000-12-31"),
        ("10,000 cal BP", "-8050-01-01/-8050-12-31"),
    ),
    "old-style": (
        ("5 January 1649 O.S.", "1649-01-05"),
        ("25 October 1917 O.S.", "1917-10-25"),
        ("2 September 1752 (Old Style)", "1752-09-02"),
    ),
    "new-style": (
        ("7 November 1917 N.S.", "1917-11-07"),
        ("14 September 1752 N.S.", "1752-09-14"),
        ("15 October 1582 N.S.", "1582-10-15"),
    ),
    "dual-date": (
        ("23 (10) October 1917", "1917-10-23"),
        ("11/22 February 1732", "1732-02-22"),
        ("14 (26) December 1825", "1825-12-26"),
    ),
    "year-of-the-world": (
        ("7208 AM", "1699-09-01/1700-08-31"),
        ("6888 г. от сотворения мира", "1379-09-01/1380-08-31"),
        ("7000 AM", "1491-09-01/1492-08-31"),
    ),
    "quaker": (
        ("12th of 3rd month 1690", "1690-05-12"),
        ("11th mo. 5, 1690", "1691-01-05"),
        ("3rd month 12th, 1760", "1760-03-12"),
        ("10 1st month 1690/91", "1691-03-10"),
    ),
    "calculated": (
        ("CAL 1791", "1791-01-01/1791-12-31"),
        ("CAL 3 MAY 1276", "1276-05-03"),
        ("CAL FEB 1603", "1603-02-01/1603-02-28"),
    ),
    "interpreted": (
        ("INT 1791 (the year of the flood)", "1791-01-01/1791-12-31"),
        ("INT 31 DEC 1900 (New Year's Eve)", "1900-12-31"),
        ("INT 3 MAY 1276 (Inventio Crucis)", "1276-05-03"),
    ),
    "act": (
        ("published 1833", "1833-01-01/1833-12-31"),
        ("b. 1930", "1930-01-01/1930-12-31"),
        ("built in 1455", "1455-01-01/1455-12-31"),
    ),
    "period": (
        ("Edo period (1615–1868)", "1615-01-01/1868-12-31"),
        ("Victoria (1837–1901)", "1837-01-01/1901-12-31"),
        ("the Heian period, 1053", "1053-01-01/1053-12-31"),
    ),
    "correction": (
        ("1627 [i.e. 1646]", "1646-01-01/1646-12-31"),
        ("1533 [recte 1535]", "1535-01-01/1535-12-31"),
        ("3 May 1791 (i.e. 4 May 1791)", "1791-05-04"),
    ),
    "saeculum": (
        ("s. xii in.", "1101-01-01/1134-12-31", "1101-01-01/1144-12-31"),
        ("saec. XV ex.", "1468-01-01/1500-12-31", "1458-01-01/1500-12-31"),
        ("s. IX", "0801-01-01/0900-12-31"),
        ("s. xii²", "1151-01-01/1200-12-31"),
        ("s. xii–xiii", "1101-01-01/1300-12-31"),
    ),
    "other-calendar": (
        ("22 Ramadan 977", "0977-09-22"),
        ("5 Iyyar 5708", "5708-02-05"),
        ("18 Brumaire an VIII", "0008-02-18"),
        ("an XI", "0011-01-01/0011-13-06"),
        ("Armenian era 522", "0522-01-01/0522-13-05"),
    ),
    "regnal-year": (
        ("5 Elizabeth I", "1562-11-17/1563-11-16"),
        ("12 Edward III", "1338-01-25/1339-01-24"),
        ("14 Geo. III", "1773-10-25/1774-10-24"),
    ),
    "auc": (
        ("AUC 700", "-0053-01-01/-0053-12-31"),
        ("753 a.u.c.", "0000-01-01/0000-12-31"),
        ("ab urbe condita 1000", "0247-01-01/0247-12-31"),
    ),
    "olympiad": (
        ("Ol. 7,3", "-0749-07-01/-0748-06-30"),
        ("Olympiad 110.3", "-0337-07-01/-0336-06-30"),
        ("the 195th Olympiad", "0001-07-01/0005-06-30"),
    ),
    "seleucid": (
        ("Seleucid era 173", "-0139-10-01/-0138-09-30", "-0139-09-01/-0138-10-31"),
        ("SE 1", "-0311-10-01/-0310-09-30", "-0311-09-01/-0310-10-31"),
        ("Babylonian Seleucid era 312", "0001-04-03/0002-04-02", "0001-03-03/0002-05-02"),
    ),
    "greeks": (
        ("A.G. 1234", "0922-10-01/0923-09-30"),
        ("anno Graecorum 933", "0621-10-01/0622-09-30"),
        ("10 July A.G. 1234", "0923-07-10"),
    ),
    "spanish-era": (
        ("Spanish era 1082", "1044-01-01/1044-12-31"),
        ("3 May Spanish era 749", "0711-05-03"),
        ("era Hispanica 1422", "1384-01-01/1384-12-31"),
    ),
    "diocletian": (
        ("Diocletian 20", "0303-08-30/0304-08-28"),
        ("anno martyrum 500", "0783-08-30/0784-08-28"),
        ("year 1000 of Diocletian", "1283-08-30/1284-08-28"),
    ),
    "indiction": (
        ("1492, indiction 10", "1492-01-01/1492-08-31"),
        ("September 1492, indiction 11", "1492-09-01/1492-09-30"),
        ("1 January 313, indiction 1", "0313-01-01"),
    ),
    "part-of-month": (
        ("late October 1955", "1955-10-21/1955-10-31", "1955-10-16/1955-10-31"),
        ("early May 1791", "1791-05-01/1791-05-10", "1791-05-01/1791-05-15"),
        ("mid-August 1381", "1381-08-11/1381-08-20", "1381-08-06/1381-08-25"),
    ),
    "part-of-year": (
        ("early 1956", "1956-01-01/1956-04-30", "1956-01-01/1956-05-31"),
        ("mid-1791", "1791-05-01/1791-08-31", "1791-04-01/1791-09-30"),
        ("late 1381", "1381-09-01/1381-12-31", "1381-08-01/1381-12-31"),
    ),
    "part-of-decade": (
        ("the early 1950s", "1950-01-01/1953-12-31", "1950-01-01/1954-12-31"),
        ("the mid-1780s", "1784-01-01/1786-12-31", "1783-01-01/1787-12-31"),
        ("late 1320s", "1327-01-01/1329-12-31", "1326-01-01/1329-12-31"),
    ),
    "part-of-century": (
        ("the late 16th century", "1568-01-01/1600-12-31", "1558-01-01/1600-12-31"),
        ("early 3rd century BC", "-0299-01-01/-0266-12-31", "-0299-01-01/-0256-12-31"),
        ("in the middle of the 20th century", "1935-01-01/1967-12-31", "1925-01-01/1977-12-31"),
    ),
    "part-of-season": (
        ("early spring 1917", "1917-03-01/1917-03-31", "1917-02-01/1917-04-15"),
        ("late autumn 1812", "1812-11-01/1812-11-30", "1812-10-17/1812-12-31"),
        ("mid-winter 1788/89", "1789-01-01/1789-01-31", "1788-12-17/1789-02-15"),
    ),
    "fraction": (
        ("the first half of 1956", "1956-01-01/1956-06-30"),
        ("third quarter of the 16th century", "1551-01-01/1575-12-31"),
        ("the last third of May 1791", "1791-05-21/1791-05-31"),
    ),
    "nth-unit": (
        ("the last day of 1955", "1955-12-31"),
        ("the first decade of the 20th century", "1901-01-01/1910-12-31"),
        ("the first three days of May 1791", "1791-05-01/1791-05-03"),
    ),
    "week-of-month": (
        ("the first week of May 1791", "1791-05-01/1791-05-07"),
        ("the last week of January 1956", "1956-01-25/1956-01-31"),
        ("the second week of August 1381", "1381-08-08/1381-08-14"),
    ),
    "first-days": (
        ("the first days of May 1791", "1791-05-01/1791-05-05", "1791-05-01/1791-05-10"),
        ("the last days of February 1956", "1956-02-25/1956-02-29", "1956-02-20/1956-02-29"),
        ("the first months of 1381", "1381-01-01/1381-03-31", "1381-01-01/1381-04-30"),
    ),
    "nth-weekday": (
        ("the first Monday of May 1791", "1791-05-02"),
        ("the last Sunday of October 1955", "1955-10-30"),
        ("a Friday in June 1381", "1381-06-07/1381-06-28"),
    ),
    "turn": (
        ("the turn of the year 1955/56", "1955-12-17/1956-01-15", "1955-12-02/1956-01-30"),
        ("the turn of the 19th and 20th centuries", "1891-01-01/1910-12-31", "1881-01-01/1920-12-31"),
        ("the turn of 1788 and 1789", "1788-12-17/1789-01-15", "1788-12-02/1789-01-30"),
    ),
    "part-of-day": (
        (
            "the evening of 13 February 1956",
            "1956-02-13T18:00/1956-02-13T23:59",
            "1956-02-13T17:00/1956-02-13T23:59",
        ),
        ("the morning of 14 July 1789", "1789-07-14T06:00/1789-07-14T11:59", "1789-07-14T05:00/1789-07-14T12:59"),
        (
            "early morning of 25 October 1415",
            "1415-10-25T04:00/1415-10-25T07:59",
            "1415-10-25T03:00/1415-10-25T08:59",
        ),
    ),
    "night-between-days": (
        (
            "the night of 13–14 February 1956",
            "1956-02-13T20:00/1956-02-14T05:59",
            "1956-02-13T19:00/1956-02-14T06:59",
        ),
        (
            "the night of 31 December 1799 to 1 January 1800",
            "1799-12-31T20:00/1800-01-01T05:59",
            "1799-12-31T19:00/1800-01-01T06:59",
        ),
        (
            "the night of 23–24 August 1572",
            "1572-08-23T20:00/1572-08-24T05:59",
            "1572-08-23T19:00/1572-08-24T06:59",
        ),
    ),
    "clock-hour": (
        ("6 a.m. on 14 February 1956", "1956-02-14T06:00/1956-02-14T06:59"),
        ("five in the afternoon of 14 July 1789", "1789-07-14T17:00/1789-07-14T17:59"),
        ("noon on 25 October 1415", "1415-10-25T12:00/1415-10-25T12:59"),
    ),
    "clock-minute": (
        ("18:30 on 14 February 1956", "1956-02-14T18:30"),
        ("6.45 a.m. on 18 June 1815", "1815-06-18T06:45"),
        ("14 July 1789, 17:15", "1789-07-14T17:15"),
    ),
    "circa-hour": (
        ("about 6 p.m. on 5 May 1789", "1789-05-05T17:30/1789-05-05T18:29", "1789-05-05T16:30/1789-05-05T19:29"),
        ("about noon on 18 June 1815", "1815-06-18T11:30/1815-06-18T12:29", "1815-06-18T10:30/1815-06-18T13:29"),
        (
            "about six in the evening of 13 February 1956",
            "1956-02-13T17:30/1956-02-13T18:29",
            "1956-02-13T16:30/1956-02-13T19:29",
        ),
    ),
    "circa-day": (
        ("c. 13 February 1956", "1956-02-13", "1956-02-11/1956-02-15"),
        ("about 3 May 1791", "1791-05-03", "1791-05-01/1791-05-05"),
        ("on or about 25 October 1415", "1415-10-25", "1415-10-23/1415-10-27"),
    ),
    "circa-month": (
        ("c. May 1791", "1791-05-01/1791-05-31", "1791-04-01/1791-06-30"),
        ("around February 1956", "1956-02-01/1956-02-29", "1956-01-01/1956-03-31"),
        ("about August 1381", "1381-08-01/1381-08-31", "1381-07-01/1381-09-30"),
    ),
    "circa-year": (
        ("c. 1500", "1500-01-01/1500-12-31", "1495-01-01/1505-12-31"),
        ("about 1066", "1066-01-01/1066-12-31", "1061-01-01/1071-12-31"),
        ("circa 1500–1510", "1500-01-01/1510-12-31", "1495-01-01/1515-12-31"),
    ),
    "circa-decade": (
        ("c. the 1560s", "1560-01-01/1569-12-31", "1555-01-01/1574-12-31"),
        ("around the 1320s", "1320-01-01/1329-12-31", "1315-01-01/1334-12-31"),
        ("about the 1950s", "1950-01-01/1959-12-31", "1945-01-01/1964-12-31"),
    ),
    "circa-century": (
        ("c. 5th century BC", "-0499-01-01/-0400-12-31", "-0524-01-01/-0375-12-31"),
        ("about the 16th century", "1501-01-01/1600-12-31", "1476-01-01/1625-12-31"),
        ("circa the 3rd century", "0201-01-01/0300-12-31", "0176-01-01/0325-12-31"),
    ),
    "circa-count": (
        ("about a fortnight after 4 July 1776", "1776-07-18", "1776-07-04/1776-08-01"),
        ("about 3 days after 14 February 1956", "1956-02-17", "1956-02-15/1956-02-19"),
        ("about 2 years after 3 May 1381", "1383-05-03", "1382-05-03/1384-05-03"),
    ),
    "uncertain": (
        ("14 February 1956?", "1956-02-14"),
        ("May 1791 (?)", "1791-05-01/1791-05-31"),
        ("the 3rd century?", "0201-01-01/0300-12-31"),
    ),
    "floruit": (
        ("fl. 1150–1170", "1150-01-01/1170-12-31"),
        ("floruit 1210", "1210-01-01/1210-12-31"),
        ("fl. c. 1480", "1480-01-01/1480-12-31", "1475-01-01/1485-12-31"),
    ),
    "plus-minus": (
        ("1500 ± 10", "1490-01-01/1510-12-31"),
        ("13 February 1956 ± 2 days", "1956-02-11/1956-02-15"),
        ("1150 ± 5 (± 10)", "1145-01-01/1155-12-31", "1140-01-01/1160-12-31"),
    ),
    "probability": (
        ("68 %: 1290–1320; 95 %: 1270–1340", "1290-01-01/1320-12-31", "1270-01-01/1340-12-31"),
        ("1150–1180 (68 %), 1100–1210 (95 %)", "1150-01-01/1180-12-31", "1100-01-01/1210-12-31"),
        ("95.4%: 300 BC–200 BC", "-0299-01-01/-0199-12-31"),
    ),
    "supplied": (
        ("3 May [1791]", "1791-05-03"),
        ("[February] 1956", "1956-02-01/1956-02-29"),
        ("17[89]", "1789-01-01/1789-12-31"),
    ),
    "before": (
        ("before 1453", "/1452-12-31"),
        ("before 14 July 1789", "/1789-07-13"),
        ("before mid-February 1956", "/1956-02-10", "/1956-02-15"),
    ),
    "by": (
        ("by 13 February 1956", "/1956-02-13"),
        ("no later than 1453", "/1453-12-31"),
        ("until 14 July 1789", "/1789-07-14"),
    ),
    "after": (
        ("after 1453", "1454-01-01/"),
        ("after 14 July 1789", "1789-07-15/"),
        ("after February 1956", "1956-03-01/"),
    ),
    "not-before": (
        ("not before 1453", "1453-01-01/"),
        ("since 14 July 1789", "1789-07-14/"),
        ("no earlier than February 1956", "1956-02-01/"),
    ),
    "between": (
        ("between 3 and 7 May 1791", "1791-05-03/1791-05-07"),
        ("between 1453 and 1492", "1453-01-01/1492-12-31"),
        ("between 31 December 1955 and 13 February 1956", "1955-12-31/1956-02-13"),
    ),
    "range": (
        ("March–April 1955", "1955-03-01/1955-04-30"),
        ("from 3 to 7 May 1791", "1791-05-03/1791-05-07"),
        ("1337–1453", "1337-01-01/1453-12-31"),
    ),
    "or": (
        ("13 or 15 February 1956", "1956-02-13/1956-02-15"),
        ("1453 or 1492", "1453-01-01/1492-12-31"),
        ("spring or autumn 1789", "1789-03-01/1789-11-30", "1789-02-01/1789-12-31"),
    ),
    "and": (
        ("3 and 7 May 1791", "1791-05-03/1791-05-07"),
        ("1453 and 1492", "1453-01-01/1492-12-31"),
        ("13 and 14 February 1956", "1956-02-13/1956-02-14"),
    ),
    "any-year": (
        ("17 October of some year", "0000-10-17/9999-10-17"),
        ("17 октября неизвестного года", "0000-10-17/9999-10-17"),
        ("October, year unknown", "0000-10-01/9999-10-31"),
    ),
    "joined": (
        ("mid-February 1956, not before 14 February 1956", "1956-02-14/1956-02-20", "1956-02-14/1956-02-25"),
        ("1789, after 14 July 1789", "1789-07-15/1789-12-31"),
        ("May 1381 but before the 15th", "1381-05-01/1381-05-14"),
    ),
    "counted": (
        ("2 days after 4 July 1776", "1776-07-06", "1776-07-05/1776-07-07"),
        ("7 years and 3 months after 4 September 1264", "1271-12-04", "1271-11-19/1271-12-19"),
        ("a fortnight before 14 February 1956", "1956-01-31", "1956-01-24/1956-02-07"),
    ),
    "counted-between": (
        ("between 37 and 38 years before 1 July 776 BC", "-0813-07-01/-0812-07-01", "-0813-01-01/-0811-01-01"),
        ("between two and three days after 4 July 1776", "1776-07-06/1776-07-07", "1776-07-05/1776-07-08"),
        ("от 2 до 3 недель после 1 мая 1381 г.", "1381-05-15/1381-05-22", "1381-05-11/1381-05-26"),
    ),
    "nth-counted": (
        ("the thirty-eighth year before 776 BC", "-0813-01-01/-0813-12-31", "-0814-07-01/-0812-06-30"),
        ("in the 119th year after 508 BC", "-0388-01-01/-0388-12-31", "-0389-07-01/-0387-06-30"),
        ("in the third week after 4 July 1776", "1776-07-19/1776-07-25", "1776-07-15/1776-07-29"),
    ),
    "within": (
        ("within a week of 4 July 1776", "1776-06-27/1776-07-11", "1776-06-23/1776-07-15"),
        ("within 3 days before 14 February 1956", "1956-02-11/1956-02-13", "1956-02-10/1956-02-13"),
        ("within a month after 3 May 1381", "1381-05-04/1381-06-03", "1381-05-04/1381-06-18"),
    ),
    "eve": (
        ("on the eve of 14 February 1956", "1956-02-13"),
        ("the eve of 14 July 1789", "1789-07-13"),
        ("on the eve of 25 October 1415", "1415-10-24"),
    ),
    "octave": (
        ("the octave of Trinity 1300", "1300-06-12"),
        ("the quindene of Easter 1250", "1250-04-10"),
        ("octaves of Michaelmas 1690", "1690-10-06"),
    ),
    "same-unit": (
        ("the same year as 14 July 1789", "1789-01-01/1789-12-31"),
        ("the same day as 14 February 1956", "1956-02-14"),
        ("the month of 25 October 1415", "1415-10-01/1415-10-31"),
    ),
    "next-unit": (
        ("the following Monday after 4 July 1776", "1776-07-08"),
        ("the year after 1955", "1956-01-01/1956-12-31"),
        ("the Friday before 14 July 1789", "1789-07-10"),
    ),
    "age": (
        ("aged 57 at 5 December 1791", "1733-12-06/1734-12-05", "1733-06-06/1735-06-05"),
        ("aged 23, born 4 July 1776", "1799-07-04/1800-07-03", "1799-01-04/1801-01-03"),
        ("at the age of 30 on 14 February 1956", "1925-02-15/1926-02-14", "1924-08-15/1926-08-14"),
    ),
    "reign": (
        ("the 3rd year of the reign from 17 November 1558", "1560-11-17/1561-11-16", "1560-05-17/1562-05-16"),
        ("regnal year 2 of 28 June 1838", "1839-06-28/1840-06-27", "1838-12-28/1840-12-27"),
        ("the 1st year of the reign of 25 December 1066", "1066-12-25/1067-12-24", "1066-06-25/1068-06-24"),
    ),
}

# Rule: a phrase that nearly falls under it.
NEAR_MISSES = {
    "edtf": "1956-02-30",
    "day": "31 April 1791",
    "month": "Octember 1955",
    "year": "the year",
    "era": "0 BC",
    "weekday": "Thursday 24 February 1956",
    "dotted-date": "13.02.56",
    "stroked-date": "13/14/1956",
    "roman-month": "13.XIII.1956",
    "abbreviated-year": "1914–1",
    "split-year": "1941/43",
    "dual-year": "11 June 1731/2",
    "decade": "the 1955s",
    "century": "the 0th century",
    "hundreds": "the 1500th",
    "millennium": "the 0th millennium",
    "season": "spring 1917/18",
    "feast": "Easter 100",
    "roman-day": "the Ides of 44 BC",
    "cal-bp": "3600 BP",
    "old-style": "5 January 1649 S.",
    "new-style": "31 November 1917 N.S.",
    "dual-date": "23 (11) October 1917",
    "year-of-the-world": "0 г. от сотворения мира",
    "quaker": "10 1st month 1690",
    "calculated": "CAL of May",
    "interpreted": "INT (the year of the flood)",
    "act": "built 1934, altered 1976",
    "period": "Victoria (1830–1901)",
    "correction": "1627 [i.e. the year after]",
    "saeculum": "s. xxx",
    "other-calendar": "31 Ramadan 977",
    "regnal-year": "46 Elizabeth I",
    "auc": "AUC 0",
    "olympiad": "Ol. 7,5",
    "seleucid": "Seleucid era",
    "greeks": "A.G. 0",
    "spanish-era": "Spanish era 0",
    "diocletian": "31 April Diocletian 20",
    "own-era": "5 Sigismund III",
    "indiction": "1492, indiction 12",
    "part-of-month": "late 14 October 1955",
    "part-of-year": "early in the first half of 1956",
    "part-of-decade": "early 1955s",
    "part-of-century": "late 16th",
    "part-of-season": "early early spring 1917",
    "fraction": "the fifth quarter of 1956",
    "nth-unit": "the 30th day of February 1956",
    "week-of-month": "the sixth week of May 1791",
    "first-days": "the third days of May 1791",
    "nth-weekday": "the sixth Monday of May 1791",
    "turn": "the turn of the 19th and 21st centuries",
    "part-of-day": "the evening of February 1956",
    "night-between-days": "the night of 13–15 February 1956",
    "clock-hour": "13 p.m. on 14 February 1956",
    "clock-minute": "18:75 on 14 February 1956",
    "circa-hour": "about 6 p.m.",
    "circa-day": "c. c. 13 February 1956",
    "circa-month": "c. May",
    "circa-year": "c. 15",
    "circa-decade": "c. 1565s",
    "circa-century": "c. 0th century",
    "circa-count": "about after 4 July 1776",
    "uncertain": "14 ? February 1956",
    "floruit": "fl.",
    "plus-minus": "1500 ±",
    "probability": "68 %: 1290–1320; 1270–1340",
    "supplied": "3 May [1791",
    "before": "before",
    "by": "no later 1453",
    "after": "after after 1453",
    "not-before": "not 1453",
    "between": "between 3 May 1791",
    "range": "7–3 May 1791",
    "or": "13 or February 1956",
    "and": "3 and May",
    "any-year": "31 April of some year",
    "joined": "13 February 1956, 14 February 1956",
    "counted": "2 days after",
    "counted-between": "between 38 and 37 years before 776 BC",
    "nth-counted": "in the third week after",
    "within": "within a week",
    "eve": "on the eve",
    "octave": "the octave of",
    "same-unit": "the same year",
    "next-unit": "the following Monday",
    "age": "aged 57",
    "reign": "the 3rd year of the reign",
    "at-event": "during the battle",
}


def bounds(shape: dict[str, object]) -> str:
    """The first and last day, month or minute of a reading as one text; one alone where they are equal."""
    first, last = shape["earliest"] or "", shape["latest"] or ""
    return f"{first}" if first == last else f"{first}/{last}"


@pytest.mark.parametrize(("rule", "example"), [(rule, found) for rule in EXAMPLES for found in EXAMPLES[rule]])
def test_a_phrase_means_what_its_rule_says(rule: str, example: Example) -> None:
    found = read_date(example[0])
    assert isinstance(found, When)
    shape = shape_of(found.readings[0])
    assert bounds(shape) == example[1]
    wide = shape["wide"]
    assert (bounds(wide) if isinstance(wide, dict) else None) == (example[2] if len(example) == 3 else None)


@pytest.mark.parametrize(("rule", "example"), [(rule, found) for rule in EXAMPLES for found in EXAMPLES[rule]])
def test_a_reading_cites_its_rule(rule: str, example: Example) -> None:
    found = read_date(example[0])
    assert isinstance(found, When)
    assert rule in found.readings[0].rule.split(" + ")


@pytest.mark.parametrize("text", ["during @x", "@congress-opens", "at the time of @Battle.1"])
def test_the_time_of_an_event_cites_its_rule(text: str) -> None:
    found = read_date(text)
    assert isinstance(found, When)
    assert found.readings[0].rule == "at-event"


@pytest.mark.parametrize("rule", NEAR_MISSES)
def test_a_near_miss_is_refused_with_a_remedy(rule: str) -> None:
    found = read_date(NEAR_MISSES[rule])
    assert isinstance(found, Fault)
    assert found.message
    assert found.remedy


def test_every_rule_has_three_examples_and_a_near_miss() -> None:
    names = {rule.name for rule in RULES}
    assert set(EXAMPLES) | {"at-event", "own-era"} == names
    assert set(NEAR_MISSES) == names
    assert all(len(examples) >= 3 for examples in EXAMPLES.values())


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.name != "edtf"], ids=lambda rule: rule.name)
def test_the_examples_listed_with_a_rule_fall_under_it(rule: Rule) -> None:
    for text in (rule.english, rule.russian):
        if text == "–":
            continue
        found = read_date(text)
        assert isinstance(found, When), text
        assert rule.name in found.readings[0].rule.split(" + ")


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.russian != "–"], ids=lambda rule: rule.name)
def test_the_examples_of_a_relation_rule_are_dates_of_the_engine(rule: Rule) -> None:
    found = read_date(rule.russian)
    assert isinstance(found, When)
    for reading in found.readings:
        assert isinstance(reading.date, Relation | AllOf | OneOf) == ("@" in rule.russian)


@pytest.mark.parametrize(
    "text",
    [
        "2 or 3 a.m. on 24 March 1603",
        "2 a.m. or 3 a.m. on 24 March 1603",
        "24 March 1603, 2 or 3 a.m.",
        "two or three in the morning of 24 March 1603",
        "2 or 3 o'clock on 24 March 1603",
        "в 2 или 3 часа ночи 24 марта 1603 г.",
    ],
)
def test_one_of_two_hours_is_of_the_day_that_follows_and_no_day_itself(text: str) -> None:
    found = read_date(text)
    assert isinstance(found, When)
    assert bounds(shape_of(found.readings[0])) == "1603-03-24T02:00/1603-03-24T03:59"


def test_about_one_of_two_hours_is_an_hour_wider() -> None:
    found = read_date("about 2 or 3 a.m. on 24 March 1603")
    assert isinstance(found, When)
    wide = shape_of(found.readings[0])["wide"]
    assert isinstance(wide, dict)
    assert bounds(wide) == "1603-03-24T00:30/1603-03-24T04:29"


def test_one_of_two_hours_around_noon() -> None:
    found = read_date("11 or 1 p.m. on 24 March 1603")
    assert isinstance(found, When)
    assert shape_of(found.readings[0])["spans"] == [
        ["1603-03-24T11:00", "1603-03-24T11:59"],
        ["1603-03-24T13:00", "1603-03-24T13:59"],
    ]


def test_the_last_of_a_month_is_its_last_day() -> None:
    for text in ("last of January 1603", "the last of January 1603", "the last day of January 1603"):
        found = read_date(text)
        assert isinstance(found, When)
        assert bounds(shape_of(found.readings[0])) == "1603-01-31"
    refused = read_date("last January 1603")
    assert isinstance(refused, Fault)
    assert "the last day of January 1603" in refused.remedy


def test_a_split_year_before_christ_counts_down_and_its_refusal_says_so() -> None:
    refused = read_date("751/749 BC")
    assert isinstance(refused, Fault)
    assert "751/750 BC" in refused.remedy
