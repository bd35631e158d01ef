"""Reads what was sent by the very schema that is published, so that the two cannot differ.

Of JSON Schema 2020-12 it knows what our schemas use; a word it does not know is refused when it is met.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

_TYPES: Final[Mapping[str, type]] = {"object": dict, "string": str, "integer": int, "boolean": bool}
_TOLD: Final = {"description", "examples", "default", "title"}
_KNOWN: Final = {
    *("type", "properties", "required", "additionalProperties", "enum"),
    *("minLength", "maxLength", "pattern", "minimum", "maximum"),
}


def faults(value: Any, schema: Mapping[str, Any], where: str = "") -> Iterator[str]:
    """What is wrong with `value`, a line each: the place and the rule, never what stood there."""
    if unknown := set(schema) - _KNOWN - _TOLD:
        raise ValueError(f"the schema says {sorted(unknown)}")
    kind = _TYPES[schema["type"]]
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        yield f"{where or 'it'}: must be {_an(schema['type'])}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{where}: is none of {', '.join(schema['enum'])}"
    if isinstance(value, dict):
        yield from _of_object(value, schema, where)
    elif isinstance(value, str):
        yield from _of_text(value, schema, where)
    elif isinstance(value, int) and not isinstance(value, bool):
        least, most = schema.get("minimum", value), schema.get("maximum", value)
        if not least <= value <= most:
            yield f"{where}: must be from {least} to {most}"


def _of_object(value: dict[str, Any], schema: Mapping[str, Any], where: str) -> Iterator[str]:
    known = schema.get("properties", {})
    for name in schema.get("required", ()):
        if name not in value:
            yield f"{_below(where, name)}: is missing"
    for name, one in value.items():
        if name in known:
            yield from faults(one, known[name], _below(where, name))
        elif schema.get("additionalProperties", True) is False:
            yield f"{where or 'it'}: has a property that is not known"


def _of_text(value: str, schema: Mapping[str, Any], where: str) -> Iterator[str]:
    if len(value.strip()) < schema.get("minLength", 0):
        yield f"{where}: must not be empty"
    if len(value) > schema.get("maxLength", len(value)):
        yield f"{where}: must have at most {schema['maxLength']} characters"
    # In JSON Schema `$` is the end alone, in Python a line's end before it too.
    if "pattern" in schema and not re.search(re.sub(r"\$$", r"\\Z", schema["pattern"]), value):
        yield f"{where}: must be of the form {schema['pattern']}"


def _below(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _an(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
