"""The first page of the queue, its next page and its counts, with few cases and with many."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert

from cases.lifecycle import Role, Status
from storage import desk
from storage.staff import Member
from storage.store import open_store
from storage.tables import cases, keys

OWN, UNITS = "petition_office", 20
TODAY = date(2026, 11, 24)
TIMES = 30


@dataclass(frozen=True)
class Looked:
    """Milliseconds, the median of `TIMES` looks."""

    first: float
    next: float
    of_unit: float
    counts: float


def _rows(many: int) -> list[dict[str, Any]]:
    """Nine in ten closed, as after some years; the open ones fall due in the next sixty days."""
    at = datetime(2026, 1, 1, tzinfo=UTC)
    rows = []
    for n in range(many):
        is_open = n % 10 == 0
        due = TODAY + timedelta(days=n // 10 % 60 - 5)
        rows.append(
            {
                "id": f"{n:016x}",
                "number": f"number-{n}",
                "code_hash": n.to_bytes(32, "big"),
                "draft": f"draft-{n}",
                "conversation_id": None,
                "key_id": "key",
                "channel": "web",
                "language": "bo",
                "matter": "wages",
                "place": "540621100201",
                "status": (Status.FORWARDED if is_open else Status.WITHDRAWN).value,
                "open": is_open,
                "unit": f"unit-{n // 10 % UNITS}",
                "identity": "named",
                "filed_on": TODAY,
                "filed_at": at + timedelta(minutes=n),
                "next_due_on": due if is_open else None,
                "queue_on": due if is_open else date.max,
                "content": b"c" * 900,
                "chain": b"l" * 32,
            }
        )
    return rows


async def measure(url: str, many: int) -> Looked:
    """Fill a database with cases and read its queue."""
    store = await open_store(url)
    await store.write(lambda c: c.execute(insert(keys), {"id": "key", "wrapped": b"w" * 40}))
    rows = await asyncio.to_thread(_rows, many)
    for begin in range(0, many, 1000):
        await store.write(lambda c, part=rows[begin : begin + 1000]: c.execute(insert(cases), part) and None)
    await store.write(lambda c: c.exec_driver_sql("ANALYZE") and None)
    clerk = Member("m", "clerk", "clerk", Role.CLERK, OWN, "zh", True, False)
    unit = Member("n", "unit", "unit", Role.UNIT, "unit-3", "zh", True, False)
    first = await store.read(lambda c: desk.queue(c, clerk, OWN, TODAY, filter="all"))

    async def median(look: Callable[[Connection], object]) -> float:
        took = []
        for _ in range(TIMES):
            began = time.perf_counter()
            await store.read(look)
            took.append(time.perf_counter() - began)
        return sorted(took)[TIMES // 2] * 1000

    found = Looked(
        await median(lambda c: desk.queue(c, clerk, OWN, TODAY, filter="all")),
        await median(lambda c: desk.queue(c, clerk, OWN, TODAY, filter="all", after=first.after)),
        await median(lambda c: desk.queue(c, unit, OWN, TODAY, filter="mine")),
        await median(lambda c: desk.counts(c, clerk, OWN, TODAY)),
    )
    await store.close()
    return found
