"""The Russian words that phrases of dates are made of, in all their cases.

Belongs here: the table, in lower case, with «е» for «ё», one line per meaning; endings are written out by rule.
"""

from __future__ import annotations

from claimcheck.dates.phrases.kinds import (
    AGED,
    AGO,
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
    ON,
    OR,
    ORDINAL,
    PART,
    QUANTITY,
    REFUSED,
    REIGN,
    SAME,
    SEASON,
    STYLE,
    TURN,
    UNIT,
    WEEKDAY,
    WITHIN,
    Words,
)

_HARD = "ый ая ое ого ой ому ую ым ом ые ых ыми"
_STRESSED = "ой ая ое ого ой ому ую ым ом ые ых ыми"
_SOFT = "ий яя ее его ей ему юю им ем ие их ими"
_VELAR = "ий ая ое ого ой ому ую им ом ие их ими"
_THIRD = "ий ья ье ьего ьей ьему ью ьим ьем ьи ьих ьими"
_MASCULINE = "- а у ом е ы ов ам ами ах"
_MONTH_IN_ER = "ь я ю ем е"


def _forms(stem: str, endings: str) -> str:
    """All wordings of a stem with the given endings; "-" is no ending."""
    return " | ".join(stem + ending.strip("-") for ending in endings.split())


def _ordinals() -> tuple[Words, ...]:
    """Ordinals in words, first to ninety-ninth, in all cases."""
    stems = [
        ("перв", _HARD),
        ("втор", _STRESSED),
        ("трет", _THIRD),
        ("четверт", _HARD),
        ("пят", _HARD),
        ("шест", _STRESSED),
        ("седьм", _STRESSED),
        ("восьм", _STRESSED),
        ("девят", _HARD),
    ]
    teens = "десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат"
    found = [Words(ORDINAL, _forms(stem, endings), n) for n, (stem, endings) in enumerate(stems, 1)]
    found += [Words(ORDINAL, _forms(stem, _HARD), n) for n, stem in enumerate(teens.split(), 10)]
    found.append(Words(ORDINAL, _forms("девятнадцат", _HARD), 19))
    tens = [
        "двадцат",
        "тридцат",
        "сороков",
        "пятидесят",
        "шестидесят",
        "семидесят",
        "восьмидесят",
        "девяност",
    ]
    cardinals = [
        "двадцать",
        "тридцать",
        "сорок",
        "пятьдесят",
        "шестьдесят",
        "семьдесят",
        "восемьдесят",
        "девяносто",
    ]
    for ten, (stem, cardinal) in enumerate(zip(tens, cardinals, strict=True), 2):
        found.append(Words(ORDINAL, _forms(stem, _STRESSED if ten == 4 else _HARD), ten * 10))
        for one, (unit, endings) in enumerate(stems, 1):
            found.append(Words(ORDINAL, _forms(f"{cardinal} {unit}", endings), ten * 10 + one))
    return (*found, Words(ORDINAL, _forms("последн", _SOFT), -1))


_CARDINALS = (
    (1, "один одна одно одного одной одному одну одним"),
    (2, "два две двух двумя двум"),
    (3, "три трех тремя трем"),
    (4, "четыре четырех четырьмя"),
    (5, "пять пяти пятью"),
    (6, "шесть шести шестью"),
    (7, "семь семи семью"),
    (8, "восемь восьми восемью"),
    (9, "девять девяти девятью"),
    (10, "десять десяти десятью"),
    (11, "одиннадцать одиннадцати"),
    (12, "двенадцать двенадцати"),
    (13, "тринадцать тринадцати"),
    (14, "четырнадцать четырнадцати"),
    (15, "пятнадцать пятнадцати"),
    (16, "шестнадцать шестнадцати"),
    (17, "семнадцать семнадцати"),
    (18, "восемнадцать восемнадцати"),
    (19, "девятнадцать девятнадцати"),
    (20, "двадцать двадцати"),
    (30, "тридцать тридцати"),
    (40, "сорок сорока"),
    (50, "пятьдесят пятидесяти"),
    (60, "шестьдесят шестидесяти"),
    (70, "семьдесят семидесяти"),
    (80, "восемьдесят восьмидесяти"),
    (90, "девяносто девяноста"),
    (100, "сто ста"),
)


def _cardinals() -> tuple[Words, ...]:
    """Cardinals in words, to ninety-nine and a hundred."""
    found = [Words(CARDINAL, " | ".join(words.split()), number) for number, words in _CARDINALS]
    forms = {number: words.split() for number, words in _CARDINALS}
    for ten in range(20, 100, 10):
        for one in range(1, 10):
            wordings = " | ".join(f"{a} {b}" for a in forms[ten] for b in forms[one])
            found.append(Words(CARDINAL, wordings, ten + one))
    return tuple(found)


