"""What a person who opens the workbook first needs to know."""

from dataclasses import dataclass
from typing import Literal

from journey_viewer.model.phrases import many
from journey_viewer.privacy.anonymous_pack import AnonymousPack


@dataclass(frozen=True)
class Paragraph:
    role: Literal["title", "heading", "text"]
    text: str


_IS = (
    "What people went through across services, for learning together. What the slides show, as lists.",
    "It holds no name, number, date of birth or address. Nobody is to be looked for in it.",
)
_ANONYMISED = (
    (
        "Ages are in bands. Time is counted in months from each person’s first touchpoint in the period, which is in"
        " month 1; inside a month only the order is kept. Where months are told together, it says from which to which."
    ),
    (
        "Lengths are in classes, such as up to a week. Clinicians are told by role and order of appearance, so that"
        " GP 1 is the same person throughout one case and somebody else in another. Places are told by kind."
    ),
    "Words stand here only where they were written or ticked for sharing.",
)
_COUNTED = (
    (
        "A touchpoint is one dated contact with a service, whether or not it took place: missed, cancelled and refused"
        " ones are counted, and so are stays and services that stayed open."
    ),
    "An attended contact is a touchpoint that took place.",
    "0 says that a list was there and told of none. “not supplied” says that there was no list, so nothing is known.",
    "“told together” says that this case gives one number for several services, which stands in their own column.",
    "Followed by is not caused by.",
)
_SHEETS = (
    "Cases: one row a case, in numbers.",
    "Chronologies: one row a touchpoint, in order.",
    (
        "In common, where there is anything: patterns that half the cases show, and three at least. The cases were chosen"
        " for being the most extreme: check a pattern on the whole list before planning around it."
    ),
    "Written for sharing: headlines, notes, and what could be different.",
    "Actions: what was agreed, and by when. The days are those of the meetings and not of any person.",
)


def read_me(pack: AnonymousPack) -> list[Paragraph]:
    sections = (
        ("What this is", (*_IS, _made(pack))),
        ("How it was anonymised", _ANONYMISED),
        ("What is counted", _COUNTED),
        ("The sheets", _SHEETS),
        *(
            [("Thresholds that were changed", tuple(each.in_words for each in pack.changed))]
            if pack.changed
            else []
        ),
    )
    told = [Paragraph("title", pack.title or "Journeys, anonymised")]
    for heading, texts in sections:
        told += [Paragraph("heading", heading), *(Paragraph("text", text) for text in texts)]
    return told


def _made(pack: AnonymousPack) -> str:
    return f"{many(len(pack.cases), 'case')}, put together with Journey Viewer."
