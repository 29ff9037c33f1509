"""What a case file holds, in numbers: nothing in them tells of anybody."""

from journey_viewer.casefile.backups import backups
from journey_viewer.casefile.case_file import CaseFile
from journey_viewer.model.people import Person


def case_numbers(case_file: CaseFile) -> dict[str, int]:
    """How many there are of each thing, by its name."""
    kept = case_file.read()
    document = kept.document
    return {
        "people": sum(who != Person() for who in kept.lists.people),
        "touchpoints": len(kept.lists.touchpoints),
        "lists": len({source.file for source in kept.lists.current_sources}),
        "tables_in_them": len(kept.lists.current_sources),
        "rows_that_could_not_be_read": len(kept.lists.problems),
        "chosen": len(document.chosen),
        "objecting": len(document.objecting),
        "removed": len(document.removed),
        "sensitive_contacts": len(document.sensitive),
        "corrections": len(document.edits.corrected),
        "notes": len(document.notes),
        "cases_written_about": len(document.casework),
        "actions": len(document.actions),
        "meetings": len(document.meetings),
        "openings": len(case_file.openings),
        "exports": len(case_file.exports),
        "backups": len(backups(case_file.path)),
    }
