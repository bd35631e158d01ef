"""The double's door: HTTP on loopback, one call in, one reply out, troubles on order in between."""

from __future__ import annotations

import asyncio
import contextlib
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.telegram import account, editing, sending
from tests.telegram.chats import BotAccount
from tests.telegram.faults import Planned
from tests.telegram.schema import checked
from tests.telegram.wire import Json, Parcel, Refused, read_request

if TYPE_CHECKING:
    from tests.telegram.bot_api import BotApi

DEEDS: dict[str, sending.Deed] = {**sending.DEEDS, **editing.DEEDS, **account.DEEDS}
"""What the double can do, besides getUpdates, setWebhook and deleteWebhook, by method."""


@dataclass(eq=False)
class Call:
    """One call of a bot: typed parameters where they were right, and how it ended."""

    bot: BotAccount
    method: str
    params: Json
    result: Any = None
    error: Refused | None = None
    by_webhook: bool = False

    def __str__(self) -> str:
        return f"{self.bot.username}.{self.method}{sorted(self.params)}: {self.error or 'ok'}"


class Door:
    """The server of one double."""

    def __init__(self, api: BotApi) -> None:
        self._api = api
        self._closing = asyncio.Event()
        self._runner: web.AppRunner | None = None

    async def open(self) -> str:
        """Listen on a free port of 127.0.0.1; the address."""
        app = web.Application(client_max_size=64 * 1024 * 1024)
        app.router.add_route("*", "/bot{token}/{method}", self._on_call)
        app.router.add_get("/file/bot{token}/{path:.+}", self._on_download)
        # a client that hangs up ends its long poll, as at Telegram
        self._runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        return f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def close(self) -> None:
        """End the calls left hanging and close the port."""
        self._closing.set()
        if self._runner is not None:
            await self._runner.cleanup()

    async def carry_out(self, call: Call, parcel: Parcel) -> Any:
        self._api.calls.append(call)
        try:
            call.params = checked(call.method, parcel)
            if call.method == "getUpdates":
                call.result = await self._api.delivery.get_updates(call.bot, call.params)
            elif call.method == "setWebhook":
                call.result = await self._api.delivery.set_webhook(call.bot, call.params)
            elif call.method == "deleteWebhook":
                drop = call.params.get("drop_pending_updates", False)
                call.result = await self._api.delivery.remove_webhook(call.bot, drop=drop)
            elif call.method in DEEDS:
                call.result = DEEDS[call.method](self._api, call.bot, call.params)
            else:
                raise Refused(501, f"the double can't do {call.method} yet", fault=True)
        except Refused as error:
            call.error = error
            if error.fault:
                self._api.faults.append(f"{call.bot.username} {call.method}: {error.description}")
            raise
        except Exception as error:
            self._api.faults.append(f"the double broke on {call.method}:\n{traceback.format_exc()}")
            call.error = Refused(500, "Internal Server Error")
            raise call.error from error
        finally:
            self._api.changed()
        return call.result

    async def from_webhook(self, bot: BotAccount, parcel: Parcel) -> None:
        params = dict(parcel.params)
        call = Call(bot, str(params.pop("method")), params, by_webhook=True)
        with contextlib.suppress(Refused):  # its author never sees the reply
            await self.carry_out(call, Parcel(params, parcel.uploads))

    async def _on_call(self, request: web.Request) -> web.StreamResponse:
        bot = self._api.bots.get(request.match_info["token"])
        if bot is None:
            return _reply(Refused(401, "Unauthorized"))
        method = request.match_info["method"]
        call = Call(bot, method, {})
        try:
            parcel = await read_request(request)
            call.params = parcel.params
            planned = self._api.plan.take(method, parcel.params)
            if planned is not None and planned.trouble != "reply-lost":
                return await self._trouble(request, call, planned)
            result = await self.carry_out(call, parcel)
        except Refused as error:
            if call not in self._api.calls:  # it could not even be read
                self._api.faults.append(f"{bot.username} {method}: {error.description}")
            return _reply(error)
        if planned is not None:
            if method == "answerCallbackQuery":
                bot.presses[call.params["callback_query_id"]].answer_lost = True
            return await self._cut(request)
        return web.json_response({"ok": True, "result": result})

    async def _trouble(self, request: web.Request, call: Call, planned: Planned) -> web.StreamResponse:
        call.error = planned.refusal() if isinstance(planned.trouble, int) else Refused(0, planned.trouble)
        self._api.calls.append(call)
        self._api.changed()
        if planned.trouble == "drop-connection":
            return await self._cut(request)
        if planned.trouble == "timeout":
            await self._closing.wait()
            return web.Response(status=504)
        return _reply(call.error)

    async def _cut(self, request: web.Request) -> web.StreamResponse:
        if request.transport is not None:
            request.transport.abort()
        await self._closing.wait()  # the lost connection cancels this
        return web.Response(status=504)

    async def _on_download(self, request: web.Request) -> web.StreamResponse:
        token, path = request.match_info["token"], request.match_info["path"]
        call = Call(self._api.bots.get(token, self._api.residents), "file", {"path": path})
        planned = self._api.plan.take("file", {})
        if planned is not None:
            return await self._trouble(request, call, planned)
        file = self._api.opened_files.get((token, path))
        if file is None or file.content is None:
            return _reply(Refused(404, "Not Found"))
        return web.Response(body=file.content, content_type="application/octet-stream")


def _reply(error: Refused) -> web.Response:
    if error.code == 502:  # what stands before Telegram's servers answers in HTML
        return web.Response(status=502, text="<html>Bad Gateway</html>", content_type="text/html")
    return web.json_response(error.body(), status=error.code)
