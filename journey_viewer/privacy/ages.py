"""Ages leave in bands of ten years, or of five where that was chosen; everybody of 90 or more together."""

OLDEST = 90
USUAL_BAND, NARROW_BAND = 10, 5  # years


def age_band(age: int | None, years: int = USUAL_BAND) -> str:
    """The band in words ("50–59", "90 or over"), or "" where the age is not known."""
    if age is None or age < 0:
        return ""
    if age >= OLDEST:
        return f"{OLDEST} or over"
    youngest = age // years * years
    return f"{youngest}–{youngest + years - 1}"


def description(sex: str, band: str) -> str:
    """Who, in words ("Woman, 50–59"); the bands that hold children say "Female" or "Male"."""
    adult = {"female": "Woman", "male": "Man"}
    child = {"female": "Female", "male": "Male"}
    who = (child if _holds_children(band) else adult).get(sex, "")
    return ", ".join(part for part in (who, band) if part) or "Age and sex not stated"


def _holds_children(band: str) -> bool:
    youngest = band.partition("–")[0]
    return youngest.isdigit() and int(youngest) < 18
