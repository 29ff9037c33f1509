"""Text that an XML file can carry."""

import re

_NOT_XML = re.compile("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain(text: str) -> str:
    """The text without what XML cannot carry."""
    return _NOT_XML.sub("", text)
