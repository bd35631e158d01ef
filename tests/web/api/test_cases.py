"""Promises of reading: where cases stand and nothing else; what may not be told is not there."""

from __future__ import annotations

import base64
import json

import pytest
from sqlalchemy import Connection, select, update

from bot.demo import file_sample, load_samples
from bot.web.api.gate import Gate
from bot.wiring import ROOT, House
from cases.lifecycle import Role
from storage import api_keys
from storage.errors import StorageDown
from storage.staff import Member
from storage.tables import cases
from storage.webhook_tables import api_keys as key_rows
from tests.web.api.caller import Caller

SAMPLES = load_samples(ROOT / "office" / "jiali" / "demo")
CLERK = Member("c" * 16, "clerk", "name", Role.CLERK, "xinfang", "zh", True, False)


CURSORS = (
    '[0, "\\ud800"]',
    '[true, "x"]',
    '[-99999999999999999, "x"]',
    '[1e400, "x"]',
    '[0, "x", 1]',
    '{"0": 1, "1": 2}',
    "[" * 9000,
    "[" + "9" * 5000 + ', "x"]',
)
"""What nobody here gave as the place to go on from."""


def cursor(place: str) -> str:
    """It, as a cursor is written."""
    return base64.urlsafe_b64encode(place.encode()).decode().rstrip("=")


async def filed(house: House, most: int) -> list[str]:
    """Some cases, one a day."""
    numbers = []
    for sample in SAMPLES[:most]:
        numbers.append(await file_sample(house, sample))
        house.time.later(days=1)  # type: ignore[attr-defined]
    return numbers


async def changed(house: House, number: str, **columns: object) -> None:
    """A case as if it had become so."""

    def work(connection: Connection) -> None:
        connection.execute(update(cases).where(cases.c.number == number).values(**columns))

    await house.store.write(work)


async def test_a_case_is_told_without_anything_a_person_wrote(above: Caller, house: House) -> None:
    [number] = await filed(house, 1)
    parts = {"unit": "renshe", "complexity": "simple"}
    now = house.time.now()
    await house.store.write(lambda c: house.casework.move(c, number, "forward", CLERK, parts, now))
    await house.store.write(lambda c: house.casework.read(c, number, CLERK, now))
    told = (await above.asks(f"/cases/{number}")).json()
    assert told["status"] == "forwarded"
    assert told["unit"]["id"] == "renshe"
    assert [one["move"] for one in told["moves"]] == ["file", "forward"], "not who looked"
    assert {one["clock"] for one in told["clocks"]} >= {"forward", "acceptance"}
    assert (told["came_by"], told["persons"], told["repeated"]) == ("service", 6, False)
    assert len(told["town"]["id"]) == 9
    text = json.dumps(told, ensure_ascii=False)
    answers = {k: v for k, v in SAMPLES[0].answers.items() if k != "matter"}
    assert [k for k, v in answers.items() if len(str(v)) > 3 and str(v) in text] == []


async def test_pages_lead_to_every_case_once_and_are_filtered(above: Caller, house: House) -> None:
    numbers = await filed(house, 5)
    seen, cursor = [], ""
    while True:
        asked = {"limit": "2"} | ({"cursor": cursor} if cursor else {})
        page = (await above.asks("/cases", params=asked)).json()
        assert len(page["cases"]) <= 2
        seen += [one["number"] for one in page["cases"]]
        if page["next"] is None:
            break
        cursor = page["next"]
    assert seen == numbers
    first = (await above.asks("/cases")).json()["cases"][0]["filed_on"]
    since = (await above.asks("/cases", params={"since": first})).json()["cases"]
    assert len(since) == 5
    later = (await above.asks("/cases", params={"since": "2026-11-25"})).json()["cases"]
    assert [one["number"] for one in later] == numbers[2:]
    assert (await above.asks("/cases", params={"status": "answered"})).json()["cases"] == []
    await changed(house, numbers[3], national_number="XF-2026-0001")
    found = (await above.asks("/cases", params={"national_number": "xf-2026-0001"})).json()["cases"]
    assert [one["number"] for one in found] == [numbers[3]]


@pytest.mark.parametrize("change", [{"restricted": True}, {"matter": "official_conduct"}])
async def test_what_may_not_be_told_is_as_if_it_were_not_there(
    above: Caller, house: House, change: dict[str, object]
) -> None:
    number, other = await filed(house, 2)
    await changed(house, number, national_number="XF-2026-0001", **change)
    hidden = await above.asks(f"/cases/{number}")
    missing = await above.asks("/cases/嘉信20261123-00000000")
    assert hidden.status_code == missing.status_code == 404
    assert hidden.content == missing.content
    assert dict(hidden.headers) == dict(missing.headers)
    assert [one["number"] for one in (await above.asks("/cases")).json()["cases"]] == [other]
    found = await above.asks("/cases", params={"national_number": "XF-2026-0001"})
    assert found.json() == {"cases": [], "next": None}


