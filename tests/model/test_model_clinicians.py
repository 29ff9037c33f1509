import pytest

from journey_viewer.model.clinicians import role_of
from journey_viewer.model.words import Service


@pytest.mark.parametrize(
    ("clinician", "service", "role"),
    [
        ("Dr Hugh Lanyon", Service.GP, "GP"),
        ("DR LANYON", Service.OUTPATIENT, "Doctor"),
        ("Lanyon, H (Registrar)", Service.AE, "Doctor"),
        ("Mr Quill, consultant", Service.OUTPATIENT, "Consultant"),
        ("Practice nurse Ida Vane", Service.GP, "Nurse"),
        ("Sister Pryce", Service.COMMUNITY, "Nurse"),
        ("Clinical pharmacist", Service.GP, "Pharmacist"),
        ("Otto Physick", Service.COMMUNITY, "Clinician"),
        ("M Bell (OT)", Service.COMMUNITY, "Occupational therapist"),
        ("Physio", Service.COMMUNITY, "Physiotherapist"),
        ("J Finn, link worker", Service.VOLUNTARY, "Link worker"),
        ("J Finn", Service.VOLUNTARY, "Worker"),
        ("J Finn", Service.SOCIAL_CARE, "Worker"),
        ("J Finn", Service.AMBULANCE, "Crew"),
        ("J Finn", Service.GP, "Clinician"),
        ("👩‍⚕️", Service.GP, "Clinician"),
        ("", Service.GP, ""),
        ("   ", Service.AMBULANCE, ""),
    ],
)
def test_a_clinician_leaves_as_a_role(clinician: str, service: Service, role: str) -> None:
    assert role_of(clinician, service) == role
