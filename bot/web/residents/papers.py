"""Papers on the residents' web: those of one's own conversation, and the page where anyone verifies one."""

from __future__ import annotations

import asyncio
from urllib.parse import quote

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response

from bot.papers.codes import MOST_CHARS, Claim
from bot.papers.drawing import file_name
from bot.papers.signing import as_pem
from bot.papers.wording import Sheet
from bot.web.residents.drawing import Drawing
from bot.web.residents.talk import CHANNEL
from bot.web.residents.visit import visit_of
from bot.web.shared.headers import FILE_POLICY
from bot.web.shared.rate import Rate
from bot.wiring import House
from dialogs.engine.view import Day, Say, say
from dialogs.papers import CARD, heading_of
from storage import conversations
from storage.history import paper_of

A_MINUTE, A_MINUTE_FROM_ONE_PLACE = 30, 120
"""Papers drawn for one conversation, and files verified for one place: each takes a tenth of a second."""
MOST_FILE_BYTES = 2_000_000


class Papers:
    """`GET /paper/{id}`: of this conversation, behind its cookie."""

    def __init__(self, house: House) -> None:
        self._house, self._rate = house, Rate(A_MINUTE)

    async def __call__(self, request: Request) -> Response:
        """The PDF. Anything that is not this conversation's is not there."""
        token = visit_of(request, self._house.settings.secure_cookies).token
        message = request.path_params["id"]
        sheet = await self._house.store.read(lambda c: self._find(c, token, message))
        if sheet is None:
            raise HTTPException(404)
        if not self._rate.allows(token or ""):
            raise HTTPException(429)
        pdf = await self._house.papers.drawn(sheet)
        headers = {
            "content-security-policy": FILE_POLICY,
            "content-disposition": f"attachment; filename*=UTF-8''{quote(file_name(sheet), safe='')}",
        }
        return Response(pdf, media_type="application/pdf", headers=headers)

    def _find(self, connection: Connection, token: str | None, message: int) -> Sheet | None:
        keyring = self._house.keyring
        kept = conversations.find(connection, keyring, CHANNEL, token) if token else None
        return paper_of(connection, keyring, kept, message) if kept else None


class Verifying:
    """`/verify`: whether a code or a file is this office's.

    The code stands after the `#` of the address, which no browser sends and no log holds; the page's script
    posts it. Nothing is looked up, so the answer tells nothing of any case.
    """

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing, self._rate = house, drawing, Rate(A_MINUTE_FROM_ONE_PLACE)

    async def page(self, request: Request) -> Response:
        """The page a QR code opens, and the form for a file."""
        return self._shown(request, (), None)

    async def verify(self, request: Request) -> Response:
        """What the code or the file says, where this office signed it."""
        if not self._rate.allows(request.client.host if request.client else ""):
            raise HTTPException(429)
        if int(request.headers.get("content-length") or MOST_FILE_BYTES + 1) > MOST_FILE_BYTES:
            raise HTTPException(413)
        try:
            async with request.form(max_files=1, max_fields=2, max_part_size=MOST_CHARS * 4) as form:
                file, code = form.get("file"), form.get("code")
                if file is not None and not isinstance(file, str) and file.size:
                    true = await asyncio.to_thread(self._house.papers.is_true, await file.read())
                    return self._shown(request, (say(f"verify-file-{str(true).lower()}"),), true)
        except ClientDisconnect:
            raise HTTPException(400) from None
        if not isinstance(code, str) or not code.strip():
            return self._shown(request, (), None)
        claim = self._house.papers.read(code)
        return self._shown(request, told(claim), claim is not None)

    async def key(self, _request: Request) -> Response:
        """The office's public key, for `python -m bot verify --key` or any Ed25519 tool."""
        return PlainTextResponse(as_pem(self._house.keyring.public), media_type="application/x-pem-file")

    def _shown(self, request: Request, says: tuple[Say, ...], true: bool | None) -> Response:
        visit = visit_of(request, self._house.settings.secure_cookies)
        return self._drawing.verification(request, visit, says, true)


def told(claim: Claim | None) -> tuple[Say, ...]:
    """What the page says of a code."""
    if claim is None:
        return (say("verify-false"),)
    kind = heading_of(claim.kind)
    if claim.kind == CARD:
        matter = Say(f"matter-{claim.about}")
        says = say("verify-true-card", kind=kind, matter=matter, day=Day(claim.on))
    else:
        says = say("verify-true", kind=kind, number=claim.about, day=Day(claim.on))
    return (says, say("verify-compare"))
