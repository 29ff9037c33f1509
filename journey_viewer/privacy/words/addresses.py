"""Where somebody lives: house and street, flats, named houses, streets without a number."""

import re
from collections.abc import Iterator

from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found

_STREET = (
    r"(?:roads?|rd|streets?|str?|lane|ln|avenue|ave|av|drive|dr|close|cl|crescent|cres|court|ct|gardens?|gdns?|grove|gr"
    r"|place|pl|terrace|terr?|way|walk|hill|rise|row|square|sq|mews|parade|green|view|park|parkway|boulevard|blvd"
    r"|crossing|vale|wharf|quay|yard|gate|path|end|meadows?|mead|croft|fold|chase|bank|broadway|esplanade|promenade"
    r"|circus|cottages|villas|mount|approach|link|bridge|common|fields?|orchard|wynd|brae|heights?|passage|loke|drove)"
)
_SURE_STREET = r"(?:road|rd|street|lane|avenue|ave|drive|close|crescent|cres|gardens|gdns|grove|terrace|mews|boulevard|parkway)"
_CAPITAL = r"(?:[A-Z][a-z'][\w']*(?:-(?:y|yr|le|on|upon|in|the|by)-[A-Z][\w']*)?|[A-Z]\b|St\.?)"
_NUMBER = r"(?:\d{1,4}(?:\s?[A-Za-z](?![\w']))?(?:\s?[-/]\s?\d{1,4}[A-Za-z]?)?)"
_SMALL = r"(?:a|an|the|on|in|of|at|to|and|for|with|from|by|his|her|their|my|our|x|per|times?|days?|weeks?|months?|years?|hours?|mins?|minutes?|falls?|mg|ml|mcg|g|units?|this|that|is|was|has|had|visits?|seizures?|steps?|miles?|children|people|stairs|mile|hour|minute|day|week|month|year|same|other|both|am|pm|or|off|out)"
_OTHERS = r"(?:main|busy|the|this|that|same|high|a|an|other|their|his|her|my|our|wrong|right|far|long|new|old|side|country|back|front|first|next|one|open|public|by|my|clear|in|of|on|no|any|every|quiet|is|was|and)"
_TAIL = rf"(?:,\s(?:[Tt]he\s)?{_CAPITAL}(?:[\s-]{_CAPITAL}){{0,2}}(?=,|\.|;|$|\s(?:in|with|and|for|since|on|[A-Z]{{1,2}}\d)))*"  # village and town after it
_STREET_CAPITAL = r"Way|St|Ln|Dr|Drive|Place|Court|Hill|Rise|Row|Walk|Close|Square|View|Point|Wharf|Forge|Mill|Quay|Yard|Croft|Bank|Mead|Meadow|Fold|Parade|Broadway|Mount|Vale|Heights|Cres|Gdns|Terr|Rd|Ave|Road|Street|Lane|Avenue|Crescent|Gardens|Grove|Terrace|Mews"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # 14 Elm Road · Flat 3, 14a St John's Rd · 22-24 The Old High Street
        rf"\b(?:[Nn]o\.?\s?|[Nn]umber\s)?{_NUMBER},?\s+(?:(?:[Tt]he|{_CAPITAL})[\s-]+(?:(?:of|the|and|on|in|le|y|yr|ap|ar)[\s-])?){{0,4}}(?i:{_STREET})\b(?=[\s,.;:)]|$)(?!\s*(?:-?\d+\s?)?(?:mg|ml)){_TAIL}",
        rf"\b(?:[Nn]o\.?\s?|[Nn]umber\s)?{_NUMBER},?\s+(?:(?!{_SMALL}\b)[a-z']{{2,}}[\s-]+){{1,3}}(?!\b(?:way|end|walk|rise|view|place|row|dr|av|st|hill|gate|path|park|bank|link|green|common|approach|bridge|mount)\b){_STREET}\b",
        rf"\b(?i:flat|apartment|apt|maisonette|bedsit|plot|pitch|caravan|studio|penthouse)\.?\s?(?:no\.?\s?|number\s)?(?:\d{{1,4}}[A-Za-z]?|[A-H])\b(?:,?\s(?:[Tt]he\s)?(?:{_CAPITAL}[\s-]){{0,2}}{_CAPITAL}(?=,|\.|;|:|\s-\s|$))?(?:,?\s+(?:{_CAPITAL}[\s-]+){{0,3}}(?:House|Court|Tower|Towers|Lodge|Heights|Point|Mansions|Building|Buildings|Block|Place|Gardens|Wharf|Mill)\b)?",
        # Tannery Point, Gas House St · at Canal Way
        rf"\b(?:{_CAPITAL}\s){{0,2}}{_CAPITAL},\s(?:{_CAPITAL}[\s-]){{1,3}}(?:{_STREET_CAPITAL})\b{_TAIL}",
        rf"(?:(?<=\bat )|(?<=, )|(?<=: ))(?:{_CAPITAL}[\s-]){{1,3}}(?:{_STREET_CAPITAL})\b{_TAIL}",
        rf"(?:(?<=\bat )|(?<=, )|(?<=: )|(?<=\bto )|(?<=from )|(?<=visit )|(?<=visited )){_NUMBER}\s(?:(?!{_SMALL}\b)[a-z'-]{{2,}}\s){{1,3}}{_STREET}\b",
        # Elm Road · Old High Street, without a number
        rf"\b(?:{_CAPITAL}[\s-]+(?:(?:of|the|and|le|y|yr|ap|ar)\s)?){{1,3}}(?:(?:Road|Rd|Street|Lane|Avenue|Ave|Close|Crescent|Cres|Gardens|Gdns|Grove|Terrace|Mews|Boulevard|Parkway)|(?<=[a-z'] )(?:road|street|lane|avenue|close|crescent|drive|grove|terrace|mews))\b",
        rf"\b(?:[Ll]ives?|[Ll]iving|[Rr]esides?|[Aa]ddress|[Mm]oved|[Hh]ome|[Ff]lat|[Hh]ouse)\b(?:\s+(?:is|at|in|on|to|near|off|of|just))*[\s:]+(?:{_CAPITAL}\s+){{1,3}}{_STREET.replace('(?:', '(?i:', 1)}\b",
        rf"(?i:\b(?:on|at|in|to|of|from|off|near)\s+(?!{_OTHERS}\b)([a-z']{{3,}}\s+(?:{_SURE_STREET}))\b)",
        # Rose Cottage · The Old Rectory
        rf"\b(?:[Tt]he\s+)?(?:{_CAPITAL}[\s-]+){{1,3}}(?:Cottages?|Bungalow|Farm|Farmhouse|Villa|Villas|Barn|Manor|Grange|Rectory|Vicarage|Lodge|Mansions?|Towers?|Almshouses|Estate|Caravan Park|Mobile Home Park|Tower Block)\b",
        r"\b(?:PO|P\.O\.)\s?[Bb]ox\s?\d+\b",
    )
)


def find_addresses(text: str) -> Iterator[Found]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield Found(*match.span(match.lastindex or 0), Rule.ADDRESS)
