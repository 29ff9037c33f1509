"""Text in blocks of whole lines, cut into columns at once where each line is one row; other text is for texts.py."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from journey_viewer.reading.sheets import Column

_BLOCK_BYTES = 8 << 20
_LONGEST_LINE = 1 << 20


def whole_lines(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of a file in blocks that end where a line ends, up to where one is too long for that."""
    while block := stream.read(_BLOCK_BYTES):
        rest = stream.readline(_LONGEST_LINE)
        if len(rest) == _LONGEST_LINE:
            return
        yield block + rest


def cut_block(text: str, separator: str, width: int) -> list[Column] | None:
    """The columns of a text and one more with what stands beyond them; None where a row is not just a line.

    That is so where a cell holds a line's end, a quote is left open, or a row goes on further
    than that one column. In any other text this finds the same cells as csv.reader.
    """
    import pandas as pd  # loaded when the first list is read, not with the program

    quoted = '"' in text
    if "\x00" in text or (quoted and text.count("\r") != text.count("\r\n")):
        return None
    full_line = separator * width + "\n"  # the parser lets no later line be longer than this
    try:
        cells = pd.read_csv(
            BytesIO((full_line + text).encode()),
            sep=separator,
            header=None,
            names=range(width + 1),
            index_col=False,
            dtype="category",
            na_filter=False,
            skip_blank_lines=False,
            low_memory=False,
        )
    except pd.errors.ParserError:
        return None
    if quoted and len(cells) - 1 != text.count("\n") + (not text.endswith("\n")):
        return None
    return [_in_order(cells[place].cat.codes.to_numpy(), cells[place].cat.categories) for place in cells]


def _in_order(codes: NDArray[Any], cells: Any) -> Column:
    """The column below its first row, its cells in the order in which they come."""
    import pandas as pd  # loaded when the first list is read, not with the program

    texts = np.asarray(cells, dtype=np.object_)
    held = pd.unique(codes[1:])
    places = np.zeros(len(texts), np.int32)
    places[held] = np.arange(len(held), dtype=np.int32)
    return Column(places[codes[1:]], tuple(texts[held].tolist()))
