"""What a laid-out journey is made of. All places are pixels from the top left corner."""

from collections.abc import Callable
from dataclasses import dataclass

from journey_viewer.model.notes import Tone
from journey_viewer.model.words import Kind, Outcome, Service
from journey_viewer.timeline.scale import Scale

NO_CONTACT = "no contact recorded"
NOT_SUPPLIED = "not supplied"

TextWidth = Callable[[str, float, bool], float]
"""The width in pixels of a text at a size in pixels, plain or (True) bold."""


@dataclass(frozen=True)
class Frame:
    """The room there is: the whole picture, its text size and the radius of a mark, in pixels."""

    width: float
    height: float
    text: float = 13.0
    mark: float = 6.0


@dataclass(frozen=True)
class Lane:
    """``middle`` and ``height`` in pixels; ``state`` is what an empty lane says, "" where it is not empty.

    ``services``: those it shows; ``service``, the first of them, gives it its colour.
    """

    services: tuple[Service, ...]
    name: str
    count: int
    middle: float
    height: float
    state: str

    @property
    def service(self) -> Service:
        return self.services[0]

    @property
    def top(self) -> float:
        return self.middle - self.height / 2


@dataclass(frozen=True)
class Mark:
    """One contact, or several that had no room apart: then ``rows`` holds them all, the most telling first.

    ``rows`` are places among the case's touchpoints; ``radius`` is half the mark's height and
    ``half`` half its width, which is more where it carries a count. ``dim``: a filter is on and
    finds none of them.
    """

    x: float
    y: float
    radius: float
    half: float
    service: Service
    kind: Kind
    outcome: Outcome
    uncertain: bool
    rows: tuple[int, ...]
    dim: bool = False

    @property
    def count(self) -> int:
        return len(self.rows)

    @property
    def count_text(self) -> str:
        """The count in at most four letters: "7", "312", "12k"."""
        return str(self.count) if self.count < 1000 else f"{self.count // 1000}k"


@dataclass(frozen=True)
class Span:
    """A stay or an open service, the part of it that is seen.

    ``goes_on`` where it had no end by the end of the picture. ``count``: how many lie under each
    other where there are too many to draw apart; ``row`` is then the first of them.
    """

    left: float
    right: float
    top: float
    height: float
    service: Service
    goes_on: bool
    attended: bool
    row: int
    count: int = 1
    dim: bool = False


@dataclass(frozen=True)
class Label:
    """Words on or beside a span: from ``left``, ``width`` wide, around the height ``middle``, in letters of ``size``."""

    text: str
    left: float
    middle: float
    width: float
    size: float


@dataclass(frozen=True)
class Silence:
    """A long stretch without contact; ``label``, around ``middle``, is "" where it has no room."""

    left: float
    right: float
    middle: float
    label: str


@dataclass(frozen=True)
class Fold:
    """Long empty time that is folded away: ``label`` says how much."""

    left: float
    right: float
    label: str


@dataclass(frozen=True)
class Shade:
    """A weekend, or a bank holiday, which has a ``name``; ``label``, around ``middle``, is "" where it has no room."""

    left: float
    right: float
    name: str = ""
    middle: float = 0.0
    label: str = ""


@dataclass(frozen=True)
class Flag:
    """The sign of notes on a touchpoint: ``x``, ``y`` is its foot, and it is ``size`` wide and high.

    ``numbers`` are those of the notes, in time order; ``vanished`` where the lists no longer tell of the contact.
    """

    x: float
    y: float
    size: float
    tone: Tone
    numbers: tuple[int, ...]
    vanished: bool


@dataclass(frozen=True)
class Bracket:
    """A note on a stretch of time: a line along the top of the plot at the height of its flag's foot."""

    left: float
    right: float
    flag: Flag


@dataclass(frozen=True)
class FoundBand:
    """What a rule found in a stretch of days; ``label``, around ``middle``, is "" where it has no room."""

    left: float
    right: float
    middle: float
    label: str


@dataclass(frozen=True)
class FoundLink:
    """From the middle of one mark to that of the one that followed it, as a rule found."""

    x: float
    y: float
    to_x: float
    to_y: float


@dataclass(frozen=True)
class Tick:
    x: float
    label: str
    strong: bool


@dataclass(frozen=True)
class Geometry:
    """A whole picture: the plot's edges, and everything in it."""

    frame: Frame
    left: float
    right: float
    top: float
    bottom: float
    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    spans: tuple[Span, ...]
    silences: tuple[Silence, ...]
    ticks: tuple[Tick, ...]
    day_zero: str
    scale: Scale
    folds: tuple[Fold, ...] = ()
    shades: tuple[Shade, ...] = ()
    died: float | None = None
    """Where the person's death ends the axis, in pixels."""
    finding_bands: tuple[FoundBand, ...] = ()
    links: tuple[FoundLink, ...] = ()


@dataclass(frozen=True)
class Layout(Geometry):
    """The journey of a Case, on calendar time: for the screen of those who care for the person.

    ``whole``: the first and the last day of all of it, as ``scale`` counts. What was written about it
    stands here and on no other picture.
    """

    whole: tuple[float, float] = (0.0, 1.0)
    labels: tuple[Label, ...] = ()
    flags: tuple[Flag, ...] = ()
    brackets: tuple[Bracket, ...] = ()


@dataclass(frozen=True)
class NoteBand:
    """What was written for sharing about a stretch of months: a soft band down the whole plot.

    ``label``, around ``middle`` and with its upper edge at ``top``, stands under the plot: the words, or
    where they have no room "Note 2" or "2"; then ``numbers`` says which notes, else it is empty. "" where
    there is no room at all. ``leader``: where a line leads down to words that stand farther below.
    """

    left: float
    right: float
    middle: float
    top: float
    label: str
    numbers: tuple[int, ...] = ()
    leader: float | None = None


@dataclass(frozen=True)
class AnonymousLayout(Geometry):
    """The journey of an AnonymousCase, on relative time: the only one that a file is made of.

    ``found_names``: what the bands of findings are, and what the links are, "" where there are none.
    """

    bands: tuple[NoteBand, ...] = ()
    found_names: tuple[str, str] = ("", "")
