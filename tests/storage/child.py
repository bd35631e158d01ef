"""A process of its own over the same database, to be killed, or to be asked at the same time as another.

python -m tests.storage.child play URL FOLDER RESIDENT…     complaints, side by side; a line for each turn
python -m tests.storage.child submit URL FOLDER KEY RESIDENT   waits for a line, then hears a submit
python -m tests.storage.child migrate URL FOLDER              waits for a line, then migrates
python -m tests.storage.child lock URL FOLDER                 holds the SQLite file's lock until a line comes
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import sys
from pathlib import Path

from bot.settings import Settings
from bot.wiring import build
from storage.migrating import migrate
from tests.bench.turns import COMPLAINT
from tests.bot.houses import KEY
from tests.storage.residents import CHANNEL, say


def _tell(what: object) -> None:
    print(json.dumps(what), flush=True)


async def _play(url: str, folder: Path, residents: list[str]) -> None:
    house = await build(Settings(data_dir=folder, database_url=url), KEY)

    async def one(resident: str) -> None:
        for step in range(len(COMPLAINT)):
            await say(house, resident, step)
            _tell([resident, step])

    await asyncio.gather(*map(one, residents))
    await house.close()


async def _submit(url: str, folder: Path, key: str, resident: str) -> None:
    house = await build(Settings(data_dir=folder, database_url=url), KEY)
    _tell("ready")
    await asyncio.to_thread(sys.stdin.readline)
    reply = await house.conversations.hear(CHANNEL, resident, key, COMPLAINT[-1])
    _tell({"receipt": reply.receipt, "again": reply.again})
    await house.close()


def _main(what: str, url: str, folder: str, *more: str) -> None:
    match what:
        case "play":
            asyncio.run(_play(url, Path(folder), list(more)))
        case "submit":
            asyncio.run(_submit(url, Path(folder), *more))
        case "migrate":
            _tell("ready")
            sys.stdin.readline()
            migrate(url)
            _tell("done")
        case "lock":
            held = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
            held.execute("BEGIN IMMEDIATE")
            _tell("ready")
            sys.stdin.readline()
            held.execute("ROLLBACK")
            held.close()
            _tell("done")


if __name__ == "__main__":
    _main(*sys.argv[1:])
