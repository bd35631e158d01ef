"""Delivery: order, pace, pauses, backing off, giving up; a real store, a channel that does as told."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio

from bot.delivery import Blocked, Delivery, Later, Refused, Unreachable
from bot.letters import split_text
from bot.pacing import Pace
from bot.today import OfficeTime
from storage import conversations, outbox
from storage.errors import StorageDown
from storage.outbox import CAMPAIGN, NOTICE, REPLY, Letter
from storage.sealing import Keyring, MasterKey
from storage.store import Bell, Store, open_store
from storage.tables import conversations as conversation_rows
from storage.tables import outbox as outbox_rows

Does = Callable[[str, str], Awaitable[None]]


class MovedTime(OfficeTime):
    """The office's time and the process's clock, moved together by sleeping."""

    def __init__(self) -> None:
        super().__init__(ZoneInfo("Asia/Shanghai"))
        self.at = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)

    def now(self) -> datetime:
        """The moved instant."""
        return self.at

    def clock(self) -> float:
        """The same in seconds."""
        return self.at.timestamp()

    async def sleep(self, seconds: float) -> None:
        """Let the time pass at once."""
        self.at += timedelta(seconds=seconds)
        await asyncio.sleep(0)


@dataclass
class Channel:
    """What was sent, to whom, when; `does` may raise."""

    time: MovedTime
    does: Does | None = None
    sent: list[tuple[str, str, float]] = field(default_factory=list)

    async def send(self, address: str, body: dict[str, Any]) -> None:
        """Do as told, then note it."""
        if self.does:
            await self.does(address, body["text"])
        self.sent.append((address, body["text"], self.time.clock()))

    @property
    def texts(self) -> list[str]:
        """What was sent, in order."""
        return [text for _, text, _ in self.sent]


@dataclass
class Office:
    """A store, a channel, and a delivery between them."""

    store: Store
    keyring: Keyring
    time: MovedTime
    channel: Channel
    delivery: Delivery

    async def owes(self, address: str, *texts: str, lane: int = REPLY, channel: str = "telegram") -> None:
        """Queue messages to somebody."""

        def put(connection: Any) -> None:
            kept = conversations.lock(connection, self.keyring, channel, address, self.time.now())
            letters = [
                Letter(channel, kept.id, {"text": t, "rows": [], "draft": ""}, lane=lane) for t in texts
            ]
            outbox.put(connection, letters, kept.key_id, kept.key, self.time.now())

        await self.store.write(put)

    async def rows(self, table: Any = outbox_rows) -> list[Any]:
        """Every row, oldest first."""
        return list(await self.store.read(lambda c: c.execute(table.select().order_by(table.c.id)).all()))

    async def states(self) -> list[str]:
        """The state of each message."""
        return [row.state for row in await self.rows()]

    async def deliver_all(self) -> None:
        """Deliver until nothing is due."""
        while await self.delivery.deliver_due():
            pass


@pytest_asyncio.fixture
async def office(database_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    store = await open_store(database_url or f"sqlite:///{tmp_path / 'data' / 'lamton.db'}")
    keyring = Keyring(MasterKey(bytes(32)))
    time = MovedTime()
    channel = Channel(time)
    pace = Pace(clock=time.clock, sleep=time.sleep)
    delivery = Delivery(store, keyring, time, Bell(), {"telegram": channel}, pace)
    yield Office(store, keyring, time, channel, delivery)
    await store.close()


async def test_each_recipient_gets_theirs_in_order_one_a_second(office: Office) -> None:
    for number in range(3):
        await office.owes("1", f"a{number}")
        await office.owes("2", f"b{number}")
    await office.deliver_all()
    for address, letter in (("1", "a"), ("2", "b")):
        mine = [(text, at) for to, text, at in office.channel.sent if to == address]
        assert [text for text, _ in mine] == [f"{letter}{n}" for n in range(3)]
        assert all(later[1] - earlier[1] >= 1 for earlier, later in itertools.pairwise(mine))
    assert await office.states() == ["sent"] * 6


async def test_no_more_than_thirty_go_out_in_any_second(office: Office) -> None:
    for number in range(100):
        await office.owes(str(number), "x")
    await office.deliver_all()
    times = sorted(at for _, _, at in office.channel.sent)
    assert len(times) == 100
    assert all(later - earlier > 1 for earlier, later in zip(times, times[30:], strict=False))


async def test_replies_go_before_notices_and_notices_before_campaigns(office: Office) -> None:
    for number, lane in enumerate((CAMPAIGN, NOTICE, REPLY)):
        await office.owes(str(number), f"lane {lane}", lane=lane)
    await office.deliver_all()
    assert office.channel.texts == ["lane 0", "lane 1", "lane 2"]


async def test_who_asks_to_wait_is_obeyed_by_all_and_it_is_no_try(office: Office) -> None:
    asked = False

    async def does(address: str, text: str) -> None:
        nonlocal asked
        if not asked:
            asked = True
            raise Later(40)

    office.channel.does = does
    await office.owes("1", "a", "b")
    await office.delivery.deliver_due()
    await office.owes("2", "c")
    before = office.time.clock()
    assert await office.delivery.deliver_due() == 0
    await office.time.sleep(39)
    assert await office.delivery.deliver_due() == 0
    await office.time.sleep(2)
    await office.deliver_all()
    assert sorted(office.channel.texts) == ["a", "b", "c"]
    assert office.channel.texts.index("a") < office.channel.texts.index("b")
    assert min(at for _, _, at in office.channel.sent) >= before + 40
    assert [row.attempts for row in await office.rows()] == [1, 1, 1]


async def test_a_fault_is_tried_again_ever_later_and_holds_up_that_recipient_alone(office: Office) -> None:
    tries: list[float] = []

    async def does(address: str, text: str) -> None:
        if text == "a" and len(tries) < 16:
            tries.append(office.time.clock())
            raise ValueError("secret")

    office.channel.does = does
    await office.owes("1", "a", "b")
    await office.owes("2", "c")
    await office.deliver_all()
    assert office.channel.texts == ["c"]
    while "queued" in await office.states():
        due_at = (await office.rows())[0].due_at
        await office.time.sleep(max((due_at - office.time.now()).total_seconds(), 1))
        await office.deliver_all()
    waits = [later - earlier for earlier, later in itertools.pairwise(tries)]
    assert [round(w / 2) * 2 for w in waits[1:5]] == [2, 4, 8, 16]
    assert max(waits) <= 3601
    assert office.channel.texts == ["c", "a", "b"]


async def test_nothing_is_given_up_before_three_days_and_then_it_is_shown(office: Office) -> None:
    async def does(address: str, text: str) -> None:
        if text == "a":
            raise ValueError

    office.channel.does = does
    begun = office.time.now()
    await office.owes("1", "a", "b")
    while (await office.states())[0] == "queued":
        await office.time.sleep(1800)
        await office.delivery.deliver_due()
    assert office.time.now() - begun > timedelta(days=3)
    await office.deliver_all()
    assert await office.states() == ["failed", "sent"]
    assert (await office.rows())[0].fault.split()[0] == "ValueError"


async def test_a_network_that_is_down_for_a_week_fails_nothing(office: Office) -> None:
    down = True

    async def does(address: str, text: str) -> None:
        if down:
            raise Unreachable

    office.channel.does = does
    await office.owes("1", "a")
    for _ in range(7 * 24):
        await office.time.sleep(3600)
        await office.delivery.deliver_due()
    down = False
    await office.time.sleep(61)
    await office.deliver_all()
    assert office.channel.texts == ["a"]


async def test_what_the_channel_will_never_take_fails_at_once_and_lets_the_next_by(office: Office) -> None:
    async def does(address: str, text: str) -> None:
        if text == "a":
            raise Refused("TelegramBadRequest")

    office.channel.does = does
    await office.owes("1", "a", "b")
    await office.deliver_all()
    await office.time.sleep(2)
    await office.deliver_all()
    assert await office.states() == ["failed", "sent"]
    assert (await office.rows())[0].fault == "TelegramBadRequest"


async def test_who_blocked_us_is_noted_and_owed_until_they_come_back(office: Office) -> None:
    async def does(address: str, text: str) -> None:
        raise Blocked

    office.channel.does = does
    await office.owes("1", "a", "b", lane=NOTICE)
    await office.deliver_all()
    await office.deliver_all()
    assert await office.states() == ["blocked", "blocked"]
    (kept,) = await office.rows(conversation_rows)
    assert kept.blocked
    office.channel.does = None
    await office.store.write(lambda c: outbox.unblock(c, kept.id, office.time.now()))
    await office.deliver_all()
    assert office.channel.texts == ["a", "b"]


async def test_killed_between_sending_and_settling_it_is_shown_again_never_lost(office: Office) -> None:
    reached = asyncio.Event()

    async def does(address: str, text: str) -> None:
        reached.set()
        await asyncio.Event().wait()

    office.channel.does = does
    await office.owes("1", "a", "b")
    sending = asyncio.create_task(office.delivery.deliver_due())
    await reached.wait()
    sending.cancel()
    another = Channel(office.time)
    pace = Pace(clock=office.time.clock, sleep=office.time.sleep)
    after = Delivery(office.store, office.keyring, office.time, Bell(), {"telegram": another}, pace)
    assert await after.deliver_due() == 0
    await office.time.sleep(61)
    while await after.deliver_due():
        pass
    assert another.texts == ["a", "b"]
    for task in asyncio.all_tasks() - {asyncio.current_task()}:
        task.cancel()


async def test_two_processes_send_each_message_once(office: Office) -> None:
    pace = Pace(clock=office.time.clock, sleep=office.time.sleep)
    other = Delivery(office.store, office.keyring, office.time, Bell(), {"telegram": office.channel}, pace)
    for number in range(30):
        await office.owes(str(number), f"{number}")
    await asyncio.gather(*(d.deliver_due() for d in (office.delivery, other) * 2))
    await office.deliver_all()
    assert sorted(office.channel.texts, key=int) == [str(n) for n in range(30)]


async def test_a_database_that_fails_after_the_sending_does_not_double_the_message(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = office.store.write
    down = True
    sent = asyncio.Event()

    async def does(address: str, text: str) -> None:
        sent.set()

    async def fails_but_for_claims(work: Any) -> Any:
        if work.__name__ != "claim" and down:
            raise StorageDown("gone")
        return await write(work)

    await office.owes("1", "a")
    office.channel.does = does
    monkeypatch.setattr(office.store, "write", fails_but_for_claims)
    settling = asyncio.create_task(office.delivery.deliver_due())
    await sent.wait()
    await office.time.sleep(61)  # the lease lapses, and the message is claimed once more
    async with asyncio.timeout(5):
        assert await office.delivery.deliver_due() == 0
    down = False
    await settling
    assert await office.states() == ["sent"]
    assert (await office.rows())[0].attempts == 2
    assert office.channel.texts == ["a"]


async def test_a_message_that_does_not_open_fails_alone(office: Office) -> None:
    await office.owes("1", "a")
    await office.owes("2", "b")
    await office.store.write(
        lambda c: c.execute(outbox_rows.update().where(outbox_rows.c.id == 1).values(body=b"x" * 40))
    )
    await office.deliver_all()
    assert await office.states() == ["failed", "sent"]


async def test_only_channels_with_a_sender_are_delivered_and_staff_by_their_own_id(office: Office) -> None:
    await office.owes("1", "a", channel="web")
    staff = Channel(office.time)
    pace = Pace(clock=office.time.clock, sleep=office.time.sleep)
    delivery = Delivery(office.store, office.keyring, office.time, Bell(), {"staff": staff}, pace)

    def put(connection: Any) -> None:
        letters = [Letter("staff", "member-1", {"text": "card"})]
        outbox.put(connection, letters, None, office.keyring.house, office.time.now())

    await office.store.write(put)
    assert await delivery.deliver_due() == 1
    assert [(to, text) for to, text, _ in staff.sent] == [("member-1", "card")]
    assert await office.states() == ["queued", "sent"]


async def test_it_runs_by_itself_and_lets_what_is_being_sent_finish(office: Office) -> None:
    bell = Bell()
    sending, may_end = asyncio.Event(), asyncio.Event()

    async def does(address: str, text: str) -> None:
        sending.set()
        await may_end.wait()

    office.channel.does = does
    pace = Pace(window_s=0)
    delivery = Delivery(office.store, office.keyring, office.time, bell, {"telegram": office.channel}, pace)
    running = asyncio.create_task(delivery.run())
    await office.owes("1", "a")
    bell.ring()
    await sending.wait()
    running.cancel()
    may_end.set()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert await office.states() == ["sent"]


@pytest.mark.parametrize(
    "text", ["", "x", "嘉" * 10_000, "བཀྲ་ཤིས་བདེ་ལེགས།\n" * 900, "😀" * 5000, "a b\n\nc" * 3000]
)
def test_a_text_is_split_within_the_limit_and_loses_nothing_but_space(text: str) -> None:
    pieces = split_text(text)
    assert all(len(p.encode("utf-16-le")) // 2 <= 4096 for p in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(pieces) or pieces == [""]


def test_a_split_falls_between_paragraphs_then_lines_then_words_never_in_a_syllable() -> None:
    assert split_text("a" * 60 + "\n\n" + "b" * 20 + "\n" + "c" * 60, 100) == [
        "a" * 60,
        "b" * 20 + "\n" + "c" * 60,
    ]
    assert split_text("a" * 60 + "\n" + "b" * 60, 100) == ["a" * 60, "b" * 60]
    pieces = split_text("མིང་། " * 60 + "བསྒྲུབས་" * 60, 50)
    assert all(not p.startswith(("་", "།")) for p in pieces)
    assert all(p.endswith(("་", "།")) for p in pieces)
