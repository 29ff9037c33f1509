"""The menu of the case file, under its name in the header."""

from PySide6.QtWidgets import QMenu, QWidget

from journey_viewer.session import Session


class CaseFileMenu(QMenu):
    """What can be done about the open case file; or about lists that are only looked at."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Case file")
        self.lock = self.addAction("Lock now\tCtrl+L")
        self.keep = self.addAction("Keep this in a case file…")
        self.addSeparator()
        self.change = self.addAction("Change passphrase…")
        self.sheet = self.addAction("Recovery sheet…")
        self.where = self.addAction("Where it is and its backups…")
        self.delete_by = self.addAction("Delete by…")
        self.delete = self.addAction("Delete the case file…")
        self.addSeparator()
        self.settings = self.addAction("Settings…")
        self.close_ = self.addAction("Close the case file\tCtrl+W")
        self._of_file = (self.change, self.sheet, self.where, self.delete_by, self.delete)
        self._of_writer = (self.change, self.delete_by, self.delete)

    def show_session(self, session: Session) -> None:
        """Offer what is of use for what is open."""
        keeping = session.keeping
        for action in self._of_file:
            action.setVisible(bool(keeping.name))
        for action in self._of_writer:
            action.setEnabled(not keeping.read_only)
        self.keep.setVisible(not keeping.name)
        self.lock.setText("Lock now\tCtrl+L" if keeping.name else "Close everything at once\tCtrl+L")
        self.close_.setText("Close the case file\tCtrl+W" if keeping.name else "Close all lists\tCtrl+W")
