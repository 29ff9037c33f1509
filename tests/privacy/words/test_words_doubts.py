"""What nobody can tell for certain is put before a person; what everybody knows is not."""

import pytest

from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.scrubber import Scrubber


def looked_at(scrubber: Scrubber, text: str) -> list[str]:
    return [piece.text for piece in scrubber.read(text) if piece.rule is Rule.UNKNOWN]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("BP has a plan", "BP"),
        ("PCN and R.H. both at home", "PCN"),
        ("the ward staff Ward", "Ward"),
        ("says Nurse can go", "Nurse"),
        ("d/w on call Pain", "Pain"),
        ("Pain (92) lives alone", "Pain"),
        ("Pain in bed", "Pain"),
        ("Long, cough for a week", "Long"),
        ("Summer joined a choir", "Summer"),
        ("left at the pharmacy for bishop", "bishop"),
        ("switched to Zobrivent", "Zobrivent"),
        ("changed from Zobrivent", "Zobrivent"),
    ],
)
def test_a_word_that_stands_where_a_name_would_is_looked_at_or_replaced(
    scrubber: Scrubber, text: str, words: str
) -> None:
    marked = " ".join(piece.text for piece in scrubber.read(text) if piece.rule is not Rule.KEPT)
    assert set(words.split()) <= set(marked.split())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Cross in bed", "Cross"),
        ("rang winsome 07700 900123", "winsome"),
        ("asked winsome to chase", "winsome"),
        ("partner winsome chucked him out", "winsome"),
        ("notes of winsome dob 12 Nov 2009", "winsome"),
        ("saw it at the Old Forge today", "Old Forge"),
        ("frost to do MCCD", "frost"),
        ("Moss more drowsy", "Moss"),
        ("rota says nowak not turner", "turner"),
        ('Cuckooed by "Red Liam" again', "Red Liam"),
    ],
)
def test_who_only_can_be_meant_is_replaced(scrubber: Scrubber, text: str, name: str) -> None:
    replaced = [piece.text for piece in scrubber.read(text) if piece.rule not in {Rule.KEPT, Rule.UNKNOWN}]
    assert name in replaced


@pytest.mark.parametrize(
    "text",
    [
        "Mark the skin, hope to discharge soon",
        "Fewer visits to A&E, fewer calls",
        "carers QDS, TIA clinic, Bishop 6, McMurray pos",
        "BP 140/80, ECG normal, seen in ED by GP",
        "MRI and CT done, DNA'd OPA",
        "referred to the Memory Clinic and Minor Injuries Unit",
        "seen on Ward 7 on a Monday",
        "Pain in left hip. Back in hospital. Well in herself.",
        "takes Ramipril, has Parkinson's disease",
        "NI: unknown",
        "mum called ambulance, daughter tearful re results",
        "NOTED PAIN IN CHEST, CALLED AMBULANCE",
    ],
)
def test_what_staff_write_every_day_is_not(scrubber: Scrubber, text: str) -> None:
    assert looked_at(scrubber, text) == []
