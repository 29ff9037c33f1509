import threading
from collections.abc import Generator, Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QThread
from pytestqt.qtbot import QtBot

from journey_viewer.errors import FileEmpty
from journey_viewer.model.progress import Progress
from journey_viewer.ui.tasks import Tasks
from journey_viewer.ui.thinking import Thinking

PLANTED = "9990000018"


@pytest.fixture
def tasks(qapp: QCoreApplication) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.stop()


def job(steps: int = 2, result: object = "done") -> Generator[Progress, None, object]:
    for done in range(steps):
        yield Progress(done, steps, "Counting")
    return result


def endless(closed: list[str]) -> Generator[Progress, None, object]:
    """Goes on until it is closed, and then says so."""
    try:
        while True:
            yield Progress(0, 1)
    finally:
        closed.append("closed")


def raising(error: Exception) -> Generator[Progress, None, object]:
    yield Progress(0, 1)
    raise error


def run(tasks: Tasks, qtbot: QtBot, work: Generator[Progress, None, Any]) -> list[object]:
    """The results that were handed over by the time the job had ended."""
    results: list[object] = []
    with qtbot.waitSignal(tasks.ended):
        tasks.start("A job", work, results.append)
    return results


def test_the_result_is_handed_over_once(tasks: Tasks, qtbot: QtBot) -> None:
    assert run(tasks, qtbot, job(result="done")) == ["done"]
    assert not tasks.busy


def test_every_step_is_told(tasks: Tasks, qtbot: QtBot) -> None:
    told: list[Progress] = []
    tasks.progressed.connect(told.append)
    run(tasks, qtbot, job(3))
    assert [progress.done for progress in told] == [0, 1, 2]


def test_a_job_runs_off_the_gui_thread_and_hands_over_on_it(tasks: Tasks, qtbot: QtBot) -> None:
    def where() -> Generator[Progress, None, object]:
        yield Progress(0, 1)
        return threading.get_ident()

    handed: list[bool] = []

    def on_done(there: object) -> None:
        handed.append(there != threading.get_ident() and QThread.currentThread().isMainThread())

    with qtbot.waitSignal(tasks.ended):
        tasks.start("A job", where(), on_done)
    assert handed == [True]


def test_what_can_be_mended_is_told_as_it_is(tasks: Tasks, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tasks.failed) as failed:
        assert run(tasks, qtbot, raising(FileEmpty())) == []
    assert isinstance((failed.args or [None])[0], FileEmpty)


def test_anything_else_is_a_crash(tasks: Tasks, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tasks.crashed) as crashed:
        assert run(tasks, qtbot, raising(KeyError(PLANTED))) == []
    assert isinstance((crashed.args or [None])[0], KeyError)


def begin(tasks: Tasks, qtbot: QtBot, work: Generator[Progress, None, Any]) -> None:
    """Start a job that goes on, and wait for its first step."""
    with qtbot.waitSignal(tasks.progressed):
        tasks.start("A job", work, pytest.fail)


def test_cancel_closes_the_job_and_says_so(tasks: Tasks, qtbot: QtBot) -> None:
    closed: list[str] = []
    begin(tasks, qtbot, endless(closed))
    with qtbot.waitSignals([tasks.cancelled, tasks.ended]):
        tasks.cancel()
    assert closed == ["closed"]
    assert not tasks.busy


def test_a_job_can_be_cancelled_before_its_first_step(tasks: Tasks, qtbot: QtBot) -> None:
    with qtbot.waitSignals([tasks.cancelled, tasks.ended]):
        tasks.start("A job", endless([]), pytest.fail)
        tasks.cancel()


def test_another_job_can_be_started_after_each_end(tasks: Tasks, qtbot: QtBot) -> None:
    run(tasks, qtbot, raising(FileEmpty()))
    assert run(tasks, qtbot, job(result=2)) == [2]


def test_two_jobs_never_run_at_once(tasks: Tasks) -> None:
    tasks.start("A job", endless([]), pytest.fail)
    with pytest.raises(ValueError, match="a job is running"):
        tasks.start("Another", job(), pytest.fail)


def test_stopping_waits_until_the_job_is_closed(tasks: Tasks, qtbot: QtBot) -> None:
    closed: list[str] = []
    begin(tasks, qtbot, endless(closed))
    tasks.stop()
    assert closed == ["closed"]


@pytest.mark.parametrize("end", [None, FileEmpty(), KeyError(PLANTED)])
def test_nothing_is_said_or_done_after_stopping(tasks: Tasks, end: Exception | None) -> None:
    at_its_end = threading.Event()

    def work() -> Generator[Progress, None, object]:
        yield Progress(0, 1)
        at_its_end.set()
        if end is not None:
            raise end
        return "done"

    said: list[object] = []
    for signal in (tasks.failed, tasks.crashed, tasks.progressed, tasks.cancelled, tasks.ended):
        signal.connect(partial(said.append, signal))
    tasks.start("A job", work(), said.append)
    assert at_its_end.wait(10)
    tasks.stop()
    QCoreApplication.processEvents()
    assert said == []
    assert not tasks.busy


def test_stopping_with_nothing_to_stop_is_nothing(tasks: Tasks, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(tasks.ended):
        tasks.stop()
        tasks.cancel()


def test_nothing_is_worked_out_before_what_asked_for_it_is_drawn(qtbot: QtBot) -> None:
    begun: list[str] = []
    owner = QObject()
    thinking = Thinking(owner)

    def told() -> Generator[Progress, None, str]:
        begun.append("begun")
        yield Progress(0, 1)
        return "answer"

    with qtbot.waitSignal(thinking.rested):
        thinking.ask("question", told)
        assert (begun, thinking.busy) == ([], True)
    assert begun == ["begun"]
    thinking.ask("another", told)
    thinking.forget()
    assert not thinking.busy
