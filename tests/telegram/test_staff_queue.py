"""Promises of the staff's bot about the queue: mine, due today, overdue; a page at a time."""

from __future__ import annotations

from tests.telegram.staff_day import Day, card, steps
from tests.web.desk.people import Resident


async def test_the_queue_comes_in_pages_and_goes_back_to_its_beginning(day: Day) -> None:
    numbers = [await Resident(day.house, f"r{n}").files() for n in range(10)]
    dorje = await day.phone(day.clerk)
    await dorje.sends("/queue")
    queue = await card(dorje)
    first = [one for one in numbers if one in queue.text]
    assert len(first) == 8
    await steps(dorje, queue, "后面的")
    second = [one for one in numbers if one in queue.text]
    assert sorted(first + second) == sorted(numbers)
    assert "后面的" not in queue.labels
    await steps(dorje, queue, "回到开头")
    assert [one for one in numbers if one in queue.text] == first


async def test_due_today_and_overdue_are_lists_of_their_own(day: Day) -> None:
    dorje = await day.phone(day.clerk)
    late = await day.resident.files()
    await card(dorje)
    day.clock.later(days=1)
    soon = await Resident(day.house, "r2").files()
    await card(dorje)
    day.clock.later(days=1)  # the office promised to forward within a day
    new = await Resident(day.house, "r3").files()
    await card(dorje)
    await dorje.sends("/queue")
    queue = await card(dorje)
    assert [late, soon, new] == [n for n in queue.labels if n in (late, soon, new)]
    await steps(dorje, queue, "超期的")
    assert (late in queue.text, soon in queue.text, new in queue.text) == (True, False, False)
    assert "已超期 1 天" in queue.text
    await steps(dorje, queue, "今天到期的")
    assert (late in queue.text, soon in queue.text, new in queue.text) == (False, True, False)
    await day.house.store.write(lambda c: day.house.casework.claim(c, soon, day.clerk, day.clock.now()))
    await steps(dorje, queue, "我单位的待办")
    assert "多吉在办" in queue.text
    await steps(dorje, queue, soon)
    assert queue.text.startswith(soon)


async def test_a_list_nobody_wrote_is_stale(day: Day) -> None:
    dorje = await day.phone(day.clerk)
    await day.resident.files()
    told = await card(dorje)
    for forged in ("q", "q|all", "q|mine|2026-13-01|a", "q|mine|2026-11-23|'--", "q|today|x"):
        pressed = await dorje.presses_raw(forged, told)
        await pressed.answer()
        assert "过时" in pressed.notice
