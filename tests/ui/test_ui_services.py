"""A list that does not say which service it comes from is asked about, once, and read with the answer."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from journey_viewer.model.words import Service
from journey_viewer.paths import settings_folder
from journey_viewer.settings import keep_setting
from journey_viewer.ui.importing.remembered import keep_service, kept_services
from journey_viewer.ui.main_window import MainWindow

LIST = "Person,Date,Reason\nAlbertine Quillfeather,03/04/2025,Sore throat\n"
OTHER = "Patient,Date,Why\nOdo Thwaite,04/04/2025,Cough\n"
GOOD = "Person,Date,Service\nAlbertine Quillfeather,05/04/2025,GP\n"
ENCOUNTER = {
    "resourceType": "Encounter",
    "id": "e1",
    "status": "finished",
    "subject": {"reference": "Patient/anna", "display": "Anna Sample"},
    "period": {"start": "2025-03-04T10:00:00Z"},
}


def document(server: str = "") -> str:
    entry = {"resource": ENCOUNTER} | ({"fullUrl": f"https://{server}/Encounter/e1"} if server else {})
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": [entry]})


def open_lists(qtbot: QtBot, window: MainWindow, folder: Path, **texts: str) -> None:
    """Open files with these texts, each under its name."""
    folder.mkdir(exist_ok=True)
    paths = []
    for name, text in texts.items():
        paths.append(folder / name.replace("_", "."))
        paths[-1].write_text(text, encoding="utf-8")
    with qtbot.waitSignal(window.tasks.ended):
        window.import_desk.add(paths)


def answer(qtbot: QtBot, window: MainWindow, *services: Service | None) -> None:
    """Choose these, line by line, and have the lists read so."""
    questions = window.lists.services
    for place, service in enumerate(services):
        if service is not None:
            questions.choose(place, service)
    with qtbot.waitSignal(window.tasks.ended):
        questions.use.click()


def supplied(window: MainWindow) -> frozenset[Service]:
    return window.store.session.imported.supplied


@pytest.mark.parametrize(("name", "text"), [("list_csv", LIST), ("bundle_json", document())])
def test_a_list_that_does_not_say_its_service_is_asked_about(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, name: str, text: str
) -> None:
    open_lists(qtbot, window, tmp_path, **{name: text})
    assert window.lists.services.isVisible()
    assert not window.lists.services.use.isEnabled()
    answer(qtbot, window, Service.MENTAL_HEALTH)
    assert supplied(window) == {Service.MENTAL_HEALTH}
    assert len(window.store.session.imported.touchpoints) == 1


def test_several_such_lists_are_answered_one_by_one_or_together(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_lists(qtbot, window, tmp_path, a_csv=LIST, b_csv=OTHER, c_json=document())
    answer(qtbot, window, Service.GP, Service.COMMUNITY)
    assert supplied(window) == {Service.GP, Service.COMMUNITY}
    answer(qtbot, window, Service.MENTAL_HEALTH)
    assert supplied(window) == {Service.GP, Service.COMMUNITY, Service.MENTAL_HEALTH}


def test_two_lists_with_the_same_headings_may_come_from_two_services(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_lists(qtbot, window, tmp_path, a_csv=LIST, b_csv=LIST.replace("Sore throat", "Low mood"))
    answer(qtbot, window, Service.GP, Service.MENTAL_HEALTH)
    assert supplied(window) == {Service.GP, Service.MENTAL_HEALTH}
    window.keeping.close()
    open_lists(qtbot, window, tmp_path / "later", c_csv=LIST)
    assert supplied(window) == frozenset()
    assert window.lists.services.isVisible()


def test_people_keep_their_places_when_a_list_before_theirs_is_answered_for(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_lists(qtbot, window, tmp_path, a_csv=OTHER, b_csv=GOOD)
    before = window.store.session.imported.people
    answer(qtbot, window, Service.MENTAL_HEALTH)
    names = [person.name for person in window.store.session.imported.people]
    assert names == [*(person.name for person in before), "Odo Thwaite"]


def test_the_other_lists_are_read_meanwhile(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_lists(qtbot, window, tmp_path, a_csv=LIST, b_csv=GOOD)
    assert supplied(window) == {Service.GP}
    assert window.notice.text == (
        "Read 1 file: 1 touchpoint of 1 person. Say which service 1 of the files comes from."
    )


@pytest.mark.parametrize(
    ("text", "name"), [(LIST, "again_csv"), (document("mind.example.org/fhir"), "again_json")]
)
def test_a_list_of_the_same_kind_is_not_asked_about_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, text: str, name: str
) -> None:
    open_lists(qtbot, window, tmp_path, **{name: text})
    answer(qtbot, window, Service.MENTAL_HEALTH)
    window.keeping.close()
    open_lists(qtbot, window, tmp_path / "later", **{name: text.replace("Sore throat", "Low mood")})
    assert supplied(window) == {Service.MENTAL_HEALTH}
    assert window.deep_dive.isVisible()


def test_a_document_that_does_not_say_where_it_comes_from_is_asked_about_each_time(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_lists(qtbot, window, tmp_path, a_json=document())
    answer(qtbot, window, Service.MENTAL_HEALTH)
    open_lists(qtbot, window, tmp_path, b_csv=GOOD)
    assert supplied(window) == {Service.GP, Service.MENTAL_HEALTH}
    window.keeping.close()
    open_lists(qtbot, window, tmp_path / "later", c_json=document())
    assert supplied(window) == frozenset()


def test_the_service_told_at_the_start_holds_for_lists_that_are_added(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    first = tmp_path / "first.csv"
    first.write_text(LIST, encoding="utf-8")
    with qtbot.waitSignal(window.tasks.ended):
        window.open_lists([first], Service.MENTAL_HEALTH)
    open_lists(qtbot, window, tmp_path, a_csv=OTHER, b_csv=GOOD)
    told = [(t.service, t.reason) for t in window.store.session.imported.touchpoints]
    assert sorted(told) == [
        (Service.GP, ""),
        (Service.MENTAL_HEALTH, "Cough"),
        (Service.MENTAL_HEALTH, "Sore throat"),
    ]
    assert window.deep_dive.isVisible()


def test_the_service_told_at_the_start_is_forgotten_when_the_lists_are_closed(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    first = tmp_path / "first.csv"
    first.write_text(LIST, encoding="utf-8")
    with qtbot.waitSignal(window.tasks.ended):
        window.open_lists([first], Service.MENTAL_HEALTH)
    window.keeping.close()
    open_lists(qtbot, window, tmp_path, a_csv=OTHER)
    assert supplied(window) == frozenset()
    assert window.lists.services.isVisible()


def test_a_wrong_answer_can_be_mended(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_lists(qtbot, window, tmp_path, a_csv=LIST)
    answer(qtbot, window, Service.MENTAL_HEALTH)
    window.store.look(place="lists")
    assert window.lists.services.isVisible()
    number = window.store.session.imported.touchpoints[0].number
    answer(qtbot, window, Service.VOLUNTARY)
    assert supplied(window) == {Service.VOLUNTARY}
    told = [(t.service, t.number) for t in window.store.session.imported.touchpoints]
    assert told == [(Service.VOLUNTARY, number)]


def test_what_a_name_says_can_be_mended_too(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_lists(qtbot, window, tmp_path, ward_csv=LIST)
    assert window.deep_dive.isVisible()
    assert supplied(window) == {Service.INPATIENT}
    answer(qtbot, window, Service.VOLUNTARY)
    assert supplied(window) == {Service.VOLUNTARY}


def test_what_was_put_off_is_not_pressed_upon_the_user_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_lists(qtbot, window, tmp_path, a_csv=LIST, b_csv=GOOD)
    window.store.look(place="deep_dive")
    open_lists(qtbot, window, tmp_path, c_csv=GOOD.replace("GP", "A&E"))
    assert window.deep_dive.isVisible()


def test_the_column_that_says_it_can_be_shown_instead(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_lists(qtbot, window, tmp_path, a_csv=LIST.replace("Reason", "Wo").replace("Sore throat", "GP"))
    link = next(one for one in window.lists.services.findChildren(QPushButton) if one.objectName() == "link")
    with qtbot.waitSignal(window.import_desk.preview_made):
        link.click()
    assert window.mapping.isVisible()


def test_a_document_has_no_column_to_show(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_lists(qtbot, window, tmp_path, a_json=document())
    buttons = window.lists.services.findChildren(QPushButton)
    assert buttons == [window.lists.services.use]


def test_nothing_of_the_list_is_kept_with_the_answer(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_lists(qtbot, window, tmp_path, list_csv=LIST, bundle_json=document("mind.example.org/fhir"))
    answer(qtbot, window, Service.GP, Service.MENTAL_HEALTH)
    kept = (settings_folder() / "settings.json").read_text(encoding="utf-8")
    assert sorted(json.loads(kept)["services"].values()) == ["gp", "mental_health"]
    told = ("Quillfeather", "Sore", "Person", "Anna", "anna", "list.csv", "mind.example")
    assert [word for word in told if word in kept] == []


@pytest.mark.parametrize("kept", [7, ["gp"], {"a": ["gp"], "b": 5, "c": "hairdresser", "d": ""}])
def test_what_was_kept_by_another_version_tells_nothing(kept: object) -> None:
    keep_setting("services", kept)
    assert kept_services() == {}
    keep_service("e", Service.GP)
    assert kept_services() == {"e": Service.GP}


def test_more_than_fit_are_asked_about_after_the_first(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_lists(qtbot, window, tmp_path, **{f"{place}_json": document() for place in range(10)})
    answer(qtbot, window, *[Service.GP] * 8)
    assert [choice.currentData() for choice in window.lists.services.choices[:3]] == [None, None, Service.GP]
