"""The description of the API in OpenAPI 3.1, public at `/api/v1/openapi.json`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bot.web.api.problems import CONTENT_TYPE, KINDS
from bot.web.api.schemas import SCHEMAS
from cases.lifecycle import Status
from cases.national import NATIONAL_PATTERN
from storage.api_keys import CASES_READ, INTAKE_WRITE

VERSION: Final = "1.0.0"
PAGE: Final = 50
MOST_PAGE: Final = 200
_ALWAYS: Final = ("no-key", "scope", "too-many", "fault", "busy")


def _query(name: str, description: str, **schema: Any) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": description, "schema": schema}


def _json(schema: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}


def _header(description: str) -> dict[str, Any]:
    return {"description": description, "schema": {"type": "string"}}


def _refusals(*kinds: str) -> dict[str, Any]:
    """Each status these problems have, with their titles."""
    found: dict[int, list[str]] = {}
    for kind in (*kinds, *_ALWAYS):
        status, title = KINDS[kind]
        found.setdefault(status, []).append(f"{kind}: {title}")
    content = {CONTENT_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        str(status): {"description": " ".join(told), "content": content}
        for status, told in sorted(found.items())
    }


_IF_NONE_MATCH: Final = {
    "name": "If-None-Match",
    "in": "header",
    "description": "The ETag of an answer you have; 304 where nothing changed.",
    "schema": {"type": "string"},
}
_TAGGED: Final = {"ETag": _header("Changes whenever the answer does.")}
_SAME: Final = {"description": "Nothing changed.", "headers": _TAGGED}


def _secured(scope: str) -> list[dict[str, list[str]]]:
    return [{"key": [scope]}]


PATHS: Final[Mapping[str, Any]] = {
    "/cases": {
        "get": {
            "operationId": "listCases",
            "summary": "Cases, the oldest first",
            "security": _secured(CASES_READ),
            "parameters": [
                _query("status", "Only in this status.", type="string", enum=[s.value for s in Status]),
                _query("since", "Only filed on this day or later.", type="string", format="date"),
                _query("national_number", "Only with this number.", type="string", pattern=NATIONAL_PATTERN),
                _query("cursor", "`next` of the page before.", type="string"),
                _query("limit", "On a page.", type="integer", minimum=1, maximum=MOST_PAGE, default=PAGE),
                _IF_NONE_MATCH,
            ],
            "responses": {
                "200": {"description": "A page.", "headers": _TAGGED, "content": _json("Cases")},
                "304": _SAME,
                **_refusals("invalid"),
            },
        }
    },
    "/cases/{number}": {
        "get": {
            "operationId": "readCase",
            "summary": "One case: where it stands, its clocks and its moves",
            "description": "Nothing a person wrote, no name, no village. A case that may not be told is 404.",
            "security": _secured(CASES_READ),
            "parameters": [
                {"name": "number", "in": "path", "required": True, "schema": {"type": "string"}},
                _IF_NONE_MATCH,
            ],
            "responses": {
                "200": {"description": "The case.", "headers": _TAGGED, "content": _json("Case")},
                "304": _SAME,
                **_refusals("not-found"),
            },
        }
    },
    "/intake": {
        "post": {
            "operationId": "handDown",
            "summary": "Hand a case down to this office",
            "security": _secured(INTAKE_WRITE),
            "parameters": [
                {
                    "name": "Idempotency-Key",
                    "in": "header",
                    "required": True,
                    "description": "Your own, one for each case: sent again, it files nothing twice.",
                    "schema": {"type": "string", "pattern": "^[!-~]{8,64}$"},
                }
            ],
            "requestBody": {"required": True, "content": _json("Intake")},
            "responses": {
                "201": {
                    "description": "Filed; or, for the same key and the same request, filed before.",
                    "headers": {
                        "Location": _header("Of the case."),
                        "Idempotency-Replayed": _header("`true` where it was filed before."),
                    },
                    "content": _json("Taken"),
                },
                **_refusals(
                    "invalid", "known-already", "too-large", "media-type", "not-acceptable", "key-reused"
                ),
            },
        }
    },
    "/openapi.json": {
        "get": {
            "operationId": "describe",
            "summary": "This description",
            "security": [],
            "responses": {
                "200": {
                    "description": "OpenAPI 3.1.",
                    "content": {"application/json": {"schema": {"type": "object"}}},
                }
            },
        }
    },
}


def description(office: str, server: str) -> dict[str, Any]:
    """The whole description, for an office by its name and the path it is served at."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"Lamton, {office}",
            "version": VERSION,
            "description": "Cases without personal content, and cases handed down. "
            "Sealed matters and restricted cases are not told, not even that they are there.",
        },
        "servers": [{"url": server}],
        "paths": dict(PATHS),
        "components": {
            "schemas": SCHEMAS,
            "securitySchemes": {
                "key": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": f"A key with the scope that is named: {CASES_READ}, {INTAKE_WRITE}.",
                }
            },
        },
    }
