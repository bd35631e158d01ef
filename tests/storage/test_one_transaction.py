"""A turn is one transaction: whole or not at all, whenever the process dies and wherever it fails."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

import bot.conversation
from bot.carrying import Carrying
from bot.wiring import House
from storage import case_clocks, conversations, events, outbox
from storage import cases as case_rows
from storage.tables import cases, inbox
from storage.tables import conversations as conversation_table
from storage.tables import outbox as outbox_table
from tests.bench.turns import COMPLAINT
from tests.bot.houses import open_house
from tests.storage.processes import child, told
from tests.storage.residents import everything, filed, how_many_cases, say, say_all, stored

LAST = len(COMPLAINT) - 1


async def _counted(house: House) -> dict[str, tuple[int, int, int]]:
    """By update, of each conversation: how much came in, how much went out, how many cases it has."""

    def count(table: Any, column: Any) -> Any:
        return (
            select(func.count()).select_from(table).where(column == conversation_table.c.id).scalar_subquery()
        )

    counts = select(
        conversation_table.c.id,
        count(inbox, inbox.c.conversation_id),
        count(outbox_table, outbox_table.c.recipient),
        count(cases, cases.c.conversation_id),
    )
    rows = await house.store.read(lambda c: c.execute(counts).all())
    return {row[0]: (row[1], row[2], row[3]) for row in rows}


async def test_killed_at_any_instant_it_resumes_where_it_was(url: str, tmp_path: Path) -> None:
    chance = random.Random()
    answered: dict[str, int] = {}
    for life in range(3):
        residents = [f"resident-{life}-{n}" for n in range(6)]
        with child("play", url, str(tmp_path / "data"), *residents) as process:
            for _ in range(chance.randrange(1, 6 * len(COMPLAINT))):
                line = told(process)
                if line is None:
                    break
                answered[line[0]] = line[1]
            process.kill()  # SIGKILL, in the middle of the turns of the others
            while line := told(process):
                answered[line[0]] = line[1]

    async with open_house(tmp_path / "data", url) as house:
        for came, went, made in (await _counted(house)).values():
            assert came == went, "a turn is stored with its reply, or not at all"
            assert made == (came == len(COMPLAINT)), "a case stands exactly where its turn does"
        for resident, last in answered.items():
            for step in range(last + 1):
                assert (await say(house, resident, step)).again, "what was answered is there"
            await say_all(house, resident, range(last + 1, len(COMPLAINT)) or [last])
        whole = [counts for counts in (await _counted(house)).values() if counts[0] == len(COMPLAINT)]
        assert len(whole) >= len(answered)
        assert all(made == 1 for _, _, made in whole)


BROKEN: tuple[tuple[Any, str], ...] = (
    (conversations, "lock"),
    (conversations, "hear"),
    (conversations, "new_key"),
    (conversations, "save"),
    (outbox, "put"),
    (case_rows, "add"),
    (case_clocks, "start"),
    (events, "add"),
    (Carrying, "carry_out"),
)


class PowerCut(Exception):
    """Whatever goes wrong."""


def _breaking(real: Callable[..., Any]) -> Callable[..., Any]:
    def broken(*given: Any, **named: Any) -> Any:
        real(*given, **named)
        raise PowerCut

    return broken


@pytest.mark.parametrize(
    ("where", "name"), BROKEN, ids=[f"{where.__name__}.{name}" for where, name in BROKEN]
)
async def test_a_turn_that_fails_anywhere_leaves_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch, where: Any, name: str
) -> None:
    await say_all(house, "resident", range(LAST))
    before = await everything(house)
    with monkeypatch.context() as patched:
        patched.setattr(where, name, _breaking(getattr(where, name)))
        with pytest.raises(PowerCut):
            await say(house, "resident", LAST)
    assert await everything(house) == before
    assert (await say(house, "resident", LAST)).receipt is not None
    assert await how_many_cases(house) == 1


async def test_what_was_answered_is_there_for_another_process(house: House, url: str, tmp_path: Path) -> None:
    number, _ = await filed(house, "resident")
    async with open_house(tmp_path / "data", url) as other:
        assert (await stored(other, number)).answers["name"] == "扎西"


async def test_the_bell_rings_after_the_commit_alone(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    rung: list[bool] = []
    monkeypatch.setattr(house.bell, "ring", lambda: rung.append(True))
    with monkeypatch.context() as patched:
        patched.setattr(bot.conversation.outbox, "put", _breaking(outbox.put))
        with pytest.raises(PowerCut):
            await say(house, "resident", 0)
    assert not rung
    await say(house, "resident", 0)
    assert rung
