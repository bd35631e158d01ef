"""Two worlds alike but for one resident's matters: built by one script, on one clock, with the same chance.

What is drawn at random (numbers, ids, tokens) comes from a seed that is set anew before each step, so that a
step left out in one world moves nothing in the other.
"""

from __future__ import annotations

import random
import secrets
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, update
from starlette.applications import Starlette

from bot.digest import send_digests
from bot.housekeeping import remind
from bot.keeping_away import keep_away
from bot.web.desk.app import desk_app
from bot.wiring import House
from cases.lifecycle import Role
from dialogs.engine.events import Said
from storage import recusals, saved_views, staff_phones
from storage.staff import Member
from storage.tables import cases, chats, files
from tests.bot.houses import SetTime, copied, demo_office, open_house
from tests.web.desk.lying_with import lies_with, suggests_of_report, told_of_moves
from tests.web.desk.people import Resident, joins
from tests.web.desk.test_appointments import books

EXCLUDED: tuple[tuple[str, Role, str], ...] = (
    ("nima", Role.CLERK, "xinfang"),
    ("lhamo", Role.UNIT, "renshe"),
    ("tsering", Role.HEAD, "xinfang"),
    ("rinchen", Role.HEAD, "renshe"),
    ("sangye", Role.SUPERVISOR, "dangwei_zhengfu"),
    ("dawa", Role.DISCIPLINE, "jiwei_jianwei"),
)
"""They keep away from the hidden case; what each would see of it otherwise is in the table of sights."""
NOT_THEIRS: tuple[tuple[str, Role, str], ...] = (
    ("karma", Role.UNIT, "jiaotong"),
    ("yeshe", Role.OUTREACH, "xinfang"),
    ("lobsang", Role.TRANSLATOR, "xinfang"),
    ("rabten", Role.ADMIN, "xinfang"),
)
"""The case is not theirs to see."""
KEPT_OFF: tuple[tuple[str, Role, str], ...] = (
    ("lobsang", Role.TRANSLATOR, "xinfang"),
    ("rabten", Role.ADMIN, "xinfang"),
)
"""Of them, those whose lists hold a piece of any case: they keep away too."""
REPORTED: tuple[tuple[str, Role, str], ...] = (
    ("metok", Role.DISCIPLINE, "zhujian"),
    ("jampa", Role.UNIT, "zhujian"),
)
"""Of the unit that the hidden report is about."""
AT_WORK: tuple[tuple[str, Role, str], ...] = (
    ("dorje", Role.CLERK, "xinfang"),
    ("gonpo", Role.HEAD, "xinfang"),
    ("pema", Role.UNIT, "renshe"),
    ("kunga", Role.DISCIPLINE, "jiwei_jianwei"),
)
SLOT, OTHER_SLOT = "20261202-0930-secretary", "20261203-1530-deputy"


class Chance:
    """What `secrets` gives in a world: the same after the same `seed`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._random = random.Random(0)
        for name in ("token_hex", "token_urlsafe", "token_bytes", "randbelow"):
            monkeypatch.setattr(secrets, name, getattr(self, name))

    def seed(self, step: str) -> None:
        """Begin a step."""
        self._random.seed(step)

    def token_hex(self, count: int = 32) -> str:
        """As `secrets.token_hex`."""
        return self._random.randbytes(count).hex()

    def token_urlsafe(self, count: int = 32) -> str:
        """As `secrets.token_urlsafe`, of plain letters."""
        return self._random.randbytes(count).hex()

    def token_bytes(self, count: int = 32) -> bytes:
        """As `secrets.token_bytes`."""
        return self._random.randbytes(count)

    def randbelow(self, most: int) -> int:
        """As `secrets.randbelow`."""
        return self._random.randrange(most)


@dataclass
class Known:
    """Every number and id of a world that an address may carry, by whether it is the hidden resident's."""

    shown: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)


@dataclass
class World:
    """One world."""

    house: House
    clock: SetTime
    members: dict[str, Member]
    known: Known
    app: Starlette


