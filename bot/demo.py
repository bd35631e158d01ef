"""The synthetic cases of a demonstration: told through the conversation as residents do, moved as staff do.

The data is in the office's folder `demo/`: `cases.toml` and `staff.toml`. The clock stands where each thing
happened, so that due days and days overdue are what they would be.
"""

from __future__ import annotations

import secrets
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection

from bot.conversation import Reply
from bot.passwords import hash_password
from bot.wiring import House
from cases.lifecycle import Role
from dialogs.engine.collecting import DONE
from dialogs.engine.events import Event, Pressed, Said
from dialogs.engine.session import SUMMARY
from storage import staff
from storage.staff import Member

CHANNEL: Final = "web"
_MOST_TURNS: Final = 60
"""A case is told in fewer turns than this; more means that the data does not fit the dialog."""


class DemoInvalid(Exception):
    """The data of the demonstration does not fit the dialog or the moves."""


@dataclass(frozen=True)
class MoveMade:
    """A move by the member with that login, `day` days after filing."""

    day: int
    by: str
    move: str
    parts: Mapping[str, str]


@dataclass(frozen=True)
class Sample:
    """A synthetic case: what is answered, and what staff did with it."""

    language: str
    days_ago: int
    answers: Mapping[str, str]
    moves: tuple[MoveMade, ...] = ()


@dataclass(frozen=True)
class Person:
    """A synthetic member of staff; `reads` are all the languages they read, where these are more than one."""

    login: str
    name: str
    role: str
    unit: str
    language: str
    reads: tuple[str, ...] = ()


def load_samples(folder: Path) -> tuple[Sample, ...]:
    """The cases of `cases.toml`. Raises DemoInvalid."""
    try:
        data = tomllib.loads((folder / "cases.toml").read_text(encoding="utf-8"))
        return tuple(
            Sample(
                case["language"],
                case["days_ago"],
                case["answers"],
                tuple(MoveMade(**move) for move in case.get("moves", ())),
            )
            for case in data["case"]
        )
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise DemoInvalid(f"cases.toml: {type(error).__name__}: {error}") from error


def load_people(folder: Path) -> tuple[Person, ...]:
    """The staff of `staff.toml`. Raises DemoInvalid."""
    try:
        data = tomllib.loads((folder / "staff.toml").read_text(encoding="utf-8"))
        return tuple(
            Person(**{**member, "reads": tuple(member.get("reads", ()))}) for member in data["member"]
        )
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise DemoInvalid(f"staff.toml: {type(error).__name__}: {error}") from error


def new_password() -> str:
    """Easy to copy from a screen: three groups of four."""
    return "-".join(secrets.token_hex(2) for _ in range(3))


async def make(house: House, folder: Path, passwords: Mapping[str, str]) -> None:
    """Fill an empty house. `passwords` by login. The house's clock is moved meanwhile, and put back.

    Raises DemoInvalid, StorageError.
    """
    hashed = {login: hash_password(text) for login, text in passwords.items()}
    people = load_people(folder)
    members = await house.store.write(lambda connection: _let_in(connection, house, people, hashed))
    ahead = house.time.ahead
    try:
        for sample in load_samples(folder):
            await _tell(house, sample, members, ahead)
    finally:
        house.time.ahead = ahead


def _let_in(
    connection: Connection, house: House, people: tuple[Person, ...], hashed: Mapping[str, str]
) -> dict[str, Member]:
    now = house.time.now()
    return {
        one.login: staff.add(
            connection,
            login=one.login,
            name=one.name,
            role=Role(one.role),
            unit=one.unit,
            language=one.language,
            password_hash=hashed[one.login],
            now=now,
            own_unit=house.office.own_unit,
            reads=one.reads,
        )
        for one in people
    }


async def _tell(house: House, sample: Sample, members: Mapping[str, Member], ahead: timedelta) -> None:
    filed = ahead - timedelta(days=sample.days_ago)
    house.time.ahead = filed
    number = await file_sample(house, sample)
    for made in sample.moves:
        house.time.ahead = filed + timedelta(days=made.day, minutes=1)
        now, member = house.time.now(), members[made.by]
        await house.store.write(
            lambda connection, made=made, member=member, now=now: house.casework.move(  # type: ignore[misc]
                connection, number, made.move, member, made.parts, now
            )
        )


async def file_sample(house: House, sample: Sample, channel: str = CHANNEL) -> str:
    """Tell one case through the conversation, question by question; its number. Raises DemoInvalid."""
    address = secrets.token_urlsafe(24)
    reply = await _play(house, channel, address, Pressed("language", sample.language))
    reply = await _play(house, channel, address, Pressed("menu", "complaint"))
    for _ in range(_MOST_TURNS):
        reply = await _play(house, channel, address, _next(reply, sample))
        if reply.receipt:
            return reply.receipt[0]
        if reply.refused:
            asked = reply.asks.question if reply.asks else "menu"
            raise DemoInvalid(f"an answer before {asked!r} was refused: {reply.bubble.text}")
    raise DemoInvalid("a case came to no end")


def _next(reply: Reply, sample: Sample) -> Event:
    """What the resident does at the question that is open."""
    if reply.asks is None:
        raise DemoInvalid("the conversation left the complaint")
    question, accepts = reply.asks.question, reply.asks.accepts
    offered = {label.id for row in reply.bubble.rows for label in row}
    if question == SUMMARY:
        return Pressed(SUMMARY, "submit")
    if question == "consent":
        return Pressed(question, "agree")
    if f"{question}:{DONE}" in offered:
        return Pressed(question, DONE)
    answer: Any = sample.answers.get(question)
    if answer is None:
        return Pressed(question, "skip")
    return Pressed(question, answer) if "choice" in accepts else Said(answer)


async def _play(house: House, channel: str, address: str, event: Event) -> Reply:
    return await house.conversations.hear(channel, address, secrets.token_hex(16), event)
