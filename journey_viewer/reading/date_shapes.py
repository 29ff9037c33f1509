"""How dates are written, as patterns in which every digit stands as 0: the first that fits a text whole counts."""

import re

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = "(?P<day>0{1,2})(?:st|nd|rd|th)?"
_MONTH = (
    "(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = "(?P<year>0000)"
_SHORT_YEAR = "(?:(?P<year>0000)|'?(?P<short>00))"
_PART = "(?:(?P<early>early|start of|beginning of) (?:in )?|(?P<late>late|end of) (?:in )?|(?:mid(?:dle of)?[- ]))?"
_SEP = r"(?P<sep> ?[-/.] ?| )"
_RUNGS = (
    rf"{_YEAR}{_SEP}(?P<month>0{{1,2}})(?P=sep)(?P<day>0{{1,2}})",
    "(?P<year>0000)(?P<month>00)(?P<day>00)",
    rf"(?P<one>0{{1,2}}){_SEP}(?P<two>0{{1,2}})(?P=sep){_SHORT_YEAR}",
    rf"{_DAY}[-/. ]*(?:of )?{_MONTH}[-/., ]*{_SHORT_YEAR}",
    rf"{_MONTH} ?{_DAY},? {_YEAR}",
    rf"{_PART}{_MONTH}[-/, ]*{_YEAR}",
)
_WEEKDAY = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]? )?"
_TIME = (
    r"(?:(?:t|,? (?:at )?)(?P<hour>0{1,2})[:.](?P<minute>00)(?:[:.](?P<second>00)(?:[.,]0+)?)?"
    r" ?(?P<half>[ap]m)?(?: ?(?:(?P<utc>z)|(?P<sign>[-+])(?P<ahead>00):?(?P<ahead_minutes>00)?))?)?"
)
_BEFORE = r"(?P<before>(?:\?+|~|\(\?\)|w/?c|week (?:of|commencing|beginning)|wk|c\.?|ca\.?|circa|approx\.?|approximately|about|around|maybe) ?)?"
_AFTER = r"(?P<after> ?(?:\?+|\(\?\)|\(?approx\.?\)?|\(?approximately\)?))?"
LADDER = tuple(re.compile(f"{_BEFORE}{_WEEKDAY}{rung}{_TIME}{_AFTER}") for rung in _RUNGS)
