"""What the fifth set spells its own way: days, numbers, telephones, addresses and pages, about as often as staff do."""

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from fifth_spellings import (
    AGES,
    BIRTHS,
    DAYS,
    INSURANCE,
    LOCAL,
    NUMBERS,
    TELEPHONES,
    WITHOUT_YEAR,
    spelt,
    weighed,
)
from invented_world import Filling, Scene, What, digits, nhs_number, somebody, words

_Slot = Callable[[Scene], Filling]
_AGES_IN_WORDS = (
    "ninety",
    "ninety one",
    "ninety-two",
    "ninety three",
    "ninety-four",
    "ninety-seven",
    "ninety nine",
    "a hundred",
    "one hundred and one",
)
_AREAS = re.findall(
    r"\w+",
    "BD HX HU DN S WF DE LE NN CB SE E N NW SW CR RG BA PL EX TQ BS GL WR WV DY ST CW L WN BL OL PR FY CA NE",
)
_INWARD = "ABDEFGHJLNPQRSTUWXYZ"  # the letters that an inward code has
_PLATES = "ABCDEFGHJKLMNOPRSTUVWXY"
_SIGNED = "ABCDEFGHJKLMNPRSTW"
# small words and titles of two letters
_NO_INITIALS = frozenset(
    re.findall("..", "amanasatbebyctdodrgogpheifinisitlamemrmsmynbnonpofonorpapmprscsttbtotrupuswewt")
)


def _told(to: Scene, field: str) -> str:
    return to.chance.choice(words(to.world.source.identities)[field])


def _dated(styles: Mapping[str, int]) -> _Slot:
    def fill(to: Scene) -> Filling:
        day = date(2024, 1, 8) + timedelta(days=to.chance.randrange(800))
        return Filling(spelt(to.chance, day, styles), What.DATE)

    return fill


def _birth_date(to: Scene) -> Filling:
    return Filling(spelt(to.chance, to.person.born, BIRTHS), What.BIRTH_DATE, to.person.known)


def _grouped(chance: random.Random, number: str) -> str:
    return weighed(chance, NUMBERS).format(number[:3], number[3:6], number[6:])


def _number(to: Scene) -> Filling:
    return Filling(_grouped(to.chance, to.person.nhs_number), What.NHS_NUMBER, to.person.known)


def _mistyped(to: Scene) -> Filling:
    """One slip of the finger: a wrong, a lost, a doubled digit, two exchanged, or a letter O."""
    number = to.person.nhs_number if to.chance.random() < 0.6 else nhs_number(to.chance)
    at = to.chance.randrange(3, 9)
    before, digit, after = number[:at], number[at], number[at + 1 :]
    slip = to.chance.choice(("wrong", "wrong", "exchanged", "lost", "doubled", "letter"))
    if slip == "exchanged" and digit != after[0]:
        number = before + after[0] + digit + after[1:]
    elif slip == "lost":
        number = before + after
    elif slip == "doubled":
        number = before + digit * 2 + after
    elif slip == "letter" and "0" in number:
        number = number.replace("0", "O", 1)
    else:
        number = before + str((int(digit) + to.chance.choice((1, 9, 3))) % 10) + after
    return Filling(_grouped(to.chance, number), What.MISTYPED)


def _local(to: Scene) -> Filling:
    if to.person.known:
        return Filling(to.person.local_id, What.LOCAL_ID, known=True)
    return Filling(digits(to.chance, weighed(to.chance, LOCAL)), What.LOCAL_ID)


def _of_signs(styles: Mapping[str, int], what: What) -> _Slot:
    def fill(to: Scene) -> Filling:
        return Filling(digits(to.chance, weighed(to.chance, styles)), what)

    return fill


def _age(to: Scene) -> Filling:
    return Filling(weighed(to.chance, AGES), What.AGE)


def _age_in_words(to: Scene) -> Filling:
    return Filling(to.chance.choice(_AGES_IN_WORDS), What.AGE)


def _letters(to: Scene, count: int, among: str) -> str:
    return "".join(to.chance.choice(among) for _ in range(count))


def _postcode(to: Scene) -> Filling:
    outward = f"{to.chance.choice(_AREAS)}{to.chance.randrange(1, 23)}"
    inward = f"{to.chance.randrange(1, 10)}{_letters(to, 2, _INWARD)}"
    styles = {f"{outward} {inward}": 64, f"{outward}{inward}": 20, f"{outward} {inward}".lower(): 16}
    return Filling(weighed(to.chance, styles), What.POSTCODE)


def _street(to: Scene) -> Filling:
    return Filling(f"{_told(to, 'streets')} {_told(to, 'street_words')}", What.ADDRESS)


