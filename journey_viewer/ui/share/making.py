"""The pages as they will leave, made off the GUI thread; the old ones stay until the new ones are there."""

from collections.abc import Generator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from journey_viewer.drawing.fonts import page_text_width
from journey_viewer.model.case import Case
from journey_viewer.model.document import Document
from journey_viewer.model.imported import Imported
from journey_viewer.model.progress import Progress
from journey_viewer.privacy.anonymise import anonymise
from journey_viewer.session import Session
from journey_viewer.timeline.page import Page, lay_out_page
from journey_viewer.ui.share.thinking import Thinking


@dataclass(frozen=True, eq=False)
class _Question:
    """What the pages rest on. ``also``: somebody who is shown and not ticked."""

    imported: Imported
    document: Document
    reasons: bool
    also: int | None

    def is_of(self, session: Session) -> bool:
        same = self.imported is session.imported and self.document is session.document
        return same and self.reasons == session.view.reasons and self.also == _also(session)


@dataclass(frozen=True, eq=False)
class Made:
    """``pages`` of the pack; ``also``: the page of somebody who is looked at and not ticked."""

    pages: tuple[Page, ...] = ()
    also: Page | None = None


class Making(QObject):
    """Follows the Store while the place is seen; ``changed`` when other pages are there."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.thinking = Thinking(self)
        self.made = Made()
        self._question: _Question | None = None
        self.thinking.answered.connect(self._on_answered)

    def follow(self, session: Session) -> None:
        """Make the pages anew where something of them differs."""
        if session.is_empty:
            self.forget()
        elif self._question is None or not self._question.is_of(session):
            document, view = session.document, session.view
            self._question = _Question(session.imported, document, view.reasons, _also(session))
            cases = session.shared_cases
            also = None if self._question.also is None else session.shared_case(self._question.also)

            def job() -> Generator[Progress, None, Made]:
                return _pages(cases, also)

            self.thinking.ask(self._question, job)

    def forget(self) -> None:
        """Stop, and hold nothing of anybody."""
        self.thinking.forget()
        self._question = None
        if self.made.pages or self.made.also:
            self.made = Made()
            self.changed.emit()

    def _on_answered(self, _question: object, made: Made) -> None:
        self.made = made
        self.changed.emit()


def _also(session: Session) -> int | None:
    person = session.view.person
    ticked = person in session.document.chosen
    return person if person is not None and not ticked and person in session.may_be_shared else None


def _pages(cases: list[Case], also: Case | None) -> Generator[Progress, None, Made]:
    pages = []
    for done, case in enumerate(cases):
        yield Progress(done, len(cases))
        if len(case.touchpoints):
            pages.append(lay_out_page(anonymise(case), page_text_width))
    yield Progress(len(cases), len(cases))
    alone = (
        None if also is None or not len(also.touchpoints) else lay_out_page(anonymise(also), page_text_width)
    )
    return Made(tuple(pages), alone)
