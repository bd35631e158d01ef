"""Promises of the table of reminders: at half time, on the last day, at the promise's end and the law's."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cases.clocks import CLOCKS, ClockKind, Running
from cases.reminders import LADDER, REMINDERS, Rung, Stage, half_on, reminder_due, rungs_above

DAY = date(2026, 3, 2)


def running(name: str, kind: ClockKind, days: int) -> Running:
    """A clock that started on DAY and has so many days."""
    return Running(name, kind, DAY, DAY + timedelta(days=days), False, "office")


def stage(clock: Running, after: int, *beside: Running) -> Stage | None:
    """What is told so many days after it started."""
    found = reminder_due(clock, (clock, *beside), DAY + timedelta(days=after))
    return found.stage if found else None


def test_a_promise_is_told_of_at_half_time_on_its_last_day_and_when_it_has_passed() -> None:
    clock = running("answer_simple", ClockKind.PROMISE, 10)
    told = [stage(clock, day) for day in range(13)]
    assert told == [None] * 5 + [Stage.HALF] * 5 + [Stage.DUE] + [Stage.PROMISE_OVER] * 2


def test_a_promise_of_one_day_has_no_half() -> None:
    clock = running("forward", ClockKind.PROMISE, 1)
    assert [stage(clock, day) for day in range(3)] == [None, Stage.DUE, Stage.PROMISE_OVER]


def test_the_laws_half_is_told_only_where_no_promise_runs_for_the_same_people() -> None:
    law = running("answer", ClockKind.LAW, 60)
    promise = running("answer_simple", ClockKind.PROMISE, 10)
    assert stage(law, 30) is Stage.HALF
    assert stage(law, 30, promise) is None
    assert stage(law, 60, promise) is Stage.DUE, "the law's last day is told whatever was promised"
    assert stage(law, 61, promise) is Stage.LIMIT_OVER


@pytest.mark.parametrize("clock", [c for c in CLOCKS if c.window], ids=lambda c: f"{c.name}.{c.kind}")
def test_a_window_is_nobodys_duty(clock: object) -> None:
    one = running(clock.name, clock.kind, 30)  # type: ignore[attr-defined]
    assert {stage(one, day) for day in range(40)} == {None}


@pytest.mark.parametrize("days", range(2, 91))
def test_no_more_than_half_is_left_at_half_time_and_more_the_day_before(days: int) -> None:
    clock = running("answer_simple", ClockKind.PROMISE, days)
    half = half_on(clock)
    assert (clock.due_on - half).days * 2 <= days
    assert (clock.due_on - half).days * 2 + 2 > days
    assert clock.started_on < half <= clock.due_on


def test_every_reminder_that_finds_nobody_has_somebody_above() -> None:
    for one in REMINDERS:
        assert rungs_above(one) == LADDER[max(LADDER.index(r) for r in one.told) + 1 :]
        assert Rung.CLERK in rungs_above(one)
