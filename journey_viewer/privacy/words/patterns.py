"""Parts from which the rules build their patterns."""


def any_of(*parts: str) -> str:
    """A pattern for any of the parts, each of which may be several with spaces between, in their order."""
    return f"(?:{'|'.join('|'.join(part.split()) for part in parts)})"


def phrases(text: str) -> str:
    """A pattern for any of the phrases, one a line or with commas between, in their order."""
    lines = text.strip().strip(",").replace("\n", ",").split(",")
    return f"(?:{'|'.join(line.strip() for line in lines if line.strip())})"
