"""Promises of whom an alert reaches: of a case in Tibetan those who read it, where anybody does."""

from __future__ import annotations

from sqlalchemy import Engine, event, update

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


async def test_however_many_are_alerted_it_is_asked_at_once_who_sees_the_case(house: House) -> None:
    number, _ = await filed(house, "resident")
    await house.store.write(lambda c: c.execute(update(cases).values(unit="renshe")))
    away, now = await joins(house, Role.CLERK, OWN, "away"), house.time.now()
    head = await joins(house, Role.HEAD, OWN, "head")
    await house.store.write(lambda c: keep_away(c, house, number, away.id, "亲戚", head, now))
    issued: list[str] = []

    async def asked() -> int:
        issued.clear()
        told = await _told(house, number, "renshe")
        assert "away" not in told
        return len(issued)

    def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        issued.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        alone = await asked()
        for place in range(6):
            await joins(house, Role.CLERK, OWN, f"clerk{place}")
            await joins(house, Role.UNIT, "renshe", f"unit{place}")
        assert await asked() == alone
        assert len(await _told(house, number, "renshe")) == 12
    finally:
        event.remove(Engine, "before_cursor_execute", note)


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
