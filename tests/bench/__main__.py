"""`python -m tests.bench [--quick] [--write]`: measure, print, and with `--write` renew docs/performance.md.

Every figure is the median of `ROUNDS` rounds. A round measures the engine and its ceilings one after the
other, so that a busy moment of the machine meets both; the ratio is the median of the rounds' own ratios.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
from pathlib import Path
from statistics import median

import asyncpg

from tests.bench import ceilings, finding, machine, processes, queues, turns
from tests.bench.places import ENGINES, SERVER, database, reachable
from tests.bench.tables import HEAD, table

AT_ONCE = (1, 8, 32)
PAGE = Path(__file__).parents[2] / "docs" / "performance.md"


def _turn(engine: str, at_once: int, seconds: float) -> turns.Measured:
    with database(engine) as url:
        return asyncio.run(turns.measure(url, at_once, seconds))


def _ceiling(engine: str, at_once: int, seconds: float) -> float:
    with database(engine) as url:
        if engine == "PostgreSQL":
            return asyncio.run(ceilings.asyncpg_alone(url, at_once, seconds))
        return asyncio.run(ceilings.one_writer(url, at_once, seconds))


def _one_a_turn(seconds: float) -> float:
    with database("SQLite") as url:
        return ceilings.one_a_turn(url, seconds)


def turns_of(engine: str, rounds: int, seconds: float) -> list[str]:
    """A row for each number of conversations at once."""
    rows = []
    for at_once in AT_ONCE:
        taken, most = [], []
        for _ in range(rounds):
            taken.append(_turn(engine, at_once, seconds))
            most.append(_ceiling(engine, at_once, seconds))
            gc.collect()
        ratio = median(t.a_second / m for t, m in zip(taken, most, strict=True))
        rows.append(
            f"| {at_once} | {median(t.a_second for t in taken):,.0f} | {median(t.p50_ms for t in taken):.1f}"
            f" | {median(t.p99_ms for t in taken):.1f} | {median(most):,.0f} | {ratio:.0%} |"
        )
        print(f"{engine}: {rows[-1]}", flush=True)
    return rows


def starts(rounds: int) -> list[str]:
    """A row for each role."""
    rows = []
    for name, parts in processes.roles().items():
        taken = [processes.start(parts) for _ in range(rounds)]
        rows.append(
            f"| {name} | {median(t.seconds for t in taken):.2f} | {median(t.megabytes for t in taken):.0f} |"
        )
        print(f"start {rows[-1]}", flush=True)
    return rows


def queue_of(engine: str, many: int) -> str:
    """A row: the queue with so many cases."""
    with database(engine) as url:
        looked = asyncio.run(queues.measure(url, many))
    row = (
        f"| {engine} | {many:,} | {looked.first:.2f} | {looked.next:.2f} | {looked.of_unit:.2f}"
        f" | {looked.counts:.2f} |"
    )
    print(f"queue {row}", flush=True)
    return row


def finding_of() -> list[str]:
    """A row for each text."""
    rows = []
    for name, text in finding.TEXTS.items():
        looked = finding.measure(text)
        rows.append(f"| {name}, {len(text):,} characters | {looked.find:.2f} | {looked.danger:.2f} |")
        print(f"finding {rows[-1]}", flush=True)
    return rows


async def _version() -> str:
    connection = await asyncpg.connect(SERVER)
    try:
        return str(connection.get_server_version().major) + "." + str(connection.get_server_version().minor)
    finally:
        await connection.close()


def main() -> None:
    """Measure everything."""
    asked = argparse.ArgumentParser(prog="make bench", description=__doc__)
    asked.add_argument("--quick", action="store_true", help="one short round: whether it runs, not how fast")
    asked.add_argument("--write", action="store_true", help="renew docs/performance.md")
    given = asked.parse_args()
    rounds, seconds = (1, 0.5) if given.quick else (5, 2.0)
    engines = ENGINES if reachable() else ENGINES[:1]
    if len(engines) == 1:
        print(f"no PostgreSQL at {SERVER}: SQLite alone")
    load = machine.busy()
    parts = [
        HEAD.format(
            day=machine.today(),
            processor=machine.processor(),
            versions=machine.versions(asyncio.run(_version()) if len(engines) > 1 else None),
            rounds=rounds,
            seconds=seconds,
            load=load,
            steps=len(turns.COMPLAINT),
        )
    ]
    for engine in engines:
        parts.append(table(f"turns {engine}", turns_of(engine, rounds, seconds)))
    alone = median(_one_a_turn(seconds) for _ in range(rounds))
    parts.append(f"Raw sqlite3 with one transaction a turn, one conversation: {alone:,.0f} turns a second.\n")
    parts.append(table("starts", starts(min(rounds, 3))))
    sizes = (1_000,) if given.quick else (10_000, 100_000)
    parts.append(table("queue", [queue_of(engine, many) for engine in engines for many in sizes]))
    parts.append(table("finding", finding_of()))
    parts.append(f"Building the finder at the start: {finding.build():.0f} ms.\n")
    page = "\n".join(parts)
    if given.write:
        PAGE.write_text(page, encoding="utf-8")
        print(f"written: {PAGE}")


if __name__ == "__main__":
    main()
