"""Days, telephones, addresses and local numbers as the second set spells them, where that differs from the first."""

from collections.abc import Callable
from datetime import date, timedelta

from invented_world import Filling, Scene, What, digits, words

_ORDINARY = ("{0:%d/%m/%Y}", "{0:%d/%m/%y}", "{0:%d.%m.%Y}", "{0:%d-%m-%y}", "{0:%Y-%m-%d}")
_DAYS = (
    *(*_ORDINARY, "{0:%d %b %y}", "{0:%d-%b-%Y}", "{0.day} {0:%B} {0:%Y}", "{0.day}.{0.month}.{0:%y}"),
    *("{0.day}{1} {0:%b} {0:%Y}", "{0:%B} {0.day}{1}, {0:%Y}", "{0:%d%b%Y}", "{0.day}{1} of {0:%B} {0:%Y}"),
)
_WITHOUT_YEAR = (
    "{0.day}{1} {0:%B}",
    "{0.day}{1} of {0:%B}",
    "{0:%B} {0.day}{1}",
    "{0.day} {0:%b}",
    "{0:%d/%m}",
)
_BIRTHS = (*_DAYS, "{0:%d %m %y}", "{0:%d%m%Y}")

# Numbers that are kept free for drama; nobody has them.
_TELEPHONES = (
    *("07700 900###", "07700 900 ###", "07700900###", "0770 0900 ###", "+447700900###", "+44 (0)7700 900###"),
    *("0113 496 0###", "(0114) 496 0###", "0121 4960###", "0191-498-0###", "029 2018 0###", "02079460###"),
    *(
        "01632 960###",
        "01632-960-###",
        "0808 157 0###",
        "07700.900.###",
        "0161 496 0### x2#",
        "028 9649 6###",
    ),
)
_LOCAL = ("D######", "######", "RTX########", "MRN ########", "Z#######", "E##/####", "#-######")


def _ending(day: int) -> str:
    return "th" if 10 <= day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _day(to: Scene) -> Filling:
    """Any day of two years, a quarter of the time without its year."""
    day = date(2024, 2, 1) + timedelta(days=to.chance.randrange(730))
    styles: tuple[str, ...] = _WITHOUT_YEAR if to.chance.random() < 0.25 else _DAYS
    if day.day <= 12:  # 03/07 may be three days
        styles = tuple(style for style in styles if style != "{0:%d/%m}")
    return Filling(to.chance.choice(styles).format(day, _ending(day.day)), What.DATE)


def _birth_date(to: Scene) -> Filling:
    day = to.person.born
    return Filling(to.chance.choice(_BIRTHS).format(day, _ending(day.day)), What.BIRTH_DATE, to.person.known)


def _telephone(to: Scene) -> Filling:
    return Filling(digits(to.chance, to.chance.choice(_TELEPHONES)), What.TELEPHONE)


def _address(to: Scene) -> Filling:
    told = words(to.world.source.identities)
    street = f"{to.chance.choice(told['streets'])} {to.chance.choice(told['street_words'])}"
    house, number = to.chance.choice(told["houses"]), to.chance.randrange(1, 180)
    styles = (
        *(f"{number} {street}", f"{number}, {street}", f"{number}b {street}", f"{number} {street}".lower()),
        *(
            f"Flat {number % 30 + 1}, {house}",
            f"{house}, {number} {street}",
            f"flat {number % 9 + 1} {street}",
        ),
        *(f"{number}/{number % 7 + 1} {street}", f"Apt {number % 60 + 1} {house}", street),
    )
    return Filling(to.chance.choice(styles), What.ADDRESS)


def _local(to: Scene) -> Filling:
    """The number of the person's list, or of somebody else's in another spelling."""
    if to.person.known:
        return Filling(to.person.local_id, What.LOCAL_ID, known=True)
    return Filling(digits(to.chance, to.chance.choice(_LOCAL)), What.LOCAL_ID)


SECOND_SLOTS: dict[str, Callable[[Scene], Filling]] = {
    "date": _day,
    "dob": _birth_date,
    "phone": _telephone,
    "address": _address,
    "local": _local,
}
