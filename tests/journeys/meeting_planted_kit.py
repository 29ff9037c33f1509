"""A meeting about three people of whom every field that is read or written holds what identifies them."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path

from invented_world import What
from meeting_story_kit import Key, Listener, Waits, press, rested, wall_of
from planted import PlantedLists
from PySide6.QtWidgets import QApplication
from written_kit import Names, write_about

from journey_viewer.model.casework import Casework, Level
from journey_viewer.model.document import Document
from journey_viewer.ui.main_window import MainWindow
from journey_viewer.ui.meeting_desk.questions import DAYS, ONLY_CHOSEN, PARTS, Ask

THREE, TALKED_ABOUT = 3, 1


def one_of_each(planted: PlantedLists) -> Iterator[str]:
    """An identifier of every kind."""
    for what in What:
        told = [text for text, kind in planted.planted if kind is what]
        if told:
            yield max(told, key=len)


def written_everywhere(window: MainWindow) -> Document:
    """All that can be written of three people, with their names in every part of it, and three actions from before."""
    session = window.store.session
    document = replace(session.document, chosen=session.document.order[:THREE])
    for person in document.chosen:
        who = session.imported.people[person]
        names = Names(who, f"Dr {who.name.split()[-1]}", f"{who.name.split()[-1]} Surgery")
        document = write_about(document, person, names)
        told = names.fill("{name}, NHS {number}, born {born}, seen by {clinician} at {place}")
        casework = Casework(
            *(), matters=told, tried=told, strengths=told, question=told, level=Level.PLACE, level_why=told,
            partners=(told, names.clinician),
        )  # fmt: skip
        document = replace(document, casework={**document.casework, person: casework})
    return replace(document, pack_title=f"Deep dive of {session.imported.people[document.chosen[0]].name}")


def held(window: MainWindow, qtbot: Waits, words: list[str]) -> Iterator[Listener]:
    """The whole meeting; told of after every page, step and letter."""
    window.store.look(place="meeting")
    window.store.write(written_everywhere(window))
    rested(qtbot, window)
    page = window.meeting.preparing
    page.purpose.setText(f"About {words[0]}")
    page.attendees.setPlainText("\n".join(words[:6]))
    window.meeting_desk.start()
    listener = Listener(wall_of(window))
    yield listener
    for place in range(THREE):
        press(window, Key.Key_N)
        yield listener
        for _ in range(len(window.meeting_desk.casting.cast.journeys[place].contacts)):
            press(window, Key.Key_Space)
            yield listener
        for key in (
            Key.Key_F,
            Key.Key_Space,
            Key.Key_Z,
            Key.Key_0,
            Key.Key_Down,
            Key.Key_D,
            Key.Key_D,
            Key.Key_K,
            Key.Key_Question,
        ):
            press(window, key)
            yield listener
        yield from _typed(window, listener, words[place::THREE])
        press(window, Key.Key_D)
        yield listener
    yield from _in_common(window, listener, words)
    press(window, Key.Key_Home)
    yield listener


def _in_common(window: MainWindow, listener: Listener, words: list[str]) -> Iterator[Listener]:
    """Every pattern, with ideas about it that name people; the first is talked about."""
    common = window.meeting_desk.casting.cast.common
    assert common, "the planted lists show nothing in common"
    ideas = {one.pattern: "\n".join(f"ask {word}" for word in words) for one in common}
    window.store.write(replace(window.store.session.document, ideas=ideas))
    press(window, Key.Key_C)
    yield listener
    for place in range(len(common)):
        press(window, Key.Key_Space)
        yield listener
        if place < TALKED_ABOUT:
            yield from _typed(window, listener, words[place::THREE])
    press(window, Key.Key_D)
    yield listener


def _typed(window: MainWindow, listener: Listener, words: list[str]) -> Iterator[Listener]:
    """Each of the identifiers, letter by letter, as an idea, a partner or an action, and once as each part of one."""
    recording, line = window.meeting_desk.recording, window.meeting.presenting.line
    stage = window.meeting_desk.stage
    asks = (Ask.IDEA, Ask.WHAT) if stage.person is None else (Ask.IDEA, Ask.TABLE, Ask.WHAT)
    for ask, text in zip(asks * len(words), words, strict=False):
        recording.begin(ask, stage.person, stage.pattern)
        for end in range(len(text) + 1):
            line.setText(f"ask {text[:end]}")
            yield listener
        line.setText(f"ask {text} about the plan ")
        yield listener
        recording.accept()
        if ask is Ask.WHAT:
            for end in range(len(text) + 1):
                line.setText(text[:end])
                yield listener
        recording.finish()
        yield listener
    yield from _every_part(window, listener, stage.person, words)


def _every_part(
    window: MainWindow, listener: Listener, person: int | None, words: list[str]
) -> Iterator[Listener]:
    """An action of which every part says who somebody is; then all of it as what can be chosen, and to be changed."""
    recording, line = window.meeting_desk.recording, window.meeting.presenting.line
    told = cycle(words)
    recording.begin(Ask.WHAT, person)
    while (entry := recording.entry) is not None:
        if entry.ask not in ONLY_CHOSEN | DAYS:
            text = next(told)
            line.setText(f"ask {text} ")
            yield listener
            line.setText(f"ask {text} about it")
        yield listener
        recording.accept()
    for names_shown in (True, False):
        window.store.look(names_shown=names_shown)
        recording.begin(Ask.WHAT, person)
        line.setText("nothing else")
        while recording.entry is not None:
            yield listener
            recording.accept()
        for part in range(1, len(PARTS) + 1):
            yield from _taken_up(window, listener, person, part)


def _taken_up(window: MainWindow, listener: Listener, person: int | None, part: int) -> Iterator[Listener]:
    """Found by its words, one part of it seen, and left again."""
    recording, line = window.meeting_desk.recording, window.meeting.presenting.line
    recording.begin(Ask.WHICH, person)
    yield listener
    for text in recording.entry.choices if recording.entry else ():
        line.setText(text)
        yield listener
        line.setText("")
    for number in (1, part):
        recording.pick(number)
        yield listener
    recording.back()
    yield listener
    recording.forget()


def read(qtbot: Waits, window: MainWindow, planted: PlantedLists, folder: Path) -> None:
    """The lists with everything in them, from files that are named after people too."""
    for name, content in planted.files.items():
        (folder / name).write_bytes(content)
    window.open_lists([folder / name for name in planted.files])
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=60_000)
    QApplication.processEvents()
