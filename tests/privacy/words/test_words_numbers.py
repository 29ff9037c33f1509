import pytest

from journey_viewer.privacy.words.pieces import Rule, leaving
from journey_viewer.privacy.words.scrubber import Scrubber

ODD_SPELLINGS = {
    "plain": "9990001234",
    "spaces": "999 000 1234",
    "double spaces": "999  000  1234",
    "no-break spaces": "999\u00a0000\u00a01234",
    "thin spaces": "999\u2009000\u20091234",
    "dashes": "999-000-1234",
    "en dashes": "999–000–1234",
    "spaced dashes": "999 - 000 - 1234",
    "points": "999.000.1234",
    "slashes": "999/000/1234",
    "underscores": "999_000_1234",
    "zero-width spaces": "999\u200b000\u200b1234",
    "soft hyphens": "999\u00ad000\u00ad1234",
    "full-width digits": "９９９ ０００ １２３４",
    "Arabic-Indic digits": "٩٩٩ ٠٠٠ ١٢٣٤",
    "grouped as 4-3-3": "9990 001 234",
    "across a line break": "999 000\n1234",
    "across a line break of Windows": "999 000\r\n1234",
    "wrong check digit": "999 000 1235",
    "letter O": "999 OOO 1234",
    "letter I": "999 000 I234",
    "letter l": "999 000 l234",
    "one letter inside": "99900O1234",
    "letters in pairs of digits": "99 90 OO 12 34",
    "brackets": "(999) 000 1234",
    "digit by digit": "9 9 9 0 0 0 1 2 3 4",
}


@pytest.mark.parametrize("number", ODD_SPELLINGS.values(), ids=ODD_SPELLINGS)
@pytest.mark.parametrize("sentence", ["NHS {} seen today", "{}", "pt ({}) fell", "fell.{}, then rang"])
def test_an_nhs_number_is_masked_in_any_spelling(scrubber: Scrubber, sentence: str, number: str) -> None:
    assert leaving(scrubber.read(sentence.format(number))) == sentence.format("[number]")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("MRN 1234567", "MRN 1234567"),
        ("hospital number A123456", "A123456"),
        ("EMIS no: 48213", "48213"),
        ("ref ABC/12345/9", "ABC/12345/9"),
        ("local id L-775310 noted", "L-775310"),
        ("sort code 12-34-56", "12-34-56"),
        ("acct 12345678", "12345678"),
        ("card 4929 1234 5678 9012", "4929 1234 5678 9012"),
        ("passport no. 123456789", "123456789"),
        ("incident 20431", "20431"),
        ("case RX4471902B", "RX4471902B"),
    ],
)
def test_numbers_of_other_kinds_are_found(scrubber: Scrubber, text: str, number: str) -> None:
    assert (number, Rule.NUMBER) in {(piece.text, piece.rule) for piece in scrubber.read(text)}


@pytest.mark.parametrize(
    "text",
    [
        "BP 120/80, pulse 72, sats 98%",
        "HbA1c 58 mmol/mol",
        "amlodipine 5mg od, 28 tablets",
        "review in 2/52, bloods 3/7",
        "FEV1 60%, PHQ9 12/27, QRISK3 14.2%",
        "called 111 then 999",
        "seen at 10:30",
        "COVID19 vaccine, B12 low, T2DM",
        "platelets 250, WCC 7.2, CRP 5",
    ],
)
def test_measurements_stay(scrubber: Scrubber, text: str) -> None:
    assert leaving(scrubber.read(text)) == text
