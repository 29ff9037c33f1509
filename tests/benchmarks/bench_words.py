"""How fast the scrubber reads and how much it finds, against Presidio and scrubadub on the same sentences in the same run.

Presidio runs without a model: its pattern recognisers, every British one among them, on a blank spaCy
pipeline. scrubadub runs with its detectors that need no model. Both are told the words that the loaded
lists know, as a list of words to deny. Neither is needed by the program; for this comparison alone:

    .venv/bin/python -m pip install presidio-analyzer scrubadub

The telephone numbers (Ofcom's for drama) and National Insurance numbers (prefix QQ) of the sentences are ones that nobody
can have, and recognisers that look up who issued a number pass them over; judge those two lines by that.

Prints a table by kind for each, and the sentences a second: medians over a few rounds, in which they take turns.
"""

import argparse
import logging
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "privacy" / "words"))

from measuring import Fate, Scrub, table, tally
from our_scrubber import told_by
from sentences import Sentence, lists, sentences

from journey_viewer.privacy.identifiers import known_identifiers

_TIMED = 300  # sentences a round


def _pieces(text: str, found: Iterable[tuple[int, int]]) -> list[tuple[str, Fate]]:
    """The text in pieces, those between these beginnings and ends replaced."""
    pieces, place = [], 0
    for start, end in sorted(found):
        if end > place:
            pieces.append((text[place : max(start, place)], Fate.KEPT))
            pieces.append((text[max(start, place) : end], Fate.REPLACED))
            place = end
    return [*pieces, (text[place:], Fate.KEPT)]


def _known() -> list[str]:
    known = known_identifiers(lists(told=True))
    return sorted({*(" ".join(phrase) for phrase in known.phrases), *known.numbers})


def ours() -> Scrub:
    return told_by(lists(told=True))


def ours_untold() -> Scrub:
    return told_by(lists(told=False))


def presidio() -> Scrub:
    import spacy
    import tldextract.tldextract
    from presidio_analyzer import (
        AnalyzerEngine,
        PatternRecognizer,
        RecognizerRegistry,
        predefined_recognizers,
    )
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    tldextract.tldextract.TLD_EXTRACTOR.suffix_list_urls = ()  # or it looks for a list on the network

    class Blank(SpacyNlpEngine):  # type: ignore[misc] # it has no types
        def load(self) -> None:
            self.nlp = {"en": spacy.blank("en")}

    engine: Any = Blank(models=[{"lang_code": "en", "model_name": "none"}])
    engine.load()
    registry: Any = RecognizerRegistry()
    registry.load_predefined_recognizers(languages=["en"], nlp_engine=engine)
    there = {type(recognizer).__name__ for recognizer in registry.recognizers}
    for name in dir(predefined_recognizers):
        if name.startswith("Uk") and name not in there:
            registry.add_recognizer(getattr(predefined_recognizers, name)())
    registry.add_recognizer(PatternRecognizer("KNOWN", deny_list=_known()))
    analyzer: Any = AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["en"])

    def scrub(text: str) -> list[tuple[str, Fate]]:
        return _pieces(text, ((one.start, one.end) for one in analyzer.analyze(text, language="en")))

    return scrub


def scrubadub() -> Scrub:
    import scrubadub
    from scrubadub import detectors

    scrubber: Any = scrubadub.Scrubber(locale="en_GB")
    scrubber.add_detector(detectors.DateOfBirthDetector(locale="en_GB"))
    known = [
        {"match": word, "filth_type": "name", "ignore_case": True, "ignore_partial_word_matches": True}
        for word in _known()
    ]
    scrubber.add_detector(detectors.UserSuppliedFilthDetector(known))

    def scrub(text: str) -> list[tuple[str, Fate]]:
        return _pieces(text, ((filth.beg, filth.end) for filth in scrubber.iter_filth(text)))

    return scrub


CONTESTANTS: Sequence[tuple[str, Callable[[], Scrub]]] = (
    ("ours, told what the lists know", ours),
    ("ours, where the lists know nothing", ours_untold),
    ("Presidio, no model, told", presidio),
    ("scrubadub, no model, told", scrubadub),
)


def _ready() -> dict[str, Scrub]:
    """Those that are installed; says which are not."""
    ready = {}
    for name, make in CONTESTANTS:
        try:
            ready[name] = make()
        except ModuleNotFoundError as missing:
            print(f"{name}: not compared, {missing.name} is not installed (see this file's first lines)")
    return ready


def seconds(scrub: Scrub, read: Sequence[Sentence]) -> float:
    begun = time.perf_counter()
    for sentence in read:
        scrub(sentence.text)
    return time.perf_counter() - begun


def main(identifiers: int, rounds: int) -> None:
    logging.disable(logging.WARNING)
    read = sentences(identifiers)
    ready = _ready()
    for name, scrub in ready.items():
        print(f"\n{name}\n{table(tally(read, scrub))}")
    few = read[:_TIMED]
    taken: dict[str, list[float]] = {name: [] for name in ready}
    for _ in range(rounds):
        for name, scrub in ready.items():
            taken[name].append(seconds(scrub, few))
    print(f"\n{len(few):,} sentences, median of {rounds}")
    least = statistics.median(next(iter(taken.values())))
    for name, times in taken.items():
        median = statistics.median(times)
        print(
            f"  {name:<36} {len(few) / median:>10,.0f} sentences a second   {median / least:6.2f} of the time of ours"
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--identifiers", type=int, default=3_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    main(options.identifiers, options.rounds)
