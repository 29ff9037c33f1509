"""The headline numbers above the journey."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from journey_viewer.measures.summary import Summary, summarise
from journey_viewer.model.case import Case
from journey_viewer.model.words import Service
from journey_viewer.theme import Theme
from journey_viewer.ui.parts import card, label, plural


def headline(summary: Summary) -> list[tuple[str, str, str]]:
    """Figure, caption and definition of each number; a number that cannot be told is a dash."""
    care = summary.continuity
    share = "–" if care.upc is None else f"{care.upc:.0%}"
    attendances = summary.contacts_by_service.get(Service.AE, 0)
    return [
        (
            f"{summary.touchpoints:,}",
            f"{plural(summary.touchpoints, 'touchpoint')}, {summary.services} {plural(summary.services, 'service')}",
            "Everything drawn, missed and cancelled ones too, and the services they were with.",
        ),
        (
            f"{summary.gp_contacts:,} / {summary.gp_clinicians}",
            "GP contacts / clinicians",
            "Attended contacts with the GP practice, and the different clinicians named in them.",
        ),
        (
            share,
            "with the same clinician",
            f"Usual Provider of Care: the share of {care.contacts} GP contacts with a named clinician, one a day.",
        ),
        (
            f"{attendances:,} / {summary.nights:,}",
            "A&E / hospital nights",
            f"A&E attendances, and nights in hospital in this period over {summary.stays} {plural(summary.stays, 'stay')}.",
        ),
        (
            f"{summary.handovers:,}",
            "hand-overs",
            "Two attended contacts in a row with different services.",
        ),
    ]


_TWO_LINES = 34


class Numbers(QWidget):
    """A row of cards, a number each."""

    def __init__(self) -> None:
        super().__init__()
        self._cards = [(label(role="figure"), label(role="caption")) for _ in range(5)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for figure, caption in self._cards:
            caption.setAlignment(Qt.AlignmentFlag.AlignTop)
            box = card(figure, caption, margin=10, spacing=0)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            row.addWidget(box, 1)

    def dress(self, theme: Theme) -> None:
        """Two lines of words under each number where text is larger than usual."""
        larger = theme.scale > 1
        for _figure, caption in self._cards:
            caption.setWordWrap(larger)
            caption.setMinimumHeight(theme.scaled(_TWO_LINES) if larger else 0)

    def show_case(self, case: Case | None) -> None:
        """The numbers of this case."""
        if case is None:
            for figure, caption in self._cards:
                figure.clear()
                caption.clear()
                figure.setAccessibleName("")
                figure.setToolTip("")
                caption.setToolTip("")
            return
        for (figure, caption), (number, words, meaning) in zip(
            self._cards, headline(summarise(case)), strict=True
        ):
            figure.setText(number)
            caption.setText(words)
            figure.setAccessibleName(f"{number} {words}")
            caption.setToolTip(meaning)
            figure.setToolTip(meaning)
