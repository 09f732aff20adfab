"""The English words that phrases of dates are made of.

Belongs here: the table, in lower case, one line per meaning (see `Language` in `kinds`), and the Latin of days.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dates.phrases.kinds import Language

_ONES = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth"
_ORDINAL_TEENS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENS = "twent thirt fort fift sixt sevent eight ninet"
_LATIN = "terti quart quint sext septim octav non decim undecim duodecim"


def _numerals() -> Iterator[str]:
    """Cardinals and ordinals in words, one to ninety-nine; Latin ones as they stand before a Roman day."""
    for kind, units, teens, ending in (
        ("cardinal", _ONES, _TEENS, "y"),
        ("ordinal", _ORDINALS, _ORDINAL_TEENS, "ieth"),
    ):
        yield f"{kind} 1+: {' | '.join((units + ' ' + teens).split())}"
        for ten, stem in enumerate(_TENS.split(), 2):
            yield f"{kind} {10 * ten}: {stem}{ending}"
            yield f"{kind} {10 * ten + 1}+: {' | '.join(f'{stem}y {unit}' for unit in units.split())}"
            yield f"{kind} {10 * ten + 1}+: {' | '.join(f'{stem}y - {unit}' for unit in units.split())}"
    stems = _LATIN.split()
    yield f"ordinal 3+: {' | '.join(f'{stem}{{um o}}' for stem in stems)}"
    for number, stem in enumerate(stems[:7], 13):  # "sexto decimo", "sextodecimo"
        yield f"ordinal {number}: {stem}um decimum | {stem}o decimo | {stem}odecimo | {stem}umdecimum"


ENGLISH = Language(
    "\n".join(_numerals())
    + """
