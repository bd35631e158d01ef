"""A synthetic year, built to the county's report of 2025, and the year before it. Nobody in it is real.

Matters are filed and moved by the rules themselves (`cases.case`) and stored as the house stores them.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection, insert

from bot.wiring import House
from cases.case import file_case, make_move
from cases.lifecycle import Role
from storage import activities, conversations
from storage import cases as case_rows
from storage.cases import Registered
from storage.supervision_tables import supervisions

YEAR = 2025
_serial = itertools.count(1)

ANSWERED = (("forward", 1), ("accept", 2), ("answer", 9), ("receive", 1))
CONCLUDED = (
    *ANSWERED,
    *(("ask_review", 5), ("answer_review", 20), ("receive_review", 1)),
    *(("ask_rereview", 5), ("conclude", 20)),
)
_BY = {
    "forward": Role.CLERK,
    "accept": Role.UNIT,
    "answer": Role.UNIT,
    "redirect": Role.CLERK,
    "withdraw": Role.RESIDENT,
    "mediate": Role.UNIT,
    "close": Role.CLOCK,
    "object": Role.UNIT,
    "uphold_objection": Role.CLERK,
    "receive": Role.RESIDENT,
    "ask_review": Role.RESIDENT,
    "answer_review": Role.SUPERVISOR,
    "receive_review": Role.RESIDENT,
    "ask_rereview": Role.RESIDENT,
    "conclude": Role.SUPERVISOR,
}
_TEXT = {"text": "见附件。"}


@dataclass(frozen=True)
class Matter:
    """One matter to be made: when it is filed, what of, and the moves with the days between them."""

    filed_on: date
    matter: str = "other"
    came_by: str = "service"
    persons: int = 1
    repeated: bool = False
    owed_fen: int | None = None
    place: str = "540621100201"
    unit: str = "renshe"
    restricted: bool = False
    moves: tuple[tuple[str, int], ...] = ANSWERED
    path: str = "litigation"


@dataclass
class Year:
    """What a test puts into a house."""

    house: House
    numbers: list[str] = field(default_factory=list)

    async def has(self, *matters: Matter) -> None:
        """Store matters."""
        for begin in range(0, len(matters), 30):
            part = matters[begin : begin + 30]
            await self.house.store.write(lambda c, part=part: [self._one(c, one) for one in part])

    async def did(self, kind: str, on: date, villages: tuple[str, ...] = (), **numbers: int) -> str:
        """Enter an activity; money in fen."""
        now = self.house.time.now()
        return await self.house.store.write(
            lambda c: activities.add(c, kind, on, numbers, villages, "member", now)
        )

    async def urged(self, means: str, many: int, on: date, case_id: str | None = None) -> None:
        """Acts of supervision on record."""
        rows = [
            {
                "id": f"s{next(_serial):015}",
                "case_id": case_id,
                "unit": "renshe",
                "means": means,
                "on_day": on,
            }
            for _ in range(many)
        ]
        await self.house.store.write(lambda c: c.execute(insert(supervisions), rows) and None)

    def _one(self, connection: Connection, told: Matter) -> str:
        house, serial = self.house, next(_serial)
        number = f"嘉信{told.filed_on:%Y%m%d}-00{serial:06}"
        made = file_case(
            number,
            told.matter,
            by=Role.RESIDENT,
            today=told.filed_on,
            office=house.office,
        )
        kept = conversations.lock(connection, house.keyring, "terminal", f"r{serial}", _at(told.filed_on))
        registered = Registered(told.came_by, told.persons, told.repeated, told.owed_fen)
        case_id = case_rows.add(
            connection,
            house.keyring,
            kept,
            made,
            draft=f"draft-{serial}",
            code=f"{serial:08}",
            language="zh",
            answers={"place": told.place, "identity": "named"},
            now=_at(told.filed_on),
            registered=registered,
        )
        self._moved(connection, number, told)
        self.numbers.append(number)
        return case_id

    def _moved(self, connection: Connection, number: str, told: Matter) -> None:
        house, day = self.house, told.filed_on
        for name, days in told.moves:
            day += timedelta(days=days)
            stored = case_rows.find(connection, house.keyring, number)
            assert stored is not None
            made = make_move(
                stored.case,
                name,
                by=_BY[name],
                today=day,
                office=house.office,
                parts=_parts(name, told),
                by_unit=told.unit if _BY[name] is Role.UNIT else None,
            )
            case_rows.save_move(connection, house.keyring, stored, made, _at(day), None)


def _parts(move: str, told: Matter) -> dict[str, str]:
    match move:
        case "forward":
            return {"unit": told.unit, "complexity": "complex"}
        case "object" | "uphold_objection":
            return {"reason": "不归我们管"}
        case "accept":
            return {"item": "6"}
        case "redirect":
            return {"path": told.path, "authority": "fayuan", "led": "guided"}
        case "mediate":
            return {"agreed": "yes", **_TEXT}
        case "answer":
            return {"outcome": "supported", **_TEXT}
        case "answer_review" | "conclude":
            return {"opinion": "upheld", **_TEXT}
        case "ask_review" | "ask_rereview":
            return _TEXT
        case _:
            return {}


def _at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 2, tzinfo=UTC)


async def county_2025(house: House) -> Year:
    """The county's report of 2025. Where it leaves open which matter was which, any that fits is taken."""
    year = Year(house)
    first = date(YEAR, 1, 6)
    channels = ("visit", "letter", "online", "mailbox", "call", "service", "suggestion")
    matters = []
    for n in range(47):
        # 20 of the 33 batches of wages owed are matters of this year: 24 of the 50 persons
        wages = n < 20
        matters.append(
            Matter(
                first + timedelta(days=n * 5),
                "wages" if wages else ("grassland", "subsidy", "other")[n % 3],
                channels[n % 7],
                2 if n < 4 else 1,
                owed_fen=3_000_000 if wages else None,
                place=("540621100201", "540621101201", "540621204201")[n % 3],
                unit=("renshe", "lincao", "nongye")[n % 3],
                moves=ANSWERED if n < 45 else CONCLUDED,
            )
        )
    before = [
        Matter(
            date(YEAR - 1, 1, 8) + timedelta(days=n * 3),
            persons=2 if n < 14 else 1,
            unit=("renshe", "lincao", "nongye")[n % 3],
        )
        for n in range(90)
    ]
    await year.has(*matters, *before)
    # the rest came at receptions and from checks, and became no matter of its own
    await year.did("wages", date(YEAR, 3, 3), batches=13, persons=26, money=163_350_000 - 60_000_000)
    await year.did("court", date(YEAR, 5, 6), batches=4, persons=4, money=26_300_000)
    await year.did("court", date(YEAR, 9, 2), batches=3, persons=3, money=20_000_000)
    await year.did("reception", date(YEAR, 2, 14), batches=20, persons=50, matters=40, money=376_590_000)
    await year.did("reception", date(YEAR, 8, 15), batches=19, persons=30, matters=20, money=100_000_000)
    await year.did("supervision", date(YEAR, 12, 31), call=500, circular=1)
    await year.urged("call", 57, date(YEAR, 6, 1))
    await year.urged("letter", 1, date(YEAR, 6, 2))
    await year.urged("circular", 2, date(YEAR, 11, 20))
    return year
