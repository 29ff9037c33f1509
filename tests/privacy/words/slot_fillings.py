"""What is written in each slot of the test sentences, half of the people and places from the loaded lists."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from invented_world import FIRST, LISTED, Filling, Scene, Source, What, nhs_number, somebody, words
from reaching_fillings import (
    address,
    bare_handle,
    email,
    handle,
    national_insurance,
    postcode,
    telephone,
    url,
    vehicle,
)
from spelt import MONTHS, mistyped, spelt_day, spelt_number

_TENS = (
    "ninety",
    "ninety-one",
    "ninety two",
    "ninety-three",
    "ninety-four",
    "ninety five",
    "ninety-six",
    "ninety-nine",
)


def _birth_date(to: Scene) -> Filling:
    day = to.person.born
    text = f"{day:%d%m%Y}" if to.chance.random() < 0.05 else spelt_day(to.chance, day)
    return Filling(text, What.BIRTH_DATE, to.person.known)


def _date(to: Scene) -> Filling:
    """Any day of two years; a third of the time without its year, as in "seen 14th Feb" or "seen 24/6"."""
    day = date(2024, 4, 1) + timedelta(days=to.chance.randrange(720))
    name = MONTHS[day.month - 1]
    style = to.chance.random()
    if style < 0.1 and day.month not in {7, 12} and day.day > 12:  # 3/7 is three days, 2/12 two months
        return Filling(f"{day.day}/{day.month}", What.DATE)
    if style < 0.3:
        return Filling(
            to.chance.choice((f"{day.day} {name}", f"{day.day}{name}", f"{day:%A} {day.day} {day:%B}")),
            What.DATE,
        )
    return Filling(spelt_day(to.chance, day), What.DATE)


def _age(to: Scene) -> Filling:
    return Filling(str(to.chance.choice((*range(90, 100), 91, 92, 93, 94, 100, 101, 103))), What.AGE)


def _age_in_words(to: Scene) -> Filling:
    return Filling(to.chance.choice(_TENS), What.AGE)


def _initials(to: Scene) -> Filling:
    """Two or three capitals that are no abbreviation or small word that staff use."""
    used = clinical_words(to.world.source) | {
        "am",
        "as",
        "at",
        "be",
        "by",
        "do",
        "go",
        "he",
        "if",
        "in",
        "is",
        "it",
        "me",
        "my",
        "no",
        "of",
        "on",
        "or",
        "so",
        "to",
        "up",
        "us",
        "we",
    }
    while True:
        text = "".join(to.chance.choice("ABCDEFGHJKLMNPRSTW") for _ in range(to.chance.choice((2, 2, 2, 3))))
        if text.lower() not in used and text not in {
            "SW",
            "ED",
            "GP",
            "AE",
            "NR",
            "LA",
            "CT",
            "DR",
            "MR",
            "MS",
            "RN",
            "PA",
            "PR",
            "TB",
            "ASC",
            "LAS",
        }:
            return Filling(text, What.INITIALS)


def _dotted(to: Scene) -> Filling:
    text = to.chance.choice(("{0}.{1}.", "{0}. {1}.", "{0}.{1}", "{0}.{2}.{1}."))
    return Filling(
        text.format(to.person.forename[0], to.person.surname[0].upper(), to.chance.choice("ABCDEGHJM")),
        What.INITIALS,
    )


def _one_of(field: str, what: What) -> Callable[[Scene], Filling]:
    """A place: on the lists about half of the time."""

    def fill(to: Scene) -> Filling:
        known = to.chance.random() < LISTED
        names: Sequence[str] = getattr(to.world.listed if known else to.world.others, field)
        return Filling(to.chance.choice(names), what, known)

    return fill


def _clinician(style: str) -> Callable[[Scene], Filling]:
    def fill(to: Scene) -> Filling:
        if to.chance.random() < LISTED:
            forename, surname = to.chance.choice(to.world.clinicians)
            return Filling(style.format(forename, surname), What.CLINICIAN, known=True)
        other = somebody(to.chance, to.world.others, known=False)
        return Filling(style.format(other.forename, other.surname), What.CLINICIAN)

    return fill


def _unlisted(style: str, what: What) -> Callable[[Scene], Filling]:
    """Somebody whom no list knows; a relative mostly has the person's surname."""

    def fill(to: Scene) -> Filling:
        other = somebody(to.chance, to.world.others, known=False)
        if what is What.RELATIVE and to.chance.random() < 0.7:
            other = replace(other, surname=to.person.surname)
        return Filling(style.format(other.forename, other.surname), what)

    return fill


