"""A walk of somebody through every page of the desk, in two worlds alike but for one resident's matters.

Every route of the desk is walked, taken from the application itself so that a new page is walked too, with
every number and id of both residents in its address. Nothing is masked: sessions and the proof of forms come
from the same seed.
"""

from __future__ import annotations

import asyncio
import itertools
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount, Route

from bot.web.desk.visit import COOKIE
from cases.figures import FIGURES
from cases.lifecycle import MOVES
from storage import staff
from storage.desk import FILTERS
from tests.bot.houses import cached_texts
from tests.web.desk.lying_with import NATIONAL, SAID
from tests.web.desk.worlds import EXCLUDED, NOT_THEIRS, REPORTED, Chance, Known, World, built

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


def same(pages: list[list[tuple[object, ...]]], known: Known, login: str) -> None:
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
