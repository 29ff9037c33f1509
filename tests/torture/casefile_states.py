"""Case files of the trials of torture_casefile: what they hold, and what must be so after any trouble."""

import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from invented import contact, listed

from journey_viewer.casefile import cipher
from journey_viewer.casefile.backups import backup_folder, backups
from journey_viewer.casefile.case_file import CaseFile
from journey_viewer.casefile.opening import create_case_file, last_good_backup, open_case_file
from journey_viewer.errors import JourneyError
from journey_viewer.model.actions import Action
from journey_viewer.model.document import Document
from journey_viewer.model.kept import Kept
from journey_viewer.model.notes import Note
from journey_viewer.model.people import Person

PASSPHRASES = ("quince harbour lantern fennel", "gravel bishop ukulele thimble")
PLANTED = (
    "Ottilie Quayle-Thistlewood",
    "Planned sorcery at night",
    "Doctor Lavender Oakes",
    "999 000 0018 0026",
)
_SEARCHED = tuple(word.encode(form) for word in PLANTED for form in ("utf-8", "utf-16-le", "utf-16-be"))
_ROUNDS = 1_000
_TOUCHPOINTS = 60


class State(NamedTuple):
    """What a file holds: the number in its writings, the number in its lists, and which passphrase opens it."""

    writing: int = 0
    lists: int = 0
    passphrase: int = 0

    @property
    def kept(self) -> Kept:
        """Every number stands in two records at least, which must agree."""
        rows = [
            contact(0, "2025-01-01", reason=f"{PLANTED[1]} {self.lists}", clinician=PLANTED[2], row=row)
            for row in range(2, _TOUCHPOINTS + 2)
        ]
        people = (Person(f"{PLANTED[0]} {self.lists}", PLANTED[3]),)
        note = Note(1, 0, f"{PLANTED[1]} {self.writing}")
        action = Action(1, 0, f"{PLANTED[0]} {self.writing}")
        return Kept(listed(*rows, people=people), Document(notes=(note,), actions=(action,)))


def found_in(kept: Kept, passphrase: int) -> State | None:
    """What this tells of; None where its records do not agree."""
    if kept.document == Document() and not len(kept.lists.touchpoints):
        return State(-1, -1, passphrase)
    writings = {kept.document.notes[0].text.split()[-1], kept.document.actions[0].what.split()[-1]}
    lists = {*(reason.split()[-1] for reason in kept.lists.touchpoints.reason)}
    lists.add(kept.lists.people[0].name.split()[-1])
    if len(writings) > 1 or len(lists) > 1 or len(kept.lists.touchpoints) != _TOUCHPOINTS:
        return None
    return State(int(writings.pop()), int(lists.pop()), passphrase)


def save(case_file: CaseFile, old: State, new: State) -> State:
    """Keep the new state in place of the old one."""
    before, after = old.kept, new.kept
    after = after if old.lists != new.lists else replace(after, lists=before.lists)
    for _ in case_file.keep(before, after):
        pass
    return new


def begun(path: Path, state: State) -> State:
    """A case file in this state, closed."""
    with create_case_file(path, PASSPHRASES[state.passphrase]) as case_file:
        return save(case_file, State(-1, -1), state)


def look(folder: Path, counts: Counter[str]) -> None:
    """Search every byte of every file for what was planted."""
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            counts["files searched"] += 1
            counts["planted values seen"] += sum(word in content for word in _SEARCHED)


def after_trouble(path: Path, allowed: list[State], counts: Counter[str]) -> State | None:
    """The state that is found, counted as lost or torn where it is none of those that may be; None then."""
    look(path.parent, counts)
    for passphrase in dict.fromkeys(state.passphrase for state in allowed):
        try:
            with open_case_file(path, PASSPHRASES[passphrase]) as case_file:
                found = found_in(case_file.read(), passphrase)
        except JourneyError:
            continue
        counts["torn"] += found is None
        counts["lost"] += found is not None and found not in allowed
        return found if found in allowed else None
    counts["lost"] += 1
    return None


def tidy(path: Path, state: State, counts: Counter[str]) -> None:
    """Nothing but the file and its backups may be there once it was opened again; and the newest backup is good."""
    there = {name.name for name in path.parent.iterdir()} - {path.name, backup_folder(path).name}
    inside = {copy.name for copy in backup_folder(path).glob("*")} - {copy.name for copy in backups(path)}
    counts["left behind"] += len(there) + len(inside)
    if backups(path):
        good = [last_good_backup(path, passphrase) for passphrase in PASSPHRASES]
        counts["backups not good"] += backups(path)[0] not in good


def be_quick() -> None:
    cipher.KDF_ROUNDS = _ROUNDS
