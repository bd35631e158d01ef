"""Clips of the messages, the same for everybody: nothing personal, so a browser may keep them."""

from __future__ import annotations

import asyncio

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from bot.web.shared.headers import FILE_POLICY
from bot.wiring import House

_HEADERS = {
    "cache-control": "public, max-age=31536000, immutable",  # the name holds the clip's hash
    "content-security-policy": FILE_POLICY,
    "content-disposition": "inline",
}


class Voices:
    """`GET /voice/{language}/{name}`: a clip that may still be sent; anything else is not there."""

    def __init__(self, house: House) -> None:
        self._clips = house.clips

    async def __call__(self, request: Request) -> Response:
        """The clip, whole or the part a player asks for."""
        given = request.path_params
        path = self._clips.path(f"{given['language']}/{given['name']}")
        if path is None or not await asyncio.to_thread(path.is_file):
            raise HTTPException(404)
        return FileResponse(path, media_type="audio/ogg", headers=_HEADERS)
