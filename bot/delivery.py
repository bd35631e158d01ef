"""From the outbox to the channels: each recipient's messages in order, none lost, none too fast.

A message is claimed (leased for a minute), sent by its channel's `Sender`, and settled. A crash between
sending and settling may show it twice, never loses it. What a sender raises is in `bot.senders`; anything
else is a fault: tried again after 1, 2, 4 … seconds, up to an hour, for three days at least; then
`failed`, for the desk to see.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from sqlalchemy import Connection

from bot.pacing import Gate, Pace
from bot.senders import Blocked, DeliveryError, Later, NotNow, Refused, Sender, Unreachable
from bot.today import OfficeTime
from storage import conversations, outbox
from storage.errors import StorageError
from storage.outbox import Claimed
from storage.sealing import Keyring
from storage.store import Bell, Store

__all__ = [
    "STAFF",
    "Blocked",
    "Delivery",
    "DeliveryError",
    "Later",
    "NotNow",
    "Refused",
    "Sender",
    "Unreachable",
]

log = logging.getLogger("lamton.delivery")

STAFF: Final = "staff"
"""Messages of this channel go to members of staff; their sender is given the member's id as the address."""
AT_ONCE: Final = 20
POLL_S: Final = 0.5
LONGEST_BACKOFF: Final = timedelta(hours=1)
LONGEST_UNREACHABLE: Final = timedelta(minutes=1)
GIVE_UP_AFTER: Final = timedelta(days=3)
GIVE_UP_TRIES: Final = 24
FAREWELL_S: Final = 5.0


@dataclass(frozen=True)
class _InHand:
    claimed: Claimed
    address: str


