"""Telegram calls us: a route at a secret path, answered 200 only when the turn is stored."""

from __future__ import annotations

import asyncio
import hmac
import json
import weakref
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.residents_telegram.turns import Turns, read_raw

HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"
MAX_BODY_BYTES: Final = 1_000_000


def webhook_route(path: str, secret: str, turns: Turns) -> Route:
    """The route. 200: stored, or given up; 503: Telegram is to call again; 403, 413, 400: not Telegram."""
    chats: weakref.WeakValueDictionary[str, asyncio.Lock] = weakref.WeakValueDictionary()

    async def called(request: Request) -> Response:
        given = request.headers.get(HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return Response(status_code=403)
        body = bytearray()
        async for piece in request.stream():
            body += piece
            if len(body) > MAX_BODY_BYTES:
                return Response(status_code=413)
        try:
            raw = json.loads(body)
        except ValueError:
            return Response(status_code=400)
        if not isinstance(raw, dict) or not isinstance(raw.get("update_id"), int):
            return Response(status_code=400)
        update = read_raw(raw)
        # Telegram may call several times at once; one chat's turns are played in the order they came.
        lock = chats.setdefault(update.chat or "", asyncio.Lock())
        async with lock:
            settled = await turns.settle(update)
        return Response(status_code=200 if settled else 503)

    return Route(path, called, methods=["POST"])
