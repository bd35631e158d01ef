"""What breaks stands in the log by a reference and is answered; each web says in its own way with what.

The log holds the reference, where it broke, the type of the error and the lines it went through; nothing of
what was written.
"""

from __future__ import annotations

import logging
import secrets
import traceback
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_LINES: Final = 6

Answer = Callable[[Exception], Awaitable[Response]]
"""What one web answers an error with; a fault it puts in the log."""


def logged(log: logging.Logger, error: BaseException, where: str) -> str:
    """Put a fault in the log; its reference."""
    reference = secrets.token_hex(4)
    lines = [f"{Path(f.filename).name}:{f.lineno}" for f in traceback.extract_tb(error.__traceback__)]
    told = " ".join(lines[-MOST_LINES:])
    log.error("fault %s at %s: %s (%s)", reference, where, type(error).__name__, told)
    return reference


async def answered(
    app: ASGIApp, scope: Scope, receive: Receive, send: Send, answer: Answer, log: logging.Logger
) -> None:
    """Pass a request on; where that fails before an answer began, give one. Who has left needs none."""
    if scope["type"] != "http":
        await app(scope, receive, send)
        return
    begun = False

    async def watched(message: Message) -> None:
        nonlocal begun
        begun = begun or message["type"] == "http.response.start"
        await send(message)

    try:
        await app(scope, receive, watched)
    except ClientDisconnect:
        return
    except Exception as error:
        if begun:
            logged(log, error, where(scope))
            return
        response = await answer(error)
        await response(scope, receive, send)


def where(scope: Scope) -> str:
    """The first word of the path, which names no case."""
    path = str(scope["path"]).removeprefix(str(scope.get("root_path", "")))
    return path.strip("/").split("/")[0][:12] or "page"
