"""NHS numbers and days in the many spellings that staff use, right and mistyped."""

import random
from datetime import date

# The spellings of the issue that are to be masked: groups, and what stands between them.
_GROUPS = ((3, 3, 4), (3, 3, 4), (10,), (10,), (4, 3, 3), (5, 5), (2, 2, 2, 2, 2), (1,) * 10)
_BETWEEN = (
    *(" ", " ", " ", "-", "  ", "\u00a0", "\u2009", "–", ".", "/", "_", "\u200b", "\u00ad", "\n", " - "),
)
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def spelt_number(chance: random.Random, number: str) -> str:
    """An NHS number in one of the spellings in which people write it."""
    groups, between = chance.choice(_GROUPS), chance.choice(_BETWEEN)
    if len(groups) == len(number):
        between = " "
    parts, place = [], 0
    for length in groups:
        parts.append(number[place : place + length])
        place += length
    parts[-1] += number[place:]
    spelt = between.join(part for part in parts if part)
    style = chance.random()
    return (
        spelt.translate(_FULL_WIDTH)
        if style < 0.03
        else spelt.translate(_ARABIC_INDIC)
        if style < 0.06
        else spelt
    )


def mistyped(chance: random.Random, number: str) -> str:
    """The number with one slip: another check digit, two digits exchanged, one lost or doubled, a letter for a digit."""
    slip, place = chance.randrange(5), chance.randrange(3, 9)
    if slip == 0 or (slip == 1 and number[place] == number[place + 1]):
        number = f"{number[:9]}{(int(number[9]) + chance.randrange(1, 10)) % 10}"
    elif slip == 1:
        number = f"{number[:place]}{number[place + 1]}{number[place]}{number[place + 2 :]}"
    elif slip == 2:
        number = number[:place] + number[place + 1 :]
    elif slip == 3:
        number = number[:place] + number[place] + number[place:]
    else:
        number = number[:3] + number[3:].replace("0", "O").replace("1", "I")
        if number.isdigit():
            number = f"{number[:5]}O{number[6:]}"
    return spelt_number(chance, number)


def spelt_day(chance: random.Random, day: date) -> str:
    month, name = f"{day:%m}", MONTHS[day.month - 1]
    long = f"{day:%B}"
    ending = "th" if 10 <= day.day <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return chance.choice(
        (
            *(
                f"{day:%d/%m/%Y}",
                f"{day:%d/%m/%Y}",
                f"{day.day}/{day.month}/{day:%y}",
                f"{day:%d.%m.%y}",
                f"{day:%d-%m-%Y}",
            ),
            *(f"{day.isoformat()}", f"{day.day} {name} {day.year}", f"{day.day}{ending} {long} {day.year}"),
            *(
                f"{day.day}-{name}-{day:%y}",
                f"{name} {day.day}{ending} {day.year}",
                f"{day:%d} {month} {day.year}",
            ),
        )
    )
