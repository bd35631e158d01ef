"""Promise: what somebody excluded from a case does, by form, command or button, is answered byte for byte
as in a world without it (回避, 《信访工作条例》第二十八条第三款, 第三十条第三款)."""

from __future__ import annotations

from sqlalchemy import Connection

from bot.staff_telegram.answering import Answering
from bot.staff_telegram.drawing import AS_CHINESE
from bot.staff_telegram.reading import Pressed, Wrote
from bot.staff_telegram.staff import COMMANDS
from bot.staff_telegram.steps import Step, card_data
from tests.web.desk.walking import FILLS, PEOPLE, Worlds, same, walk, worlds
from tests.web.desk.worlds import Chance, Known, World

__all__ = ["worlds"]  # the fixture


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
    ids = [one for one in (*known.hidden, *known.shown) if one not in numbers]
    asked += [Pressed(login, f"{AS_CHINESE}|{one}{sure}", 1, "q", "zh") for one in ids for sure in ("", "|!")]
    asked.append(Wrote(login, "/unlink", "", "zh"))

    def play(connection: Connection) -> list[object]:
        said: list[object] = []
        for number, what in enumerate(asked):
            chance.seed(f"bot {login} {number}")
            said.append(Answering(house).answer(connection, what, world.clock.now()))
        return said

    return await house.store.write(play)


async def test_what_an_excluded_person_does_is_answered_as_without_the_case(worlds: Worlds) -> None:
    known, chance, both = worlds.known, worlds.chance, worlds.both
    for login in PEOPLE:
        same([await walk(world, known, chance, login, "POST") for world in both], known, login)
        said = [await bot_says(world, known, chance, login) for world in both]
        for one_said, other_said in zip(*said, strict=True):
            assert one_said == other_said, login
