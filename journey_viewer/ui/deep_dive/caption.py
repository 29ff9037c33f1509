"""What has to be said under a copied picture: what is dimmed, not drawn, drawn together, or folded away."""

from collections.abc import Iterable, Iterator

import numpy as np

from journey_viewer.model.case import Case
from journey_viewer.model.phrases import many
from journey_viewer.model.words import OUTCOME_NAMES, Kind, Outcome, Service, service_name
from journey_viewer.timeline.layout import Layout
from journey_viewer.timeline.looking import Filter, Lanes
from journey_viewer.ui.deep_dive.filter_row import KIND_NAMES
from journey_viewer.ui.deep_dive.shown import Shown


def caption_of(shown: Shown, layout: Layout) -> tuple[str, ...]:
    """A sentence for each way in which the picture is not as usual; none where it is.

    The words that somebody looked for are not quoted: they may be a name.
    """
    if shown.case is None:
        return ()
    return (
        *_of_filter(shown.case, shown.looking.filter),
        *_of_lanes(shown.case, shown.looking.lanes),
        *_of_folds(layout),
    )


def _of_filter(case: Case, chosen: Filter) -> Iterator[str]:
    if not chosen.is_on:
        return
    sorts = {
        "services": _listed(service_name(one) for one in Service if one in chosen.services),
        "outcomes": _listed(OUTCOME_NAMES[one] for one in Outcome if one in chosen.outcomes),
        "kinds": _listed(KIND_NAMES[one] for one in Kind if one in chosen.kinds),
    }
    told = [f"{name}: {words}" for name, words in sorts.items() if words]
    told += ["words in reasons and services"] if chosen.text.strip() else []
    found, all_ = int(chosen.finds(case.touchpoints).sum()), len(case.touchpoints)
    by = f" by {'; '.join(told)}" if told else ""
    if found == all_:
        yield f"Filtered{by}. None of {many(all_, 'touchpoint')} is dimmed."
    else:
        yield f"Filtered{by}. {all_ - found:,} of {many(all_, 'touchpoint')} are dimmed."


def _of_lanes(case: Case, lanes: Lanes) -> Iterator[str]:
    if lanes.hidden:
        names = _listed(service_name(one) for lane in lanes.order for one in lane if one in lanes.hidden)
        count = int(np.isin(case.touchpoints.service, [one.code for one in lanes.hidden]).sum())
        yield f"Not drawn: {names} ({many(count, 'touchpoint')})."
    for lane in lanes.order:
        if len(lane) > 1 and not lanes.hidden.issuperset(lane):
            yield f"In one lane: {_listed(service_name(one) for one in lane if one not in lanes.hidden)}."


def _of_folds(layout: Layout) -> Iterator[str]:
    if folds := layout.scale.folds:
        days = sum(round(last - first) for first, last in folds)
        places = "one place" if len(folds) == 1 else f"{len(folds):,} places"
        yield f"Time is folded in {places}: {days:,} days in which nothing happened are drawn narrow."


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
