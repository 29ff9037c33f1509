"""Days, numbers, addresses and pages as the third set spells them, and the people and places that only it names.

How each is spelt stands in third_identities.toml.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from unicodedata import normalize

from invented_world import LISTED, Filling, Scene, What, digits, nhs_number, somebody, words

_INWARD = "ABDEFGHJLNPQRSTUWXYZ"  # the letters that an inward code has
_PLATES = "ABCDEFGHJKLMNOPRSTUVWXY"
_WITHOUT_MARKS = str.maketrans({"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "ı": "i"})


def _one(to: Scene, field: str) -> str:
    return to.chance.choice(words(to.world.source.identities)[field])


def _digits_of(field: str, what: What) -> Callable[[Scene], Filling]:
    def fill(to: Scene) -> Filling:
        return Filling(digits(to.chance, _one(to, field)), what)

    return fill


def _of_the_list(field: str, what: What) -> Callable[[Scene], Filling]:
    def fill(to: Scene) -> Filling:
        return Filling(_one(to, field), what)

    return fill


def _ending(day: int) -> str:
    return "th" if 10 <= day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _day(to: Scene) -> Filling:
    """Any day of two years; a third of the time without its year."""
    day = date(2024, 9, 1) + timedelta(days=to.chance.randrange(730))
    field = "days_without_year" if to.chance.random() < 0.33 else "days"
    style = _one(to, field)
    if style == "{0:%d/%m}" and (day.day <= 12 or day.month in {7, 12}):  # 03/07 may be three days
        style = "{0.day} {0:%b}"
    return Filling(style.format(day, _ending(day.day)), What.DATE)


def _month(to: Scene) -> Filling:
    day = date(2022, 1, 1) + timedelta(days=to.chance.randrange(1_500))
    return Filling(_one(to, "months").format(day), What.DATE)


def _spelt_birth(to: Scene, day: date) -> str:
    field = "births" if to.chance.random() < 0.15 else "days"
    return _one(to, field).format(day, _ending(day.day))


def _birth(to: Scene) -> Filling:
    return Filling(_spelt_birth(to, to.person.born), What.BIRTH_DATE, to.person.known)


def _birth_of_another(since: int, days: int) -> Callable[[Scene], Filling]:
    """The day of birth of somebody born in the days from the first of January of the year ``since``."""

    def fill(to: Scene) -> Filling:
        day = date(since, 1, 1) + timedelta(days=to.chance.randrange(days))
        return Filling(_spelt_birth(to, day), What.BIRTH_DATE)

    return fill


def _grouped(to: Scene, number: str) -> str:
    """The digits in the groups in which people write an NHS number."""
    spelt, place = "", 0
    for sign in _one(to, "nhs_groups").replace("10", "t"):
        length = 10 if sign == "t" else int(sign) if sign.isdigit() else 0
        spelt += number[place : place + length] if length else sign
        place += length
    return spelt + number[place:]


def _nhs(to: Scene) -> Filling:
    return Filling(_grouped(to, to.person.nhs_number), What.NHS_NUMBER, to.person.known)


def _nhs_bad(to: Scene) -> Filling:
    """A number with one slip of the keys, half of the time that of a person on the lists."""
    number = to.person.nhs_number if to.chance.random() < 0.5 else nhs_number(to.chance)
    place, slip = to.chance.randrange(3, 9), to.chance.randrange(5)
    other = str((int(number[place]) + to.chance.randrange(1, 10)) % 10)
    if slip == 0:
        number = f"{number[:9]}{(int(number[9]) + to.chance.randrange(1, 10)) % 10}"
    elif slip == 1:
        number = number[:place] + number[place + 1 :]
    elif slip == 2 or (slip == 3 and "0" not in number[3:]):
        number = number[:place] + number[place] + number[place:]
    elif slip == 3:
        number = number[:3] + number[3:].replace("0", "O", 1)
    else:
        number = f"{number[:place]}{other}{number[place + 1 :]}"
    return Filling(_grouped(to, number), What.MISTYPED)


def _local(to: Scene) -> Filling:
    if to.person.known:
        return Filling(to.person.local_id, What.LOCAL_ID, known=True)
    return Filling(digits(to.chance, _one(to, "local_numbers")), What.LOCAL_ID)


def _telephone(to: Scene) -> Filling:
    field = "mobiles" if to.chance.random() < 0.6 else "landlines"
    return Filling(digits(to.chance, _one(to, field)), What.TELEPHONE)


def _street_name(to: Scene) -> str:
    return f"{_one(to, 'streets')} {_one(to, 'street_words')}"


def _street(to: Scene) -> Filling:
    return Filling(_street_name(to), What.ADDRESS)


def _address(to: Scene) -> Filling:
    street, house, number = _street_name(to), _one(to, "houses"), to.chance.randrange(1, 220)
    styles = (
        *(f"{number} {street}", f"{number} {street}", f"{number} {street}", f"{number}A {street}"),
        *(f"{number} {street}".lower(), f"Flat {number % 24 + 1}, {house}", f"{number % 60 + 1} {house}"),
        *(
            f"flat {number % 12 + 1}, {number} {street}",
            f"{house}, {street}",
            f"{number}-{number + 2} {street}",
        ),
        *(f"Rm {number % 9 + 1}, {number} {street}", f"no. {number} {street}"),
    )
    return Filling(to.chance.choice(styles), What.ADDRESS)


def _seldom_lower(to: Scene, text: str) -> str:
    return text.lower() if to.chance.random() < 0.2 else text


def _postcode(to: Scene) -> Filling:
    outward = f"{_one(to, 'postcode_areas')}{to.chance.randrange(1, 20)}"
    inward = f"{to.chance.randrange(1, 10)}{to.chance.choice(_INWARD)}{to.chance.choice(_INWARD)}"
    between = to.chance.choice((" ", " ", " ", ""))
    return Filling(_seldom_lower(to, f"{outward}{between}{inward}"), What.POSTCODE)


def _vehicle(to: Scene) -> Filling:
    letters = "".join(to.chance.choice(_PLATES) for _ in range(5))
    year = f"{to.chance.choice((*range(8, 25), *range(58, 75))):02}"
    styles = ("{0}{1} {2}", "{0}{1} {2}", "{0}{1}{2}", "{0} {1} {2}")
    text = to.chance.choice(styles).format(letters[:2], year, letters[2:])
    if to.chance.random() < 0.1:
        text = f"{letters[0]}{to.chance.randrange(100, 999)} {letters[2:]}"
    return Filling(_seldom_lower(to, text), What.VEHICLE)


def _plain(name: str) -> str:
    """A name as its owner types it where only a to z are allowed."""
    letters = normalize("NFKD", name.translate(_WITHOUT_MARKS)).lower()
    return "".join(sign for sign in letters if "a" <= sign <= "z")


def _email(to: Scene) -> Filling:
    fore, last, year = _plain(to.person.forename), _plain(to.person.surname), to.chance.randrange(50, 99)
    styles = (
        *(f"{fore}.{last}", f"{fore}{last}{year}", f"{last}{fore[0]}", f"{_one(to, 'handle_words')}{year}"),
        *(f"{fore}_{last}", f"{fore[0]}.{last}", f"{fore}-{year}"),
    )
    return Filling(f"{to.chance.choice(styles)}@{_one(to, 'mail_hosts')}", What.EMAIL)


def _url(to: Scene) -> Filling:
    styles = (
        *("https://{0}/fundraising/help-{1}-walk", "https://www.{0}/news/local/{1}-{2}-speaks-out"),
        *("www.{0}/{1}{2}", "http://{2}family.{0}/", "https://{0}/watch?v={3}&t=41s", "{0}/groups/{3}"),
        "www.{0}/blog/{1}s-story",
    )
    names = _plain(to.person.forename), _plain(to.person.surname)
    text = to.chance.choice(styles).format(_one(to, "mail_hosts"), *names, _one(to, "handle_words"))
    return Filling(text, What.URL)


def _handle(sign: str) -> Callable[[Scene], Filling]:
    def fill(to: Scene) -> Filling:
        style = to.chance.choice(("{0}{1}", "{2}_{0}", "{0}_{1}", "{2}.{0}.{1}", "x{2}x{1}"))
        year = to.chance.randrange(70, 99)
        text = style.format(_one(to, "handle_words"), year, _plain(to.person.forename))
        return Filling(f"{sign}{text}", What.HANDLE)

    return fill


def _age(to: Scene) -> Filling:
    return Filling(str(to.chance.choice((*range(91, 100), 91, 92, 92, 93, 94, 100, 102, 104))), What.AGE)


def _birthday(to: Scene) -> Filling:
    age = to.chance.choice((*range(91, 101), 101))
    return Filling(f"{age}{_ending(age)}", What.AGE)


def _another(style: str, what: What, *, kin: float = 0.0) -> Callable[[Scene], Filling]:
    """Somebody whom no list knows, with the person's surname so often."""

    def fill(to: Scene) -> Filling:
        other = somebody(to.chance, to.world.others, known=False)
        if to.chance.random() < kin:
            other = replace(other, surname=to.person.surname)
        return Filling(style.format(other.forename, other.surname), what)

    return fill


