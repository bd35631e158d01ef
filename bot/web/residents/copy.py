"""The copy of what is held of a resident, fetched by the one who asked for it."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from bot.mydata import Copies
from bot.web.residents.talk import CHANNEL
from bot.web.residents.visit import visit_of
from bot.web.shared.headers import FILE_POLICY
from bot.wiring import House


class Copy:
    """`GET /copy/{id}`: of this conversation and asked for a moment ago; anything else is not there."""

    def __init__(self, house: House) -> None:
        self._house, self._copies = house, Copies(house)

    async def __call__(self, request: Request) -> Response:
        """The zip, as it is drawn."""
        token = visit_of(request, self._house.settings.secure_cookies).token
        number = request.path_params["id"]
        copy = await self._copies.asked(token, CHANNEL, number) if token and number < 2**62 else None
        if copy is None:
            raise HTTPException(404)
        headers = {
            "content-security-policy": FILE_POLICY,
            "content-disposition": f'attachment; filename="{copy.name}"',
        }
        return StreamingResponse(self._copies.pieces(copy), media_type="application/zip", headers=headers)
