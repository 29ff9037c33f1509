"""Which service a list comes from, asked where it does not say: one line a list, answered all at once."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from journey_viewer.model.imported import ServiceAsked
from journey_viewer.model.words import Service, service_name
from journey_viewer.reading.asking import ServicesSaid
from journey_viewer.ui.importing.remembered import keep_service, kept_services
from journey_viewer.ui.parts import button, label

_MOST_SHOWN = 8
_NOT_SAID = "Choose the service"


class ServicesTold:
    """What the user said: of files as long as they are open, of others like them for good.

    ``otherwise``: the service of lists that do not say, as long as those are open with which it was told.
    """

    def __init__(self) -> None:
        self.otherwise: Service | None = None
        self._of_files: dict[Path, Service] = {}
        self._asked: set[str] = set()

    @property
    def said(self) -> ServicesSaid:
        return ServicesSaid(dict(self._of_files), kept_services())

    def tell(self, asked: ServiceAsked, service: Service) -> None:
        self._of_files[Path(asked.path)] = service
        for mark in asked.marks:
            keep_service(mark, service)

    def are_new(self, asked: Sequence[ServiceAsked]) -> bool:
        """Whether one of these was not asked about before."""
        new = {one.path for one in asked} - self._asked
        self._asked |= new
        return bool(new)

    def forget(self) -> None:
        """Nothing is known of files any more; what is kept of others like them stays."""
        self.otherwise = None
        self._of_files.clear()
        self._asked.clear()


class ServiceQuestions(QWidget):
    """Hidden where nothing is asked."""

    answered = Signal(object)
    """Pairs of a ServiceAsked and the Service that the user chose."""
    columns_asked = Signal(object)
    """The Path of a list of which a column says the service."""

    def __init__(self) -> None:
        super().__init__()
        self.choices: list[QComboBox] = []
        self._sentences: list[QLabel] = []
        self._asked: Sequence[ServiceAsked] = ()
        self._lines = QWidget()
        self._grid = QGridLayout(self._lines)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self.use = button(
            "Read them so", "primary", "Read these lists again, as contacts with these services"
        )
        column = QGridLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._lines, 0, 0, 1, 2)
        column.addWidget(self.use, 1, 1)
        column.setColumnStretch(0, 1)
        self.use.clicked.connect(self._on_use_clicked)

    def ask(self, asked: Sequence[ServiceAsked]) -> None:
        """A line for each of these lists, those first whose service is still to be said; ``call`` says them."""
        self._asked = sorted(asked, key=lambda one: one.service is not None)[:_MOST_SHOWN]
        self.choices, self._sentences = [], []
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for row, one in enumerate(self._asked):
            self._add_line(row, one)
        if len(asked) > _MOST_SHOWN:
            more = f"And {len(asked) - _MOST_SHOWN:,} more, asked about after these."
            self._grid.addWidget(label(more, "quiet"), _MOST_SHOWN, 0)
        self._on_choice_changed()
        self.setVisible(bool(asked))

    def call(self, called: Callable[[str], str]) -> None:
        """Say the questions, with the files called so; what was chosen stays."""
        for asked, choice, sentence in zip(self._asked, self.choices, self._sentences, strict=True):
            choice.setAccessibleName(f"Service of {called(asked.file)}")
            sentence.setText(f"{called(asked.file)} {_what_is_asked(asked)}")

    def choose(self, place: int, service: Service) -> None:
        """Answer the question in this line, as the user would."""
        self.choices[place].setCurrentIndex(self.choices[place].findData(service))

    def _add_line(self, row: int, asked: ServiceAsked) -> None:
        choice = QComboBox()
        choice.addItem(_NOT_SAID, None)
        for service in Service:
            choice.addItem(service_name(service), service)
        choice.setCurrentIndex(choice.findData(asked.service) if asked.service else 0)
        choice.currentIndexChanged.connect(self._on_choice_changed)
        self.choices.append(choice)
        self._sentences.append(label(wrap=True))
        self._grid.addWidget(self._sentences[-1], row, 0)
        self._grid.addWidget(choice, row, 1)
        if asked.has_columns:
            link = button("A column says it…", "link", "Say which column is what")
            link.clicked.connect(partial(self.columns_asked.emit, Path(asked.path)))
            self._grid.addWidget(link, row, 2)

    @property
    def _answers(self) -> list[tuple[ServiceAsked, Service]]:
        """What was chosen, where that is something new."""
        said = [choice.currentData() for choice in self.choices]
        return [
            (asked, Service(service))
            for asked, service in zip(self._asked, said, strict=True)
            if service is not None and service != asked.service
        ]

    def _on_choice_changed(self) -> None:
        self.use.setEnabled(bool(self._answers))

    def _on_use_clicked(self) -> None:
        self.answered.emit(self._answers)


def _what_is_asked(asked: ServiceAsked) -> str:
    if asked.service is None:
        return "does not say which service it comes from. Its rows wait for your answer."
    why = "as its name says" if asked.by_name else "as you said of it or of a list like it"
    read = f"It was read as {service_name(asked.service)}, {why}."
    return f"does not say which service it comes from. {read}"
