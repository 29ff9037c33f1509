"""Whose cases may be shared: a row each, ticked or not, and in words whether somebody could recognise them."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionButton, QStyleOptionViewItem

from journey_viewer.drawing.fonts import font, text_width
from journey_viewer.model.phrases import many
from journey_viewer.privacy.risk import Risk, RiskLevel
from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.ui.share.left_out import in_order
from journey_viewer.ui.share.risks import Risks
from journey_viewer.ui.store import Store

Index = QModelIndex | QPersistentModelIndex
WORKING = "working it out …"
_TICKED = Qt.CheckState.Checked
_ROW = int(Qt.ItemDataRole.UserRole)
_HIGH, _MOST, _BORDER = 36, 6, 2  # pixels a row, rows seen without scrolling, pixels in style.qss


@dataclass(frozen=True)
class CaseRow:
    """``level``: None where nothing is said of the risk, for it is not ticked or is being worked out."""

    label: str
    said: str
    level: RiskLevel | None
    ticked: bool


_SIGNS = {RiskLevel.CALM: "", RiskLevel.WARNING: "!", RiskLevel.REASON: "!!", RiskLevel.NOT_MEASURABLE: "?"}
_SPOKEN = {
    RiskLevel.WARNING: "Warning: ",
    RiskLevel.REASON: "Asks for a reason: ",
    RiskLevel.NOT_MEASURABLE: "Not known: ",
}


def in_short(risk: Risk, *, given: bool = False) -> str:
    """The finding in a few words, for a narrow row; ``given``: why it is shared nevertheless was written."""
    if given:
        return f"{'nobody else' if risk.people == 1 else f'only {risk.people}'}; reason given"
    if risk.level is RiskLevel.NOT_MEASURABLE:
        return "not measurable"
    if risk.level is RiskLevel.CALM:
        return risk.sentence
    return "nobody else looks the same" if risk.people == 1 else f"only {risk.people} look the same"


class CasesModel(QAbstractListModel):
    """Everybody with a touchpoint in the window, the chosen first in their order, ticked where their case is shared."""

    def __init__(self, store: Store, risks: Risks) -> None:
        super().__init__()
        self._store, self._risks = store, risks
        self._people: list[int] = []

    def show_session(self, session: Session) -> None:
        self.beginResetModel()
        self._people = in_order(session)
        self.endResetModel()

    def person_at(self, row: int) -> int:
        return self._people[row]

    def shows(self, people: list[int]) -> bool:
        """Whether these are listed, in this order."""
        return self._people == people

    def place_of(self, person: int | None) -> int | None:
        return self._people.index(person) if person in self._people else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._people)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        person = self._people[index.row()]
        if role == _ROW:
            return self._row(person)
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            row, session = self._row(person), self._store.session
            count = session.touchpoint_count(person)
            child = "under 18" if person in session.children else ""
            touchpoints = many(count, "touchpoint")
            spoken = f"{_SPOKEN.get(row.level, '') if row.level else ''}{row.said}"
            return " · ".join(part for part in (row.label, touchpoints, child, spoken) if part)
        if role == Qt.ItemDataRole.CheckStateRole:
            return _TICKED if person in self._store.session.document.chosen else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        document, wanted = self._store.session.document, Qt.CheckState(value) is _TICKED
        self._store.choose(chosen=document.chosen_with(self._people[index.row()], wanted=wanted))
        return True

    def say_all_changed(self) -> None:
        """Something may be otherwise in any row."""
        if self._people:
            self.dataChanged.emit(self.index(0), self.index(len(self._people) - 1))

    def say_changed(self, people: Iterable[int]) -> None:
        """Something of these people's rows is otherwise."""
        places = [place for place in map(self.place_of, people) if place is not None]
        if places:
            self.dataChanged.emit(self.index(min(places)), self.index(max(places)))

    def _row(self, person: int) -> CaseRow:
        session = self._store.session
        ticked = person in session.document.chosen
        risk = self._risks.risk_of(person)
        label = session.label(person)
        if risk is None:
            return CaseRow(label, WORKING if ticked else "not ticked", None, ticked)
        reason = session.document.sharing_of(person).reason.strip()
        given = risk.level is RiskLevel.REASON and bool(reason)
        return CaseRow(label, in_short(risk, given=given), risk.level, ticked)


