"""Promises of a unit's group: it hears of what comes to the unit, and a press acts as whoever presses."""

from __future__ import annotations

import contextlib
import re
from dataclasses import replace
from datetime import date

import pytest

import bot.group_cards
import bot.staff_telegram.cards
from bot.group_cards import may_tell
from bot.staff_telegram.calls import GroupMoved
from bot.staff_telegram.drawing import Letter
from bot.staff_telegram.sending import StaffSender
from cases.case import Case
from cases.lifecycle import Role, Status
from cases.matters import MATTERS
from storage import groups, staff, staff_phones
from storage.staff import Member
from tests.telegram.chats import Chat, Message
from tests.telegram.people import User
from tests.telegram.staff_day import Day, card
from tests.web.desk.people import Browser, joins

FORWARD = {"unit": "renshe", "complexity": "simple"}


async def head_of(day: Day, unit: str = "renshe") -> tuple[Member, User]:
    """A head with a linked phone."""
    head = await joins(day.house, f"head-{unit}", Role.HEAD, unit, name="格桑")
    return head, await day.phone(head)


async def said_in(day: Day, group: Chat, n: int) -> list[Message]:
    """What the bot said in a group, once it said so much."""

    def said() -> list[Message]:
        return [m for m in group.messages if m.from_bot]

    await day.api.until(lambda: len(said()) >= n, 5.0, f"{len(said())} of {n} messages in the group")
    return said()


async def linked_group(day: Day, user: User, title: str = "人社局") -> Chat:
    """A group the bot was brought into, linked to the unit of the head."""
    await user.sends("/group")
    code = re.search(r"/group ([0-9]{10})", (await user.next_message()).text)
    assert code is not None
    group = await user.joins_group(title)
    await user.sends(f"/group {code[1]}", chat=group)
    assert "已经连上" in (await said_in(day, group, 1))[0].text
    return group


async def forwarded(day: Day) -> str:
    """The resident's case, forwarded to the labour bureau."""
    number = day.resident.number or await day.resident.files()
    await day.house.store.write(
        lambda c: day.house.casework.move(c, number, "forward", day.clerk, FORWARD, day.clock.now())
    )
    day.house.bell.ring()
    return number


async def test_what_comes_to_the_unit_is_told_its_group_by_number_kind_and_day(day: Day) -> None:
    _, head = await head_of(day)
    group = await linked_group(day, head)
    await day.resident.files()
    number = await forwarded(day)
    told = (await said_in(day, group, 2))[1]
    assert told.text.split("\n")[:3] == ["转送了一件事", number, "申诉求决"]
    assert "11月26日" in told.text or "还有 3 天" in told.text
    assert "拖欠工资" not in told.text
    assert told.labels == ["我来办", "私下打开"]


async def test_a_press_in_the_group_acts_as_the_member_who_presses(day: Day) -> None:
    _, head = await head_of(day)
    group = await linked_group(day, head)
    pema = await day.phone(day.pema)
    await day.resident.files()
    number = await forwarded(day)
    told = (await said_in(day, group, 2))[1]
    assert number in (await card(pema)).text, "her own alert"
    in_group = User(day.api, day.api.staff, pema.person)
    in_group.chat = group
    pressed = await in_group.presses("我来办", told)
    await pressed.answer()
    assert "归您办了" in pressed.notice
    shown = await card(pema)
    assert "您在办" in shown.text
    assert "受理" in shown.labels, "the moves are hers, alone with the bot"
    await pema.waits_for_edit(told)
    assert "白玛在办" in told.text
    assert "我来办" not in told.labels
    assert await day.moves() == ["file", "forward", "claim"]
    late = User(day.api, day.api.staff, head.person)
    late.chat = group
    beaten = await late.presses("我来办", told)
    answer = await beaten.answer()
    assert "白玛正在办这件事" in beaten.notice
    assert answer["show_alert"] is True


async def test_who_is_not_linked_or_not_of_the_unit_is_told_alone_and_changes_nothing(day: Day) -> None:
    _, head = await head_of(day)
    group = await linked_group(day, head)
    await day.resident.files()
    await forwarded(day)
    told = (await said_in(day, group, 2))[1]
    other = await joins(day.house, "tashi", Role.UNIT, "jiaoyu", name="扎西")
    for user, hears in (
        (day.api.user(bot=day.api.staff), "您还没有连上"),
        (await day.phone(other), "没有这件事，或者不归您看"),
    ):
        user.chat = group
        for button in ("我来办", "私下打开"):
            pressed = await user.presses(button, told)
            answer = await pressed.answer()
            assert hears in pressed.notice
            assert answer["show_alert"] is True
    assert await day.moves() == ["file", "forward"]
    assert len(await said_in(day, group, 2)) == 2, "nothing of it is said in the group"


