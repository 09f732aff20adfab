"""The German words that phrases of dates are made of, in their cases.

Belongs here: the table, in lower case, one line per meaning (see `Language` in `kinds`).
"""

from __future__ import annotations

from claimcheck.dates.phrases.kinds import Language

_MONTHS = "januar februar märz april mai juni juli august september oktober november dezember"

GERMAN = Language(
    """
cardinal 2+: zwei | drei | vier | fünf | sechs | sieben | acht | neun | zehn | elf | zwölf
cardinal 13+: dreizehn | vierzehn | fünfzehn | sechzehn | siebzehn | achtzehn | neunzehn | zwanzig
ordinal 1+: erst{inflected} | zweit{inflected} | dritt{inflected} | viert{inflected} | fünft{inflected}
ordinal 6+: sechst{inflected} | siebt{inflected} | acht{inflected} | neunt{inflected} | zehnt{inflected}
ordinal 11+: elft{inflected} | zwölft{inflected} | dreizehnt{inflected} | vierzehnt{inflected}
ordinal 15+: fünfzehnt{inflected} | sechzehnt{inflected} | siebzehnt{inflected} | achtzehnt{inflected}
ordinal 19+: neunzehnt{inflected} | zwanzigst{inflected}
ordinal -1: letzt{inflected}
month 1: januar | januars | jänner | jan
month 2: februar | februars | feber | feb | febr
month 3: märz | märzes
month 4: april | aprils | apr
month 5: mai
month 6: juni
month 7: juli
month 8: august | augusts | aug
month 9: september | sept | sep
month 10: oktober | oktobers | okt
month 11: november | nov
month 12: dezember | dez
weekday 0: montag
weekday 1: dienstag
weekday 2: mittwoch
weekday 3: donnerstag
weekday 4: freitag
weekday 5: samstag | sonnabend
weekday 6: sonntag
season 0: frühling | frühjahr
season 1: sommer
season 2: herbst
season 3: winter
unit minute: minute
unit 2 minute: minuten
unit hour: stunde
unit 2 hour: stunden
unit day: tag | tages
unit 2 day: tage | tagen
unit week: woche
unit 2 week: wochen
unit month: monat | monats
unit 2 month: monate | monaten
unit year: jahr | jahres
unit 2 year: jahre | jahren
unit decade: jahrzehnt | jahrzehnts
unit century: jahrhundert | jahrhunderts | jh | jhs | jhdt | jhdts | jahrhunderte
unit millennium: jahrtausend | jahrtausends
unit half: hälfte
unit third: drittel
unit quarter: viertel | quartal
decade 20: zwanziger | zwanziger jahre
decade 30: dreißiger | dreißiger jahre
decade 40: vierziger | vierziger jahre
decade 50: fünfziger | fünfziger jahre
decade 60: sechziger | sechziger jahre
decade 70: siebziger | siebziger jahre
decade 80: achtziger | achtziger jahre
decade 90: neunziger | neunziger jahre
part 1: mitte
part 0: früh{inflected}
part 2: spät{inflected}
part 0: ersten tage | ersten tagen | erste tage
part 2: letzten tage | letzten tagen | letzte tage
edge 0: anfang | beginn
edge 2: ende | ausgang
daypart early-morning: frühen morgen
daypart morning: morgen | vormittag | morgens
daypart afternoon: nachmittag | nachmittags
daypart evening: abend | abends
daypart night: nacht | nachts
noon 43200 noon: mittag
noon midnight: mitternacht
meridiem morning: uhr morgens | uhr früh
meridiem afternoon: uhr nachmittags
meridiem evening: uhr abends
circa: um | etwa | gegen | ungefähr | ca | circa | zirka | c
limit before: vor
limit by: spätestens | nicht nach | nicht später als
limit until: bis | bis zum | bis zur
limit after: nach
limit not-before: nicht vor | frühestens | nicht früher als
limit since: seit | ab
later not-before: oder später | oder danach
later by: oder früher | oder davor
between: zwischen
to: auf
and: und
or: oder | entweder
but: aber | jedoch
within: innerhalb | binnen
during: während
eve: vorabend | vigil
same: selben | gleichen | derselbe | dieselbe | dasselbe
as: wie
next after: folgend{inflected}
next before: vorhergehend{inflected}
quantity least: mindestens | wenigstens
quantity most: höchstens
quantity more: mehr als
quantity less: weniger als
refused near: kurz vor | kurz nach | bald nach
inclusive inclusive: einschließlich
a 1: ein | eine | einen | einem | einer | eines
era bc: v chr | vor christus | vor christi geburt | v u z
era ad: n chr | nach christus | nach christi geburt | u z
style julian: alten stils | a st
style gregorian: neuen stils | n st
aged: im alter von
reign: der regierung von | der regierung
turn: wende | jahreswende | um die jahreswende | jahreswechsel | um den jahreswechsel
feast_of: fest | feste
feast 1225 fixed: weihnachten | christtag
feast 1224 fixed: heiligabend | heiliger abend | heiligen abend
feast 1231 fixed: silvester
feast 101 fixed: neujahr | neujahrstag | beschneidung christi
feast 106 fixed: epiphanias | epiphanie | dreikönig | dreikönige | heilige drei könige | heiligen drei könige
feast 125 fixed: pauli bekehrung
feast 202 fixed: lichtmess | lichtmeß | mariä {lichtmess lichtmeß reinigung}
feast 222 fixed: petri stuhlfeier
feast 224 fixed: matthiae | {saint} matthias
feast 325 fixed: mariä verkündigung
feast 423 fixed: georgi | georgii | georgstag | {saint} georg
feast 425 fixed: marci | markustag
feast 501 fixed: walpurgis | walpurgistag | philippi und jacobi | philipp und jakob
feast 503 fixed: kreuzauffindung
feast 525 fixed: urbani | urbanstag
feast 615 fixed: viti | veitstag | {saint} veit
feast 624 fixed: johannis | johanni | johannistag | johannes der täufer | {saint} johannis
feast 629 fixed: peter und paul | petri und pauli | peter und pauli
feast 702 fixed: mariä heimsuchung
feast 722 fixed: mariae magdalenae | {saint} maria magdalena
feast 725 fixed: jacobi | jakobi | jakobstag | {saint} {jakob jacob}
feast 810 fixed: laurentii | laurenzi | laurentiustag | {saint} laurentius
feast 815 fixed: mariä himmelfahrt | mariä aufnahme
feast 824 fixed: bartholomäi | bartholomaei | bartholomäustag | {saint} bartholomäus
feast 901 fixed: egidii | ägidii | aegidii
feast 908 fixed: mariä geburt
feast 914 fixed: kreuzerhöhung
feast 921 fixed: matthäi | matthaei | {saint} matthäus
feast 929 fixed: michaelis | michaeli | michaelistag | {saint} michael
feast 1016 fixed: galli | gallustag | {saint} gallus
feast 1018 fixed: lucae | {saint} lukas
feast 1028 fixed: simonis et judae | simon und juda
feast 1101 fixed: allerheiligen
feast 1102 fixed: allerseelen
feast 1111 fixed: martini | martinstag | {saint} martin
feast 1119 fixed: elisabethtag | {saint} elisabeth
feast 1125 fixed: katharinen | katharinentag | {saint} katharina
feast 1130 fixed: andreä | andreae | andreastag | {saint} andreas
feast 1204 fixed: barbaratag | {saint} barbara
feast 1206 fixed: nikolai | nicolai | nikolaustag | {saint} nikolaus
feast 1208 fixed: mariä empfängnis
feast 1213 fixed: luciae | luzientag
feast 1221 fixed: thomae | thomastag | {saint} thomas
feast 1226 fixed: stephani | stephanstag | {saint} stephan
feast 1228 fixed: unschuldige kinder | unschuldigen kinder
feast 0 easter: ostern | ostersonntag
feast 1 easter: ostermontag
feast -2 easter: karfreitag
feast -3 easter: gründonnerstag
feast -46 lent: fastenzeit
feast -63 western: septuagesima | septuagesimä
feast -56 western: sexagesima | sexagesimä
feast -49 western: estomihi
feast -48 western: rosenmontag
feast -47 western: fastnacht
feast -46 western: aschermittwoch
feast -42 western: invocavit | invokavit
feast -35 western: reminiscere | reminiszere
feast -28 western: oculi | okuli
feast -21 western: laetare | lätare
feast -14 western: judica | judika
feast -7 western: palmsonntag | palmarum
feast 7 western: quasimodogeniti | quasimodo | weißer sonntag | weißen sonntag
feast 14 western: misericordias domini
feast 21 western: jubilate
feast 28 western: cantate | kantate
feast 35 western: rogate
feast 42 western: exaudi
feast 0 advent: erster advent | ersten advent | ersten adventssonntag | erster adventssonntag
feast -1 advent: advent | adventszeit
feast 39 easter: himmelfahrt | christi himmelfahrt
feast 49 easter: pfingsten | pfingstsonntag
feast 50 easter: pfingstmontag
feast 56 western: trinitatis
feast 60 western: fronleichnam
filler article: der | die | das | den | dem
filler preposition: am | im | in | zu | an | im jahr | im jahre | in den jahren | im jahre des herrn
filler of: des | vom | von
""",
    endings={"inflected": "e en er es em", "saint": "st sankt"},
    begins=("vom", "von"),
    compounds={
        f"{part}{season}": f"{part}er {season}"
        for part in ("früh", "spät")
        for season in ("sommer", "herbst", "winter")
    }
    | {f"{month}{days}": f"tage {month}" for month in _MONTHS.split() for days in ("tage", "tagen")},
)
