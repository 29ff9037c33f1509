from pathlib import Path

import pytest
from reading_kit import accounts, finished

from journey_viewer.model.imported import Imported
from journey_viewer.model.words import Service
from journey_viewer.reading.lists import find_lists, read_lists

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"

pytestmark = [
    pytest.mark.samples,
    pytest.mark.skipif(not SAMPLES.is_dir(), reason="the public samples do not lie beside the project"),
]


@pytest.fixture(scope="module")
def synthea() -> Imported:
    return finished(read_lists(find_lists([SAMPLES / "synthea-csv"])))


def test_every_row_of_synthea_is_accounted_for(synthea: Imported) -> None:
    assert [source.recognised_as for source in synthea.sources] == ["Synthea encounters", "Synthea patients"]
    assert accounts(synthea) == [(604, 604, 0, 0, 0, 0), (27, 0, 27, 0, 0, 0)]


def test_the_people_of_synthea_are_joined_with_their_encounters(synthea: Imported) -> None:
    assert len(synthea.people) == 27
    assert all(person.name and person.born and person.sex for person in synthea.people)


def test_the_american_classes_become_our_services(synthea: Imported) -> None:
    counts = {service: int(synthea.touchpoints.with_service(service).sum()) for service in synthea.supplied}
    assert counts == {Service.GP: 522, Service.AE: 19, Service.INPATIENT: 11, Service.OUTPATIENT: 52}


def test_imaging_is_recognised_and_lands_in_outpatients() -> None:
    imported = finished(read_lists(find_lists([SAMPLES / "imaging"])))
    assert [(s.recognised_as, s.sure) for s in imported.sources] == [("Diagnostic imaging", "certain")]
    assert imported.supplied == {Service.OUTPATIENT}
    assert len(imported.people) == len(imported.touchpoints) == 495


def test_synthetic_health_is_joined_with_its_patients() -> None:
    imported = finished(read_lists(find_lists([SAMPLES / "synthetic-health"])))
    encounters, patients = imported.sources
    assert (encounters.recognised_as, patients.recognised_as) == (
        "Synthetic health encounters",
        "Synthetic health patients",
    )
    assert (encounters.rows, patients.joined) == (7736, 1000)
    assert imported.supplied == {Service.GP, Service.AE, Service.INPATIENT, Service.OUTPATIENT}
    assert all(person.name and person.born for person in imported.people)
