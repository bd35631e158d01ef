"""The published Bot API as a second opinion on the schema aiogram gives: where do the two disagree?

The description (JSON, not in the repository) is read from ``LAMTON_BOT_API_SPEC``, or from ``shared/data``
beside the repository where it lies there.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import aiogram.types
from aiogram.types import InputFile
from pydantic import BaseModel

from tests.telegram.schema import METHODS, alternatives, params_of
from tests.telegram.wire import Json

_WORDS: dict[Any, str] = {
    int: "Integer", dt.datetime: "Integer", dt.timedelta: "Integer", str: "String", bool: "Boolean",
    float: "Float",
}  # fmt: skip


def spec_path() -> Path | None:
    """Where the published description is, if it is anywhere."""
    named = os.environ.get("LAMTON_BOT_API_SPEC")
    beside = Path(__file__).parents[3] / "shared" / "data" / "telegram-bot-api.json"
    path = Path(named) if named else beside
    return path if path.is_file() else None


def load_spec() -> Json:
    """The description: ``methods`` and ``types`` by name. Raises OSError, ValueError."""
    path = spec_path()
    if path is None:
        raise FileNotFoundError("no description of the Bot API: set LAMTON_BOT_API_SPEC")
    spec: Json = json.loads(path.read_text("utf-8"))
    return spec


def words_of(kind: Any) -> frozenset[str]:
    """A type of aiogram's in the Bot API's words: ``Integer``, ``Array of BotCommand``, …"""
    if get_origin(kind) is Literal:
        return frozenset(_WORDS[type(getattr(c, "value", c))] for c in get_args(kind))
    if get_origin(kind) is list:
        inner = alternatives(get_args(kind)[0])
        return frozenset(f"Array of {word}" for member in inner for word in words_of(member))
    return frozenset({_WORDS.get(kind) or kind.__name__})


def _spec_words(spec: Json, types: list[str]) -> frozenset[str]:
    """Types as the description words them, families such as BotCommandScope opened into their members."""
    found: set[str] = set()
    for entry in types:
        depth, name = 0, entry
        while name.startswith("Array of "):
            depth, name = depth + 1, name.removeprefix("Array of ")
        for member in name.replace(" and ", ", ").split(", "):
            for one in spec["types"].get(member, {}).get("subtypes") or [member]:
                found.add("Array of " * depth + one)
    return frozenset(found)


def disagreements(spec: Json, method: str) -> Iterator[str]:
    """What of a method's parameters, and the objects in them, the two describe otherwise.

    Parameters that aiogram alone knows are left out: aiogram may be of a later Bot API.
    """
    if method not in METHODS or method not in spec["methods"]:
        yield f"{method} is not known to both"
        return
    seen: set[str] = set()
    yield from _compared(spec, METHODS[method], spec["methods"][method].get("fields", []), method, seen)


def newer_than(spec: Json, method: str) -> set[str]:
    """The parameters, not deprecated, that aiogram alone knows."""
    known = {entry["name"] for entry in spec["methods"][method].get("fields", [])}
    return {p.name for p in params_of(METHODS[method]).values() if not p.deprecated} - known


def _compared(
    spec: Json, model: type[BaseModel], fields: list[Json], where: str, seen: set[str]
) -> Iterator[str]:
    ours = params_of(model)
    for entry in fields:
        name = f"{where}.{entry['name']}"
        param = ours.get(entry["name"])
        if param is None:
            yield f"{name}: unknown to aiogram"
            continue
        if param.deprecated:
            yield f"{name}: deprecated for aiogram"
        if param.required != entry["required"]:
            yield f"{name}: required {entry['required']} in the description, {param.required} here"
        said = _spec_words(spec, entry["types"])
        here = frozenset(word for kind in param.kinds for word in words_of(kind))
        if "InputFile" in here:  # the description often calls a file the string that names it
            said -= {"String", "InputFile"}
        if said - here:
            yield f"{name}: {sorted(said)} in the description, {sorted(here)} here"
        for kind in param.kinds:
            yield from _nested(spec, kind, seen)


def _nested(spec: Json, kind: Any, seen: set[str]) -> Iterator[str]:
    while get_origin(kind) is list:
        members = alternatives(get_args(kind)[0])
        for member in members[1:]:
            yield from _nested(spec, member, seen)
        kind = members[0]
    if not (isinstance(kind, type) and issubclass(kind, BaseModel)) or kind in (
        InputFile,
        aiogram.types.User,
    ):
        return
    name = kind.__name__
    if name in seen or name not in spec["types"]:
        return
    seen.add(name)
    yield from _compared(spec, kind, spec["types"][name].get("fields", []), name, seen)
