"""Ages leave in ten-year bands, and everybody of 90 or more together."""

OLDEST = 90


def age_band(age: int | None) -> str:
    """The band in words ("50–59", "90 or over"), or "" where the age is not known."""
    if age is None or age < 0:
        return ""
    if age >= OLDEST:
        return f"{OLDEST} or over"
    decade = age // 10 * 10
    return f"{decade}–{decade + 9}"


def description(sex: str, band: str) -> str:
    """Who, in words ("Woman, 50–59"); the bands that hold children say "Female" or "Male"."""
    adult = {"female": "Woman", "male": "Man"}
    child = {"female": "Female", "male": "Male"}
    who = (child if band in ("0–9", "10–19") else adult).get(sex, "")
    return ", ".join(part for part in (who, band) if part) or "Age and sex not stated"
