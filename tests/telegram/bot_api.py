"""A strict double of Telegram's Bot API on loopback, through which real bots run in tests.

    api = await BotApi.start()
    bot = Bot(RESIDENTS_TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(api.base)))
    ApplicationBuilder().token(STAFF_TOKEN).base_url(api.base + "/bot").base_file_url(api.base + "/file/bot")

    user = api.user(first_name="扎西", language_code="zh")
    await user.sends("/start")
    message = await user.next_message()

Two bots live on one server: ``api.residents`` and ``api.staff``. Every call is held against the Bot API's
methods, parameters and types (``schema``) and limits (``limits``, ``formatting``); a breach is answered 400
and kept in ``api.faults``, which the ``bot_api`` fixture wants empty at the end. What life brings (blocked,
not found, stale, too many requests) is refused too but is no fault: see ``api.refusals``. Where the double
differs from Telegram: unknown parameters are refused, Markdown is not spoken, webhooks may be http on
loopback, edits are not counted against the rate.

Troubles on order: ``fail_next``, ``deliver_twice``, ``shuffle``, ``held``.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
from collections.abc import Callable, Iterator

from tests.telegram.account import scope_key
from tests.telegram.chats import BotAccount, StoredFile
from tests.telegram.delivery import Delivery
from tests.telegram.door import Call, Door
from tests.telegram.faults import Plan, Planned, Trouble
from tests.telegram.limits import Clock, Rates
from tests.telegram.people import WAIT_S, User
from tests.telegram.wire import Json

RESIDENTS_TOKEN = "100001:residents-token-of-tests-0123456789"
STAFF_TOKEN = "100002:staff-token-of-tests-0123456789abc"


class BotApi:
    """The double: its server, its bots, what was called, and the people who talk with them."""

    def __init__(self, *, frozen: bool = False) -> None:
        self.clock = Clock(frozen=frozen)
        self.rates = Rates(self.clock)
        self.plan = Plan()
        self.calls: list[Call] = []
        self.faults: list[str] = []
        self.warnings: list[str] = []
        self.opened_files: dict[tuple[str, str], StoredFile] = {}
        self.residents = BotAccount(RESIDENTS_TOKEN, "lamton_residents_bot", "Lamton")
        self.staff = BotAccount(STAFF_TOKEN, "lamton_staff_bot", "Lamton staff")
        self.bots = {bot.token: bot for bot in (self.residents, self.staff)}
        self._door = Door(self)
        self.delivery = Delivery(self._door.from_webhook, self.changed)
        self.base = ""
        self._step = asyncio.Event()
        self._user_ids = itertools.count(5001)

    # ── life ──

    @classmethod
    async def start(cls, *, frozen: bool = False) -> BotApi:
        """Listen on a free port of 127.0.0.1. ``frozen``: the clock moves by ``api.clock.skip`` alone."""
        api = cls(frozen=frozen)
        api.base = await api._door.open()
        return api

    async def stop(self) -> None:
        """End long polls, webhooks and calls left hanging; close the port."""
        await self.delivery.close(self.bots.values())
        await self._door.close()

    # ── people ──

    def user(
        self, *, first_name: str = "Tashi", language_code: str | None = "zh", bot: BotAccount | None = None,
        **names: str,
    ) -> User:  # fmt: skip
        """Somebody new with a phone, talking with the residents' bot unless told otherwise."""
        person: Json = {"id": next(self._user_ids), "is_bot": False, "first_name": first_name, **names}
        if language_code is not None:
            person["language_code"] = language_code
        return User(self, bot or self.residents, person)

    # ── what bots did ──

    def calls_of(self, method: str, bot: BotAccount | None = None) -> list[Call]:
        """The calls of one method, of one bot or of all."""
        return [call for call in self.calls if call.method == method and bot in (None, call.bot)]

    @property
    def refusals(self) -> list[Call]:
        """The calls that were not carried out, faults or not."""
        return [call for call in self.calls if call.error is not None]

    def commands(
        self, language_code: str = "", *, bot: BotAccount | None = None, scope: Json | None = None
    ) -> dict[str, str]:
        """The commands registered for a language: name → description. "" is the language of all others."""
        key = ("commands", scope_key(scope), language_code)
        return {c["command"]: c["description"] for c in (bot or self.residents).settings.get(key, [])}

    def warn(self, text: str) -> None:
        """Note what Telegram takes but its clients don't show well."""
        self.warnings.append(text)

    @contextlib.contextmanager
    def expecting_fault(self, words: str) -> Iterator[None]:
        """Within it a fault whose text has these words must happen; it is then forgotten."""
        before = len(self.faults)
        yield
        expected = [fault for fault in self.faults[before:] if words in fault]
        assert expected, f"no fault with {words!r}; there were {self.faults[before:]}"
        self.faults[before:] = [fault for fault in self.faults[before:] if fault not in expected]

    def assert_clean(self) -> None:
        """Raises AssertionError where a bot broke the contract, or the double itself broke."""
        assert not self.faults, "breaches of the Bot API:\n" + "\n".join(self.faults)

    # ── troubles on order ──

    def fail_next(
        self, method: str, status: Trouble = 500, *, times: int = 1, retry_after: int = 1,
        chat_id: int | None = None, description: str | None = None,
    ) -> None:  # fmt: skip
        """Trouble for the next ``times`` calls of a method ("*": any but getUpdates; "file": downloads).

        An HTTP status; "timeout": no answer until the client gives up; "drop-connection": cut, nothing done;
        "reply-lost": done, then cut.
        """
        self.plan.add(Planned(method, status, times, retry_after, chat_id, description))

    def deliver_twice(self, times: int = 1) -> None:
        """The next ``times`` updates come once more after they were taken."""
        self.delivery.twice += times

    def shuffle(self, bot: BotAccount | None = None, *, seed: int = 0) -> None:
        """Put the updates that wait into another order."""
        self.delivery.shuffle(bot or self.residents, seed)

    @contextlib.contextmanager
    def held(self, bot: BotAccount | None = None, *, shuffled: bool = False, seed: int = 0) -> Iterator[None]:
        """Hold updates back while within it, then let them go together, in another order if ``shuffled``."""
        bot = bot or self.residents
        bot.held = True
        try:
            yield
        finally:
            if shuffled:
                self.delivery.shuffle(bot, seed)
            bot.held = False
            bot.wake()

    # ── waiting ──

    def changed(self) -> None:
        """Something happened: those who wait look again."""
        self._step.set()
        self._step = asyncio.Event()

    async def until(
        self,
        holds: Callable[[], bool],
        timeout_s: float = WAIT_S,
        what: str | Callable[[], str] = "nothing came",
    ) -> None:
        """Wait, by events, until it holds. Raises AssertionError after ``timeout_s``."""
        try:
            async with asyncio.timeout(timeout_s):
                while not holds():
                    await self._step.wait()
        except TimeoutError:
            told = what if isinstance(what, str) else what()
            recent = "\n".join(str(call) for call in self.calls[-8:])
            raise AssertionError(f"{told}\nlast calls:\n{recent}") from None

    async def waits_for_call(self, method: str, n: int = 1, timeout_s: float = WAIT_S) -> list[Call]:
        """The first ``n`` calls of a method that have ended."""

        def ended() -> list[Call]:
            return [c for c in self.calls_of(method) if c.error is not None or c.result is not None]

        await self.until(lambda: len(ended()) >= n, timeout_s, f"fewer than {n} calls of {method}")
        return ended()[:n]

    async def all_taken(self, bot: BotAccount | None = None, timeout_s: float = WAIT_S) -> None:
        """Wait until every update has been confirmed, by offset or by a webhook's 2xx."""
        bot = bot or self.residents
        await self.until(
            lambda: not bot.pending, timeout_s, lambda: f"{len(bot.pending)} updates were not taken"
        )
