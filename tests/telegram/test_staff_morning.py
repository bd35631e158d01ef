"""Promises of the staff's bot about quiet hours and the digest, as a phone sees them."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.digest import send_digests
from cases.lifecycle import Role
from tests.telegram.people import User
from tests.telegram.staff_day import Day, card
from tests.telegram.staff_presses import makes
from tests.web.desk.people import Resident, joins

NIGHT = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
"""Monday, nine in the evening in Jiali."""
MORNING = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
"""Tuesday, half past seven."""


async def settled(day: Day, user: User) -> None:
    """All the bot had to say so far was said: its answer to one more word is the last message."""
    await user.sends("/help")
    while "/unlink" not in (await user.next_message()).text:
        pass


async def test_an_alert_in_quiet_hours_waits_and_holds_up_no_answer(day: Day) -> None:
    dorje = await day.phone(day.clerk)
    day.clock.at = NIGHT
    number = await day.resident.files()
    await dorje.sends("/queue")
    assert "待办，最急的在前" in (await card(dorje)).text, (
        "what is asked for comes at once, and no alert before it"
    )
    await settled(day, dorje)
    assert not any(m.text.startswith("新的事") for m in dorje.sees())
    day.clock.at = MORNING
    day.house.bell.ring()
    told = await card(dorje)
    assert told.text.startswith(f"新的事\n{number}")


async def test_a_case_that_was_forwarded_by_the_morning_is_told_of_as_it_stands(day: Day) -> None:
    dorje = await day.phone(day.clerk)
    day.clock.at = NIGHT
    number = await day.resident.files()
    await settled(day, dorje)
    await day.house.store.write(
        lambda c: day.house.casework.move(
            c, number, "forward", day.clerk, {"unit": "renshe", "complexity": "simple"}, day.clock.now()
        )
    )
    day.clock.at = MORNING
    day.house.bell.ring()
    assert "已转送" in (await card(dorje)).text


async def test_an_urgent_report_rings_at_once_in_the_night(day: Day) -> None:
    dorje = await day.phone(day.clerk)
    head = await joins(day.house, "tashi", Role.HEAD, "renshe", name="扎西")
    tashi = await day.phone(head)
    number = await day.resident.files()
    await day.house.store.write(
        lambda c: day.house.casework.move(
            c, number, "forward", day.clerk, {"unit": "renshe", "complexity": "simple"}, day.clock.now()
        )
    )
    await settled(day, dorje)
    day.clock.at = NIGHT
    await makes(tashi, number, "report_upward", ("life",), ("有人要跳楼，已经报警。",))
    told = await card(dorje)
    assert told.text.startswith(f"紧急报告：有人身安全的危险\n{number}")
    assert "跳楼" not in told.text, "a phone shows no more than a card"


async def test_the_digest_lists_what_is_due_and_overdue(day: Day) -> None:
    dorje = await day.phone(day.clerk)
    late = await day.resident.files()
    await card(dorje)
    day.clock.later(days=1)
    soon = await Resident(day.house, "r2").files()
    await card(dorje)
    day.clock.later(days=1)
    await day.house.store.write(lambda c: send_digests(c, day.house, day.clock.now()))
    day.house.bell.ring()
    told = await card(dorje)
    assert "今天到期 1 件，超期 1 件" in told.text
    assert told.text.index(late) < told.text.index(soon)
    assert late in told.labels


async def test_a_digest_of_what_was_done_meanwhile_is_not_sent(day: Day) -> None:
    dorje = await day.phone(day.clerk)
    number = await day.resident.files()
    await card(dorje)
    day.clock.later(days=1)

    def queue_and_forward(connection: object) -> None:
        now = day.clock.now()
        assert send_digests(connection, day.house, now) == 1  # type: ignore[arg-type]
        parts = {"unit": "renshe", "complexity": "simple"}
        day.house.casework.move(connection, number, "forward", day.clerk, parts, now)  # type: ignore[arg-type]

    await day.house.store.write(queue_and_forward)
    day.house.bell.ring()
    await settled(day, dorje)
    assert not any("超期" in m.text and "今天到期" in m.text for m in dorje.sees())
