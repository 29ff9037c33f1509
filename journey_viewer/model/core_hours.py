"""The core hours of general practice, as minutes of the day: 08:00 is in them and 18:30 is not (the GMS contract regulations)."""

OPENS, CLOSES = 8 * 60, 18 * 60 + 30
