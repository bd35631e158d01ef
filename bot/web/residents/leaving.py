"""Leaving: at once, to a page anybody might be reading; and leaving nothing on a phone that is shared."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.web.residents.drawing import Drawing
from bot.web.residents.talk import read_talk
from bot.web.residents.visit import Visit, forget, keep_size, visit_of
from bot.web.shared.origin import ours
from bot.wiring import House
from dialogs.engine.view import say
from storage.errors import StorageError


class Leaving:
    """`POST /leave` and `POST /size`."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing

    async def leave(self, request: Request) -> Response:
        """Say goodbye and lead on. With `clear` the cookie goes too; what was filed stays with the office."""
        visit = self._checked(request)
        clear = (await request.form(max_fields=4, max_files=1)).get("clear") == "yes"
        try:
            talk = await read_talk(self._house, visit.token)
        except StorageError:
            talk = None
        says = [say("web-left"), *([say("web-cleared")] if clear else [])]
        away = self._house.office.neutral_page or "about:blank"
        # A page and no redirect: browsers hold a redirect after a form to the policy's form-action.
        answer = self._drawing.message(request, visit, talk.language if talk else None, says, 200, away)
        if clear:
            forget(answer)
            answer.headers["clear-site-data"] = '"cache"'
        return answer

    async def size(self, request: Request) -> Response:
        """Larger letters, or the usual ones again."""
        visit = self._checked(request)
        large = (await request.form(max_fields=4, max_files=1)).get("size") == "large"
        home = f"{request.scope.get('root_path', '').rstrip('/')}/#now"
        answer: Response = Response(status_code=204) if visit.live else RedirectResponse(home, 303)
        keep_size(answer, visit, large)
        return answer

    def _checked(self, request: Request) -> Visit:
        if not ours(request, self._house.settings.public_url):
            raise HTTPException(403)
        return visit_of(request, self._house.settings.secure_cookies)
