"""Promises of whom an alert reaches: of a case in Tibetan those who read it, where anybody does."""

from __future__ import annotations

from sqlalchemy import update

from bot.keeping_away import keep_away
from bot.wiring import House
from cases.lifecycle import Role
from storage import held_replies, sight, staff
from storage.staff import Member
from storage.tables import cases
from tests.storage.residents import filed, stored
from tests.storage.test_sight import OWN, joins


async def _told(house: House, number: str, unit: str) -> set[str]:
    found = await house.store.read(lambda c: sight.to_alert(c, number, unit))
    return {one.login for one in found}


async def _reads(house: House, member: Member, *languages: str) -> None:
    await house.store.write(lambda c: staff.set_reads(c, member.id, languages))


async def test_an_alert_of_a_case_in_tibetan_goes_to_those_who_read_it_and_else_to_all(house: House) -> None:
    number, _ = await filed(house, "resident")
    forwarded = update(cases).values(unit="renshe", language="bo")
    await house.store.write(lambda c: c.execute(forwarded))
    clerk = await joins(house, Role.CLERK, OWN, "clerk")
    await joins(house, Role.CLERK, OWN, "other.clerk")
    unit = await joins(house, Role.UNIT, "renshe", "unit")
    await joins(house, Role.UNIT, "renshe", "other.unit")
    everybody = {"clerk", "other.clerk", "unit", "other.unit"}
    assert await _told(house, number, "renshe") == everybody
    await _reads(house, clerk, "zh", "bo")
    assert await _told(house, number, "renshe") == {"clerk", "unit", "other.unit"}
    await _reads(house, unit, "bo")
    assert await _told(house, number, "renshe") == {"clerk", "unit"}
    await house.store.write(lambda c: c.execute(update(cases).values(language="zh")))
    assert await _told(house, number, "renshe") == everybody


async def test_a_translator_who_keeps_away_meets_no_text_of_the_case(house: House) -> None:
    number, _ = await filed(house, "resident")
    head, writer = await joins(house, Role.HEAD, OWN), await joins(house, Role.CLERK, OWN)
    translator, now = await joins(house, Role.TRANSLATOR, OWN), house.time.now()
    this = await stored(house, number)
    await house.store.write(
        lambda c: held_replies.hold(
            c,
            this.key,
            case_id=this.id,
            move="ask",
            staff_id=writer.id,
            drawn_after=1,
            parts={"text": "请问"},
            now=now,
        )
    )
    assert await house.store.read(lambda c: held_replies.waiting(c, house.keyring, translator))
    await house.store.write(lambda c: keep_away(c, house, number, translator.id, "亲戚", head, now))
    assert not await house.store.read(lambda c: held_replies.waiting(c, house.keyring, translator))
