import pytest

from journey_viewer.model.sharing import AS_USUAL, ForSharing
from journey_viewer.model.words import Family, Service
from journey_viewer.privacy.crowd import Cell
from journey_viewer.privacy.risk_words import contacts_in_words, known_in_words

COARSE = ForSharing(quarters=True, folded=frozenset(Family))


@pytest.mark.parametrize(
    ("cell", "count", "choices", "words"),
    [
        (Cell(7, Service.AMBULANCE), 1, AS_USUAL, "ambulance contact in month 7"),
        (Cell(7, Service.AMBULANCE), 2, AS_USUAL, "two ambulance contacts in month 7"),
        (Cell(1, Service.GP), 10, AS_USUAL, "ten GP practice contacts in month 1"),
        (Cell(1, Service.GP), 1_234, COARSE, "1,234 GP practice contacts in months 1 to 3"),
        (Cell(12, Service.AE), 1, AS_USUAL, "A&E contact in month 12"),
        (Cell(3, Service.URGENT_111), 1, AS_USUAL, "111 & out of hours contact in month 3"),
        (Cell(3, Service.INPATIENT), 1, AS_USUAL, "hospital stay in month 3"),
        (Cell(3, Service.INPATIENT), 2, AS_USUAL, "two hospital stays in month 3"),
        (Cell(4, Service.INPATIENT), 2, COARSE, "two hospital contacts in months 4 to 6"),
        (Cell(3, Service.OTHER), 1, AS_USUAL, "contact with another service in month 3"),
        (Cell(3, Service.OTHER), 3, AS_USUAL, "three contacts with another service in month 3"),
    ],
)
def test_contacts_are_told_by_service_and_month(
    cell: Cell, count: int, choices: ForSharing, words: str
) -> None:
    assert contacts_in_words(cell, count, choices) == words


GP, AE, POLICE = Cell(3, Service.GP), Cell(1, Service.AE), Cell(3, Service.OTHER)


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ([], ""),
        ([AE], "A&E in month 1"),
        ([GP, GP], "GP practice in month 3 (twice)"),
        ([AE, AE, AE], "A&E in month 1 (three times)"),
        ([GP, AE, GP], "A&E in month 1, and GP practice in month 3 (twice)"),
        ([GP, AE, POLICE], "A&E in month 1, GP practice in month 3, and another service in month 3"),
    ],
)
def test_what_is_known_is_told_in_the_order_of_time(cells: list[Cell], words: str) -> None:
    assert known_in_words(cells, AS_USUAL) == words
