"""Days that the calendar tells without a figure: Christmas Day, Easter Monday, the first lockdown, a sixtieth birthday."""

import re
from collections.abc import Iterator

from journey_viewer.privacy.words.patterns import any_of, phrases
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found

_WEEKDAY = any_of(
    "monday tuesday wednesday thursday friday saturday sunday mon tues? weds? thurs? fri sat sun"
)
_FEASTS = phrases("""
christmas (?:day|eve|morning|night|afternoon|evening|dinner|lunch), (?:xmas|crimbo) (?:day|eve|morning|night|dinner), boxing day
new years?'?s?'? (?:day|eve|night|morning), nye, hogmanay, twelfth night, burns'? night, candlemas, valentine'?s(?: day)?
shrove tuesday, pancake day, ash wednesday, palm sunday, maundy thursday, good friday, holy (?:saturday|week), easter (?:day|eve|weekend)
mothering sunday, mother'?s day, father'?s day, all (?:fools|saints|souls)'? day, april fools'?(?: day)?, whit (?:sunday|monday), ascension day
may ?day, midsummer'?s? (?:day|eve|night), trinity sunday, remembrance (?:day|sunday), armistice day, ve ?day, d-day, vj day
st\\.? (?:patrick|george|david|andrew|swithin|stephen|nicholas|lucy)'?s day, bonfire night, guy fawkes(?: night)?, fireworks night, halloween
eid (?:day|al[- ]?fitr|al[- ]?adha|ul[- ]?fitr|ul[- ]?adha), laylat al[- ]qadr, yom kippur, rosh hashanah?, hanukkah, purim, diwali (?:day|night), holi
chinese new year, lunar new year, orthodox (?:christmas|easter), black friday, cyber monday, grand national day, derby day, cup final day
platinum jubilee(?: weekend)?, golden jubilee, diamond jubilee, jubilee weekend, (?:the )?coronation(?: day| weekend)?, royal wedding(?: day)?
(?:the )?(?:queen|king|prince philip)'s funeral, brexit day, leap (?:day|year day), results day, a[- ]level results day, election day, polling day
""")
_NTH = any_of("first second third 1st 2nd 3rd last")
_DAYS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_FEASTS}(?!\w)",
        rf"\b(?:easter|whit|bank holiday|christmas|xmas|eid|ramadan|carnival) {_WEEKDAY}\b",
        rf"\b(?:{_NTH} lockdown|lockdown (?:1|2|3|one|two|three))\b",
        rf"\b(?:{_NTH} day of (?:ramadan|lent|eid|advent|passover|term|school))\b",
        (
            r"\b(?:(?:his|her|their|mum's|dad's|my|\w+'s)\s)?(?:[1-8]?\d(?:st|nd|rd|th)|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty)?"
            r"[- ]?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|(?:ten|eleven|twelf|thirteen|fourteen|fifteen|sixteen"
            r"|seventeen|eighteen|nineteen|twentie|thirtie|fortie|fiftie|sixtie|seventie|eightie)th)\s(?:birthday|anniversary|wedding anniversary)\b"
        ),
        r"\b(?:silver|ruby|golden|diamond|pearl|sapphire|emerald|platinum) wedding(?: anniversary)?\b",
    )
)
_BEFORE_A_DAY = any_of(
    "on since from until till til to before after by due dated dob born seen rv r/v booked appt sent rang attended adm admitted",
    "came went bloods scan op discharged dc d/c in and for wc w/c w/e between mon tues? weds? thurs? fri sat sun clinic reviewed visited started stopped",
)
_POINTED = re.compile(
    rf"(?:\b{_BEFORE_A_DAY}\s|[(,]\s?|[-–]\s)((?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.)(?!\d)",
    re.IGNORECASE,
)
_SMALL_MONTH = any_of(
    "january february april june july august september october november december feb apr jul aug sept? oct nov"
)
_BEFORE_A_MONTH = any_of(
    "in since last next early late mid until till til by from before after during end\\sof start\\sof beginning\\sof"
)
_MONTH = re.compile(rf"\b{_BEFORE_A_MONTH}[\s-]({_SMALL_MONTH})\b(?!\s?(?:'|\d))", re.IGNORECASE)


def find_festivals(text: str) -> Iterator[Found]:
    for pattern in _DAYS:
        for match in pattern.finditer(text):
            yield Found(*match.span(), Rule.DATE)
    for pattern in (_POINTED, _MONTH):
        for match in pattern.finditer(text):
            yield Found(*match.span(1), Rule.DATE)
