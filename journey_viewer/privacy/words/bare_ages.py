"""Ages of 90 and more that no word calls an age: "fem 94", "SMITH - 94 - OAKDENE", "no heating, 101"."""

import re
from collections.abc import Iterator

from journey_viewer.privacy.words.patterns import any_of
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found

_OLD = re.compile(
    r"(?<![\w.,/:+<>=~£$#^-])(?<![/:] )(?<!\d -)(?<!\d - )(?:9\d|10\d|11[03-5])\+?(?![\w/:%£^+-]|[.,]\d| ?/ ?\d|'[^s])"
)
_PEOPLE = any_of(
    "f m fem female male man woman lady gent gentleman girl boy pt patient client resident person mum dad mother father",
    "nan nana gran grandma grandad granddad grandfather grandmother husband wife hubby partner spouse aunt auntie uncle",
    "sister brother friend neighbour widow widower daughter son mr mrs he she who they",
    "both carer relative tenant nok retired age aged ages",
)
_BEFORE = re.compile(
    rf"\b{_PEOPLE}(?:'?s|'re|'ll)?[\s,:(-]{{1,3}}(?:(?:is|was|are|be|now|aged?|just|turned|nearly|almost|over|who is|is now|hits|turns|of)\s)*$"
    r"|\b(?:aged?|turned|turns|turning|hits|hit|nearing|approaching|reached|reaching|pushing)[\s:=-]{1,3}$",
    re.IGNORECASE,
)
_MEASURED = any_of(
    r"sats? spo2 o2 saturations? saturating satting hr pulse p heart rate bp systolic diastolic sbp dbp map temp rr resps? resp wt",
    "weight weighs weighed ht height bmi hb hgb egfr gfr mcv mch plt plts platelets crp esr alt ast alp ggt ck ldl chol na",
    "creat creatinine cr urea bm bms bgl glucose cbg ferritin tsh psa fit acr ferr folate b12 vit score scored scores",
    "scoring ace moca mmse gad phq audit peak flow pf pefr fev1 fvc fev dose units? mg ml mcg g kg lbs stone cm mm bpm",
    "measured measures measuring reading readings result results level levels obs approx circumference waist room rm bed ward",
    "flat no number bay bus route page box of for x qty quantity tabs? times every call called phone phoned tel dial rang ring 111 999 item items iq",
    "percentile centile percent per within rate output intake drain drained residual distance walked metres m km miles minutes",
    "mins hours hrs days weeks degrees from to than under below above over between range cat category section s117 code",
    "questions out total sum count points",
)
_MEASURE = re.compile(
    rf"\b{_MEASURED}\b[\s:=~.'<>-]*(?:(?:is|was|of|at|about|around|approx|down|up|to|now|only|all)\s)*$",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"\s?%|\s?(?:mg|ml|mcg|g|kg|cm|mm|bpm|mmhg|mmol|units?|u|iu|lbs?|st|kcal|ng|nmol|umol|micro\w*|l|litres?|m|metres?|ft|mins?"
    r"|minutes?|h|hrs?|hours?|days?|weeks?|wks?|months?|tabs?|tablets|puffs?|x|per|percent|degrees|pounds|times|people|calls"
    r"|attendances|contacts|visits|on (?:air|ra|room|oxygen|o2|\d)|ra|air|steps|miles|points?|out of|over \d|reg|regular|sr)(?!\w)",
    re.IGNORECASE,
)
_INCHES = re.compile(r"\s?in(?!\w)")  # or "in spring"
_NEAR = 24  # signs in which what is measured or whoever is meant stands


def find_bare_ages(text: str) -> Iterator[Found]:
    """Beside a person they are ages; elsewhere wherever nothing is measured."""
    for match in _OLD.finditer(text):
        before = text[max(0, match.start() - _NEAR) : match.start()]
        somebodys = _BEFORE.search(before) is not None
        measured = not somebodys and (_MEASURE.search(before) or _INCHES.match(text, match.end()))
        if not measured and not _UNIT.match(text, match.end()):
            yield Found(*match.span(), Rule.AGE_OVER_90)
