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
eve 1 after: lendemain
eve 7 after: octave de
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
feast_of: fête de | fête de la
feast 1225 fixed: {la}noël
feast 1224 fixed: veille de noël
feast 101 fixed: circoncision | nouvel an | jour de le an
feast 106 fixed: épiphanie | jour des rois
feast 113 fixed: {saint}hilaire
feast 122 fixed: {saint}vincent
feast 202 fixed: chandeleur | purification | purification de {vierge}
feast 224 fixed: {saint}matthias | {saint}mathias
feast 321 fixed: {saint}benoît
feast 325 fixed: annonciation
feast 423 fixed: {saint}georges
feast 425 fixed: {saint}marc
feast 503 fixed: invention de la {- sainte_}croix
feast 611 fixed: {saint}barnabé
feast 624 fixed: {saint}jean | {saint}jean - baptiste | nativité de {saint}jean - baptiste
feast 629 fixed: {saint}pierre | {saint}pierre et paul | {saint}pierre et {saint}paul
feast 704 fixed: {saint}martin de été
feast 722 fixed: {saint}marie - madeleine
feast 725 fixed: {saint}jacques
feast 810 fixed: {saint}laurent
feast 815 fixed: assomption
feast 824 fixed: {saint}barthélemy
feast 825 fixed: {la_saint}louis
feast 901 fixed: {saint}gilles
feast 908 fixed: nativité de {vierge}
feast 914 fixed: exaltation de la {- sainte_}croix
feast 921 fixed: {saint}matthieu | {saint}mathieu
feast 929 fixed: {saint}michel
feast 1001 fixed: {saint}remi | {saint}rémi | {saint}remy
feast 1009 fixed: {la_saint}denis
feast 1018 fixed: {saint}luc
feast 1028 fixed: {saint}simon et jude
feast 1101 fixed: {la}toussaint
feast 1102 fixed: jour des morts
feast 1111 fixed: {saint}martin | {saint}martin de hiver
feast 1123 fixed: {saint}clément
feast 1125 fixed: {saint}catherine
feast 1130 fixed: {saint}andré
feast 1206 fixed: {saint}nicolas
feast 1208 fixed: conception de {vierge}
feast 1221 fixed: {saint}thomas
feast 1226 fixed: {la_saint}étienne
feast 1227 fixed: {saint}jean le évangéliste
feast 1228 fixed: innocents | saints innocents
feast 1231 fixed: {saint}sylvestre
feast 0 easter: pâques
feast 1 easter: lundi de pâques
feast -2 easter: vendredi saint
feast -3 easter: jeudi saint
feast -46 lent: carême
feast 7 western: quasimodo
feast -63 western: septuagésime
feast -47 western: mardi gras
feast -46 western: mercredi des cendres | cendres
feast -42 western: brandons | dimanche des brandons | invocavit
feast -35 western: reminiscere
feast -28 western: oculi
feast -21 western: laetare
feast -14 western: judica
feast -7 western: rameaux | dimanche des rameaux | pâques fleuries
feast 0 advent: premier dimanche de le avent
feast -1 advent: avent
feast 39 easter: ascension
feast 49 easter: pentecôte
feast 50 easter: lundi de pentecôte
feast 56 western: trinité
feast 60 western: fête - dieu
filler article: le | la | les
filler preposition: en | au | aux | à | dans | en le an | le an de grâce | en le an de grâce | le an du seigneur
filler of: de | du | des
""",
    endings={
        "la": "- la_",
        "saint": "saint_-_ sainte_-_ st_-_ saint_ st_ sainte_ la_saint_-_ la_sainte_-_ la_st_-_",
        "la_saint": "la_saint_-_ la_saint_",  # without the article they are towns
        "vierge": "la_vierge notre_-_dame",
    },
    begins=("du", "de"),
    goes_on=("au", "à"),
    elided=("l", "d"),
    ordinals=("e", "er", "ème", "eme"),
    decades="années",
)
