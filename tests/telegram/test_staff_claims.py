"""Promises of the staff's bot about claims: held by button, with the token the desk uses; one at a time."""

from __future__ import annotations

from cases.lifecycle import Role, Status
from storage import claims
from tests.telegram.staff_day import Day, card, steps
from tests.web.desk.people import joins


async def test_a_case_claimed_by_button_is_anothers_to_read_alone(day: Day) -> None:
    dorje = await day.phone(day.clerk)
    other = await joins(day.house, "norbu", Role.CLERK, "xinfang", name="罗布")
    norbu = await day.phone(other)
    await day.resident.files()
    at_dorje, at_norbu = await card(dorje), await card(norbu)
    await steps(dorje, at_dorje, "我来办")
    assert "归您办了" in at_dorje.text
    assert "您在办，留到 11-23 09:30" in at_dorje.text
    assert "不办了，放开" in at_dorje.labels
    await steps(norbu, at_norbu, "我来办")
    assert at_norbu.text.startswith("多吉正在办这件事，留到 11-23 09:30")
    assert "转送" not in at_norbu.labels, "only to read"
    assert "我来办" not in at_norbu.labels
    await steps(dorje, at_dorje, "转送", "嘉黎县人力资源和社会保障局", "简单", "确定")
    assert (await day.case()).case.status is Status.FORWARDED
    assert await day.moves() == ["file", "claim", "forward"]


async def test_a_button_of_before_the_claim_tells_who_holds_the_case(day: Day) -> None:
    dorje = await day.phone(day.clerk)
    number = await day.resident.files()
    told = await card(dorje)
    other = await joins(day.house, "norbu", Role.CLERK, "xinfang", name="罗布")
    await day.house.store.write(lambda c: day.house.casework.claim(c, number, other, day.clock.now()))
    await steps(dorje, told, "转送", "嘉黎县自然资源局", "复杂", "确定")
    assert told.text.startswith("罗布正在办这件事")
    assert await day.moves() == ["file", "claim"]


async def test_a_button_under_a_lease_that_was_taken_changes_nothing(day: Day) -> None:
    dorje = await day.phone(day.clerk)
    number = await day.resident.files()
    told = await card(dorje)
    await steps(dorje, told, "我来办")
    await steps(dorje, told, "转送", "嘉黎县自然资源局", "复杂")
    day.clock.later(minutes=31)
    other = await joins(day.house, "norbu", Role.CLERK, "xinfang", name="罗布")
    for do in (day.house.casework.claim, day.house.casework.let_go):
        await day.house.store.write(lambda c, do=do: do(c, number, other, day.clock.now()))
    await steps(dorje, told, "确定")
    assert told.text.startswith("罗布正在办这件事")
    assert "forward" not in await day.moves()


async def test_let_go_by_button_the_case_is_free(day: Day) -> None:
    dorje = await day.phone(day.clerk)
    await day.resident.files()
    told = await card(dorje)
    await steps(dorje, told, "我来办", "不办了，放开")
    assert "已经放开" in told.text
    assert "我来办" in told.labels
    stored = await day.case()
    held = await day.house.store.read(lambda c: claims.holders(c, [stored.id], day.clock.now()))
    assert held == {}
    for forged in ("h|claim|x", "h|steal|20261123-00000000", "h|claim"):
        pressed = await dorje.presses_raw(forged, told)
        await pressed.answer()
    assert await day.moves() == ["file", "claim", "let_go"]


async def test_a_signature_is_recorded_by_button_without_a_notice(day: Day) -> None:
    dorje = await day.phone(day.clerk)
    number = await day.resident.files()
    for name, member, parts in (
        ("forward", day.clerk, {"unit": "renshe", "complexity": "simple"}),
        ("accept", day.pema, {"item": "6"}),
        ("answer", day.pema, {"outcome": "explained", "text": "已经说明。"}),
    ):
        await day.house.store.write(
            lambda c, name=name, member=member, parts=parts: day.house.casework.move(
                c, number, name, member, parts, day.clock.now()
            )
        )
    before = len(await day.notices())
    await dorje.sends(f"/case {number}")
    await dorje.next_message()
    told = await card(dorje)
    await steps(dorje, told, "记录送达")
    assert "反映人会收到通知" not in told.text
    await steps(dorje, told, "确定")
    assert (await day.moves())[-1] == "receive"
    assert len(await day.notices()) == before


async def test_a_number_typed_on_the_way_is_carried_to_the_text(day: Day) -> None:
    head = await joins(day.house, "head", Role.HEAD, "renshe", name="格桑")
    number = await day.taken_on()
    phone = await day.phone(head)
    await phone.sends(f"/case {number}")
    told = await card(phone)
    button = next(b.data for row in told.buttons for b in row if "|extend|" in (b.data or ""))
    assert button is not None
    await phone.presses(button, told)
    asks = await phone.next_message()
    for wrong in ("三十天", "31"):
        await phone.sends(wrong, reply_to=asks)
        asks = await phone.next_message()
        assert "⌁ extend " in asks.text
    await phone.sends("20", reply_to=asks)
    asks = await phone.next_message()
    assert "⌁ extend 20 " in asks.text
    await phone.sends("案情复杂，还要鉴定。", reply_to=asks)
    await phone.next_message()
    assert (await day.moves())[-1] == "extend"
