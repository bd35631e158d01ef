"""`GET /cases` and `GET /cases/{number}`: where cases stand, without anything a person wrote."""

from __future__ import annotations

import base64
import json
import re
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.routing import Route

from bot.export import clocks_as_data, moves_as_data
from bot.web.api.answers import tagged
from bot.web.api.gate import Answered, Gate
from bot.web.api.problems import Problem
from bot.web.api.spec import MOST_PAGE, PAGE
from bot.wiring import House
from cases.lifecycle import OPEN, Status
from cases.matters import find_matter
from cases.national import read_national
from cases.numbers import parse_case_number
from cases.places import TOWNS
from storage import other_systems
from storage.api_keys import CASES_READ, ApiKey
from storage.cases import Stored
from storage.other_systems import Listed

_LIMIT = re.compile("[0-9]{1,9}")
PARAMETERS = frozenset({"status", "since", "national_number", "cursor", "limit"})


class Cases:
    """Reads."""

    def __init__(self, house: House, gate: Gate) -> None:
        self._house = house
        self.routes = [
            Route("/cases", gate.opened(CASES_READ, "GET /cases", self.listed), methods=["GET"]),
            Route(
                "/cases/{number}", gate.opened(CASES_READ, "GET /cases/{number}", self.one), methods=["GET"]
            ),
        ]

    async def listed(self, request: Request, key: ApiKey) -> Answered:
        """A page, the oldest first. Raises Problem."""
        asked = dict(request.query_params)
        if set(asked) - PARAMETERS:
            raise Problem("invalid", "A parameter is not known.")
        status, limit = asked.get("status"), asked.get("limit", str(PAGE))
        if status is not None and status not in set(Status):
            raise Problem("invalid", "status: is none of the statuses.")
        if not _LIMIT.fullmatch(limit) or not 1 <= int(limit) <= MOST_PAGE:
            raise Problem("invalid", f"limit: is a number from 1 to {MOST_PAGE}.")
        most, since, after = int(limit), self._since(asked.get("since")), _after(asked.get("cursor"))
        national = asked.get("national_number")
        if national is not None and (national := read_national(national)) is None:
            raise Problem("invalid", "national_number: is not of its form.")
        found = await self._house.store.read(
            lambda c: other_systems.listed(
                c, most=most + 1, status=status, since=since, national_number=national, after=after
            )
        )
        page = found[:most]
        more = _cursor(page[-1]) if len(found) > most else None
        return Answered(tagged(request, {"cases": [_line(one) for one in page], "next": more}))

    async def one(self, request: Request, key: ApiKey) -> Answered:
        """A case. Raises Problem, alike where there is none and where it may not be told."""
        typed = request.path_params["number"][:80]
        number = parse_case_number(typed, self._house.office.case_prefix)

        def look(connection: Connection) -> tuple[str, dict[str, Any]] | None:
            stored = other_systems.one(connection, self._house.keyring, number or "")
            return (stored.id, self._told(connection, stored)) if stored else None

        found = await self._house.store.read(look) if number else None
        if found is None:
            raise Problem("not-found")
        return Answered(tagged(request, found[1]), found[0])

    def _told(self, connection: Connection, stored: Stored) -> dict[str, Any]:
        case, office, registered = stored.case, self._house.office, stored.registered
        unit = office.units.get(case.unit or "")
        town = office.places.by_code.get(stored.place[:9])
        return {
            "number": case.number,
            "national_number": registered.national_number,
            "matter": case.matter,
            "kind": find_matter(case.matter).kind.value,
            "status": case.status.value,
            "open": case.status in OPEN,
            "unit": {"id": case.unit, "zh": unit.zh if unit else None} if case.unit else None,
            "town": {"id": town.code, "zh": town.zh} if town and town.level in TOWNS else None,
            "came_by": registered.came_by,
            "persons": registered.persons,
            "repeated": registered.repeated,
            "filed_on": case.filed_on.isoformat(),
            "complex": case.complex,
            "item": case.item,
            "waiting_on_resident": case.waiting_on_resident,
            "clocks": clocks_as_data(connection, stored.id),
            "moves": moves_as_data(connection, stored),
        }

    def _since(self, text: str | None) -> datetime | None:
        if text is None:
            return None
        try:
            return self._house.time.moment(date.fromisoformat(text), time())
        except (ValueError, OverflowError):
            raise Problem("invalid", "since: is a day such as 2026-11-23.") from None


def _line(one: Listed) -> dict[str, Any]:
    return {
        "number": one.number,
        "national_number": one.national_number,
        "matter": one.matter,
        "status": one.status,
        "open": one.open,
        "unit": one.unit,
        "filed_on": one.filed_on.isoformat(),
    }


def _cursor(last: Listed) -> str:
    told = json.dumps([round(last.filed_at.timestamp() * 1000), last.id])
    return base64.urlsafe_b64encode(told.encode()).decode("ascii").rstrip("=")


def _after(cursor: str | None) -> tuple[datetime, str] | None:
    if cursor is None:
        return None
    try:
        filed_ms, last = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        if type(filed_ms) is not int or not isinstance(last, str) or len(last) > 16 or "\0" in last:
            raise ValueError
        last.encode()  # refuses half a letter
        return datetime.fromtimestamp(filed_ms / 1000, UTC), last
    except (ValueError, TypeError, OverflowError, OSError, RecursionError):
        raise Problem("invalid", "cursor: is none that was given here.") from None