class Delivery:
    """Delivers the channels there are senders for, until `run` is cancelled."""

    def __init__(
        self,
        store: Store,
        keyring: Keyring,
        time: OfficeTime,
        bell: Bell,
        senders: Mapping[str, Sender],
        pace: Pace | None = None,
    ) -> None:
        self._bell = bell
        self._pace = pace or Pace()
        self._channels = [
            _Channel(name, sender, store, keyring, time, self._pace) for name, sender in senders.items()
        ]

    async def run(self) -> None:
        """Deliver for ever. When cancelled, what is being sent is let finish, `FAREWELL_S` at most."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._listen())
            for channel in self._channels:
                group.create_task(channel.run())

    async def deliver_due(self) -> int:
        """Send what is due now and wait for it; how many were tried."""
        return sum([await channel.deliver_due() for channel in self._channels])

    async def _listen(self) -> None:
        # The bell wakes whoever waits at that moment; the channels may be busy, so one ear listens for all.
        while True:
            await self._bell.wait(POLL_S)
            for channel in self._channels:
                channel.wake.set()


class _Channel:
    def __init__(
        self, name: str, sender: Sender, store: Store, keyring: Keyring, time: OfficeTime, pace: Pace
    ) -> None:
        self._name, self._sender, self._pace = name, sender, pace
        self._store, self._keyring, self._time = store, keyring, time
        self._gate = Gate(pace)
        self._in_hand: dict[int, asyncio.Task[None]] = {}
        self.wake = asyncio.Event()

    async def run(self) -> None:
        try:
            trouble = 0
            while True:
                if wait_s := self._gate.closed_for:
                    await self._pace.sleep(wait_s)
                try:
                    claimed = await self._claim(AT_ONCE - len(self._in_hand))
                    trouble = 0
                except Exception as error:  # one bad moment does not end all delivery
                    log.error("delivery %s: %s", self._name, type(error).__name__)
                    await self._pace.sleep(min(2**trouble, 30))
                    trouble = min(trouble + 1, 5)
                    continue
                for one in claimed:
                    self._start(one)
                if not claimed:
                    await self.wake.wait()
                    self.wake.clear()
        finally:
            if self._in_hand:
                await asyncio.wait(self._in_hand.values(), timeout=FAREWELL_S)
            for task in self._in_hand.values():
                task.cancel()

    async def deliver_due(self) -> int:
        if self._gate.closed_for:
            return 0
        claimed = await self._claim(AT_ONCE)
        tasks = [self._start(one) for one in claimed]
        if tasks:
            await asyncio.wait(tasks)
        return len(claimed)

    def _start(self, one: _InHand) -> asyncio.Task[None]:
        task = asyncio.create_task(self._deliver(one))
        self._in_hand[one.claimed.id] = task
        task.add_done_callback(lambda done: self._finished(one.claimed.id, done))
        return task

    def _finished(self, message: int, task: asyncio.Task[None]) -> None:
        self._in_hand.pop(message, None)
        self.wake.set()  # the recipient's next message may go now
        if not task.cancelled() and (error := task.exception()):
            log.error("delivery %s: message %d: %s", self._name, message, type(error).__name__)

    async def _claim(self, most: int) -> list[_InHand]:
        now = self._time.now()

        def due(connection: Connection) -> bool:
            return outbox.any_due(connection, self._name, now)

        def claim(connection: Connection) -> list[_InHand]:
            found = outbox.claim(connection, self._keyring, self._name, now, most)
            return [_InHand(one, self._address(connection, one.recipient)) for one in found]

        # To look is cheap; only what is there is worth a transaction.
        if most <= 0 or not await self._store.read(due):
            return []
        claimed = await self._store.write(claim)
        # A message whose settling still waits for the database has gone out: it is not sent once more.
        return [one for one in claimed if one.claimed.id not in self._in_hand]

    def _address(self, connection: Connection, recipient: str) -> str:
        if self._name == STAFF:
            return recipient
        return conversations.address_of(connection, self._keyring, recipient)

    async def _deliver(self, one: _InHand) -> None:
        message, recipient = one.claimed.id, one.claimed.recipient
        if not await self._gate.passed(recipient):
            await self._put_back(message)
            return
        try:
            await self._sender.send(one.address, one.claimed.body)
        except Later as later:
            self._gate.close_for(later.seconds)
            await self._put_back(message)
        except NotNow as quiet:
            until = quiet.until
            await self._write(lambda connection: outbox.set_aside(connection, message, until))
        except Blocked:

            def blocked(connection: Connection) -> None:
                outbox.settle(connection, message, "blocked", self._time.now(), fault="Blocked")
                conversations.block(connection, recipient)

            await self._write(blocked)
        except Refused as refused:
            log.error("delivery %s: message %d refused: %s", self._name, message, refused.reason)
            await self._settle(message, "failed", fault=refused.reason[:80])
        except Unreachable:
            wait = _backoff(one.claimed.attempts, LONGEST_UNREACHABLE)
            await self._settle(message, "queued", wait=wait, fault="Unreachable")
        except Exception as error:
            await self._faulted(one.claimed, error)
        else:
            await self._settle(message, "sent")

    async def _faulted(self, claimed: Claimed, error: Exception) -> None:
        reference, fault = secrets.token_hex(4), type(error).__name__
        log.error("delivery %s: message %d: %s, reference %s", self._name, claimed.id, fault, reference)
        old = self._time.now() - claimed.made_at > GIVE_UP_AFTER
        if old and claimed.attempts + 1 >= GIVE_UP_TRIES:
            await self._settle(claimed.id, "failed", fault=f"{fault} {reference}")
        else:
            wait = _backoff(claimed.attempts, LONGEST_BACKOFF)
            await self._settle(claimed.id, "queued", wait=wait, fault=f"{fault} {reference}")

    async def _put_back(self, message: int) -> None:
        due_at = self._time.now() + timedelta(seconds=self._gate.closed_for)
        await self._write(lambda connection: outbox.put_back(connection, message, due_at))

    async def _settle(self, message: int, state: str, wait: timedelta = timedelta(), fault: str = "") -> None:
        now = self._time.now()
        await self._write(
            lambda connection: outbox.settle(
                connection, message, state, now, due_at=now + wait, fault=fault[:80] or None
            )
        )

    async def _write(self, work: Callable[[Connection], None]) -> None:
        """Store what became of a message; while the database is down, wait for it with the news in hand."""
        trouble = 0
        while True:
            try:
                await self._store.write(work)
                return
            except StorageError as error:
                log.error("delivery %s: %s", self._name, type(error).__name__)
                await self._pace.sleep(min(2**trouble, 10))
                trouble = min(trouble + 1, 5)


def _backoff(attempts: int, longest: timedelta) -> timedelta:
    return min(timedelta(seconds=2 ** min(attempts, 20)), longest)
