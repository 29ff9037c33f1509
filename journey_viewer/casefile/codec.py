"""Frozen values as JSON and back: what people wrote is kept so, one record a value."""

import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

_T = TypeVar("_T")


def as_json(value: Any) -> str:
    """The same text for equal values: ASCII, so that any text may be in them, halves of surrogate pairs too."""
    return json.dumps(plain(value), sort_keys=True, separators=(",", ":"))


def from_json(kind: type[_T], text: str) -> _T:
    """What ``as_json`` made of a value of this kind. Raises ValueError, KeyError, TypeError … for any other text."""
    return built(kind, json.loads(text))


def storable(cell: Any) -> Any:
    """The cell as SQLite can hold it: a text without halves of surrogate pairs, which file names and JSON may have."""
    return cell.encode(errors="replace").decode() if isinstance(cell, str) else cell


def plain(value: Any) -> Any:
    """Dataclasses become mappings, sets sorted lists, days and words text."""
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(told) for key, told in value.items()}
    if isinstance(value, frozenset):
        return sorted(plain(told) for told in value)
    if isinstance(value, tuple):
        return [plain(told) for told in value]
    return str(value) if isinstance(value, StrEnum) else value


def built(kind: Any, told: Any) -> Any:
    """The value of this kind; a field that is not told of has its default."""
    if told is None:
        if types.NoneType not in get_args(kind):
            raise TypeError("nothing, where something is needed")
        return None
    if get_origin(kind) is not None:
        return _built_of_parts(get_origin(kind), get_args(kind), told)
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        values = {name: built(hints[name], part) for name, part in told.items()}
        return cast("Any", kind)(**values)
    return kind.fromisoformat(told) if kind in (date, datetime) else kind(told)


def _built_of_parts(origin: Any, parts: tuple[Any, ...], told: Any) -> Any:
    if origin is Mapping:
        return {built(parts[0], key): built(parts[1], part) for key, part in told.items()}
    if origin in (tuple, frozenset):
        return origin(built(parts[0], part) for part in told)
    return built(next(part for part in parts if part is not types.NoneType), told)  # X | None