async def built(stack: AsyncExitStack, folder: Path, empty: Path, chance: Chance, *, whole: bool) -> World:
    """A world; without the hidden matters where it is not `whole`."""
    copied(empty, folder)
    clock = SetTime()
    house = await stack.enter_async_context(open_house(folder, time=clock, office=demo_office()))
    chance.seed("people")
    members = {}
    for login, role, unit in (*AT_WORK, *EXCLUDED, *NOT_THEIRS, *REPORTED):
        member = await joins(house, login, role, unit)
        members[login] = await house.store.write(lambda c, m=member: _linked(house, c, m))
    world = World(house, clock, members, Known(), desk_app(house))
    told = await house.store.write(lambda c: told_of_moves(c, house, members["rabten"]))
    for login, *_ in EXCLUDED:
        for view in ("show=own&town=540621100", "show=undelivered"):
            kept = (house.keyring, members[login].id, view, view, clock.now())
            await house.store.write(lambda c, k=kept: saved_views.save(c, *k))
    chance.seed("shown")
    first = Resident(house, "shown")
    await first.files(photo=True)
    await _moves(world, "dorje", first.number, "forward", unit="renshe", complexity="simple")
    world.known.shown = [first.number, await _of_case(house, first.number), await books(first, SLOT), told]
    if whole:
        chance.seed("hidden")
        await _hidden(world, first.number)
    chance.seed("after")
    clock.later(hours=2)
    await _moves(world, "pema", first.number, "accept", item="6")
    await _moves(world, "pema", first.number, "ask", text="请补充工资欠条的照片。")
    clock.at = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
    await house.store.write(lambda c: remind(c, house, clock.now()))
    await house.store.write(lambda c: send_digests(c, house, clock.now()))
    return world


async def _hidden(world: World, shown: str) -> None:
    """A matter with its photo, its appointment and its talk, from which some keep away; and a report."""
    house, known = world.house, world.known
    one = Resident(house, "hidden")
    await one.files(photo=True)
    await _moves(world, "dorje", one.number, "forward", unit="renshe", complexity="complex")
    known.hidden += [one.number, await _of_case(house, one.number), await books(one, OTHER_SLOT, one.number)]
    known.hidden += await lies_with(house, world.members, one.number, shown, known.hidden[1])
    await one.presses("menu:person")
    await one.does(Said("请找一个人说话"))
    talk = await house.store.read(lambda c: c.execute(select(chats.c.id)).scalars().all())
    known.hidden += talk
    for login, _, _ in (*EXCLUDED, *KEPT_OFF):
        if login != "dawa":  # of an ordinary complaint the discipline desk sees nothing anyway
            await house.store.write(
                lambda c, w=world.members[login].id: keep_away(
                    c, house, one.number, w, "亲戚", world.members["gonpo"], house.time.now()
                )
            )
    report = Resident(house, "report")
    await report.files()
    known.hidden.append(report.number)
    for login, _, _ in KEPT_OFF:
        await house.store.write(
            lambda c, w=world.members[login].id: keep_away(
                c, house, report.number, w, "亲戚", world.members["gonpo"], house.time.now()
            )
        )
    await house.store.write(lambda c: _becomes_report(c, report.number))
    known.hidden.append(
        await house.store.write(lambda c: suggests_of_report(c, house, report.number, world.members["kunga"]))
    )
    await house.store.write(
        lambda c: keep_away(
            c, house, report.number, world.members["dawa"].id, "亲戚", world.members["dawa"], house.time.now()
        )
    )


def _becomes_report(connection, number: str) -> None:  # type: ignore[no-untyped-def]
    """As one that a house with discipline keys takes: about an official's conduct, in a unit."""
    of = cases.c.number == number
    connection.execute(update(cases).where(of).values(matter="official_conduct", unit="zhujian"))
    this = connection.execute(select(cases.c.id).where(of)).scalar_one()
    recusals.set_reported(connection, this, "zhujian")


async def _of_case(house: House, number: str) -> str:
    """The file of a case."""
    found = select(files.c.id).join_from(files, cases, files.c.case_id == cases.c.id)
    found = found.where(cases.c.number == number)
    return str(await house.store.read(lambda c: c.execute(found).scalar_one()))


async def _moves(world: World, login: str, number: str, move: str, **parts: str) -> None:
    house, member = world.house, world.members[login]
    await house.store.write(lambda c: house.casework.move(c, number, move, member, parts, house.time.now()))


def _linked(house: House, connection, member: Member) -> Member:  # type: ignore[no-untyped-def]
    now = house.time.now()
    code = staff_phones.new_link_code(connection, house.keyring, member.id, now)
    linked = staff_phones.link(connection, house.keyring, code, member.login, now)
    assert linked is not None
    return linked
