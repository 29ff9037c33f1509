"""What a word on the command line has to be: a file, a day, a number, names of formats."""

import argparse
from datetime import date
from pathlib import Path

FORMATS = ("pptx", "png", "svg", "pdf", "handout", "xlsx")


def source(text: str) -> Path:
    if not text.strip():
        raise argparse.ArgumentTypeError("name a list or a folder")
    return Path(text)


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("write the day as YYYY-MM-DD") from None


def count(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def formats(text: str) -> tuple[str, ...]:
    wanted = tuple(part.strip() for part in text.split(",") if part.strip())
    if not wanted or not set(wanted) <= set(FORMATS):
        raise argparse.ArgumentTypeError(f"choose from {', '.join(FORMATS)}")
    return wanted
