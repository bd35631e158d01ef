"""The desk as an application of its own: mounted at `/desk`, or listening alone on its own address."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.desk.account import Account
from bot.web.desk.appointments import Appointments
from bot.web.desk.case_page import CasePage
from bot.web.desk.door import Door
from bot.web.desk.drawing import Drawing
from bot.web.desk.faults import Answers
from bot.web.desk.files import Files
from bot.web.desk.lists import Queue
from bot.web.desk.talks import Talks
from bot.web.shared.headers import SecurityHeaders
from bot.web.shared.health import health_routes
from bot.wiring import House


def desk_app(house: House) -> Starlette:
    """The desk, at the root of wherever it is mounted."""
    drawing = Drawing(house)
    door, queue, cases = Door(house, drawing), Queue(house, drawing), CasePage(house, drawing)
    account, files = Account(house, drawing), Files(house, drawing)
    visits, talks = Appointments(house, drawing), Talks(house, drawing)
    answers = Answers(Starlette(), house, drawing)

    async def refused(request: Request, error: Exception) -> Response:
        return await answers.answer(request, error)

    return Starlette(
        routes=[
            Route("/", queue.show),
            Route("/rows", queue.rows),
            Route("/find", queue.find),
            Route("/cases/{number}", cases.show),
            Route("/cases/{number}/moves/{move}", cases.move, methods=["POST"]),
            Route("/cases/{number}/code", cases.new_code, methods=["POST"]),
            Route("/files/{id}", files.show),
            Route("/appointments", visits.show),
            Route("/appointments/{number}/{action}", visits.act, methods=["POST"]),
            Route("/talks", talks.show),
            Route("/talks/rows", talks.rows),
            Route("/talks/{id}", talks.talk),
            Route("/talks/{id}/lines", talks.lines),
            Route("/talks/{id}/{action}", talks.act, methods=["POST"]),
            Route("/sign-in", door.show),
            Route("/sign-in", door.sign_in, methods=["POST"]),
            Route("/sign-out", door.sign_out, methods=["POST"]),
            Route("/account", account.show),
            Route("/account/language", account.language, methods=["POST"]),
            Route("/account/password", account.password, methods=["POST"]),
            Route("/account/link", account.link, methods=["POST"]),
            Route("/account/unlink", account.unlink, methods=["POST"]),
            Route("/account/sessions", account.sessions, methods=["POST"]),
            *health_routes(house.store),
            drawing.assets.route(),
        ],
        middleware=[Middleware(SecurityHeaders), Middleware(Answers, house=house, drawing=drawing)],
        exception_handlers={HTTPException: refused},
    )
