"""The English words that phrases of dates are made of.

Belongs here: the table, in lower case, one line per meaning. A hyphen and an abbreviation's dots need no line
of their own: "o s" is also "O.S.", and words joined by a hyphen are read with and without it.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dates.phrases.kinds import (
    AGED,
    AND,
    ANY_YEAR,
    AS,
    BETWEEN,
    BORN,
    BUT,
    CALIBRATED,
    CARDINAL,
    CIRCA,
    DAYPART,
    DECADE,
    DURING,
    EDGE,
    ERA,
    EVE,
    FEAST,
    FILLER,
    FLORUIT,
    FROM,
    HALF,
    INCLUSIVE,
    INDICTION,
    LATER,
    LIMIT,
    MERIDIEM,
    MONTH,
    NEXT,
    NOON,
    OFFICE,
    OR,
    ORDINAL,
    PART,
    PRESENT,
    QUANTITY,
    QUARTER,
    REFUSED,
    REIGN,
    ROMAN,
    ROMAN_DAY,
    SAME,
    SEASON,
    STYLE,
    TO,
    TURN,
    UNIT,
    WEEKDAY,
    WITHIN,
    A,
    Words,
)

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENS = (
    "twenty/twentieth thirty/thirtieth forty/fortieth fifty/fiftieth sixty/sixtieth seventy/seventieth "
    "eighty/eightieth ninety/ninetieth"
)


def _numerals() -> tuple[Words, ...]:
    """Cardinals and ordinals in words, one to ninety-nine."""
    ones = [*_ONES.split(), "seventeen", "eighteen", "nineteen"]
    ordinals = _ORDINALS.split()
    found = [Words(CARDINAL, word, n) for n, word in enumerate(ones, 1)]
    found += [Words(ORDINAL, word, n) for n, word in enumerate(ordinals, 1)]
    for ten, pair in enumerate(_TENS.split(), 2):
        cardinal, ordinal = pair.split("/")
        found += [
            Words(CARDINAL, cardinal, ten * 10),
            Words(ORDINAL, ordinal, ten * 10),
        ]
        for one in range(1, 10):
            number = ten * 10 + one
            found.append(
                Words(
                    CARDINAL,
                    f"{cardinal} {ones[one - 1]} | {cardinal} - {ones[one - 1]}",
                    number,
                )
            )
            found.append(
                Words(
                    ORDINAL,
                    f"{cardinal} {ordinals[one - 1]} | {cardinal} - {ordinals[one - 1]}",
                    number,
                )
            )
    return (
        *found,
        Words(CARDINAL, "a hundred | one hundred | hundred", 100),
        Words(CARDINAL, "a couple of", 2),
    )


_LATIN = (
    "terti quart quint sext septim octav non decim undecim duodecim tertidecim quartdecim quintdecim sextdecim"
    " septimdecim octavdecim nondecim"
)


def _latin_ordinals() -> Iterator[Words]:
    """Third to nineteenth, as they stand before a day of the Roman month: "nonum", "sexto decimo"."""
    for number, stem in enumerate(_LATIN.split(), 3):
        ten = stem.removesuffix("decim") if stem.endswith("decim") and number > 12 else ""
        forms = [f"{ten}{ending} decim{ending}" for ending in ("um", "o")] if ten else [f"{stem}um", f"{stem}o"]
        yield Words(ORDINAL, " | ".join([*forms, f"{ten}odecimo", f"{ten}umdecimum"] if ten else forms), number)
    yield Words(ORDINAL, "duodevicesimum | duodevicesimo", 18)
    yield Words(ORDINAL, "undevicesimum | undevicesimo", 19)


ENGLISH: tuple[Words, ...] = (
    *_numerals(),
    Words(ORDINAL, "last | final", -1),
    # Months, days of the week, seasons, units
    Words(MONTH, "january | jan | ian | ianuarii | ianuarias | ianuariis | januarii | januarias", 1),
    Words(MONTH, "february | feb | febr | februarii | februarias | februariis", 2),
    Words(MONTH, "march | mar | mart | martii | martias | martiis", 3),
    Words(MONTH, "april | apr | aprilis | apriles | aprilibus", 4),
    Words(MONTH, "may | mai | maii | maias | maiis", 5),
    Words(MONTH, "june | jun | iun | iunii | iunias | iuniis | junii | junias", 6),
    Words(MONTH, "july | jul | iul | iulii | iulias | iuliis | julii | julias | quintiles | quintilis", 7),
    Words(MONTH, "august | aug | augusti | augustas | augustis | sextiles | sextilis", 8),
    Words(MONTH, "september | sept | sep | septembris | septembres | septembribus", 9),
    Words(MONTH, "october | oct | octobris | octobres | octobribus", 10),
    Words(MONTH, "november | nov | novembris | novembres | novembribus", 11),
    Words(MONTH, "december | dec | decembris | decembres | decembribus", 12),
    Words(WEEKDAY, "monday | mondays | mon", 0),
    Words(WEEKDAY, "tuesday | tuesdays | tues | tue", 1),
    Words(WEEKDAY, "wednesday | wednesdays | wed", 2),
    Words(WEEKDAY, "thursday | thursdays | thurs | thur | thu", 3),
    Words(WEEKDAY, "friday | fridays | fri", 4),
    Words(WEEKDAY, "saturday | saturdays | sat", 5),
    Words(WEEKDAY, "sunday | sundays | sun", 6),
    Words(SEASON, "spring | springtime", 0),
    Words(SEASON, "summer | summertime", 1),
    Words(SEASON, "autumn | fall", 2),
    Words(SEASON, "winter | wintertime", 3),
    Words(UNIT, "minute", word="minute"),
    Words(UNIT, "minutes | min", 2, "minute"),
    Words(UNIT, "hour", word="hour"),
    Words(UNIT, "hours | hrs", 2, "hour"),
    Words(UNIT, "day", word="day"),
    Words(UNIT, "days", 2, "day"),  # 2: the plural, which matters where none is counted
    Words(UNIT, "week", word="week"),
    Words(UNIT, "weeks", 2, "week"),
    Words(UNIT, "fortnight", word="fortnight"),
    Words(UNIT, "fortnights", 2, "fortnight"),
    Words(UNIT, "month", word="month"),
    Words(UNIT, "months", 2, "month"),
    Words(UNIT, "year | yr", word="year"),
    Words(UNIT, "years | yrs", 2, "year"),
    Words(UNIT, "decade", word="decade"),
    Words(UNIT, "decades", 2, "decade"),
    Words(UNIT, "century | cent", word="century"),
    Words(UNIT, "centuries", 2, "century"),
    Words(UNIT, "millennium | millennia | millenium", word="millennium"),
    Words(UNIT, "olympiad | olympiads | ol | olymp", word="olympiad"),
    Words(UNIT, "half", word="half"),
    Words(UNIT, "thirds", word="third"),  # "third" alone is an ordinal; the grammar knows "the last third"
    Words(UNIT, "quarter | quarters", word="quarter"),
    Words(QUARTER, "q"),
    Words(ANY_YEAR, "some year | an unknown year | unknown year | year unknown | year not known"),
    Words(DECADE, "twenties", 20),
    Words(DECADE, "thirties", 30),
    Words(DECADE, "forties", 40),
    Words(DECADE, "fifties", 50),
    Words(DECADE, "sixties", 60),
    Words(DECADE, "seventies", 70),
    Words(DECADE, "eighties", 80),
    Words(DECADE, "nineties", 90),
    # Parts
    Words(PART, "early | early in", 0),
    Words(PART, "mid | mid - | middle", 1),
    Words(PART, "late | late in", 2),
    Words(EDGE, "beginning | beginnings | start | outset", 0),
    Words(EDGE, "end | close", 2),
    Words(DAYPART, "early morning | early in the morning", word="early-morning"),
    Words(DAYPART, "small hours | early hours | after midnight", word="small-hours"),
    Words(DAYPART, "morning | mornings | forenoon | before noon", word="morning"),
    Words(DAYPART, "first half of the day", word="morning"),
    Words(DAYPART, "daytime | day - time | day time", word="daytime"),
    Words(DAYPART, "afternoon | second half of the day", word="afternoon"),
    Words(DAYPART, "evening", word="evening"),
    Words(DAYPART, "night | nighttime | overnight", word="night"),
    Words(NOON, "noon | midday | 12 noon", 43_200, "noon"),
    Words(NOON, "midnight | 12 midnight", 0, "midnight"),
    Words(MERIDIEM, "a m | am", word="am"),
    Words(MERIDIEM, "p m | pm", word="pm"),
    Words(MERIDIEM, "in the morning", word="morning"),
    Words(MERIDIEM, "in the afternoon", word="afternoon"),
    Words(MERIDIEM, "in the evening", word="evening"),
    Words(MERIDIEM, "at night", word="night"),
    Words(MERIDIEM, "o'clock | oclock", word="o'clock"),
    # Approximation, limits, joining words
    Words(CIRCA, "c", word="c"),  # also "16th c."
    Words(
        CIRCA,
        "ca | circa | about | around | approximately | approx | roughly | on or about | near | abt | est",
        0,
    ),
    Words(
        CIRCA,
        "in or about | on or around | some time around | sometime around | at or about | some",
        0,
    ),
    Words(
        LIMIT,
        "before | prior to | earlier than | pre | ante | previous to | ahead of | bef",
        word="before",
    ),
    Words(
        LIMIT,
        "by | no later than | not later than | not after | on or before | before or on",
        word="by",
    ),
    Words(LIMIT, "at or before | in or before | before or in", word="by"),
    Words(LIMIT, "until | till | up to | up until", word="until"),
    Words(
        LIMIT,
        "after | later than | subsequent to | post | sometime after | some time after | aft",
        word="after",
    ),
    Words(
        LIMIT,
        "not before | no earlier than | not earlier than | no sooner than",
        word="not-before",
    ),
    Words(LIMIT, "terminus post quem | terminus a quo | post quem | tpq | t p q", word="not-before"),
    Words(LIMIT, "terminus ante quem | terminus ad quem | ante quem | taq | t a q", word="by"),
    Words(LIMIT, "since", word="since"),
    Words(
        LIMIT,
        "on or after | in or after | at or after | after or on | as of",
        word="not-before",
    ),
    Words(LIMIT, "after or in", word="not-before"),
    Words(
        LATER,
        "or later | onwards | onward | and later | at the earliest",
        0,
        "not-before",
    ),
    Words(LATER, "or earlier | and earlier | at the latest", 0, "by"),
    Words(BETWEEN, "between | bet"),
    Words(FROM, "from"),
    Words(TO, "to | through | thru | up to and including"),
    Words(AND, "and | &"),
    Words(OR, "or | either | or else | alternatively"),
    Words(BUT, "but"),
    Words(WITHIN, "within | inside"),
    Words(DURING, "during | in the course of | at the time of | on the occasion of"),
    Words(EVE, "eve | on the eve"),
    Words(SAME, "same"),
    Words(AS, "as | as that of"),
    Words(NEXT, "next | following | ensuing", word="after"),
    Words(NEXT, "previous | preceding", word="before"),
    Words(
        QUANTITY,
        "at least | not less than | no less than | no fewer than",
        word="least",
    ),
    Words(QUANTITY, "at most | not more than | no more than", word="most"),
    Words(QUANTITY, "more than | over", word="more"),
    Words(QUANTITY, "less than | fewer than | under", word="less"),
    Words(QUANTITY, "exactly | precisely | just", word="exactly"),
    Words(HALF, "and a half"),
    Words(
        INCLUSIVE,
        "inclusive | inclusively | counted inclusively | counting inclusively",
        word="inclusive",
    ),
    Words(INCLUSIVE, "counting both | both included | incl", word="inclusive"),
    Words(INCLUSIVE, "exclusive | exclusively | both excluded", word="exclusive"),
    Words(A, "a | an", 1),
    # Eras, styles, other ways of counting
    Words(ERA, "b c | bc | b c e | bce | before christ", word="bc"),
    Words(ERA, "a d | ad | c e | ce | anno domini", word="ad"),
    Words(ERA, "anno mundi", word="am"),
    Words(
        STYLE,
        "o s | os | old style | julian | julian style | ( julian )",
        word="julian",
    ),
    Words(
        STYLE,
        "n s | ns | new style | gregorian | gregorian style | ( gregorian )",
        word="gregorian",
    ),
    Words(OFFICE, "archonship | archon | eponymous archon | under the archon | consulship | consulate | consuls"),
    Words(OFFICE, "under the consuls | coss | consulibus"),
    Words(CALIBRATED, "cal"),
    Words(PRESENT, "b p | bp"),
    Words(INDICTION, "indiction | greek indiction | indictione", word="indiction"),
    Words(INDICTION, "bedan indiction | caesarean indiction | imperial indiction", word="Bedan indiction"),
    Words(INDICTION, "roman indiction | papal indiction | pontifical indiction", word="Roman indiction"),
    Words(FLORUIT, "fl | floruit | flourished | active"),
    Words(AGED, "years old | year old | years of age", word="old"),
    Words(AGED, "aged | at the age of | at age | age"),
    Words(BORN, "born | b | counted from | reckoned from"),
    Words(
        REIGN,
        "of the reign | regnal year | of reign | of his reign | of her reign | of rule",
        0,
    ),
    Words(TURN, "turn | at the turn"),
    # Feasts: fixed ones as month * 100 + day, movable ones as days from Easter
    Words(FEAST, "christmas | christmas day", 1225, "fixed"),
    Words(FEAST, "christmas eve", 1224, "fixed"),
    Words(FEAST, "new year's day", 101, "fixed"),
    Words(FEAST, "new year's eve", 1231, "fixed"),
    Words(FEAST, "epiphany | twelfth day", 106, "fixed"),
    Words(FEAST, "candlemas | purification", 202, "fixed"),
    Words(FEAST, "st valentine's day | saint valentine's day | valentine's day", 214, "fixed"),
    Words(FEAST, "st patrick's day | saint patrick's day", 317, "fixed"),
    Words(FEAST, "lady day | annunciation", 325, "fixed"),
    Words(FEAST, "st george's day | saint george's day", 423, "fixed"),
    Words(FEAST, "st mark's day | saint mark's day", 425, "fixed"),
    Words(FEAST, "midsummer day | st john's day | saint john's day", 624, "fixed"),
    Words(FEAST, "st peter's day | saint peter's day | petermas", 629, "fixed"),
    Words(FEAST, "st swithin's day | saint swithin's day", 715, "fixed"),
    Words(FEAST, "st james's day | saint james's day", 725, "fixed"),
    Words(FEAST, "lammas | lammas day", 801, "fixed"),
    Words(FEAST, "assumption | assumption day", 815, "fixed"),
    Words(FEAST, "st bartholomew's day | saint bartholomew's day", 824, "fixed"),
    Words(FEAST, "holy rood day | holy cross day | roodmas", 914, "fixed"),
    Words(FEAST, "michaelmas | michaelmas day", 929, "fixed"),
    Words(FEAST, "st luke's day | saint luke's day", 1018, "fixed"),
    Words(FEAST, "halloween | hallowe'en | all hallows' eve", 1031, "fixed"),
    Words(
        FEAST,
        "all saints' day | all saints | all saints day | all hallows | hallowmas",
        1101,
        "fixed",
    ),
    Words(FEAST, "all souls' day | all souls | all souls day", 1102, "fixed"),
    Words(FEAST, "martinmas | st martin's day", 1111, "fixed"),
    Words(FEAST, "st andrew's day | saint andrew's day", 1130, "fixed"),
    Words(FEAST, "st nicholas' day | st nicholas's day | saint nicholas' day", 1206, "fixed"),
    Words(FEAST, "childermas | holy innocents | holy innocents' day", 1228, "fixed"),
    Words(FEAST, "st stephen's day | saint stephen's day | boxing day", 1226, "fixed"),
    Words(FEAST, "easter | easter day | easter sunday", 0, "easter"),
    Words(FEAST, "easter monday", 1, "easter"),
    Words(FEAST, "holy saturday | easter eve", -1, "easter"),
    Words(FEAST, "good friday", -2, "easter"),
    Words(FEAST, "maundy thursday", -3, "easter"),
    Words(FEAST, "palm sunday", -7, "easter"),
    Words(FEAST, "shrove tuesday", -47, "western"),
    Words(FEAST, "ash wednesday", -46, "western"),
    Words(FEAST, "low sunday", 7, "western"),
    Words(FEAST, "ascension | ascension day", 39, "easter"),
    Words(FEAST, "pentecost | whitsun | whit sunday | whitsunday", 49, "easter"),
    Words(FEAST, "whit monday", 50, "easter"),
    Words(FEAST, "trinity sunday", 56, "western"),
    Words(FEAST, "corpus christi", 60, "western"),
    Words(ROMAN_DAY, "ides | idus | idibus | id | iduum", 13, "ides"),
    Words(ROMAN_DAY, "nones | nonas | nonis | non | nonae", 5, "nones"),
    Words(
        ROMAN_DAY,
        "kalends | calends | kalendas | kalendis | kalendae | calendas | calendis | kal | kl | k",
        1,
        "kalends",
    ),
    *_latin_ordinals(),
    Words(ROMAN, "pridie | prid", 2),  # the second day before, as Romans counted
    # Words without weight of their own; the word names the class, of which no two may meet
    Words(FILLER, "the", word="article"),
    Words(
        FILLER,
        "in | on | at | in the year | in the years | as early as | as late as",
        word="preposition",
    ),
    Words(FILLER, "sometime in | some time in | dated | already in", word="preposition"),
    Words(FILLER, "anno | in anno | anno regni", word="preposition"),
    Words(FILLER, "of", word="of"),
    # Words that are understood and refused
    Words(REFUSED, "not | not in | not on | except | excluding", word="not"),
    Words(
        REFUSED,
        "probably | perhaps | possibly | apparently | allegedly | maybe | presumably",
        word="hedge",
    ),
    Words(REFUSED, "likely | reportedly | supposedly", word="hedge"),
    Words(
        REFUSED,
        "today | yesterday | tomorrow | now | ago | this year | last year",
        word="now",
    ),
    Words(
        REFUSED,
        "recently | lately | soon | shortly | present | later | earlier",
        word="now",
    ),
    Words(REFUSED, "few | several | some days | many", word="vague"),
    Words(REFUSED, "throughout | all through | all of", word="throughout"),
)
