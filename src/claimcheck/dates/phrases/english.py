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
eve after: morrow of | on the morrow of
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
feast 1225 fixed: christmas | christmas day
feast 1224 fixed: christmas eve
feast 101 fixed: new year's day
feast 1231 fixed: new year's eve
feast 106 fixed: epiphany | twelfth day
feast 202 fixed: candlemas | purification
feast 214 fixed: st valentine's day | saint valentine's day | valentine's day
feast 317 fixed: st patrick's day | saint patrick's day
feast 325 fixed: lady day | annunciation
feast 423 fixed: st george's day | saint george's day
feast 425 fixed: st mark's day | saint mark's day
feast 624 fixed: midsummer day | st john's day | saint john's day
feast 629 fixed: st peter's day | saint peter's day | petermas
feast 715 fixed: st swithin's day | saint swithin's day
feast 725 fixed: st james's day | saint james's day
feast 801 fixed: lammas | lammas day
feast 815 fixed: assumption | assumption day
feast 824 fixed: st bartholomew's day | saint bartholomew's day
feast 914 fixed: holy rood day | holy cross day | roodmas
feast 929 fixed: michaelmas | michaelmas day
feast 1018 fixed: st luke's day | saint luke's day
feast 1031 fixed: halloween | hallowe'en | all hallows' eve
feast 1101 fixed: all saints' day | all saints | all saints day | all hallows | hallowmas
feast 1102 fixed: all souls' day | all souls | all souls day
feast 1111 fixed: martinmas | st martin's day
feast 1130 fixed: st andrew's day | saint andrew's day
feast 1206 fixed: st nicholas' day | st nicholas's day | saint nicholas' day
feast 1228 fixed: childermas | holy innocents | holy innocents' day
feast 1226 fixed: st stephen's day | saint stephen's day | boxing day
feast 0 easter: easter | easter day | easter sunday
feast 1 easter: easter monday
feast -1 easter: holy saturday | easter eve
feast -2 easter: good friday
feast -3 easter: maundy thursday
feast -7 easter: palm sunday
feast -47 western: shrove tuesday
feast -46 western: ash wednesday
feast 7 western: low sunday | quasimodo | quasimodo sunday
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
feast 56 western: trinity sunday
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
filler preposition: anno | in anno | anno regni
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
    ordinals=("th", "st", "nd", "rd"),
)