def _initials(to: Scene) -> Filling:
    """Two letters, or three, of somebody on the staff, but none that a reader takes for an abbreviation."""
    names = to.world.listed if to.chance.random() < LISTED else to.world.others
    while True:
        fore, last = to.chance.choice(names.forenames), to.chance.choice(names.surnames)
        text = f"{fore[0]}{to.chance.choice(('', '', '', 'J', 'M'))}{last[0]}".upper()
        if text.isascii() and text not in words(to.world.source.identities)["not_initials"]:
            return Filling(text, What.INITIALS)


THIRD_SLOTS: dict[str, Callable[[Scene], Filling]] = {
    "date": _day,
    "month": _month,
    "dob": _birth,
    "dob_rel": _birth_of_another(1950, 18_000),
    "dob_child": _birth_of_another(2010, 3_600),
    "nhs": _nhs,
    "nhs_bad": _nhs_bad,
    "local": _local,
    "phone": _telephone,
    "street": _street,
    "address": _address,
    "postcode": _postcode,
    "vehicle": _vehicle,
    "ni": _digits_of("insurances", What.NATIONAL_INSURANCE),
    "email": _email,
    "url": _url,
    "handle": _handle("@"),
    "handle_bare": _handle(""),
    "age": _age,
    "age_th": _birthday,
    "age_words": _of_the_list("ages_in_words", What.AGE),
    "employer": _of_the_list("employers", What.SCHOOL),  # a place to work or learn: it has no kind of its own
    "initials": _initials,
    "friend": _another("{0}", What.NAME),
    "friend_full": _another("{0} {1}", What.NAME),
    "friend_sur": _another("{1}", What.NAME),
    "rel_sur": _another("{1}", What.RELATIVE, kin=0.7),
}
