"""In which spellings the fifth set has days, numbers and telephones, and how often each."""

import random
from collections.abc import Mapping
from datetime import date

# Each spelling with how many of a hundred or so are written so. {0} is the day, {1} the ending of its number.
DAYS = {
    "{0:%d/%m/%Y}": 20,
    "{0.day}/{0.month}/{0:%y}": 22,
    "{0:%d/%m/%y}": 10,
    "{0.day}.{0.month}.{0:%y}": 8,
    "{0:%d.%m.%Y}": 4,
    "{0:%d-%b-%Y}": 8,
    "{0:%d %b %Y}": 7,
    "{0.day} {0:%B} {0:%Y}": 6,
    "{0.day}{1} {0:%b} {0:%y}": 4,
    "{0.day}{1} {0:%B} {0:%Y}": 4,
    "{0:%d-%m-%Y}": 2,
    "{0:%Y-%m-%d}": 2,
    "{0:%B} {0:%Y}": 3,
    "{0:%b} {0:%y}": 2,
    "{0.day}{1} {0:%b}": 4,
}
WITHOUT_YEAR = {
    "{0:%a} {0.day}{1}": 6,
    "{0.day}{1} {0:%B}": 5,
    "{0.day} {0:%b}": 5,
    "{0.day}{1} {0:%b}": 5,
    "{0:%a} {0.day} {0:%b}": 4,
    "{0:%A} {0.day}{1} {0:%B}": 3,
    "{0:%b} {0.day}{1}": 2,
    "{0.day}{1} of {0:%B}": 1,
    "{0.day}/{0.month}": 8,
    "{0:%a} {0.day}/{0.month}": 4,
}
BIRTHS = {
    "{0:%d/%m/%Y}": 36,
    "{0:%d-%b-%Y}": 20,
    "{0.day}/{0.month}/{0:%y}": 14,
    "{0.day}.{0.month}.{0:%y}": 8,
    "{0:%d.%m.%Y}": 4,
    "{0:%d%m%Y}": 4,
    "{0:%d%m%y}": 3,
    "{0:%d %m %Y}": 3,
    "{0.day}{1} {0:%B} {0:%Y}": 4,
    "{0:%d %b %Y}": 4,
}
NUMBERS = {
    "{0} {1} {2}": 46,
    "{0}{1}{2}": 32,
    "{0}-{1}-{2}": 6,
    "{0}  {1}  {2}": 3,
    "{0}\u00a0{1}\u00a0{2}": 4,
    "{0}.{1}.{2}": 2,
    "{0} {1}{2}": 3,
    "{0}{1} {2}": 2,
    "{0}/{1}/{2}": 1,
    "{0} - {1} - {2}": 1,
}
# Ofcom's numbers for drama, which nobody has
TELEPHONES = {
    "07700 900###": 24,
    "07700900###": 26,
    "07700 900 ###": 10,
    "077 0090 0###": 2,
    "07700-900###": 2,
    "+447700900###": 4,
    "+44 7700 900###": 2,
    "01632 960###": 8,
    "01632960###": 5,
    "(01632) 960 ###": 2,
    "0114 496 0###": 3,
    "0121 4960###": 2,
    "0151 496 0###": 2,
    "01914980###": 2,
    "020 7946 0###": 3,
    "0207 946 0###": 3,
    "0161 496 0### ext 2##": 1,
    "08081 570###": 1,
    "07700 900### / 01632 960###": 2,
}
LOCAL = {
    "X######": 4,
    "M0######": 3,
    "RXK#######": 3,
    "######": 4,
    "#######": 3,
    "A###-####": 2,
    "SF-####-##": 2,
    "D########": 2,
}
INSURANCE = {"QQ######C": 5, "QQ ## ## ## C": 5, "QQ ###### B": 2, "qq######a": 2, "QQ## ## ##D": 1}
AGES = {
    "90": 6,
    "91": 8,
    "92": 8,
    "93": 7,
    "94": 6,
    "95": 4,
    "96": 4,
    "97": 3,
    "98": 2,
    "99": 2,
    "100": 1,
    "101": 1,
    "103": 1,
}


def weighed(chance: random.Random, styles: Mapping[str, int]) -> str:
    return chance.choices(tuple(styles), tuple(styles.values()))[0]


def spelt(chance: random.Random, day: date, styles: Mapping[str, int]) -> str:
    ending = "th" if 10 <= day.day <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    style = weighed(chance, styles)
    if style.endswith("{0.day}/{0.month}"):  # 3/7 is three days, 2/12 two months
        day = day.replace(day=13 + day.day % 15)
    return style.format(day, ending)
