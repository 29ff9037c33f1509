"""A pack as pages: what it is, how to read it, a page a case, what they have in common, and what was agreed."""

from journey_viewer.privacy.anonymous_pack import AnonymousPack
from journey_viewer.timeline.layout import TextWidth
from journey_viewer.timeline.page import Page, lay_out_page
from journey_viewer.timeline.pages_actions import lay_out_actions
from journey_viewer.timeline.pages_common import lay_out_common
from journey_viewer.timeline.pages_reading import lay_out_reading
from journey_viewer.timeline.pages_title import lay_out_title


def lay_out_pack(pack: AnonymousPack, width: TextWidth) -> tuple[Page, ...]:
    """Every page in its order: title, how to read this, the cases, what is common, and the actions, where there are any."""
    return (
        lay_out_title(pack, width),
        lay_out_reading(pack, width),
        *(lay_out_page(case, width) for case in pack.cases),
        *lay_out_common(pack, width),
        *lay_out_actions(pack, width),
    )