async def test_a_lost_phone_presses_in_vain_in_the_group_too(day: Day) -> None:
    _, head = await head_of(day)
    group = await linked_group(day, head)
    pema = await day.phone(day.pema)
    await day.resident.files()
    await forwarded(day)
    told = (await said_in(day, group, 2))[1]
    await day.house.store.write(lambda c: staff_phones.cut_off(c, day.pema.id))
    pema.chat = group
    pressed = await pema.presses("我来办", told)
    await pressed.answer()
    assert "您还没有连上" in pressed.notice
    assert await day.moves() == ["file", "forward"]


async def test_a_restricted_or_sealed_matter_is_not_told_a_group(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, head = await head_of(day)
    group = await linked_group(day, head)
    for module in (bot.group_cards, bot.staff_telegram.cards):
        monkeypatch.setattr(module, "may_tell", lambda case: False)
    await day.resident.files()
    await forwarded(day)
    await head.sends("/help")
    await head.waits_for(2)  # her own alert, and the answer after it
    assert len(await said_in(day, group, 1)) == 1


async def test_only_who_looks_after_the_unit_links_a_group_and_with_their_own_code(day: Day) -> None:
    member, head = await head_of(day)
    pema = await day.phone(day.pema)
    await pema.sends("/group")
    assert "负责人" in (await pema.next_message()).text
    await head.sends("/group")
    code = re.search(r"[0-9]{10}", (await head.next_message()).text)
    assert code is not None
    group = await head.joins_group("别人的群")
    await pema.sends(f"/group {code[0]}", chat=group)
    assert "不是您要的" in (await said_in(day, group, 1))[0].text
    day.clock.later(minutes=11)
    await head.sends(f"/group {code[0]}", chat=group)
    assert "过期" in (await said_in(day, group, 2))[1].text
    for text in ("/queue", "/help", "/unlink", "/case"):
        await head.sends(text, chat=group)
    await head.sends("/help")
    await head.next_message()
    assert len(await said_in(day, group, 2)) == 2, "the bot says nothing else in a group"
    assert await day.house.store.read(groups.everyone) == []
    assert member.linked is False


async def test_a_group_is_cut_off_by_a_word_in_it_and_at_the_desk(day: Day) -> None:
    member, head = await head_of(day)
    group = await linked_group(day, head)
    pema = await day.phone(day.pema)
    await pema.sends("/unlink", chat=group)
    assert "负责人" in (await said_in(day, group, 2))[1].text
    assert len(await day.house.store.read(groups.everyone)) == 1, "not by who does not look after it"
    await head.sends("/unlink", chat=group)
    assert "已经断开" in (await said_in(day, group, 3))[2].text
    again = await linked_group(day, head, "又一个群")
    async with Browser(day.house) as browser:
        await browser.signs_in("head-renshe")
        page = await browser.opens("/phones")
        found = re.search(r'name="group" value="([0-9a-f]+)"', page.text)
        assert found is not None
        assert "由格桑连上" in page.text
        assert "群已经断开" in (await browser.sends("/phones/group_off", group=found[1])).text
        coded = await browser.sends("/phones/code", unit="renshe")
        assert re.search(r"/group [0-9]{10}", coded.text)
        refused = await browser.sends("/phones/code", unit="jiaoyu")
        assert refused.status_code == 403
    await day.resident.files()
    await forwarded(day)
    await head.next_message()
    assert [len(await said_in(day, one, 1)) for one in (group, again)] == [3, 1]
    everyone = await day.house.store.read(staff.everyone)
    assert next(m.linked for m in everyone if m.id == member.id), "her own phone stays linked"


def test_a_group_is_told_of_neither_restricted_nor_sealed_matters() -> None:
    case = Case("嘉信20261123-00482913", "wages", Status.FILED, date(2026, 11, 23))
    sealed = next(m.id for m in MATTERS.values() if m.sealed)
    assert may_tell(case)
    assert not may_tell(replace(case, restricted=True))
    assert not may_tell(replace(case, matter=sealed))


async def test_a_group_that_got_another_id_is_written_to_there(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, head = await head_of(day)
    old = await linked_group(day, head)
    new = await head.joins_group("人社局")
    shown = StaffSender._show

    async def moved_away(self: StaffSender, chat: int, drawn: Letter) -> None:
        if chat == old.id:
            raise GroupMoved(new.id)
        await shown(self, chat, drawn)

    monkeypatch.setattr(StaffSender, "_show", moved_away)
    await day.resident.files()
    number = await forwarded(day)
    for _ in range(20):
        day.clock.later(seconds=30)
        day.house.bell.ring()
        with contextlib.suppress(AssertionError):
            await day.api.until(lambda: any(m.from_bot for m in new.messages), 0.25, "")
            break
    assert number in (await said_in(day, new, 1))[0].text
    assert len(await said_in(day, old, 1)) == 1
