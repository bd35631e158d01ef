"""Promise: what somebody excluded from a case gets, from every page and every alert, is byte for byte what
they would get in a world without it (回避, 《信访工作条例》第二十八条第三款, 第三十条第三款).

Two worlds are built by one script (`worlds`), one without a resident's matters, and walked (`walking`): every
page of the desk, every alert, the export. What is done there is promised in `test_excluded_acts`.
"""

from __future__ import annotations

import inspect
from typing import Any

import typer
from sqlalchemy import Connection

from bot.__main__ import app as commands
from bot.export import Asked, exported
from bot.staff_telegram.sending import StaffSender
from storage import outbox
from tests.web.desk.walking import PEOPLE, Worlds, same, walk, worlds
from tests.web.desk.worlds import AT_WORK, World

__all__ = ["worlds"]  # the fixture
SEE_THE_OTHER = {"nima", "lhamo", "tsering", "rinchen", "sangye"}
"""Those excluded who see the other resident's case."""


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
        same(pages, known, login)
        theirs = any(known.shown[0].encode() in page[3] for page in pages[0])  # type: ignore[operator]
        assert theirs is (login in SEE_THE_OTHER), login  # the walk does show what is theirs


async def test_who_is_not_excluded_gets_something_else(worlds: Worlds) -> None:
    known, chance = worlds.known, worlds.chance
    for login, *_ in AT_WORK:
        one, other = [await walk(world, known, chance, login, "GET") for world in worlds.both]
        assert one != other, login
        theirs = known.hidden[-2 if login == "kunga" else 0].encode()  # the report, or the matter
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
