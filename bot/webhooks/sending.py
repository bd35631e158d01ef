"""From the queue of moves to the addresses of other systems: in order for each case, none lost.

A move is claimed (leased for a minute), sent, and settled; a crash between may send it twice, under the same
id. What came of it: 2xx, it is told; 410, the address is gone and gets nothing more; all else is tried again
after 5, 10, 20 … seconds, up to an hour, with jitter, or when `Retry-After` says; after `GIVE_UP_AFTER` the
move is marked failed, and the address too where nothing reached it for so long. The desk shows all of it.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random
import ssl
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

import httpx
from sqlalchemy import Connection

from bot.today import OfficeTime
from bot.webhooks.events import CONTENT_TYPE, body_of
from bot.webhooks.reaching import ReachError, reach
from bot.webhooks.signing import headers
from cases.office import Office
from storage import webhook_addresses as addresses
from storage import webhooks
from storage.errors import StorageError
from storage.sealing import Keyring
from storage.store import Bell, Store
from storage.webhooks import DROPPED, FAILED, QUEUED, SENT, Told

log = logging.getLogger("lamton.webhooks")

AT_ONCE: Final = 10
POLL_S: Final = 1.0
TRY_S: Final = 20.0
"""What one try may take; less than a lease (`webhooks.LEASE`)."""
FIRST_BACKOFF: Final = timedelta(seconds=5)
LONGEST_BACKOFF: Final = timedelta(hours=1)
LONGEST_UNREACHABLE: Final = timedelta(minutes=1)
"""So long at most nothing else goes to an address where nobody answered."""
LONGEST_RETRY_AFTER: Final = timedelta(days=1)
GIVE_UP_AFTER: Final = timedelta(days=5)
GONE: Final = 410
USER_AGENT: Final = "Lamton-Webhooks/1"


class Webhooks:
    """Tells other systems of moves, until `run` is cancelled."""

    def __init__(
        self,
        store: Store,
        keyring: Keyring,
        time: OfficeTime,
        bell: Bell,
        office: Office,
        *,
        local: bool = False,
        jitter: Callable[[], float] = random.random,
        trusted: ssl.SSLContext | bool = True,
    ) -> None:
        """`trusted`: whose certificates are believed; by default the authorities that are public."""
        self._store, self._keyring, self._time, self._bell = store, keyring, time, bell
        self._office, self._local, self._jitter = office, local, jitter
        # The environment's proxies and redirects would lead round the check of the address.
        # No connection is kept: one made and checked for a name would serve another at the same machine.
        self._client = httpx.AsyncClient(
            verify=trusted,
            trust_env=False,
            follow_redirects=False,
            timeout=TRY_S,
            limits=httpx.Limits(max_keepalive_connections=0),
        )

    async def run(self) -> None:
        """Tell for ever."""
        try:
            trouble = 0
            while True:
                try:
                    told = await self.tell_due()
                    trouble = 0
                except StorageError as error:
                    log.error("webhooks: %s", type(error).__name__)
                    await asyncio.sleep(min(2**trouble, 30))
                    trouble = min(trouble + 1, 5)
                    continue
                if not told:
                    await self._bell.wait(POLL_S)
        finally:
            await self.close()

    async def close(self) -> None:
        """Let the connections go."""
        await self._client.aclose()

    async def tell_due(self) -> int:
        """Tell what is due now and wait for it; how many were tried. Raises StorageError."""
        now = self._time.now()
        if not await self._store.read(lambda c: webhooks.any_due(c, now)):
            return 0
        claimed = await self._store.write(lambda c: webhooks.claim(c, now, AT_ONCE))
        async with asyncio.TaskGroup() as group:
            for one in claimed:
                group.create_task(self._tell(one))
        return len(claimed)

    async def _tell(self, told: Told) -> None:
        if not told.may_go:  # restricted or sealed since: nobody hears of it any more
            await self._settle(told, DROPPED)
            return

        def look(connection: Connection) -> tuple[str, tuple[bytes, ...]]:
            found = addresses.by_id(connection, told.address_id)
            assert found is not None  # a delivery names it
            keys = addresses.secrets_of(connection, self._keyring, told.address_id, self._time.now())
            return found.url, keys

        try:
            url, keys = await self._store.read(look)
            async with asyncio.timeout(TRY_S):
                code, retry_after = await self._post(url, told, keys)
        except StorageError as error:  # claimed again once the lease is over
            log.error("webhooks: %s", type(error).__name__)
        except (httpx.HTTPError, OSError, TimeoutError) as error:
            await self._again(told, fault=type(error).__name__, silent=True)
        except ReachError as error:
            await self._again(told, fault=type(error).__name__)
        except Exception as error:  # one bad row does not end all telling
            log.error("webhooks: delivery %d: %s", told.id, type(error).__name__)
            await self._again(told, fault=type(error).__name__)
        else:
            await self._answered(told, code, retry_after)

    async def _post(self, url: str, told: Told, keys: tuple[bytes, ...]) -> tuple[int, str]:
        way = await reach(url, local=self._local)
        body = body_of(told, self._office)
        sent = {
            "host": way.host,
            "content-type": CONTENT_TYPE,
            "user-agent": USER_AGENT,
            **headers(told.event_id, body, keys, self._time.now()),
        }
        request = self._client.build_request(
            "POST", way.url, content=body, headers=sent, extensions={"sni_hostname": way.name}
        )
        answer = await self._client.send(request, stream=True)  # what they write back is not read
        await answer.aclose()
        return answer.status_code, answer.headers.get("retry-after", "")

    async def _answered(self, told: Told, code: int, retry_after: str) -> None:
        if 200 <= code < 300:
            await self._settle(told, SENT, code)
        elif code == GONE:
            log.warning("webhooks: address %s is gone", told.address_id)
            await self._settle(told, DROPPED, code)
        else:
            await self._again(told, code, wait=waits(retry_after, self._time.now()))

    async def _again(
        self,
        told: Told,
        code: int | None = None,
        *,
        fault: str | None = None,
        silent: bool = False,
        wait: timedelta | None = None,
    ) -> None:
        """Try later, or give up. `silent`: nobody answered there at all; `wait`: as they asked."""
        now = self._time.now()
        own = self._backoff(told.attempts)
        quiet = wait if wait is not None else min(own, LONGEST_UNREACHABLE) if silent else None
        state = FAILED if now - told.since_at > GIVE_UP_AFTER else QUEUED
        due_at = now + max(own, wait or timedelta())

        def write(connection: Connection) -> None:
            if not webhooks.settle(connection, told, state, now, due_at=due_at, answered=code, fault=fault):
                return
            addresses.failing(connection, told.address_id, now, now + quiet if quiet else None)
            if state != FAILED:
                return
            address = addresses.by_id(connection, told.address_id)
            since = address.failing_since_at if address else None
            if address and address.state == addresses.ON and since and now - since > GIVE_UP_AFTER:
                addresses.set_state(connection, told.address_id, addresses.FAILED, now)

        if state == FAILED:
            log.error("webhooks: gave up telling address %s of %s", told.address_id, told.event_id)
        await self._write(write)

    async def _settle(self, told: Told, state: str, code: int | None = None) -> None:
        now = self._time.now()

        def write(connection: Connection) -> None:
            if not webhooks.settle(connection, told, state, now, answered=code):
                return
            if state == SENT:
                addresses.answered(connection, told.address_id)
            if code == GONE:
                addresses.set_state(connection, told.address_id, addresses.GONE, now)

        await self._write(write)

    async def _write(self, work: Callable[[Connection], None]) -> None:
        """Note it. Where the database is down just now, it is sent again after the lease under its id."""
        with contextlib.suppress(StorageError):
            await self._store.write(work)

    def _backoff(self, attempts: int) -> timedelta:
        """Doubled at each try, less up to a half: many that failed together come back apart."""
        whole: timedelta = min(FIRST_BACKOFF * 2 ** min(attempts, 20), LONGEST_BACKOFF)
        less: timedelta = whole * self._jitter() / 2
        return whole - less


def waits(retry_after: str, now: datetime) -> timedelta | None:
    """How long `Retry-After` asks to wait, in seconds or until a date; None where it asks nothing."""
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return min(timedelta(seconds=int(text[:9])), LONGEST_RETRY_AFTER)
    try:
        until = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None
    until = until.replace(tzinfo=UTC) if until.tzinfo is None else until
    return min(max(until - now, timedelta()), LONGEST_RETRY_AFTER)
