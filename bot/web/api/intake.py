"""`POST /intake`: a case the level above hands down (《信访工作条例》第二十一条), filed as a clerk files.

The same Idempotency-Key with the same request is answered as before and files nothing: what became of the
case is not told, which may be restricted by now. What a person wrote and who they are is sealed under the
case's own key; the fingerprint kept of a request is a keyed hash.
"""

from __future__ import annotations

import hmac
import json
import re
import secrets
from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from urllib.parse import quote

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.export import clock_as_data
from bot.filing import Filing
from bot.web.api.gate import Answered, Gate
from bot.web.api.problems import Problem
from bot.web.api.reading import faults
from bot.web.api.schemas import INTAKE
from bot.wiring import House
from cases.case import Made, file_case
from cases.lifecycle import Role
from cases.numbers import new_code
from dialogs.engine.reading import clean, read_phone
from storage import handed_down, national, sight
from storage.api_keys import INTAKE_WRITE, ApiKey
from storage.registered import Registered

MOST_BYTES: Final = 100_000
_IDEMPOTENCY_KEY: Final = re.compile("[!-~]{8,64}")


class Intake:
    """Takes cases."""

    def __init__(self, house: House, gate: Gate) -> None:
        self._house = house
        self._filing = Filing(house.keyring, house.casework, house.time)
        self.routes = [
            Route("/intake", gate.opened(INTAKE_WRITE, "POST /intake", self.take), methods=["POST"])
        ]

    async def take(self, request: Request, key: ApiKey) -> Answered:
        """File it. Raises Problem; then nothing was filed."""
        own = request.headers.get("idempotency-key", "")
        if not _IDEMPOTENCY_KEY.fullmatch(own):
            raise Problem("invalid", "Idempotency-Key: is 8 to 64 letters without spaces.")
        body = await _body(request)
        asked = _asked(body)
        given = self._given(asked)
        same = json.dumps(asked, ensure_ascii=False, sort_keys=True)
        asked_hash = self._house.keyring.lookup("api-intake", same)
        draft = handed_down.draft_of(key.id, own)

        def work(connection: Connection) -> tuple[str, Made, bool]:
            known = handed_down.known(connection, draft)
            if known is None:
                return *self._file(connection, key, draft, asked_hash, asked, given), False
            if not hmac.compare_digest(known.asked_hash, asked_hash):
                raise Problem("key-reused")
            return known.case_id, self._filed(known.number, asked, known.filed_on), True

        try:
            case_id, made, before = await self._house.store.write(work)
        except IntegrityError:  # the same request was quicker, or one number drawn twice
            case_id, made, before = await self._house.store.write(work)
        if not before:
            self._house.bell.ring()
        return Answered(_answer(request, made, asked, before=before), case_id)

    def _given(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """The answers of the complaint as the dialog would hold them. Raises Problem."""
        place = self._house.office.places.by_code.get(asked["place"])
        if place is None or not place.is_leaf:
            raise _refused("place: is no village of this county, nor `elsewhere`")
        given: dict[str, Any] = {
            "matter": asked["matter"],
            "place": asked["place"],
            "facts": {"parts": [{"text": _said(asked["facts"], "facts")}], "done": True},
        }
        if request := clean(asked.get("request", "")):
            given["request"] = request
        person = asked.get("person")
        if person is None:
            return {**given, "identity": "anonymous"}
        phone = None
        if person.get("phone") and (phone := read_phone(person["phone"])) is None:
            raise _refused("person.phone: is no telephone number of China")
        identity = person.get("identity", "named")
        return {**given, "identity": identity, "name": _said(person["name"], "person.name"), "phone": phone}

    def _file(
        self,
        connection: Connection,
        key: ApiKey,
        draft: str,
        asked_hash: bytes,
        asked: Mapping[str, Any],
        given: Mapping[str, Any],
    ) -> tuple[str, Made]:
        theirs = asked.get("national_number")
        if theirs and (here := national.find(connection, theirs, sight.told_elsewhere())):
            raise Problem("known-already", number=here[0])
        now, house = self._house.time.now(), self._house
        made = self._filed(self._filing.free_number(connection, now), asked, house.time.day_of(now))
        persons, repeated = asked.get("persons", 1), asked.get("repeated", False)
        case_id = handed_down.add(
            connection,
            house.keyring,
            made,
            key_id=key.id,
            draft=draft,
            asked_hash=asked_hash,
            code=new_code(secrets.randbelow),  # told to nobody: a clerk renews it
            language=asked.get("language", "zh"),
            answers=given,
            registered=Registered(asked["came_by"], persons, repeated, None, theirs),
            now=now,
        )
        house.casework.alert_of(connection, "filed", made.case, now)
        return case_id, made

    def _filed(self, number: str, asked: Mapping[str, Any], on: date) -> Made:
        return file_case(
            number,
            asked["matter"],
            by=Role.CLERK,
            today=on,
            office=self._house.office,
            parts={"channel": handed_down.CHANNEL},
        )


def _answer(request: Request, made: Made, asked: Mapping[str, Any], *, before: bool) -> Response:
    told = {
        "number": made.case.number,
        "national_number": asked.get("national_number"),
        "status": made.case.status.value,
        "filed_on": made.case.filed_on.isoformat(),
        "clocks": [clock_as_data(one) for one in made.started],
    }
    root = str(request.scope.get("root_path", "")).rstrip("/")
    headers = {"location": f"{root}/cases/{quote(made.case.number)}"}
    if before:
        headers["idempotency-replayed"] = "true"
    return JSONResponse(told, 201, headers)


async def _body(request: Request) -> bytes:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise Problem("media-type")
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_BYTES:
            raise Problem("too-large", f"It is at most {MOST_BYTES} bytes.")
    return bytes(body)


def _asked(body: bytes) -> dict[str, Any]:
    try:
        asked = json.loads(body.decode("utf-8"))
        body_again = json.dumps(asked, ensure_ascii=False).encode("utf-8")  # refuses half a letter
    except (ValueError, RecursionError):
        raise Problem("invalid", "The body is not JSON in UTF-8.") from None
    assert body_again
    if found := list(faults(asked, INTAKE)):
        raise _refused(*found)
    result: dict[str, Any] = asked
    return result


def _said(text: str, where: str) -> str:
    """What somebody can read of a text. Raises Problem where that is nothing."""
    if not (seen := clean(text)):
        raise _refused(f"{where}: must not be empty")
    return seen


def _refused(*found: str) -> Problem:
    return Problem("not-acceptable", faults=list(found))
