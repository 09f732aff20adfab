"""The French words that phrases of dates are made of.

Belongs here: the table, in lower case, one line per meaning (see `Language` in `kinds`); "l'" stands as "le" in
it, and "d'" as "de".
"""

from __future__ import annotations

from claimcheck.dates.phrases.kinds import Language

FRENCH = Language(
    """
cardinal 2+: deux | trois | quatre | cinq | six | sept | huit | neuf | dix | onze | douze | treize | quatorze
cardinal 15+: quinze | seize | dix - sept | dix - huit | dix - neuf | vingt
ordinal 2+: deuxième | troisième | quatrième | cinquième | sixième | septième | huitième | neuvième | dixième
ordinal 11+: onzième | douzième | treizième | quatorzième | quinzième | seizième
ordinal 17+: dix - septième | dix - huitième | dix - neuvième | vingtième
ordinal 1: premier | première | premiers | premières
ordinal 2: second | seconde
ordinal -1: dernier | dernière | derniers | dernières
month 1: janvier | janv
month 2: février | fevrier | févr | fév
month 3: mars
month 4: avril | avr
month 5: mai
month 6: juin
month 7: juillet | juil
month 8: août | aout
month 9: septembre
month 10: octobre | oct
month 11: novembre | nov
month 12: décembre | decembre | déc
weekday 0: lundi
weekday 1: mardi
weekday 2: mercredi
weekday 3: jeudi
weekday 4: vendredi
weekday 5: samedi
weekday 6: dimanche
season 0: printemps
season 1: été
season 2: automne
season 3: hiver
unit minute: minute
unit 2 minute: minutes
unit hour: heure
unit 2 hour: heures
unit day: jour
unit 2 day: jours
unit week: semaine
unit 2 week: semaines
unit fortnight: quinzaine
unit month: mois
unit year: an | année
unit 2 year: ans | années
unit decade: décennie
unit century: siècle | siècles | s
unit millennium: millénaire
unit half: moitié
unit third: tiers
unit quarter: quart | trimestre
part 1: mi -
part 1: milieu
edge 0: début | commencement
edge 2: fin
daypart early-morning: petit matin
daypart morning: matin | matinée
daypart afternoon: après - midi
daypart evening: soir | soirée
daypart night: nuit
noon 43200 noon: midi
noon midnight: minuit
meridiem morning: heures du matin | heure du matin
meridiem afternoon: heures de le après - midi
meridiem evening: heures du soir
circa: vers | environ | autour de | aux alentours de | ca | c | circa
limit before: avant
limit by: au plus tard | au plus tard en | pas après | ne pas après
limit until: jusqu'en | jusqu'à | jusqu'au
limit after: après
limit not-before: pas avant | au plus tôt | au plus tôt en
limit since: depuis | dès | à partir de | à partir du
later not-before: ou plus tard | ou après
later by: ou plus tôt | ou avant
between: entre
from: à compter de
to: jusque
and: et
or: ou | soit
but: mais
within: en le espace de
during: courant | dans le courant de | pendant | durant | lors de | au cours de
eve: veille | vigile
eve after: lendemain
same: même
as: que
next after: suivant | suivante
next before: précédent | précédente
quantity least: au moins
quantity most: au plus
quantity more: plus de
quantity less: moins de
refused near: peu avant | peu après
inclusive inclusive: inclus | inclusivement
a 1: un | une
era bc: av j - c | avant j - c | avant jésus - christ | avant notre ère
era ad: apr j - c | ap j - c | après j - c | après jésus - christ | de notre ère
style julian: ancien style | du calendrier julien
style gregorian: nouveau style | du calendrier grégorien
aged: à le âge de | âgé de | âgée de
reign: du règne de | de règne
turn: tournant
feast 1225 fixed: noël | la noël
feast 106 fixed: épiphanie
feast 202 fixed: chandeleur
feast 325 fixed: annonciation
feast 624 fixed: saint - jean | la saint - jean
feast 815 fixed: assomption
feast 929 fixed: saint - michel | la saint - michel
feast 1101 fixed: toussaint
feast 1111 fixed: saint - martin | la saint - martin
feast 0 easter: pâques
feast -2 easter: vendredi saint
feast -46 lent: carême
feast 7 western: quasimodo
feast -47 western: mardi gras
feast -46 western: mercredi des cendres | cendres
feast -21 western: laetare
feast -7 western: rameaux | dimanche des rameaux
feast 0 advent: premier dimanche de le avent
feast -1 advent: avent
feast 39 easter: ascension
feast 49 easter: pentecôte
filler article: le | la | les
filler preposition: en | au | aux | à | dans
filler of: de | du | des
""",
    begins=("du", "de"),
    goes_on=("au", "à"),
    elided=("l", "d"),
    ordinals=("e", "er", "ème", "eme"),
    decades="années",
)
