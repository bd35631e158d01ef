"""Answers that can be asked for again cheaply: their ETag, and 304 where nothing changed."""

from __future__ import annotations

import hashlib
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

_KEPT = "private, no-cache"
"""Kept by who asked alone, and asked after each time."""


def tagged(request: Request, told: Any) -> Response:
    """`told` as JSON with its ETag; empty where the asker has it already."""
    whole = JSONResponse(told)
    tag = f'"{hashlib.sha256(whole.body).hexdigest()[:32]}"'
    headers = {"etag": tag, "cache-control": _KEPT}
    asked = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
    if tag in asked or "*" in asked:
        return Response(status_code=304, headers=headers)
    whole.headers.update(headers)
    return whole
