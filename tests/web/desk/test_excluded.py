"""Promise: what somebody excluded from a case gets, from every page and every command, is byte for byte what
they would get in a world without it (回避, 《信访工作条例》第二十八条第三款, 第三十条第三款).

Two worlds are built by one script (`worlds`), one without a resident's matters. Every route of the desk is
walked, taken from the application itself so that a new page is walked too, with every number and id of both
residents in its address; every command and button of the staff's bot; every alert; the export. Nothing is
masked: sessions and the proof of forms come from the same seed.
"""

from __future__ import annotations

import asyncio
import inspect
import itertools
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
import typer
from sqlalchemy import Connection
from starlette.applications import Starlette
from starlette.routing import Mount, Route

from bot.__main__ import app as commands
from bot.export import Asked, exported
from bot.staff_telegram.answering import Answering
from bot.staff_telegram.reading import Pressed, Wrote
from bot.staff_telegram.sending import StaffSender
from bot.staff_telegram.staff import COMMANDS
from bot.staff_telegram.steps import Step, card_data
from bot.web.desk.visit import COOKIE
from cases.figures import FIGURES
from cases.lifecycle import MOVES
from storage import outbox, staff
from storage.desk import FILTERS
from tests.bot.houses import cached_texts
from tests.web.desk.lying_with import NATIONAL, SAID
from tests.web.desk.worlds import AT_WORK, EXCLUDED, NOT_THEIRS, REPORTED, Chance, Known, World, built

SEE_THE_OTHER = {"nima", "lhamo", "tsering", "rinchen", "sangye"}
"""Those excluded who see the other resident's case."""
PEOPLE = [login for login, *_ in (*EXCLUDED, *REPORTED, *NOT_THEIRS)]
LAST_YEAR = "since=2025-01-01&until=2025-12-31"
QUERIES = ("", "?number={number}", "?language=bo")
SHOWN = tuple(f"?show={name}" for name in (*FILTERS, "past"))
MORE_QUERIES: dict[str, tuple[str, ...]] = {
    "/": (*SHOWN, "?town=540621100", "?kind=claim&unit=renshe&came_by=service", "?status=forwarded"),
    "/finished": SHOWN,
    "/appointments": SHOWN,
    "/rows": (
        *SHOWN,
        "?show=all&town=540621100",
    ),
    "/find": (f"?number={NATIONAL}", f"?number={NATIONAL[:8]}"),
    "/figures": ("?whose=county", f"?whose=own&{LAST_YEAR}", f"?whose=county&{LAST_YEAR}"),
    "/figures/cases": (
        *(f"?figure={one.id}" for one in FIGURES),
        "?by=unit&value=renshe",
        "?by=matter&value=wages",
        "?by=place&value=540621100",
        "?by=month&value=2026-11",
    ),
}
"""Parameters that a page has of its own."""
ENDLESS: frozenset[str] = frozenset()
"""Routes whose answer does not end by itself, such as a stream of events; each wants a test of its own."""
FILLS: dict[str, tuple[str, ...]] = {
    "move": tuple(move.name for move in MOVES if move.leaves),
    "login": ("karma", "nobody"),
    "/appointments action": ("move", "cancel", "held"),
    "/talks action": ("take", "write", "close"),
    "/cases action": ("keep", "back", "reported"),
    "/webhooks action": ("rotate", "off", "on"),
    "form": ("csv",),
    "nth": ("1", "2"),
    "/cases/{number}/drafts/{move} move": ("ask", "answer"),
    "/cases/{number}/drafts/{move}/drop move": ("ask",),
    "/members action": ("place", "reads", "password", "lost"),
}
"""What fills a parameter, anywhere or below a path; all else is filled with every number and id."""
FORM = {
    "after": "1",
    "unit": "jiaoyu",
    "complexity": "simple",
    "item": "6",
    "text": "写下的话",
    "reason": "x",
    "outcome": "supported",
    "opinion": "upheld",
    "seen_as": "known",
    "why": "亲戚",
    "recusal": "1",
    "role": "unit",
    "reads-zh": "yes",
    "language": "zh",
    "login": "new.one",
    "note": "写下的话",
    "words": "听到的话",
    "means": "call",
    "told": "打过电话",
    "adopted": "whole",
    "name": "新人",
    "show": "all",
}


@dataclass(frozen=True)
class Worlds:
    """One with the hidden matters, one without; `known` are the numbers and ids of both residents."""

    whole: World
    without: World
    known: Known
    chance: Chance

    @property
    def both(self) -> tuple[World, World]:
        """With and without."""
        return self.whole, self.without


@pytest.fixture
async def worlds(
    tmp_path: Path, empty_database: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Worlds]:
    """Both."""
    cached_texts(monkeypatch)
    chance = Chance(monkeypatch)
    async with AsyncExitStack() as stack:
        whole = await built(stack, tmp_path / "whole", empty_database, chance, whole=True)
        without = await built(stack, tmp_path / "without", empty_database, chance, whole=False)
        assert whole.known.shown == without.known.shown
        yield Worlds(whole, without, whole.known, chance)


