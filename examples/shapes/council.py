"""Adult social care as Client Level Data: a row an event, a service without an end goes on."""

from collections.abc import Sequence
from datetime import date

from journeys import Row

from shapes.words import in_words, local_id, of_list
from shapes.workbooks import Line, workbook

_EVENTS = {"Assessment": ["assess"], "Review": ["review"]}
_COMPONENTS = {
    "Short term residential care": ["respite"],
    "Long term residential care": ["care home"],
    "Day support": ["day centre"],
    "Direct payment": ["personal assistant"],
}
_OUTCOMES = {
    "Referred": "Progress to assessment, review or reassessment",
    "Refused": "NFA: No services offered for other reason",
}


def files(rows: Sequence[Row]) -> dict[str, bytes]:
    events = of_list(rows, "CLD")
    lines = [_event(f"E{30001 + place}", row) for place, row in enumerate(events)]
    return {
        "riverside-client-level-data.xlsx": workbook(
            "Riverside Council: Client Level Data", {"Invented": lines}
        )
    }


def _event(reference: str, row: Row) -> Line:
    person = row.person
    event = "Service" if row.end else in_words(_EVENTS, row.reason, "Request")
    return {
        "LA_Code": "999",
        "Reporting_Period_Start_Date": date(2024, 4, 1),
        "Reporting_Period_End_Date": date(2026, 3, 31),
        "NHS_Number": person.digits,
        "LA_Person_Unique_Identifier": local_id(person, "CLD"),
        "Gender": person.sex,
        "Date_of_Birth": person.born,
        "Date_of_Death": person.died or "",
        "Client_Type": "Service User",
        "Event_Type": event,
        "Event_Reference": reference,
        "Event_Start_Date": row.start.date(),
        "Event_End_Date": _end(row),
        "Event_Description": row.reason,
        "Assessment_Type": "Long term assessment" if event == "Assessment" else "",
        "Service_Component": _component(row) if event == "Service" else "",
        "Review_Reason": "Planned" if event == "Review" else "",
        "Event_Outcome": ""
        if row.end
        else _OUTCOMES.get(row.outcome, "Progress to support planning or services"),
    }


def _component(row: Row) -> str:
    if row.team.name == "Home care":
        return "Home support or domiciliary care"
    return (
        row.team.name
        if row.team.name == "Reablement"
        else in_words(_COMPONENTS, row.reason, "Community support")
    )


def _end(row: Row) -> date | str:
    """Only a service may be open; anything else is handed over once it is over."""
    if row.end is None:
        return row.start.date()
    return row.end if isinstance(row.end, date) else ""