def _address(to: Scene) -> Filling:
    street, house, number = _street(to).text, _told(to, "houses"), to.chance.randrange(1, 180)
    styles = {
        f"{number} {street}": 50,
        f"{number}, {street}": 6,
        f"{number}{to.chance.choice('abc')} {street}": 5,
        f"no {number} {street}": 3,
        f"Flat {number % 24 + 1}, {number} {street}": 6,
        f"{number % 60 + 1} {house}": 8,
        f"Flat {number % 40 + 1} {house}": 8,
        f"{house}, {street}": 6,
        f"{number} {street}, {_told(to, 'towns')}": 8,
    }
    return Filling(weighed(to.chance, styles), What.ADDRESS)


def _vehicle(to: Scene) -> Filling:
    two, three, year = _letters(to, 2, _PLATES), _letters(to, 3, _PLATES), to.chance.choice(range(9, 25))
    year += to.chance.choice((0, 50))
    styles = {
        f"{two}{year:02} {three}": 8,
        f"{two}{year:02}{three}": 5,
        f"{two}{year:02} {three}".lower(): 3,
        f"{two}{year:02}{three}".lower(): 2,
        f"{two[0]}{to.chance.randrange(100, 900)} {three}": 2,
    }
    return Filling(weighed(to.chance, styles), What.VEHICLE)


def _plain(name: str) -> str:
    return "".join(sign for sign in name.lower() if "a" <= sign <= "z") or "me"


def _user(to: Scene) -> str:
    fore, last, word = _plain(to.person.forename), _plain(to.person.surname), _told(to, "handle_words")
    year = f"{to.person.born:%y}"
    return to.chance.choice(
        (
            f"{word}{year}",
            f"{fore}_{word}",
            f"{fore}{last}{year}",
            f"{word}.{fore}",
            f"xx_{fore}_xx",
            f"the{fore}{year}",
        )
    )


def _email(to: Scene) -> Filling:
    fore, last, host = _plain(to.person.forename), _plain(to.person.surname), _told(to, "mail_hosts")
    user = to.chance.choice(
        (
            f"{fore}.{last}",
            f"{fore}{last}{to.person.born:%y}",
            f"{fore[0]}.{last}",
            f"{last}{to.chance.randrange(9)}",
            _user(to),
        )
    )
    text = f"{user}@{host}"
    return Filling(text.upper() if to.chance.random() < 0.05 else text, What.EMAIL)


def _page(to: Scene) -> Filling:
    user, host = _user(to), to.chance.choice(("example.com", "example.org", "example.net"))
    style = to.chance.choice(
        (
            "https://www.{0}/{1}",
            "https://{0}/in/{1}",
            "www.{0}/profile/{1}",
            "{0}/{1}",
            "https://fund.{0}/f/help-{1}?ref=share",
            "www.{1}.{0}",
        )
    )
    return Filling(
        style.format(host, user.replace("_", "-") if style.startswith("www.{1}") else user), What.URL
    )


def _handle(to: Scene) -> Filling:
    return Filling(f"@{_user(to)}", What.HANDLE)


def _bare_handle(to: Scene) -> Filling:
    return Filling(_user(to), What.HANDLE)


def _initials(to: Scene) -> Filling:
    """Two capitals, seldom three, that stand for no word or abbreviation of the clinical lists."""
    used = {
        word.lower()
        for terms in words(to.world.source.clinical).values()
        for term in terms
        for word in term.split()
    }
    used |= _NO_INITIALS
    while True:
        text = _letters(to, to.chance.choice((2, 2, 2, 2, 3)), _SIGNED)
        if text.lower() not in used and (len(text) == 2 or not set(text) & set("AE")):
            return Filling(text, What.INITIALS)


def _relative(style: str, women: bool) -> _Slot:
    """A relative whom no list knows, of the sex that "wife" or "son" before the slot says."""

    def fill(to: Scene) -> Filling:
        female = set(words(to.world.source.identities)["women"])
        names = to.world.others
        forenames = [name for name in names.forenames if (name in female) == women]
        other = somebody(to.chance, replace(names, forenames=forenames), known=False)
        if to.chance.random() < 0.6:
            other = replace(other, surname=to.person.surname)
        return Filling(style.format(other.forename, other.surname), What.RELATIVE)

    return fill


FIFTH_SLOTS: dict[str, _Slot] = {
    "date": _dated(DAYS),
    "day": _dated(WITHOUT_YEAR),
    "dob": _birth_date,
    "nhs": _number,
    "nhs_bad": _mistyped,
    "local": _local,
    "phone": _of_signs(TELEPHONES, What.TELEPHONE),
    "ni": _of_signs(INSURANCE, What.NATIONAL_INSURANCE),
    "age": _age,
    "age_words": _age_in_words,
    "postcode": _postcode,
    "street": _street,
    "address": _address,
    "vehicle": _vehicle,
    "email": _email,
    "url": _page,
    "handle": _handle,
    "handle_bare": _bare_handle,
    "initials": _initials,
    "rel_f": _relative("{0}", women=True),
    "rel_m": _relative("{0}", women=False),
    "rel_f_full": _relative("{0} {1}", women=True),
    "rel_m_full": _relative("{0} {1}", women=False),
}