async def test_what_did_not_change_is_not_told_again(above: Caller, house: House) -> None:
    [number] = await filed(house, 1)
    for path in (f"/cases/{number}", "/cases"):
        tag = (await above.asks(path)).headers["etag"]
        same = await above.asks(path, headers={"if-none-match": f'"x", W/{tag}'})
        assert same.status_code == 304
        assert same.headers["etag"] == tag
        assert (await above.asks(path, headers={"if-none-match": "*"})).status_code == 304
        await changed(house, number, persons=7, national_number=f"XF-{len(path)}-2026")
        assert (await above.asks(path, headers={"if-none-match": tag})).status_code == 200


@pytest.mark.parametrize(
    "asked",
    [
        *({"limit": text} for text in ("0", "201", "-1", "two", "", "0000000019999", f"{1:09}{9:05000}")),
        *({"cursor": text} for text in ("x", "W10", "WzEsMl0", "////", "é")),
        *({"cursor": cursor(place)} for place in CURSORS),
        *({"since": text} for text in ("yesterday", "0001-01-01", "9999-12-31x")),
        {"status": "lost"},
        {"national_number": "é"},
        {"name": "次仁"},
    ],
)
async def test_what_cannot_be_read_is_said_and_not_guessed(above: Caller, asked: dict[str, str]) -> None:
    answer = await above.asks("/cases", params=asked)
    assert answer.status_code == 400
    assert answer.json()["type"] == "urn:lamton:problem:invalid"
    assert answer.json()["detail"]


async def test_without_a_key_or_its_scope_nothing_is_told(above: Caller, house: House) -> None:
    [number] = await filed(house, 1)
    async with Caller(house) as stranger:
        for token in ("", "lamton_wrong", above.token[:-1]):
            stranger.token = token
            answer = await stranger.asks(f"/cases/{number}")
            assert answer.status_code == 401
            assert answer.headers["www-authenticate"] == "Bearer"
        await stranger.is_given("intake:write")
        assert (await stranger.asks("/cases")).status_code == 403
    await house.store.write(lambda c: api_keys.end(c, above.key_id, house.time.now()))
    assert (await above.asks("/cases")).status_code == 401


async def test_each_use_is_on_record_and_a_token_is_stored_nowhere(above: Caller, house: House) -> None:
    [number] = await filed(house, 1)
    await above.asks("/cases")
    await above.asks(f"/cases/{number}")
    await above.asks("/cases/嘉信20261123-00000000")
    uses = await house.store.read(lambda c: api_keys.uses(c, above.key_id, 10))
    assert [(use.what, use.status, use.case_id is not None) for use in uses] == [
        ("GET /cases/{number}", 404, False),
        ("GET /cases/{number}", 200, True),
        ("GET /cases", 200, False),
    ]
    [row] = await house.store.read(lambda c: list(c.execute(select(key_rows)).all()))
    assert row.used_at == house.time.now()
    assert above.token.encode() not in repr(tuple(row)).encode()


async def test_what_is_on_no_record_was_told_nothing(
    above: Caller, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the record cannot be kept, nothing is told."""
    [number] = await filed(house, 1)

    def broken(*_: object) -> None:
        raise StorageDown

    monkeypatch.setattr("storage.api_keys.note", broken)
    answer = await above.asks(f"/cases/{number}")
    assert answer.status_code == 503
    assert number not in answer.text
    assert await house.store.read(lambda c: api_keys.uses(c, above.key_id, 10)) == []


async def test_who_asks_too_often_waits(house: House) -> None:
    async with Caller(house, Gate(house, a_minute=2, wrong_a_minute=1)) as caller:
        await caller.is_given("cases:read")
        told = [(await caller.asks("/cases")).status_code for _ in range(3)]
        assert told == [200, 200, 429]
        uses = await house.store.read(lambda c: api_keys.uses(c, caller.key_id, 10))
        assert [use.status for use in uses] == [200, 200], "who is told to wait is told nothing else"
        waits = caller.token
        await caller.is_given("cases:read")
        assert (await caller.asks("/cases")).status_code == 200, "another key does not wait"
        caller.token = waits
        assert (await caller.asks("/cases")).status_code == 429
        caller.token = "lamton_wrong"
        answers = [await caller.asks("/cases") for _ in range(2)]
        assert [one.status_code for one in answers] == [401, 429]
        assert answers[1].headers["retry-after"]


async def test_no_page_is_framed_or_kept_and_another_path_is_a_problem_too(above: Caller) -> None:
    answer = await above.asks("/cases")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "private, no-cache"
    assert (await above.asks("/nothing")).status_code == 404
    wrong = await above.asks("/cases", method="DELETE")
    assert wrong.status_code == 405
    assert wrong.json()["type"] == "urn:lamton:problem:method"


async def test_what_breaks_is_a_problem_without_a_word_of_it(
    above: Caller, house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    [number] = await filed(house, 1)

    def broken(*_: object) -> None:
        raise RuntimeError("次仁卓玛")

    monkeypatch.setattr("storage.other_systems.one", broken)
    answer = await above.asks(f"/cases/{number}")
    assert answer.status_code == 500
    assert "次仁卓玛" not in answer.text + caplog.text
    assert answer.json()["detail"].split()[-1].rstrip(".") in caplog.text