def _day_of(name: str) -> str:
    """A day named after a saint, in its cases: «Петров день», «Петрова дня»."""
    return f"{name} день | {name}а дня | {name}у дню | {name}ым днем | {name}ом дне | {name}ом дню"


RUSSIAN: tuple[Words, ...] = (
    *_ordinals(),
    *_cardinals(),
    # Months, days of the week, seasons, units
    Words(MONTH, _forms("январ", _MONTH_IN_ER) + " | янв", 1),
    Words(MONTH, _forms("феврал", _MONTH_IN_ER) + " | февр | фев", 2),
    Words(MONTH, _forms("март", "- а у ом е") + " | мар", 3),
    Words(MONTH, _forms("апрел", _MONTH_IN_ER) + " | апр", 4),
    Words(MONTH, "май | мая | маю | маем | мае", 5),
    Words(MONTH, _forms("июн", _MONTH_IN_ER) + " | июн", 6),
    Words(MONTH, _forms("июл", _MONTH_IN_ER) + " | июл", 7),
    Words(MONTH, _forms("август", "- а у ом е") + " | авг", 8),
    Words(MONTH, _forms("сентябр", _MONTH_IN_ER) + " | сент | сен", 9),
    Words(MONTH, _forms("октябр", _MONTH_IN_ER) + " | окт", 10),
    Words(MONTH, _forms("ноябр", _MONTH_IN_ER) + " | нояб | ноя", 11),
    Words(MONTH, _forms("декабр", _MONTH_IN_ER) + " | дек", 12),
    Words(WEEKDAY, _forms("понедельник", "- а у ом е"), 0),
    Words(WEEKDAY, _forms("вторник", "- а у ом е"), 1),
    Words(WEEKDAY, _forms("сред", "а ы е у ой"), 2),
    Words(WEEKDAY, "четверг | четверга | четвергу | четвергом | четверге", 3),
    Words(WEEKDAY, _forms("пятниц", "а ы е у ей"), 4),
    Words(WEEKDAY, _forms("суббот", "а ы е у ой"), 5),
    Words(WEEKDAY, _forms("воскресень", "е я ю ем и"), 6),
    Words(SEASON, "весна | весны | весной | весне | весну", 0),
    Words(SEASON, "летом | лете | лету", 1),
    Words(SEASON, "лето | лета", 1, "or year"),  # «в лето 6463», «лета 7064»: a year of the world
    Words(SEASON, "осень | осени | осенью", 2),
    Words(SEASON, "зима | зимы | зимой | зиме | зиму", 3),
    Words(UNIT, _forms("минут", "а ы - е у ой ам ами ах") + " | мин", word="minute"),
    Words(UNIT, _forms("час", "- а у ом е ы ов ам ами ах") + " | ч", word="hour"),
    Words(UNIT, "день | дня | дню | дне", word="day"),
    Words(UNIT, "дни | дней | дням | днями | днях", 2, "day"),
    Words(UNIT, "сутки | суток | суткам | сутками | сутках | дн", word="day"),
    Words(UNIT, _forms("недел", "я и е ю ей"), word="week"),
    Words(UNIT, _forms("недел", "ь ям ями ях"), 2, "week"),
    Words(
        UNIT,
        "две недели | двух недель | двумя неделями | двухнедельный срок",
        word="fortnight",
    ),
    Words(UNIT, _forms("месяц", "- а у ем е") + " | мес", word="month"),
    Words(UNIT, _forms("месяц", "ы ев ам ами ах"), 2, "month"),
    Words(ANY_YEAR, "неизвестного года | неизвестно какого года | год неизвестен"),
    Words(UNIT, "год | года | году | годом | годе | г", word="year"),
    Words(
        UNIT,
        "годы | годов | годам | годами | годах | гг | лет | летами | летам",
        2,
        "year",
    ),
    Words(UNIT, _forms("десятилети", "е я ю ем и й ям ями ях"), word="decade"),
    Words(UNIT, _forms("декад", "а ы е у ой - ам ами ах"), word="ten-days"),
    Words(
        UNIT,
        "век | века | веку | веком | веке | веков | векам | веками | веках | вв",
        word="century",
    ),
    Words(UNIT, _forms("столети", "е я ю ем и й ям ями ях") + " | стол", word="century"),
    Words(
        UNIT,
        _forms("тысячелети", "е я ю ем и й ям ями ях") + " | тыс",
        word="millennium",
    ),
    Words(UNIT, _forms("половин", "а ы е у ой") + " | пол", word="half"),
    Words(UNIT, "треть | трети", word="third"),
    Words(
        UNIT,
        _forms("четверт", "ь и ью") + " | четв | " + _forms("квартал", "- а у ом е"),
        word="quarter",
    ),
    Words(UNIT, "числа | чисел | числах | числам | числами", word="dates"),
    Words(UNIT, "число | числу | числом | числе", word="day"),
    Words(
        UNIT,
        "полгода | полугода | полугодие | полугодия | полугодии | полугодию",
        word="half-year",
    ),
    Words(UNIT, "полтора года | полутора лет", word="year-and-half"),
    Words(UNIT, "полтора месяца | полутора месяцев", word="month-and-half"),
    # Parts
    Words(EDGE, "начало | начала | началу | началом | начале | нач", 0),
    Words(PART, "середина | середины | середине | середину | серединой | сер | средина", 1),
    Words(
        EDGE,
        "конец | конца | концу | концом | конце | кон | исход | исхода | исходе | исходу",
        2,
    ),
    Words(PART, _forms("ранн", _SOFT) + " | рано", 0),
    Words(PART, _forms("поздн", "ий яя его ей ему юю им ем ие их ими") + " | поздно", 2),
    Words(
        DAYPART,
        "ранним утром | рано утром | раннее утро | раннего утра",
        word="early-morning",
    ),
    Words(DAYPART, "после полуночи | глубокой ночью", word="small-hours"),
    Words(DAYPART, "утро | утра | утром | утру | утре", word="morning"),
    Words(
        DAYPART,
        "первая половина дня | первой половине дня | первую половину дня",
        word="morning",
    ),
    Words(DAYPART, "днем | дневное время | дневном времени | дневные часы", word="daytime"),
    Words(DAYPART, "после полудня | пополудни | вторая половина дня", word="afternoon"),
    Words(DAYPART, "второй половине дня | вторую половину дня", word="afternoon"),
    Words(DAYPART, "вечер | вечера | вечером | вечеру | вечере", word="evening"),
    Words(DAYPART, "ночь | ночи | ночью", word="night"),
    Words(NOON, "полдень | полудня | полдня | полдне", 43_200, "noon"),
    Words(NOON, "полночь | полуночи | полночи", 0, "midnight"),
    Words(MERIDIEM, "часов утра | часа утра | ч утра", word="morning"),
    Words(
        MERIDIEM,
        "часов дня | часа дня | часов пополудни | часа пополудни | ч дня",
        word="afternoon",
    ),
    Words(MERIDIEM, "часов вечера | часа вечера | ч вечера", word="evening"),
    Words(MERIDIEM, "часов ночи | часа ночи | ч ночи", word="night"),
    Words(MERIDIEM, "час утра", 1, "morning"),  # one o'clock, with and without the number
    Words(MERIDIEM, "час дня | час пополудни", 1, "afternoon"),
    Words(MERIDIEM, "час ночи", 1, "night"),
    # Approximation, limits, joining words
    Words(
        CIRCA,
        "около | примерно | приблизительно | приблиз | ок | ориентировочно | прим | порядка",
    ),
    Words(LIMIT, "до | прежде | ранее | раньше | перед", word="before"),
    Words(
        LIMIT,
        "не позднее | не позже | не после | к | ко | до или в | самое позднее",
        word="by",
    ),
    Words(LIMIT, "вплоть до | по", word="until"),
    Words(LIMIT, "после | позднее | позже", word="after"),
    Words(
        LIMIT,
        "не ранее | не раньше | не до | самое раннее",
        word="not-before",
    ),
    Words(LIMIT, "начиная с | начиная со", word="since"),
    Words(
        LATER,
        "или позднее | или позже | и позднее | и позже | и далее",
        0,
        "not-before",
    ),
    Words(LATER, "или ранее | или раньше | и ранее | и раньше", 0, "by"),
    Words(BETWEEN, "между"),
    Words(FROM, "с | со"),
    Words(FROM, "от", word="dated"),  # alone it dates a document: «от 3 мая»
    Words(AND, "и"),
    Words(OR, "или | либо | то ли"),
    Words(BUT, "но | однако | причем | притом"),
    Words(WITHIN, "в течение | в пределах | не далее чем за | не далее чем через"),
    Words(DURING, "во время | в ходе | в дни | в период | за время"),
    Words(EVE, "накануне | канун | в канун | кануне"),
    Words(AS, "что и | как и | , что и | , как и | что | , что"),
    Words(
        SAME,
        "тот же | та же | то же | того же | той же | том же | ту же | тот же самый | том же самом",
    ),
    Words(
        NEXT,
        _forms("следующ", "ий ая ее его ей ему ую им ем ие их") + " | назавтра",
        word="after",
    ),
    Words(NEXT, "другой | ближайший | ближайшую | ближайшее | ближайшего", word="after"),
    Words(NEXT, _forms("предыдущ", "ий ая ее его ей ему ую им ем ие их"), word="before"),
    Words(
        NEXT,
        _forms("предшествующ", "ий ая ее его ей ему ую им ем ие их"),
        word="before",
    ),
    Words(
        QUANTITY,
        "по меньшей мере | как минимум | не ранее чем | не раньше чем | не менее | не менее чем | не меньше",
        word="least",
    ),
    Words(
        QUANTITY,
        "не более | не более чем | не позднее чем | не позже чем | не больше | самое большее | максимум",
        word="most",
    ),
    Words(QUANTITY, "более | более чем | больше | свыше", word="more"),
    Words(QUANTITY, "менее | менее чем | меньше", word="less"),
    Words(QUANTITY, "ровно | точно", word="exactly"),
    Words(AGO, "через | спустя | по прошествии", word="after"),
    Words(AGO, "за", word="before"),
    Words(HALF, "с половиной"),
    Words(INCLUSIVE, "включительно | вкл", word="inclusive"),
    Words(INCLUSIVE, "исключительно", word="exclusive"),
    # Eras, styles
    Words(ERA, "до н э | до р х | до рождества христова | до нашей эры", word="bc"),
    Words(ERA, "н э | нашей эры | от р х | по р х | от рождества христова", word="ad"),
    Words(ERA, "от сотворения мира | от с м", word="am"),
    Words(
        STYLE,
        "ст ст | по ст ст | старого стиля | по старому стилю | ст стиля | по ст стилю",
        word="julian",
    ),
    Words(STYLE, "по юлианскому календарю | юлианского календаря", word="julian"),
    Words(
        STYLE,
        "н ст | по н ст | нового стиля | по новому стилю | н стиля | по н стилю",
        word="gregorian",
    ),
    Words(
        STYLE,
        "нов ст | по григорианскому календарю | григорианского календаря",
        word="gregorian",
    ),
    Words(CALIBRATED, "кал"),
    Words(INDICTION, _forms("индикт", "- а у ом е"), word="indiction"),
    Words(FLORUIT, "деятельность | расцвет"),
    Words(AGED, "в возрасте | возраст | возрасте"),
    Words(BORN, "родился | родилась | род | рожд | считая от | считая с | от рождения"),
    Words(REIGN, "правления | царствования | княжения | от начала правления"),
    Words(TURN, "рубеж | рубеже | рубежа | рубежу | стык | стыке"),
    # Feasts
    Words(FEAST, "рождество | рождества | рождеству | рождеством", 1225, "fixed"),
    Words(FEAST, "рождество христово | рождества христова", 1225, "fixed"),
    Words(FEAST, "сочельник | рождественский сочельник | сочельника", 1224, "fixed"),
    Words(FEAST, "крещение | богоявление | крещения | богоявления", 106, "fixed"),
    Words(FEAST, _day_of("татьянин"), 112, "fixed"),
    Words(FEAST, "сретение | сретения | сретенье", 202, "fixed"),
    Words(FEAST, "благовещение | благовещения | благовещенье", 325, "fixed"),
    Words(FEAST, "вешний юрьев день | юрьев день вешний | юрьев день весенний | егорий вешний", 423, "fixed"),
    Words(FEAST, "никола вешний | николы вешнего | николу вешнего | никола весенний", 509, "fixed"),
    Words(FEAST, f"{_day_of('иванов')} | иван купала | ивана купалы | ивана купалу | ивана купала", 624, "fixed"),
    Words(FEAST, "рождество иоанна предтечи | рождества иоанна предтечи", 624, "fixed"),
    Words(
        FEAST,
        f"{_day_of('петров')} | день петра и павла | дня петра и павла | петра и павла | петр и павел",
        629,
        "fixed",
    ),
    Words(FEAST, _day_of("ильин"), 720, "fixed"),
    Words(FEAST, "первый спас | первого спаса | медовый спас | медового спаса", 801, "fixed"),
    Words(FEAST, "второй спас | второго спаса | яблочный спас | яблочного спаса", 806, "fixed"),
    Words(FEAST, "преображение | преображения | преображение господне | преображения господня", 806, "fixed"),
    Words(FEAST, "успение | успения | успенье", 815, "fixed"),
    Words(FEAST, "успение богородицы | успения богородицы | успеньев день | успеньева дня", 815, "fixed"),
    Words(FEAST, "третий спас | третьего спаса | ореховый спас | орехового спаса | хлебный спас", 816, "fixed"),
    Words(FEAST, "усекновение главы | усекновения главы | иван постный | ивана постного", 829, "fixed"),
    Words(FEAST, f"{_day_of('семенов')} | семен день | семена дня", 901, "fixed"),
    Words(FEAST, "рождество богородицы | рождества богородицы", 908, "fixed"),
    Words(FEAST, "воздвижение | воздвижения | воздвиженье | воздвиженьев день", 914, "fixed"),
    Words(
        FEAST, "покров | покрова | покрову | покров богородицы | покрова богородицы | день покрова", 1001, "fixed"
    ),
    Words(FEAST, _day_of("дмитриев"), 1026, "fixed"),
    Words(
        FEAST, f"{_day_of('кузьмин')} | кузьминки | кузьминок | кузьма и демьян | кузьмы и демьяна", 1101, "fixed"
    ),
    Words(FEAST, _day_of("михайлов"), 1108, "fixed"),
    Words(FEAST, _day_of("филиппов"), 1114, "fixed"),
    Words(FEAST, "введение во храм | введения во храм | введение | введения", 1121, "fixed"),
    Words(FEAST, _day_of("екатеринин"), 1124, "fixed"),
    Words(FEAST, "осенний юрьев день | юрьев день осенний | юрьева дня осеннего | егорий осенний", 1126, "fixed"),
    Words(FEAST, _day_of("андреев"), 1130, "fixed"),
    Words(FEAST, "никола зимний | николы зимнего | николу зимнего", 1206, "fixed"),
    # Names that stand for two or three days of the year, each a reading
    Words(FEAST, f"{_day_of('юрьев')} | {_day_of('егорьев')}", word="1126 423"),
    Words(FEAST, f"{_day_of('николин')} | {_day_of('никольщин')}", word="1206 509"),
    Words(FEAST, f"спас | спаса | {_day_of('спасов')}", word="806 801 816"),
    # Counted from Easter
    Words(FEAST, "прощеное воскресенье | прощеного воскресенья", -49, "orthodox"),
    Words(FEAST, "чистый понедельник | чистого понедельника", -48, "orthodox"),
    Words(FEAST, "лазарева суббота | лазареву субботу | лазаревой субботы", -8, "orthodox"),
    Words(FEAST, "вербное воскресенье | вербного воскресенья | вербное воскресение", -7, "orthodox"),
    Words(FEAST, "великий четверг | великого четверга | чистый четверг | чистого четверга", -3, "orthodox"),
    Words(
        FEAST,
        "страстная пятница | страстную пятницу | страстной пятницы | великая пятница | великую пятницу",
        -2,
        "orthodox",
    ),
    Words(FEAST, "великая суббота | великую субботу | страстная суббота | страстную субботу", -1, "orthodox"),
    Words(FEAST, "пасха | пасхи | пасху | пасхой | пасхе | светлое воскресенье", 0, "orthodox"),
    Words(FEAST, "фомино воскресенье | фомина воскресенья | красная горка | красную горку", 7, "orthodox"),
    Words(FEAST, "радоница | радоницы | радоницу | радуница | радуницу", 9, "orthodox"),
    Words(FEAST, "вознесение | вознесения | вознесенье | вознесеньев день", 39, "orthodox"),
    Words(FEAST, "троица | троицы | троицу | троицын день | троицына дня | пятидесятница", 49, "orthodox"),
    Words(FEAST, f"{_day_of('духов')} | день святого духа", 50, "orthodox"),
    # Words without weight of their own
    Words(FILLER, "в | во | о | об | уже в | еще в | в году", word="preposition"),
    Words(ON, "на"),
    # Words that are understood and refused
    Words(REFUSED, "не | не в | не во | кроме | исключая", word="not"),
    Words(
        REFUSED,
        "вероятно | возможно | видимо | по - видимому | очевидно | наверное | может быть",
        word="hedge",
    ),
    Words(
        REFUSED,
        "предположительно | предпол | якобы | кажется | должно быть",
        word="hedge",
    ),
    Words(
        REFUSED,
        "сегодня | вчера | завтра | сейчас | ныне | теперь | назад | тому назад",
        word="now",
    ),
    Words(REFUSED, "недавно | скоро | вскоре | настоящее время", word="now"),
    Words(REFUSED, "несколько | нескольких | несколькими | пару | пара", word="vague"),
    Words(REFUSED, "весь | вся | все | на протяжении | всего | всю", word="throughout"),
)
