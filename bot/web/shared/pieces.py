"""A file whole, or the piece a player asks for: some play no sound without."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.spoken import Heard
from bot.web.shared.headers import FILE_POLICY

_RANGE = re.compile(r"bytes=(\d{1,12})-(\d{0,12})")


def ranged(request: Request, content: bytes, media_type: str, headers: Mapping[str, str]) -> Response:
    """The answer to a request that may ask for a piece (RFC 9110, 14.2)."""
    headers = {**headers, "accept-ranges": "bytes"}
    asked = _RANGE.fullmatch(request.headers.get("range", ""))
    if asked is None or int(asked[1]) >= len(content):
        return Response(content, media_type=media_type, headers=headers)
    first, last = int(asked[1]), min(int(asked[2] or len(content)), len(content) - 1)
    if last < first:
        return Response(content, media_type=media_type, headers=headers)
    piece = {**headers, "content-range": f"bytes {first}-{last}/{len(content)}"}
    return Response(content[first : last + 1], 206, media_type=media_type, headers=piece)


def played(request: Request, heard: Heard | None) -> Response:
    """A recording, in the browser. Raises HTTPException 404 where there is none."""
    if heard is None:
        raise HTTPException(404)
    headers = {
        "content-security-policy": FILE_POLICY,
        "content-disposition": f"inline; filename*=UTF-8''{quote(heard.name, safe='')}",
    }
    return ranged(request, heard.content, heard.media_type, headers)