def routes_of(app: Starlette) -> Iterator[Route]:
    """Every route of the desk."""
    for route in app.routes:
        if isinstance(route, Route):
            yield route
        else:
            assert isinstance(route, Mount), route
            assert route.name == "assets" or "static" in route.path or route.path == "/assets", route.path


def addresses(route: Route, known: Known) -> Iterator[str]:
    """Its address, with everything in the place of its parameters."""
    names = re.findall(r"{(\w+)(?::\w+)?}", route.path)
    every, below = (*known.hidden, *known.shown), f"/{route.path.split('/')[1]}"
    pools = []
    for name in names:
        numbers = below == "/cases" and name == "number"
        fitting = tuple(one for one in every if numbers is not one.isascii())
        known_as = (f"{route.path} {name}", name, f"{below} {name}")
        pools.append(next((FILLS[one] for one in known_as if one in FILLS), fitting))
    for values in itertools.product(*pools):
        path = route.path
        for name, value in zip(names, values, strict=True):
            path = re.sub(rf"{{{name}(:\w+)?}}", value, path)
        yield path


def asked_of(app: Starlette, known: Known, method: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Every request of one method: address and form."""
    for route in routes_of(app):
        if route.path in ENDLESS or method not in (route.methods or ()):
            continue
        for path in addresses(route, known):
            if method == "POST":
                shown = f"{known.hidden[0]}/forward/due {known.shown[0]}/forward/due"
                yield path, FORM | {"number": known.hidden[0], "other": known.hidden[0], "shown": shown}
            else:
                own = MORE_QUERIES.get(route.path, ())
                for query in (*QUERIES, *own) if "{" not in route.path else ("",):
                    yield path + query.format(number=known.hidden[0]), {}


async def walk(
    world: World, known: Known, chance: Chance, login: str, method: str
) -> list[tuple[object, ...]]:
    """All that somebody gets from the desk, each request from a session of its own.

    A cookie that is taken back says since when, by the machine's own clock: that alone is masked.
    """
    house, member = world.house, world.members[login]
    app = world.app
    got: list[tuple[object, ...]] = []
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(Starlette(routes=[Mount("/desk", app)])),
        base_url="http://desk.test",
        headers={"sec-fetch-site": "same-origin"},
    ) as client:
        asked = {f"{login}-{method}-{n}": one for n, one in enumerate(asked_of(app, known, method))}
        now = world.clock.now()
        await house.store.write(
            lambda c: [staff.open_session(c, house.keyring, member.id, token, now) for token in asked]
        )
        for token, (path, form) in asked.items():
            chance.seed(token)
            if method == "POST" and await _over(world, token):  # such as by a new password
                await house.store.write(
                    lambda c, t=token: staff.open_session(c, house.keyring, member.id, t, now)
                )
            words = form | {"proof": house.keyring.lookup("desk-form", token).hex()}
            client.cookies.set(COOKIE, token, domain="desk.test", path="/desk")
            async with asyncio.timeout(60):  # one that never ends belongs in ENDLESS
                answer = await client.request(
                    method, f"/desk{path}", data=words if method == "POST" else None
                )
            client.cookies.clear()
            headers = [(k, re.sub("expires=[^;]*", "", v)) for k, v in sorted(answer.headers.items())]
            got.append((path, answer.status_code, headers, answer.content))
    return got


async def _over(world: World, token: str) -> bool:
    """Whether a session has ended."""
    keyring = world.house.keyring
    return await world.house.store.read(lambda c: staff.session_began(c, keyring, token)) is None


async def bot_says(world: World, known: Known, chance: Chance, login: str) -> list[object]:
    """All that the staff's bot answers to every command and every button."""
    house, prefix = world.house, world.house.office.case_prefix
    numbers = [one for one in (*known.hidden, *known.shown) if one.startswith(prefix)]
    asked: list[Wrote | Pressed] = []
    for number in ("", *numbers):
        asked += [
            Wrote(login, f"/{c} {number}".strip(), "", "zh") for c in ("start", *COMMANDS) if c != "unlink"
        ]
    for number in numbers:
        ways = [("forward", 1, ("jiaoyu",)), *((move, 2, ()) for move in FILLS["move"])]
        steps = [Step(move, after, number, chosen) for move, after, chosen in ways]
        asked += [Wrote(login, number, "", "zh"), Pressed(login, card_data(number, prefix), 1, "q", "zh")]
        asked += [Pressed(login, step.data(prefix), 1, "q", "zh") for step in steps]
        asked += [Wrote(login, "写下的话", f"{number}\n{step.mark}", "zh") for step in steps]
    asked.append(Wrote(login, "/unlink", "", "zh"))

    def play(connection: Connection) -> list[object]:
        said: list[object] = []
        for number, what in enumerate(asked):
            chance.seed(f"bot {login} {number}")
            said.append(Answering(house).answer(connection, what, world.clock.now()))
        return said

    return await house.store.write(play)


async def told(world: World) -> dict[str, list[object]]:
    """Every alert of every member, as it is drawn when it is sent; the next is due when one was sent."""
    house = world.house
    sender = StaffSender(house, None)  # type: ignore[arg-type] - nothing is sent

    def look(connection: Connection) -> dict[str, list[object]]:
        drawn: dict[str, list[object]] = {}
        now = world.clock.now()
        while claimed := outbox.claim(connection, house.keyring, "staff", now, most=1000):
            for one in claimed:
                letter = sender._drawn(connection, one.recipient, one.body)[1]
                if letter is not None:
                    drawn.setdefault(one.recipient, []).append(letter)
                outbox.settle(connection, one.id, "sent", now)
        return drawn

    drawn = await house.store.write(look)
    return {login: drawn.get(member.id, []) for login, member in world.members.items()}


async def data_of(world: World, login: str) -> list[Any]:
    """What an export for a member holds."""
    asked = Asked("test", "json", member=world.members[login])
    return [case async for page in exported(world.house, asked) for case in page]


def _same(pages: list[list[tuple[object, ...]]], known: Known, login: str) -> None:
    """Both are alike, and nothing hidden stands there but what was typed into the address itself."""
    differs, wrong = [], []
    for with_it, without_it in zip(*pages, strict=True):
        path, status, _, content = with_it
        assert isinstance(content, bytes)
        assert isinstance(path, str)
        if with_it != without_it:
            differs.append((path, status, *_first_difference(with_it, without_it)))
        hidden = (*known.hidden, NATIONAL, SAID)
        typed = (known.hidden[0],) if status == 422 else ()  # a refused form gives back what stood in it
        found = (one for one in hidden if one.encode() in content)
        names = [one for one in found if one not in path and one not in typed]
        if status == 500 or names:
            wrong.append((path, status, names))
    assert not differs, "\n".join([login, *map(str, differs)])
    assert not wrong, (login, wrong)


def _first_difference(one: tuple[object, ...], other: tuple[object, ...]) -> tuple[object, object]:
    """What both pages say where they begin to differ."""
    pages = [str(page[1:3]).encode() + page[3] for page in (one, other)]  # type: ignore[operator]
    at = next((n for n, pair in enumerate(zip(*pages, strict=False)) if pair[0] != pair[1]), -1)
    return tuple(page[max(0, at - 80) : at + 80].decode(errors="replace") for page in pages)  # type: ignore[return-value]


async def test_an_excluded_person_gets_what_they_would_get_without_the_case(worlds: Worlds) -> None:
    known, chance, both = worlds.known, worlds.chance, worlds.both
    alerts, fewer = [await told(world) for world in both]
    assert alerts["dorje"] != fewer["dorje"], "who is at work is alerted"
    assert all(alerts[login] for login in ("nima", "lhamo", "rinchen")), "and so is who has the other case"
    for login in PEOPLE:
        assert alerts[login] == fewer[login], login
        one, other = [await data_of(world, login) for world in both]
        assert one == other, login
        pages = [await walk(world, known, chance, login, "GET") for world in both]
        _same(pages, known, login)
        theirs = any(known.shown[0].encode() in page[3] for page in pages[0])  # type: ignore[operator]
        assert theirs is (login in SEE_THE_OTHER), login  # the walk does show what is theirs
    for login in PEOPLE:
        _same([await walk(world, known, chance, login, "POST") for world in both], known, login)
        said = [await bot_says(world, known, chance, login) for world in both]
        for one_said, other_said in zip(*said, strict=True):
            assert one_said == other_said, login


async def test_who_is_not_excluded_gets_something_else(worlds: Worlds) -> None:
    known, chance = worlds.known, worlds.chance
    for login, *_ in AT_WORK:
        one, other = [await walk(world, known, chance, login, "GET") for world in worlds.both]
        assert one != other, login
        theirs = (known.hidden[-1] if login == "kunga" else known.hidden[0]).encode()
        assert any(theirs in page[3] for page in one), login  # type: ignore[operator]


def test_every_command_over_cases_is_walked_here() -> None:
    """`cases export` is `data_of`; another command that lists cases, or answers a member, is to be added."""
    assert _over_cases(commands) == {"cases export"}


def _over_cases(app: typer.Typer) -> set[str]:
    """The commands of `cases`, and any other that takes a member."""
    found = set()
    groups = [
        ("", app),
        *((str(g.name), g.typer_instance) for g in app.registered_groups if g.typer_instance),
    ]
    for group, one in groups:
        for command in one.registered_commands:
            assert command.callback
            takes = {"member", "as_member"} & set(inspect.signature(command.callback).parameters)
            if group == "cases" or (takes and group != "staff"):
                found.add(f"{group} {command.name or command.callback.__name__}".strip())
    return found
