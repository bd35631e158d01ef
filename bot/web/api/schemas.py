"""The shapes of what the API tells and takes, as JSON Schema 2020-12."""

from __future__ import annotations

from typing import Any, Final

from bot.web.api.problems import KINDS, TYPE_PREFIX
from cases.clocks import ClockKind
from cases.lifecycle import MOVES, Role, Status
from cases.matters import MATTERS, Kind
from cases.national import NATIONAL_PATTERN
from dialogs.complaint import STORY_CHARS

CAME_BY: Final = ("letter", "visit", "online", "suggestion", "mailbox", "call")
IDENTITIES: Final = ("named", "confidential")
Schema = dict[str, Any]


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _object(properties: Schema, optional: tuple[str, ...] = (), **more: Any) -> Schema:
    required = [name for name in properties if name not in optional]
    told = {"type": "object", "properties": properties, "required": required}
    return {**told, "additionalProperties": False, **more}


def _text(description: str, **more: Any) -> Schema:
    return {"type": "string", "description": description, **more}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


_DAY: Final = {"type": "string", "format": "date"}
_NUMBER: Final = _text("Our number of the case.", pattern="^[^0-9]+[0-9]{8}-[0-9]{8}$")
_NATIONAL: Final = _text("The number of the same case in the national system.", pattern=NATIONAL_PATTERN)
_STATUS: Final = {"type": "string", "enum": [one.value for one in Status]}

CASE_LISTED: Final = _object(
    {
        "number": _NUMBER,
        "national_number": _or_null(_NATIONAL),
        "matter": _text("Id of a row of the catalogue of matters."),
        "status": _STATUS,
        "open": {"type": "boolean", "description": "Whether an organ still owes something."},
        "unit": _or_null(_text("Id of the unit that has it; null while the office alone has it.")),
        "filed_on": _DAY,
    }
)
CASES: Final = _object(
    {
        "cases": {"type": "array", "items": _ref("CaseListed")},
        "next": _or_null(_text("The `cursor` of the next page; null on the last.")),
    }
)
CLOCK: Final = _object(
    {
        "clock": _text("Its name."),
        "kind": {"type": "string", "enum": [one.value for one in ClockKind]},
        "basis": _text("The article, such as 信访工作条例#22; `office` for a promise."),
        "started_on": _DAY,
        "due_on": _DAY,
        "provisional": {"type": "boolean", "description": "Rests on holidays not announced yet: an aim."},
        "stopped_on": _or_null(_DAY),
    }
)
MOVE: Final = _object(
    {
        "move": {"type": "string", "enum": [one.name for one in MOVES]},
        "before": _or_null(_STATUS),
        "after": _STATUS,
        "on": _DAY,
        "by": {"type": "string", "enum": [one.value for one in Role], "description": "The role."},
    }
)
NAMED: Final = _object({"id": {"type": "string"}, "zh": _or_null({"type": "string"})})
CASE: Final = _object(
    {
        **CASE_LISTED["properties"],
        "unit": _or_null(_ref("Named")),
        "kind": {"type": "string", "enum": [one.value for one in Kind]},
        "town": {**_or_null(_ref("Named")), "description": "Town or township; null outside the county."},
        "came_by": _text("service (this one), or as it was registered: letter, visit, …"),
        "persons": {"type": "integer", "minimum": 1},
        "repeated": {"type": "boolean", "description": "As was stated; never matched."},
        "complex": _or_null({"type": "boolean"}),
        "item": _or_null({"type": "integer", "minimum": 1, "maximum": 6}),
        "waiting_on_resident": {"type": "boolean"},
        "clocks": {"type": "array", "items": _ref("Clock")},
        "moves": {"type": "array", "items": _ref("Move"), "description": "Oldest first."},
    }
)
PERSON: Final = _object(
    {
        "name": _text("As they gave it.", minLength=1, maxLength=60),
        "phone": _text("A telephone number of China.", maxLength=30),
        "identity": {
            "type": "string",
            "enum": list(IDENTITIES),
            "default": "named",
            "description": "confidential: name and telephone are not shown to the unit.",
        },
    },
    ("phone", "identity"),
    description="Who it is from. Stored sealed. Left out where nobody gave a name.",
)
INTAKE: Final = _object(
    {
        "matter": {"type": "string", "enum": [m.id for m in MATTERS.values() if not m.sealed]},
        "place": _text("Division code of twelve digits, or `elsewhere`.", maxLength=12),
        "facts": _text("What happened. Stored sealed.", minLength=1, maxLength=STORY_CHARS),
        "request": _text("What is asked for. Stored sealed.", maxLength=1000),
        "person": PERSON,
        "came_by": {"type": "string", "enum": list(CAME_BY), "description": "How it came to you."},
        "national_number": _NATIONAL,
        "persons": {"type": "integer", "minimum": 1, "maximum": 100_000, "default": 1},
        "repeated": {"type": "boolean", "default": False, "description": "As you have it on record."},
        "language": {"type": "string", "enum": ["zh", "bo"], "default": "zh"},
    },
    ("request", "person", "national_number", "persons", "repeated", "language"),
    description="A case handed down by the level above. Sealed matters are not taken this way.",
)
TAKEN: Final = _object(
    {
        "number": _NUMBER,
        "national_number": _or_null(_NATIONAL),
        "status": _STATUS,
        "filed_on": _DAY,
        "clocks": {"type": "array", "items": _ref("Clock")},
    }
)
PROBLEM: Final = {
    "type": "object",
    "description": "RFC 9457.",
    "properties": {
        "type": {"type": "string", "enum": [TYPE_PREFIX + kind for kind in KINDS]},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "number": {"type": "string", "description": "Of known-already: our number of the case."},
        "faults": {"type": "array", "items": {"type": "string"}, "description": "Of not-acceptable."},
    },
    "required": ["type", "title", "status"],
    "additionalProperties": False,
}
SCHEMAS: Final = {
    "CaseListed": CASE_LISTED,
    "Cases": CASES,
    "Case": CASE,
    "Clock": CLOCK,
    "Move": MOVE,
    "Named": NAMED,
    "Intake": INTAKE,
    "Taken": TAKEN,
    "Problem": PROBLEM,
}
