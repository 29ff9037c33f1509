"""Each page as it will leave, one at a time: title, how to read it, the cases, the actions."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journey_viewer.drawing.picture import page_image
from journey_viewer.session import Session
from journey_viewer.theme import load_theme
from journey_viewer.timeline.page import Page
from journey_viewer.ui import clipboard
from journey_viewer.ui.parts import card
from journey_viewer.ui.share.making import Making
from journey_viewer.ui.share.pages_bar import PagesBar
from journey_viewer.ui.share.preview import Preview
from journey_viewer.ui.share.ready import agreed_to
from journey_viewer.ui.store import Store

_COPIED = "Copied {what} of this page: it identifies nobody that the lists name."
_NOT_COPIED = "This page holds a name or number that is on the lists, so it was not copied: look at its words and its title."
_WIDTH = 1920
_Mark = tuple[str, int]
"""A page’s label, and how many before it have the same."""
NOWHERE: _Mark = ("", 0)


class Pages(QWidget):
    """Follows the Store and the Making; going on to a case's page shows that case."""

    told = Signal(str)

    def __init__(self, store: Store, making: Making) -> None:
        super().__init__()
        self._store, self._making = store, making
        self._at = NOWHERE
        self._person: int | None = None
        self.preview, self.bar = Preview(), PagesBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(card(self.preview, margin=10), 1)
        column.addWidget(self.bar)
        making.changed.connect(self._on_making_changed)
        self.bar.stepped.connect(self.step)
        self.bar.picture_asked.connect(self.copy_picture)
        self.bar.text_asked.connect(self.copy_text)

    def show_session(self, session: Session) -> None:
        """The page of the shown person, unless another page is looked at."""
        person = session.view.person
        if person != self._person or session.is_empty:
            self._person = person
            self._at = NOWHERE if person is None or session.is_empty else (session.label(person), 0)
        self._show(session)

    def show_shown(self) -> None:
        """The page of the shown person again, whatever page was looked at."""
        session = self._store.session
        if session.view.person is not None and not session.is_empty:
            self._at = (session.label(session.view.person), 0)
            self._show(session)

    def step(self, steps: int) -> None:
        """Go on to the page before or after."""
        pages = self._making.made.pages
        place = self._place
        there = len(pages) - 1 if place is None and steps < 0 else 0 if place is None else place + steps
        if pages and 0 <= there < len(pages):
            self._go_to(there)

    def copy_picture(self) -> None:
        if (page := self._checked) is not None:
            clipboard.copy_picture(page_image(page, load_theme(), _WIDTH))
            self.told.emit(_COPIED.format(what="a picture"))

    def copy_text(self) -> None:
        if (page := self._checked) is not None:
            clipboard.copy(page.notes)
            self.told.emit(_COPIED.format(what="the words"))

    def forget(self) -> None:
        """Show nothing of anybody."""
        self._at, self._person = NOWHERE, None
        self.preview.show_page(None)

    @property
    def _place(self) -> int | None:
        """Of the page that is looked at, among those that leave."""
        pages = self._making.made.pages
        return next((n for n in range(len(pages)) if _mark(pages, n) == self._at), None)

    @property
    def _page(self) -> Page | None:
        made, place = self._making.made, self._place
        if place is not None:
            return made.pages[place]
        return made.also if made.also is not None and (made.also.label, 0) == self._at else None

    @property
    def _checked(self) -> Page | None:
        """The same, where it holds nothing that is known to identify anybody; otherwise that is said."""
        page, reader = self._page, self._making.reader
        if page is None or reader is None:
            return None
        texts = (page.label, page.described, page.notes, *(line.text for line in page.lines))
        title = self._store.session.document.pack_title if agreed_to(self._store.session) else ""
        names = page.kind == "title" and not title and not self._making.made.title.none
        if names or reader.know().apart_from((), [title]).are_in(texts):
            self.told.emit(_NOT_COPIED)
            return None
        return page

    def _go_to(self, place: int) -> None:
        session, pages = self._store.session, self._making.made.pages
        label = pages[place].label
        person = next((who for who in session.may_be_shared if session.label(who) == label), None)
        self._at = _mark(pages, place)
        if person is None or person == self._person:
            self._show(session)
        else:
            self._store.look(person=person)

    def _show(self, session: Session) -> None:
        page, place, count = self._page, self._place, len(self._making.made.pages)
        self.preview.show_page(page, "" if page is not None else self._instead(session))
        where = self._at[0] if place is None else f"{self._at[0]}, page {place + 1} of {count}"
        self.bar.show_page(
            where if page is not None else "",
            "" if page is None or place is not None else "Not ticked: this page will not leave.",
            first=not count or place == 0,
            last=not count or place == count - 1,
            there=page is not None,
        )

    def _instead(self, session: Session) -> str:
        """Why no page is shown of the person."""
        person = session.view.person
        if person is None:
            return ""
        if person in session.document.objectors:
            return "They object: nothing of them is shared."
        if not session.touchpoint_count(person):
            return "This person has no touchpoint in the chosen period."
        if len(session.shared_case(person).touchpoints):
            return "Drawing the page …"
        return "All their contacts in this period are marked as sensitive."

    def _on_making_changed(self) -> None:
        self._show(self._store.session)


def _mark(pages: tuple[Page, ...], place: int) -> _Mark:
    label = pages[place].label
    return label, sum(page.label == label for page in pages[:place])
