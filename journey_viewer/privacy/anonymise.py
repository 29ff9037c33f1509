"""The one door: a Case goes in, an AnonymousCase comes out."""

from dataclasses import replace

import numpy as np

from journey_viewer.measures.summary import summarise
from journey_viewer.model.case import Case
from journey_viewer.model.sharing import JOURNEY_ALONE, Shared
from journey_viewer.model.words import Kind
from journey_viewer.privacy.ages import NARROW_BAND, USUAL_BAND, age_band, description
from journey_viewer.privacy.anonymous_case import AnonymousCase
from journey_viewer.privacy.coarse import coarsen, gaps_of, last_month_told, longest_of
from journey_viewer.privacy.findings import (
    findings_for_sharing,
    found_for_sharing,
    shown_for_sharing,
    strongest_for_sharing,
    sure_for_sharing,
)
from journey_viewer.privacy.folding import fold
from journey_viewer.privacy.headlines import headlines_for_sharing
from journey_viewer.privacy.statements import what_the_lists_cover, what_we_see
from journey_viewer.privacy.times import months_of, span_in_words
from journey_viewer.privacy.written import Clean, lines_of, notes_of, nothing_leaves


def anonymise(case: Case, shared: Shared = JOURNEY_ALONE, clean: Clean = nothing_leaves) -> AnonymousCase:
    """What may be seen of a case by people who do not care for the person.

    Numbers, findings and gaps are computed from the exact days of what is shown and carried as statements; then
    days become months from the first contact in the window, lengths become classes,
    clinicians become roles, places kinds. Names, numbers, dates and free text are left behind, but for
    what was written or ticked for sharing, which goes through ``clean`` first.
    """
    choices = shared.choices
    exact = case.without(choices.dropped)
    dropped = len(case.touchpoints) - len(exact.touchpoints)
    months = months_of(exact, quarters=choices.quarters)
    gaps = gaps_of(exact, coarsen(exact, months, JOURNEY_ALONE, nothing_leaves), months)
    results = findings_for_sharing(exact, shared)
    sure = sure_for_sharing(results, shared)
    told = fold(exact, choices.folded)
    coarse = coarsen(told, months, shared, clean)
    last = last_month_told(coarse, months)
    summary, whole = summarise(told), _are_whole(told)
    return _with_words(
        AnonymousCase(
            label=case.label,
            description=description(case.person.sex, _band(case, five_years=choices.five_years)),
            period=span_in_words(case.window.days),
            months=last,
            touchpoints=coarse,
            gaps=gaps,
            counts=summary.by_service,
            supplied=case.supplied,
            seen=what_we_see(summary, longest_of(gaps), choices.folded, whole_stays=whole),
            covered=what_the_lists_cover(summary, case.supplied, choices.folded, dropped),
            step=months.step,
            folded=choices.folded,
            notes=notes_of(shared, case.window, months, last, clean),
            headlines=headlines_for_sharing(told, months, gaps, choices.folded, whole_stays=whole),
            strongest=strongest_for_sharing(sure, exact, shared),
            found=found_for_sharing(sure, told, coarse, months, shared.said),
            shows=shown_for_sharing(results),
        ),
        shared,
        clean,
    )


def _with_words(case: AnonymousCase, shared: Shared, clean: Clean) -> AnonymousCase:
    """With what was written for sharing this case."""
    choices, kept = shared.choices, shared.choices.kept_words
    return replace(
        case,
        about=clean(choices.about, kept),
        different=lines_of(choices.different, kept, clean),
        headline=clean(choices.headline, kept),
    )


def _are_whole(case: Case) -> bool:
    """Whether every stay begins and ends inside the window: the nights of others would tell where it ends."""
    stays = case.touchpoints.take(case.touchpoints.kind == Kind.STAY.code)
    first, last = np.datetime64(case.window.first), np.datetime64(case.window.last)
    days = stays.start.astype("datetime64[D]"), stays.end.astype("datetime64[D]")
    return bool(((days[0] >= first) & (days[1] <= last)).all())  # one without an end is not


def _band(case: Case, *, five_years: bool) -> str:
    return age_band(case.person.age_at_end(case.window), NARROW_BAND if five_years else USUAL_BAND)
