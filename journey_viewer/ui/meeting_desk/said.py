"""What the wall is told besides the cases, in words that went through the same cleaning as an export."""

from collections.abc import Iterable, Iterator

from journey_viewer.model.actions import Action
from journey_viewer.model.agenda import Agenda as Split
from journey_viewer.model.agenda import Part, agenda, in_words
from journey_viewer.model.days import day_in_words
from journey_viewer.model.meeting_steps import carried_over, decision_of, still_open
from journey_viewer.model.meetings import Meeting
from journey_viewer.model.sharing import ALL_CASES
from journey_viewer.model.wording import LEVEL_REASONS, LEVELS
from journey_viewer.session import Session
from journey_viewer.ui.meeting.told import Agenda, Row, Told, Typing
from journey_viewer.ui.meeting_desk.casting import Cast
from journey_viewer.ui.meeting_desk.entry import Entry
from journey_viewer.ui.meeting_desk.hints import hint, left
from journey_viewer.ui.meeting_desk.questions import ONLY_CHOSEN, OURS, PROMPTS
from journey_viewer.ui.meeting_desk.veiled import Seen, as_chosen, while_typed
from journey_viewer.ui.share.texts import kept_for


class Speaker:
    """Says it; holds what reads the words."""

    def __init__(self, cast: Cast, session: Session) -> None:
        self._cast, self._session = cast, session

    def clean(self, text: str, person: int | None) -> str:
        """What may be seen of a text about somebody, or about all cases; nothing before it is known what identifies."""
        reader = self._cast.reader
        return "" if reader is None else reader.clean(text, kept_for(self._session, person))

    def decided(self, meeting: Meeting) -> tuple[Told, ...]:
        """A case each, in their order."""
        return tuple(self._of_case(meeting, person) for person in self._cast.people)

    def _of_case(self, meeting: Meeting, person: int) -> Told:
        document = self._session.document
        decision = decision_of(document, meeting.number, person)
        reasons = [LEVEL_REASONS[reason] for reason in LEVEL_REASONS if reason in decision.level_reasons]
        why = [*reasons, self.clean(decision.level_why, person)]
        about = still_open(document, person)
        return Told(
            LEVELS[decision.level] if decision.level else "",
            " · ".join(word for word in why if word),
            self._all(decision.partners, person),
            self._all(decision.ideas, person),
            tuple(self.action(action, labelled=action.person is None) for action in about),
        )

    def lines(self, text: str) -> tuple[str, ...]:
        """Each line of a text about all cases, of which anything may be seen."""
        return self._all(text.splitlines(), None)

    def _all(self, texts: Iterable[str], person: int | None) -> tuple[str, ...]:
        return tuple(told for told in (self.clean(text, person) for text in texts) if told)

    def action(self, action: Action, *, labelled: bool) -> str:
        """What, who leads, by when: "Named GP and a review — Practice 2, by 14 Apr 2027"."""
        person = self._session.document.whom(action)
        what = self.clean(action.what, person) or "(nothing of it may be shown)"
        whose = ALL_CASES if person is None else self._session.label(person)
        who = [self.clean(action.lead, person)]
        who.append(f"by {day_in_words(action.due)}" if action.due else "")
        after = ", ".join(part for part in who if part)
        told = f"{what} — {after}" if after else what
        return f"{whose}: {told}" if labelled else told

    def split(self, meeting: Meeting) -> Split:
        """What its time is for."""
        return agenda(meeting.minutes, len(self._cast.people), len(self._carried(meeting)))

    def _carried(self, meeting: Meeting) -> list[Action]:
        """What came from earlier meetings and may be told of."""
        document, may_be = self._session.document, {None, *self._session.may_be_told_of}
        return [one for one in carried_over(document, meeting.number) if document.whom(one) in may_be]

    def agenda(self, meeting: Meeting) -> Agenda:
        """The first page; of an action about somebody who may not be seen there is no word."""
        document, split, carried = self._session.document, self.split(meeting), self._carried(meeting)
        title = self.clean(document.pack_title, None) or "Deep dive meeting"
        under = [day_in_words(meeting.day), in_words(meeting.minutes), self.clean(meeting.purpose, None)]
        return Agenda(
            title,
            " · ".join(part for part in under if part),
            tuple(self.action(one, labelled=True) for one in carried),
            tuple(self._rows(split)),
            f"{split.improvement:.0%} of the time is for improvement",
            " · ".join(self._all(meeting.attendees, None)),
        )

    def _rows(self, split: Split) -> Iterator[Row]:
        for slot in split.slots:
            yield Row(slot.part.value, slot.minutes, bold=True)
            if slot.part is Part.CASES:
                for journey in self._cast.journeys:
                    label = journey.case.label
                    yield Row(f"{label} · {journey.case.description}", split.each, short=label)

    def typing(self, entry: Entry, case: str) -> Typing:
        """What may be seen of a question and what was typed until now."""
        seen = self._typed(entry)
        told = [entry.choices[place] for place in entry.seen]
        if entry.ask not in OURS:
            told = [self.clean(text, entry.person) or "[…]" for text in told]
        return Typing(
            f"{case} · {PROMPTS[entry.ask]}",
            seen.text,
            tuple(told),
            entry.chosen,
            entry.trouble or hint(entry),
            seen.hidden,
            numbered=entry.has_numbers,
            left=left(entry),
        )

    def _typed(self, entry: Entry) -> Seen:
        cast = self._cast
        if cast.reader is None or cast.known is None or not entry.typed:
            return Seen("")
        if entry.ask in ONLY_CHOSEN & OURS:
            return as_chosen(entry.typed, matches=bool(entry.seen))
        kept = kept_for(self._session, entry.person)
        return while_typed(entry.typed, cast.reader.clean, cast.reader.read, cast.known.names, kept)
