"""The residents' web application: its routes, and what stands around them."""

from __future__ import annotations

import re

from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.residents.copy import Copy
from bot.web.residents.drawing import Box, Drawing
from bot.web.residents.faults import Kindness
from bot.web.residents.files import Files
from bot.web.residents.leaving import Leaving
from bot.web.residents.papers import Papers, Verifying
from bot.web.residents.recordings import Recordings
from bot.web.residents.saying import Saying
from bot.web.residents.stream import Stream
from bot.web.residents.talk import read_talk
from bot.web.residents.visit import visit_of
from bot.web.residents.voices import Voices
from bot.web.shared.headers import SecurityHeaders
from bot.web.shared.health import health_routes
from bot.wiring import House
from storage.history import mark_sent

_START = re.compile(r"[A-Za-z0-9_-]{1,64}")


def residents_app(house: House) -> Starlette:
    """The residents' chat, at the root of wherever it is mounted."""
    drawing = Drawing(house)
    leaving, verifying = Leaving(house, drawing), Verifying(house, drawing)
    refused = Kindness(_nothing, drawing).refused

    async def home(request: Request) -> Response:
        return await _home(house, drawing, request)

    return Starlette(
        routes=[
            Route("/", home, methods=["GET"]),
            Route("/say", Saying(house, drawing).__call__, methods=["POST"]),
            Route("/events", Stream(house, drawing).__call__, methods=["GET"]),
            Route("/file/{id}", Files(house).__call__, methods=["GET"]),
            Route("/voice/{language}/{name}", Voices(house).__call__, methods=["GET"]),
            Route("/recording/{id:int}", Recordings(house).__call__, methods=["GET"]),
            Route("/paper/{id:int}", Papers(house).__call__, methods=["GET"]),
            Route("/verify", verifying.page, methods=["GET"]),
            Route("/verify", verifying.verify, methods=["POST"]),
            Route("/verify/key.pem", verifying.key, methods=["GET"]),
            Route("/copy/{id:int}", Copy(house).__call__, methods=["GET"]),
            Route("/leave", leaving.leave, methods=["POST"]),
            Route("/size", leaving.size, methods=["POST"]),
            *health_routes(house.store),
            drawing.assets.route(),
        ],
        middleware=[
            Middleware(SecurityHeaders, microphone=True),
            Middleware(Kindness, drawing=drawing),
        ],
        exception_handlers={HTTPException: refused},
    )


async def _home(house: House, drawing: Drawing, request: Request) -> Response:
    """The page. It stores nothing but that waiting messages were shown; `?start=` is what a link brought."""
    visit = visit_of(request, house.settings.secure_cookies)
    start = request.query_params.get("start", "")
    talk = await read_talk(house, visit.token)
    page = drawing.page(request, visit, talk, Box(start=start if _START.fullmatch(start) else ""))
    if talk and talk.unsent:
        now, unsent = house.time.now(), talk.unsent

        async def mark() -> None:
            await house.store.write(lambda connection: mark_sent(connection, unsent, now))

        page.background = BackgroundTask(mark)
    return page


async def _nothing(scope: object, receive: object, send: object) -> None:
    """No application: Kindness is asked for its pages alone."""
