"""All that was chosen for sharing -> an AnonymousPack."""

from collections.abc import Collection, Iterator, Mapping

from journey_viewer.model.actions import Action
from journey_viewer.model.sharing import ALL_CASES, ToShare
from journey_viewer.privacy.anonymise import anonymise
from journey_viewer.privacy.anonymous_pack import AnonymousAction, AnonymousPack
from journey_viewer.privacy.anonymous_patterns import changed_thresholds, common_patterns
from journey_viewer.privacy.written import Clean, nothing_leaves


def anonymise_pack(told: ToShare, clean: Clean = nothing_leaves) -> AnonymousPack:
    """What may be seen of the cases and of what was agreed about them; ``clean`` is what words go through.

    The title leaves as it was typed: it names whom the pack is from. Files are searched for people's names
    all the same.
    """
    cases = tuple(anonymise(case, shared, clean) for case, shared in told.cases)
    kept = told.kept
    return AnonymousPack(
        cases,
        told.title.strip(),
        tuple(_actions(told, clean, kept)),
        common_patterns(cases, told.thresholds, told.ideas, clean, kept[ALL_CASES]),
        changed_thresholds(told.thresholds),
    )


def _actions(told: ToShare, clean: Clean, kept: Mapping[str, frozenset[str]]) -> Iterator[AnonymousAction]:
    """Each of which anything may leave, in the order of the cases; of a case's the words kept for that case."""
    for label, action in told.actions:
        told_of = anonymous_action(label, action, kept[label], clean)
        if told_of.what:
            yield told_of


def anonymous_action(case: str, action: Action, kept: Collection[str], clean: Clean) -> AnonymousAction:
    """What may be seen of an action about the case of this label; ``kept`` are the words let go out of it."""
    return AnonymousAction(
        case=case,
        what=clean(action.what, kept),
        lead=clean(action.lead, kept),
        sponsor=clean(action.sponsor, kept),
        delivers=clean(action.delivers, kept),
        due=action.due,
        status=action.status,
        number=action.number,
        raised=action.raised,
        pattern=action.pattern,
        level=action.level,
        partner=clean(action.partner, kept),
        invited=action.invited,
        review=action.review,
        expected=clean(action.expected, kept),
        measure=clean(action.measure, kept),
        outcome=clean(action.outcome, kept),
        closed=action.closed,
        meeting=action.meeting,
        carried=action.carried,
    )
