"""How a person is reached or traced, as staff write it: telephones, addresses, pages, cars and insurance numbers."""

import random

from invented_world import Filling, Scene, What, digits, words

_AREAS = (
    "OL",
    "BB",
    "TR",
    "LL",
    "CF",
    "YO",
    "SY",
    "M",
    "B",
    "SW",
    "EC",
    "CA",
    "LA",
    "PE",
    "IP",
    "BT",
    "KA",
    "NG",
)
_INWARD = "ABDEFGHJLNPQRSTUWXYZ"  # the letters that an inward code has
_PLATES = "ABCDEFGHJKLMNOPRSTUVWXY"


def _told(to: Scene) -> dict[str, list[str]]:
    return words(to.world.source.identities)


def telephone(to: Scene) -> Filling:
    """Numbers that are kept free for drama; no one has them."""
    style = to.chance.choice(
        (
            *(
                "07700 900###",
                "07700900###",
                "07700-900-###",
                "+44 7700 900###",
                "0044 7700 900 ###",
                "(01632) 960###",
            ),
            *(
                "01632 960 ###",
                "01632960###",
                "020 7946 0###",
                "0161 496 0###",
                "0161-496-0###",
                "07700 900 ###",
                "01632 960### ext 4##",
            ),
        )
    )
    return Filling(digits(to.chance, style), What.TELEPHONE)


def email(to: Scene) -> Filling:
    host = to.chance.choice(_told(to)["mail_hosts"])
    fore, last = plain(to.person.forename), plain(to.person.surname)
    style = to.chance.choice(
        (
            f"{fore}.{last}",
            f"{fore[0]}{last}{to.chance.randrange(99)}",
            f"{last}_{fore}",
            f"{_handle_word(to)}.{fore}",
        )
    )
    return Filling(f"{style}@{host}", What.EMAIL)


def url(to: Scene) -> Filling:
    page = f"{plain(to.person.forename)}-{plain(to.person.surname)}"
    host = to.chance.choice(_told(to)["mail_hosts"])
    style = to.chance.choice(
        (
            "https://www.{0}/people/{1}",
            "http://{0}/{1}.html",
            "www.{0}/stories/{1}",
            "{0}/u/{2}",
            "https://{0}/p?id={2}",
        )
    )
    return Filling(style.format(host, page, _handle_word(to) + str(to.chance.randrange(99))), What.URL)


def _handle_word(to: Scene) -> str:
    return to.chance.choice(_told(to)["handle_words"])


def handle(to: Scene) -> Filling:
    return Filling(f"@{bare_handle(to).text}", What.HANDLE)


def bare_handle(to: Scene) -> Filling:
    style = to.chance.choice(("{0}_{1}", "{0}{1}", "{2}.{0}", "{0}_{2}{1}"))
    return Filling(
        style.format(_handle_word(to), to.chance.randrange(10, 99), plain(to.person.forename)), What.HANDLE
    )


def plain(name: str) -> str:
    """A name as it stands in an address of e-mail: its letters from a to z."""
    return "".join(sign for sign in name.lower() if "a" <= sign <= "z") or "someone"


def _letters(chance: random.Random, count: int, among: str) -> str:
    return "".join(chance.choice(among) for _ in range(count))


def vehicle(to: Scene) -> Filling:
    two, three = _letters(to.chance, 2, _PLATES), _letters(to.chance, 3, _PLATES)
    number = f"{to.chance.choice((*range(10, 25), *range(60, 74)))}"
    styles = (
        f"{two}{number} {three}",
        f"{two}{number}{three}",
        f"{two}{number} {three}".lower(),
        f"{three[0]}{number}4 {three}",
    )
    return Filling(to.chance.choice(styles), What.VEHICLE)


def national_insurance(to: Scene) -> Filling:
    """The prefix QQ has never been given to anybody."""
    style = to.chance.choice(("QQ ## ## ## C", "QQ######C", "QQ ###### A", "qq ## ## ## d", "QQ-##-##-##-B"))
    return Filling(digits(to.chance, style), What.NATIONAL_INSURANCE)


def postcode(to: Scene) -> Filling:
    outward = f"{to.chance.choice(_AREAS)}{to.chance.randrange(1, 30)}"
    inward = f"{to.chance.randrange(1, 10)}{_letters(to.chance, 2, _INWARD)}"
    styles = (
        f"{outward} {inward}",
        f"{outward} {inward}",
        f"{outward}{inward}",
        f"{outward} {inward}".lower(),
        f"{outward}  {inward}",
    )
    return Filling(to.chance.choice(styles), What.POSTCODE)


def address(to: Scene) -> Filling:
    told = _told(to)
    street = f"{to.chance.choice(told['streets'])} {to.chance.choice(told['street_words'])}"
    house, number = to.chance.choice(told["houses"]), to.chance.randrange(1, 250)
    styles = (
        *(
            f"{number} {street}",
            f"{number} {street}",
            f"{number}a {street}",
            f"No {number} {street}",
            f"Flat 3, {number} {street}",
        ),
        *(f"Flat {number % 40 + 1} {house}", f"{house}, {street}", f"{number} {street}".lower()),
    )
    return Filling(to.chance.choice(styles), What.ADDRESS)
