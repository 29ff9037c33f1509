"""What may be seen on the wall of words that are being typed: no more than an export would let out."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from journey_viewer.privacy.words.pieces import Piece, kind_of, left_in

HELD_BACK = "••••"
Read = Callable[[str], tuple[Piece, ...]]
Clean = Callable[[str, Collection[str]], str]


@dataclass(frozen=True)
class Seen:
    """``text`` may be seen; ``hidden`` says why some of it is not, "" where all of it is."""

    text: str
    hidden: str = ""


def as_chosen(text: str, *, matches: bool) -> Seen:
    """Of words that only choose among our own: as they are while a choice holds them, and else nothing of them.

    Whoever types on without having seen that a choice is asked for could be typing a name; its first letters
    cannot be told from a word.
    """
    return Seen(text) if matches else Seen(HELD_BACK, "None of the choices says that.")


def while_typed(text: str, clean: Clean, read: Read, names: Collection[str], kept: Collection[str]) -> Seen:
    """Of words of which more may come: what could yet become a part of a name, a number or an address is held back.

    That is the word that is being typed and the one before it, and before these every one with a capital or a
    figure and every part of anybody's name. Four dots stand for them, however many they are.
    """
    words = text.split()
    ready = len(words) - (0 if text.endswith((" ", "\t")) else 1) - 1
    while ready > 0 and _could_go_on(words[ready - 1], names):
        ready -= 1
    ready = max(ready, 0)
    told = " ".join(words[:ready])
    seen = [clean(told, kept)] if told else []
    if ready < len(words):
        seen.append(HELD_BACK)
    return Seen(" ".join(seen), _why(read(text), kept) if text.endswith(" ") else _why(read(told), kept))


def _could_go_on(word: str, names: Collection[str]) -> bool:
    bare = word.strip(".,;:!?()'’\"").casefold()
    return word[:1].isupper() or any(map(str.isdigit, word)) or bare in names


def _why(pieces: tuple[Piece, ...], kept: Collection[str]) -> str:
    rule = left_in(pieces, kept)
    return "" if rule is None else f"Not shown here, nor in an export: {kind_of(rule)}."
