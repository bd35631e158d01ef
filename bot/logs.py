"""Logging, set up in one place: to standard error, without personal content and without tokens.

An error is told by its type and the lines of code it went through, never by its message: what a library
writes there may quote what a resident wrote. Libraries that log addresses of requests are kept quiet.
"""

from __future__ import annotations

import logging
import re
import sys
import traceback
from collections.abc import Iterable
from types import TracebackType
from typing import Final, TextIO

_TOKEN: Final = re.compile(r"\d{5,}:[A-Za-z0-9_-]{20,}")
"""A Bot API token, wherever it stands: in a setting, in the address of a request."""
_QUIET: Final = (
    *("aiogram", "telegram", "httpx", "httpcore", "aiohttp", "apscheduler"),
    *("uvicorn", "uvicorn.access", "sse_starlette", "asyncio", "alembic", "sqlalchemy", "PIL"),
)
"""Libraries of which warnings alone are heard."""

_Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Plain(logging.Formatter):
    """A line a record; secrets are struck out of all of it."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secrets = tuple(s for s in secrets if s)

    def format(self, record: logging.LogRecord) -> str:
        """The record in words, without secrets."""
        record.exc_text = None  # another formatter may have kept the message there
        text = super().format(record)
        for secret in self._secrets:
            text = text.replace(secret, "<secret>")
        return _TOKEN.sub("<token>", text)

    def formatException(self, ei: _Raised) -> str:  # noqa: N802
        """Types and places, from the first cause to the last; no messages."""
        lines: list[str] = []
        error = ei[1]
        seen: set[int] = set()
        while error is not None and id(error) not in seen:
            seen.add(id(error))
            lines.append(f"  {type(error).__module__}.{type(error).__qualname__}")
            for frame in traceback.extract_tb(error.__traceback__):
                lines.append(f"    {frame.filename}:{frame.lineno} {frame.name}")
            error = error.__cause__ or error.__context__
        return "\n".join(lines)


def set_up(level: str = "info", secrets: Iterable[str] = (), stream: TextIO | None = None) -> None:
    """Send what is logged to standard error. `level` is debug, info, warning or error."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(Plain(secrets))
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    for name in _QUIET:
        quiet = logging.getLogger(name)
        quiet.handlers.clear()
        quiet.propagate = True
        quiet.setLevel(logging.WARNING)
