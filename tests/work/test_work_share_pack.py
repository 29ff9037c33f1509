from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from journey_viewer.errors import NothingToShare
from journey_viewer.model.imported import Imported
from journey_viewer.privacy.identifiers import known_identifiers
from journey_viewer.work.share_pack import share_pack


def test_where_there_is_nobody_to_share_nothing_is_written(
    lists: Callable[..., Imported], tmp_path: Path
) -> None:
    with pytest.raises(NothingToShare):
        next(share_pack([], tmp_path, ["pptx"], known_identifiers(lists()), date(2025, 1, 1)))
    assert list(tmp_path.iterdir()) == []
