"""Promises of the description: it is OpenAPI 3.1, every route is in it, and what is sent is read by it."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator
from starlette.routing import Route

from bot.web.api.app import api_app
from bot.web.api.problems import KINDS
from bot.web.api.reading import faults
from bot.web.api.schemas import INTAKE, SCHEMAS
from bot.wiring import House
from storage.api_keys import SCOPES
from tests.web.api.caller import SPEC, Caller, resolved

GOOD: dict[str, Any] = {
    "matter": "wages",
    "place": "540621100201",
    "facts": "老板不发工资。",
    "request": "请帮我要回工资。",
    "person": {"name": "次仁", "phone": "13908900001", "identity": "confidential"},
    "came_by": "letter",
    "national_number": "XF20261123-0001",
    "persons": 3,
    "repeated": True,
    "language": "bo",
}
BAD: tuple[Any, ...] = (
    *({**GOOD, name: value} for name, value in (("matter", "no"), ("facts", ""), ("persons", 0))),
    *({**GOOD, name: value} for name, value in (("persons", True), ("persons", "3"), ("repeated", 1))),
    *({**GOOD, name: value} for name, value in (("language", "en"), ("facts", "a" * 8001), ("x", 1))),
    *({**GOOD, name: value} for name, value in (("national_number", "嘉"), ("person", {}), ("place", None))),
    {**GOOD, "person": {"name": "a", "id_card": "1"}},
    {k: v for k, v in GOOD.items() if k != "came_by"},
    *([], "text", None, 1),
)


async def test_every_route_is_described_and_nothing_else(house: House) -> None:
    routes = {
        (route.path, method.lower())
        for route in api_app(house).routes
        if isinstance(route, Route)
        for method in (route.methods or ()) - {"HEAD"}
    }
    assert routes == {(path, method) for path, entry in SPEC["paths"].items() for method in entry}


async def test_the_description_is_public_and_whole(house: House) -> None:
    async with Caller(house) as stranger:
        answer = await stranger.asks("/openapi.json")
    told = answer.json()
    assert told["openapi"] == "3.1.0"
    assert told["servers"] == [{"url": "/api/v1"}]
    for schema in SCHEMAS.values():
        Draft202012Validator.check_schema(schema)
    referred: list[str] = []

    def walk(part: Any) -> None:
        if isinstance(part, dict):
            referred.extend(v for k, v in part.items() if k == "$ref")
            for one in part.values():
                walk(one)
        elif isinstance(part, list):
            for one in part:
                walk(one)

    walk(told)
    assert {one.rpartition("/")[2] for one in referred} == set(SCHEMAS)
    ids = [entry["operationId"] for path in told["paths"].values() for entry in path.values()]
    assert len(set(ids)) == len(ids)
    used = {s for p in told["paths"].values() for e in p.values() for r in e["security"] for s in r["key"]}
    assert used == set(SCOPES)
    kinds = {
        one.removeprefix("urn:lamton:problem:") for one in SCHEMAS["Problem"]["properties"]["type"]["enum"]
    }
    assert kinds == set(KINDS)


@pytest.mark.parametrize("asked", [GOOD, *BAD])
def test_what_is_sent_is_read_as_a_validator_of_json_schema_reads_it(asked: Any) -> None:
    right = Draft202012Validator(resolved(INTAKE)).is_valid(asked)
    assert (not list(faults(asked, INTAKE))) is right
    assert right is (asked is GOOD)


def test_a_schema_that_cannot_be_read_is_no_schema() -> None:
    with pytest.raises(ValueError, match="oneOf"):
        list(faults(1, {"type": "integer", "oneOf": []}))