class CasesList(QListView):
    """As high as a few rows; goes on by scrolling."""

    def __init__(self, model: CasesModel, theme: Theme) -> None:
        super().__init__()
        self.setModel(model)
        self.setUniformItemSizes(True)
        self.setObjectName("cases")
        self.setAccessibleName("Cases to share")
        self.setAccessibleDescription("Space ticks a case. Each says how many people look the same.")
        self._delegate = _CaseDelegate(theme)
        self.setItemDelegate(self._delegate)
        model.modelReset.connect(self.fit)
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        self._theme = theme
        self._delegate.dress(theme)
        self.doItemsLayout()
        self.fit()

    def fit(self) -> None:
        """Room for the rows that there are, up to some."""
        rows = min(max(self.model().rowCount(), 1), _MOST)
        self.setFixedHeight(rows * self._theme.scaled(_HIGH) + 2 * _BORDER)


class _CaseDelegate(QStyledItemDelegate):
    """Ground, sign and words say the same of the risk, so that colour is never the only one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        row: CaseRow = index.data(_ROW)
        theme, colours = self._theme, self._theme.colours
        style = option.widget.style()
        box = option.rect.adjusted(0, 2, 0, -2)
        warm = row.level in (RiskLevel.WARNING, RiskLevel.REASON, RiskLevel.NOT_MEASURABLE)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colours["warm_soft" if warm else "page"]))
        painter.setPen(QPen(QColor(colours["accent"]), 2) if selected else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 6, 6)
        tick = QStyleOptionButton()
        tick.initFrom(option.widget)
        tick.rect = style.subElementRect(
            QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, option.widget
        )
        tick.state = QStyle.StateFlag.State_Enabled
        tick.state |= QStyle.StateFlag.State_On if row.ticked else QStyle.StateFlag.State_Off
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, tick, painter, option.widget
        )
        left = tick.rect.right() + theme.scaled(8)
        self._write(painter, QRect(left, box.top(), box.right() - left - 8, box.height()), row, warm=warm)
        painter.restore()

    def _write(self, painter: QPainter, room: QRect, row: CaseRow, *, warm: bool) -> None:
        theme, colours = self._theme, self._theme.colours
        size = theme.scaled(13)
        painter.setPen(QColor(colours["ink"]))
        painter.setFont(font(size, bold=True))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), row.label)
        room.adjust(
            max(theme.scaled(58), round(text_width(row.label, size, True)) + theme.scaled(10)), 0, 0, 0
        )
        painter.setPen(QColor(colours["warm" if warm else "quiet"]))
        if sign := _SIGNS.get(row.level, "") if row.level else "":
            wide = theme.scaled(18)
            self._sign(painter, QRectF(room.left(), room.center().y() - wide / 2, wide, wide), sign)
            room.adjust(wide + theme.scaled(6), 0, 0, 0)
        painter.setFont(font(size))
        said = painter.fontMetrics().elidedText(row.said, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), said)

    def _sign(self, painter: QPainter, box: QRectF, sign: str) -> None:
        """A ring; filled where a reason is asked for."""
        colours = self._theme.colours
        filled = sign == "!!"
        painter.setPen(QPen(QColor(colours["warm"]), 1.5))
        painter.setBrush(QColor(colours["warm"]) if filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        painter.setFont(font(self._theme.scaled(12), bold=True))
        painter.setPen(QColor(colours["warm_soft" if filled else "warm"]))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), sign[0])
        painter.setPen(QColor(colours["warm"]))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, self._theme.scaled(_HIGH))