cardinal 2: a couple of
cardinal 100: a hundred | one hundred | hundred
ordinal 3: tercio | tercium
ordinal 13: tercio decimo
ordinal 18: duodevicesim{um o}
ordinal 19: undevicesim{um o}
ordinal -1: last | final
# Months, days of the week, seasons, units
month 1: january | jan | ian | ianuarii | ianuariae | januariae | ianuarias | ianuariis | januarii | januarias
month 2: february | feb | febr | februarii | februariae | februarias | februariis
month 3: march | mar | mart | martii | martiae | martias | martiis
month 4: april | apr | aprilis | apriles | aprilibus
month 5: may | mai | maii | maiae | maias | maiis
month 6: june | jun | iun | iunii | iuniae | juniae | iunias | iuniis | junii | junias
month 7: july | jul | iul | iulii | iuliae | juliae | iulias | iuliis | julii | julias | quintiles | quintilis
month 8: august | aug | augusti | augustae | augustas | augustis | sextiles | sextilis
month 9: september | sept | sep | septembris | septembres | septembribus
month 10: october | oct | octobris | octobres | octobribus
month 11: november | nov | novembris | novembres | novembribus
month 12: december | dec | decembris | decembres | decembribus
weekday 0: monday | mondays | mon
weekday 1: tuesday | tuesdays | tues | tue
weekday 2: wednesday | wednesdays | wed
weekday 3: thursday | thursdays | thurs | thur | thu
weekday 4: friday | fridays | fri
weekday 5: saturday | saturdays | sat
weekday 6: sunday | sundays | sun
season 0: spring | springtime
season 1: summer | summertime
season 2: autumn | fall
season 3: winter | wintertime
unit minute: minute
unit 2 minute: minutes | min
unit hour: hour
unit 2 hour: hours | hrs
unit day: day
# 2: the plural, which matters where none is counted
unit 2 day: days
unit week: week
unit 2 week: weeks
unit fortnight: fortnight
unit 2 fortnight: fortnights
unit month: month
unit 2 month: months
unit year: year | yr
unit 2 year: years | yrs
unit decade: decade
unit 2 decade: decades
unit century: century | cent
unit 2 century: centuries
unit millennium: millennium | millennia | millenium
unit olympiad: olympiad | olympiads | ol | olymp
unit half: half
# "third" alone is an ordinal; the grammar knows "the last third"
unit third: thirds
unit quarter: quarter | quarters
quarter: q
any_year: some year | an unknown year | unknown year | year unknown | year not known
decade 20: twenties
decade 30: thirties
decade 40: forties
decade 50: fifties
decade 60: sixties
decade 70: seventies
decade 80: eighties
decade 90: nineties
# Parts
part 0: early | early in
part 1: mid | mid - | middle
part 2: late | late in
edge 0: beginning | beginnings | start | outset
edge 2: end | close
daypart early-morning: early morning | early in the morning
daypart small-hours: small hours | early hours | after midnight
daypart morning: morning | mornings | forenoon | before noon
daypart morning: first half of the day
daypart daytime: daytime | day - time | day time
daypart afternoon: afternoon | second half of the day
daypart evening: evening
daypart night: night | nighttime | overnight
noon 43200 noon: noon | midday | 12 noon
noon midnight: midnight | 12 midnight
meridiem am: a m | am
meridiem pm: p m | pm
meridiem morning: in the morning
meridiem afternoon: in the afternoon
meridiem evening: in the evening
meridiem night: at night
meridiem o'clock: o'clock | oclock
# Approximation, limits, joining words
# also "16th c."
circa c: c
circa: ca | circa | about | around | approximately | approx | roughly | on or about | near | abt | est
circa: in or about | on or around | some time around | sometime around | at or about | some
limit before: before | prior to | earlier than | pre | ante | previous to | ahead of | bef
limit by: by | no later than | not later than | not after | on or before | before or on
limit by: at or before | in or before | before or in
limit until: until | till | up to | up until
limit after: after | later than | subsequent to | post | sometime after | some time after | aft
limit not-before: not before | no earlier than | not earlier than | no sooner than
limit not-before: terminus post quem | terminus a quo | post quem | tpq | t p q
limit by: terminus ante quem | terminus ad quem | ante quem | taq | t a q
limit since: since
limit not-before: on or after | in or after | at or after | after or on | as of
limit not-before: after or in
later not-before: or later | onwards | onward | and later | at the earliest
later by: or earlier | and earlier | at the latest
between: between | bet
from: from
to: to | through | thru | up to and including
and: and | &
or: or | either | or else | alternatively
but: but
within: within | inside
during: during | in the course of | at the time of | on the occasion of
# alone they are a watch and a poet's morning
eve: eve | on the eve | vigil of | on the vigil of
eve 1 after: morrow of | on the morrow of
# the same day of the next week, and of the week after, as both are counted with the feast
eve 7 after: octave of | octaves of | utas of
eve 14 after: quindene of | quindenes of | quinzaine of
feast_of: feast of | feast - day of | feast day of | festival of | solemnity of
same: same
as: as | as that of
next after: next | following | ensuing
next before: previous | preceding
quantity least: at least | not less than | no less than | no fewer than
quantity most: at most | not more than | no more than
quantity more: more than | over
quantity less: less than | fewer than | under
quantity exactly: exactly | precisely | just
half: and a half
inclusive inclusive: inclusive | inclusively | counted inclusively | counting inclusively
inclusive inclusive: counting both | both included | incl
inclusive exclusive: exclusive | exclusively | both excluded
a 1: a | an
# Eras, styles, other ways of counting
era bc: b c | bc | b c e | bce | before christ
era ad: a d | ad | c e | ce | anno domini
era am: anno mundi
style julian: o s | os | old style | julian | julian style | ( julian )
style gregorian: n s | ns | new style | gregorian | gregorian style | ( gregorian )
office: archonship | archon | eponymous archon | under the archon | consulship | consulate | consuls
office: under the consuls | coss | consulibus
calibrated: cal
present: b p | bp
indiction indiction: indiction | greek indiction | indictione
indiction Bedan indiction: bedan indiction | caesarean indiction | imperial indiction
indiction Roman indiction: roman indiction | papal indiction | pontifical indiction
floruit: fl | floruit | flourished | active | act
aged old: years old | year old | years of age
aged: aged | at the age of | at age | age
born: born | b | counted from | reckoned from
reign: of the reign | regnal year | of reign | of his reign | of her reign | of rule
turn: turn | at the turn
# Feasts: fixed ones as month * 100 + day, movable ones as days from Easter
feast 1225 fixed: christmas | christmas day | nativity of {lord}
feast 1224 fixed: christmas eve
feast 101 fixed: new year's day | circumcision
feast 1231 fixed: new year's eve | {saint} {sylvester silvester}{'s}
feast 106 fixed: epiphany | twelfth day
feast 113 fixed: {saint} hilary{'s}
feast 120 fixed: {saint} fabian and sebastian
feast 121 fixed: {saint} agnes{' 's '_day 's_day -}
feast 122 fixed: {saint} vincent{'s}
feast 125 fixed: conversion of {saint} paul
feast 202 fixed: candlemas | purification | purification of {mary}
feast 203 fixed: {saint} blaise{'s}
feast 205 fixed: {saint} agatha{'s}
feast 214 fixed: {saint} valentine{'s} | valentine's day
feast 222 fixed: {saint} peter's chair | {saint} peter in cathedra
feast 224 fixed: {saint} matthias{' 's '_day 's_day -}
feast 301 fixed: {saint} david{'s}
feast 302 fixed: {saint} chad{'s}
feast 312 fixed: {saint} gregory{'s} | {saint} gregory the great
feast 317 fixed: {saint} patrick{'s}
feast 320 fixed: {saint} cuthbert{'s}
feast 321 fixed: {saint} benedict{'s}
feast 325 fixed: lady day | annunciation | annunciation of {mary}
feast 404 fixed: {saint} ambrose{'s}
feast 419 fixed: {saint} alphege{'s}
feast 423 fixed: {saint} george{'s}
feast 425 fixed: {saint} mark{'s}
feast 501 fixed: may day | {saint} philip and james | {saint} philip and {saint} james
feast 503 fixed: invention of {cross} | finding of {cross}
feast 506 fixed: {saint} john before the latin gate | {saint} john at the latin gate
feast 519 fixed: {saint} dunstan{'s}
feast 611 fixed: {saint} barnabas{' 's '_day 's_day -}
feast 622 fixed: {saint} alban{'s}
feast 623 fixed: midsummer eve
feast 624 fixed: midsummer day | {saint} john's day | {saint} john the baptist{'s} | nativity of {saint} john
feast 624 fixed: nativity of {saint} john the baptist
feast 629 fixed: {saint} peter's day | petermas | {saint} peter and paul | {saint} peter and {saint} paul
feast 630 fixed: commemoration of {saint} paul
feast 702 fixed: visitation | visitation of {mary}
feast 707 fixed: translation of {saint} thomas | translation of {saint} thomas the martyr
feast 715 fixed: {saint} {swithin swithun}{'s}
feast 720 fixed: {saint} margaret{'s}
feast 722 fixed: {saint} mary magdalene{'s}
feast 725 fixed: {saint} james{' 's '_day 's_day -}
feast 726 fixed: {saint} anne{'s}
feast 801 fixed: lammas | lammas day | {saint} peter's chains | {saint} peter ad vincula
feast 806 fixed: transfiguration
feast 810 fixed: {saint} {laurence lawrence}{'s}
feast 815 fixed: assumption | assumption day | assumption of {mary}
feast 824 fixed: {saint} bartholomew{'s}
feast 829 fixed: {decollation beheading} of {saint} john | {decollation beheading} of {saint} john the baptist
feast 901 fixed: {saint} giles{' 's '_day 's_day -}
feast 908 fixed: nativity of {mary} | birth of {mary}
feast 914 fixed: holy rood day | holy cross day | roodmas | exaltation of {cross}
feast 921 fixed: {saint} matthew{'s}
feast 929 fixed: michaelmas | michaelmas day | {saint} michael{'s} | {saint} michael the archangel
feast 929 fixed: {saint} michael and all angels
feast 930 fixed: {saint} jerome{'s}
feast 1004 fixed: {saint} francis{' 's '_day 's_day -}
feast 1006 fixed: {saint} faith{'s}
feast 1009 fixed: {saint} {denis denys dionysius}
feast 1013 fixed: translation of {saint} edward | translation of {saint} edward the {confessor king}
feast 1018 fixed: {saint} luke{'s}
feast 1025 fixed: {saint} crispin{'s} | {saint} crispin and crispinian | crispin crispian
feast 1028 fixed: {saint} simon and jude | {saint} simon and {saint} jude
feast 1031 fixed: halloween | hallowe'en | all hallows' eve
feast 1101 fixed: all saints' day | all saints | all saints day | all hallows | hallowmas
feast 1102 fixed: all souls' day | all souls | all souls day
feast 1106 fixed: {saint} leonard{'s}
feast 1111 fixed: martinmas | {saint} martin{'s} | {saint} martin in winter
feast 1113 fixed: {saint} {brice britius}
feast 1116 fixed: {saint} edmund the {archbishop confessor} | {saint} edmund of abingdon
feast 1117 fixed: {saint} hugh{'s}
feast 1120 fixed: {saint} edmund the {king martyr} | {saint} edmund king and martyr
feast 1120 fixed: {saint} edmund , king and martyr
feast 1122 fixed: {saint} cecilia{'s}
feast 1123 fixed: {saint} clement{'s}
feast 1125 fixed: {saint} {katherine katharine catherine}{'s}
feast 1130 fixed: {saint} andrew{'s}
feast 1206 fixed: {saint} nicholas{' 's '_day 's_day -}
feast 1208 fixed: conception of {mary}
feast 1213 fixed: {saint} lucy{'s}
feast 1221 fixed: {saint} thomas {the_ -}apostle
feast 1226 fixed: {saint} stephen{'s} | boxing day
feast 1227 fixed: {saint} john {the_ -}{evangelist apostle}
feast 1228 fixed: childermas | {holy_ -}innocents | holy innocents' day
feast 1229 fixed: {saint} thomas {the_ -}martyr | {saint} thomas {becket of_canterbury}
# Names that stand for two days of the year, each a reading
feast 0 1221 1229: {saint} thomas{' 's '_day 's_day -}
feast 0 1120 1116: {saint} edmund{'s}
feast 0 526 828: {saint} augustine{'s}
# Counted from Easter
feast 0 easter: easter | easter day | easter sunday
feast 1 easter: easter monday
feast 2 easter: easter tuesday
feast 0 week: easter week
feast 49 week: whitsun week | whit week | pentecost week
feast -7 week: holy week | passion week
feast -1 easter: holy saturday | easter eve
feast -2 easter: good friday
feast -3 easter: maundy thursday
feast -7 easter: palm sunday
feast -63 western: septuagesima | septuagesima sunday
feast -56 western: sexagesima | sexagesima sunday
feast -49 western: quinquagesima | quinquagesima sunday | shrove sunday
feast -48 western: shrove monday
feast -47 western: shrove tuesday
feast -46 western: ash wednesday
feast 7 western: low sunday | quasimodo | quasimodo sunday | close of easter
feast 8 western: hock monday
feast 9 western: hock tuesday | hockday | hock day
feast 14 western: misericordia | misericordia domini
feast 21 western: jubilate | jubilate sunday
feast 28 western: cantate | cantate sunday
feast 35 western: rogation sunday
feast 42 western: exaudi | exaudi sunday
feast -46 lent: lent
feast -42 western: invocavit | invocavit sunday | first sunday of lent | first sunday in lent
feast -35 western: reminiscere | reminiscere sunday | second sunday of lent | second sunday in lent
feast -28 western: oculi | oculi sunday | third sunday of lent | third sunday in lent
feast -21 western: laetare | laetare sunday | mid - lent sunday | fourth sunday of lent | fourth sunday in lent
feast -14 western: judica | passion sunday | fifth sunday of lent | fifth sunday in lent
feast 0 advent: advent sunday | first sunday of advent | first sunday in advent
feast 7 advent: second sunday of advent | second sunday in advent
feast 14 advent: third sunday of advent | third sunday in advent
feast 21 advent: fourth sunday of advent | fourth sunday in advent
# up to Christmas Eve
feast -1 advent: advent
feast 39 easter: ascension | ascension day
feast 49 easter: pentecost | whitsun | whit sunday | whitsunday
feast 50 easter: whit monday
feast 51 easter: whit tuesday
feast 56 western: trinity sunday | trinity | holy trinity
feast 60 western: corpus christi
roman_day 13 ides: ides | idus | idibus | id | iduum
roman_day 5 nones: nones | nonas | nonis | non | nonae
roman_day 1 kalends: kalends | calends | kalendas | kalendis | kalendae | calendas | calendis | kal | kl | k
# the second day before, as Romans counted
roman 2: pridie | prid
# Words without weight of their own; the word names the class, of which no two may meet
filler article: the
filler preposition: in | on | at | in the year | in the years | as early as | as late as
filler preposition: sometime in | some time in | dated | already in
filler preposition: anno | in anno | anno regni | in the year of our lord | the year of our lord
filler preposition: in the year of grace | the year of grace
filler of: of
# Words that are understood and refused
refused not: not | not in | not on | except | excluding
refused hedge: probably | perhaps | possibly | apparently | allegedly | maybe | presumably
refused hedge: likely | reportedly | supposedly
refused now: today | yesterday | tomorrow | now | ago | this year | last year
refused now: recently | lately | soon | shortly | present | later | earlier
refused near: shortly before | shortly after | soon after
refused vague: few | several | some days | many
refused throughout: throughout | all through | all of
""",
    endings={
        "saint": "st saint sts saints ss",
        "'s": "- 's 's_day _day",
        "lord": "the_lord our_lord christ",
        "mary": "the_virgin the_virgin_mary the_blessed_virgin the_blessed_virgin_mary the_blessed_mary our_lady"
        " st_mary mary",
        "cross": "the_cross the_holy_cross holy_cross",
    },
    ordinals=("th", "st", "nd", "rd"),
)
