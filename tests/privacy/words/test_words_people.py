import pytest

from journey_viewer.privacy.words.pieces import Rule, leaving
from journey_viewer.privacy.words.scrubber import Scrubber


@pytest.mark.parametrize(
    ("text", "leaves"),
    [
        ("seen by Dr Khan", "seen by Dr [name]"),
        ("seen by dr young again", "seen by dr [name] again"),
        ("Mrs O'Brien fell", "Mrs [name] fell"),
        ("Mr van der Berg fell", "Mr [name] fell"),
        ("the practice nurse Joy came", "the practice nurse [name] came"),
        ("her daughter Karen rang", "her daughter [name] rang"),
        ("his son (Tom) rang", "his son ([name]) rang"),
        ("mum's name is Rose", "mum's name is [name]"),
        ("friend: Bill", "friend: [name]"),
        ("lives with mark", "lives with [name]"),
        ("spoke to Mark and Anne-Marie Okonkwo today", "spoke to [name] and [name] today"),
        ("saw Karen Featherstonehaugh-Zz", "saw [name]"),
        ("Grace said no", "[name] said no"),
        ("Will rang again", "[name] rang again"),
        ("karen is unwell", "[name] is unwell"),
        ("Karen's mother", "[name]'s mother"),
        ("J. Smith called", "[name] called"),
        ("SMITH, John", "[name]"),
        ("Siân Llewellyn rang", "[name] rang"),
        ("Ka\u200bren rang", "[name] rang"),
        ("𝐊𝐚𝐫𝐞𝐧 rang", "[name] rang"),
        ("Ms Parkinson has Parkinson's disease", "Ms [name] has Parkinson's disease"),
        ("PATIENT SEEN BY JOHN SMITH IN CLINIC", "PATIENT SEEN BY [name] IN CLINIC"),
    ],
)
def test_names_leave_as_one_mark(scrubber: Scrubber, text: str, leaves: str) -> None:
    assert leaving(scrubber.read(text)) == leaves


@pytest.mark.parametrize(
    "text",
    [
        "Will attend clinic tomorrow",
        "May need physio",
        "Mark the skin, pat dry",
        "she rose from the chair and will grant access",
        "her daughter will attend, his son may not",
        "Dr on call, nurse practitioner, the doctor said no",
        "Long history of back pain. White cells raised. Brown sputum.",
        "friend of the family, carer support, partner present",
        "Hope to discharge soon",
    ],
)
def test_ordinary_words_that_are_names_too_stay(scrubber: Scrubber, text: str) -> None:
    assert leaving(scrubber.read(text)) == text


@pytest.mark.parametrize("text", ["a Rascal to all", "Rascal asked"])
def test_a_word_that_may_be_what_somebody_is_called_does_not_just_stay(scrubber: Scrubber, text: str) -> None:
    assert {piece.rule for piece in scrubber.read(text)} & {Rule.UNKNOWN, Rule.NAME}