def _person(style: str) -> Callable[[Scene], Filling]:
    def fill(to: Scene) -> Filling:
        return Filling(style.format(to.person.forename, to.person.surname), What.NAME, to.person.known)

    return fill


def _chosen(field: str, what: What | None) -> Callable[[Scene], Filling]:
    """What the lists of the set have: those of its identities, or of its clinical words where it identifies nobody."""

    def fill(to: Scene) -> Filling:
        file = to.world.source.identities if what else to.world.source.clinical
        return Filling(to.chance.choice(words(file)[field]), what)

    return fill


def _number(to: Scene) -> Filling:
    return Filling(spelt_number(to.chance, to.person.nhs_number), What.NHS_NUMBER, to.person.known)


def _bad_number(to: Scene) -> Filling:
    number = to.person.nhs_number if to.chance.random() < 0.5 else nhs_number(to.chance)
    return Filling(mistyped(to.chance, number), What.MISTYPED)


def _local(to: Scene) -> Filling:
    return Filling(to.person.local_id, What.LOCAL_ID, to.person.known)


def _young(to: Scene) -> Filling:
    return Filling(to.chance.choice(("4 yrs", "8/12 old", "11", "aged 3", "7yo")), None)


@cache
def clinical_words(source: Source = FIRST) -> frozenset[str]:
    """Every word of the clinical lists, lower case, but those that are no use alone."""
    listed = words(source.clinical)
    return frozenset(word.lower() for terms in listed.values() for term in terms for word in term.split()) - {
        "of",
        "the",
        "as",
    }


SLOTS: dict[str, Callable[[Scene], Filling]] = {
    "name": _person("{0} {1}"),
    "name_other": _unlisted("{0} {1}", What.NAME),
    "forename": _person("{0}"),
    "surname": _person("{1}"),
    "surname_first": _person("{1}, {0}"),
    "nick": _chosen("nicknames", What.NICKNAME),
    "rel": _unlisted("{0}", What.RELATIVE),
    "rel_full": _unlisted("{0} {1}", What.RELATIVE),
    "carer": _unlisted("{0}", What.CARER),
    "carer_full": _unlisted("{0} {1}", What.CARER),
    "clin": _clinician("{1}"),
    "clin_fore": _clinician("{0}"),
    "clin_full": _clinician("{0} {1}"),
    "initials": _initials,
    "initials_dotted": _dotted,
    "nhs": _number,
    "nhs_bad": _bad_number,
    "local": _local,
    "dob": _birth_date,
    "date": _date,
    "age": _age,
    "age_words": _age_in_words,
    "age_young": _young,
    "address": address,
    "postcode": postcode,
    "town": _chosen("towns", What.TOWN),
    "phone": telephone,
    "email": email,
    "url": url,
    "handle": handle,
    "handle_bare": bare_handle,
    "vehicle": vehicle,
    "ni": national_insurance,
    "hospital": _one_of("hospitals", What.HOSPITAL),
    "surgery": _one_of("surgeries", What.SURGERY),
    "care_home": _one_of("care_homes", What.CARE_HOME),
    "school": _one_of("schools", What.SCHOOL),
    "complaint": _chosen("complaints", None),
    "condition": _chosen("conditions", None),
    "drug": _chosen("drugs", None),
}
