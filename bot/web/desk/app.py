"""The desk as an application of its own: mounted at `/desk`, or listening alone on its own address."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response

from bot.web.desk.account import Account
from bot.web.desk.activities import ActivityEntries
from bot.web.desk.api_keys import ApiKeys
from bot.web.desk.appointments import Appointments
from bot.web.desk.away import Away
from bot.web.desk.beside import Beside
from bot.web.desk.bulk import Bulk
from bot.web.desk.case_page import CasePage
from bot.web.desk.claim import ClaimPage
from bot.web.desk.door import Door
from bot.web.desk.drafts import Drafts
from bot.web.desk.drawing import Drawing
from bot.web.desk.faults import Answers
from bot.web.desk.figure_rows import FigureRows
from bot.web.desk.figures import Figures
from bot.web.desk.files import Files
from bot.web.desk.finished import Finished
from bot.web.desk.kept_replies import KeptReplies
from bot.web.desk.lists import Queue
from bot.web.desk.members import Members
from bot.web.desk.national import NationalNumber
from bot.web.desk.owed import OwedNotices
from bot.web.desk.papers import Papers
from bot.web.desk.phones import Phones
from bot.web.desk.register import Register
from bot.web.desk.supervision import Supervision
from bot.web.desk.talks import Talks
from bot.web.desk.translating import Translating
from bot.web.desk.translation import Translation
from bot.web.desk.translations import Translations
from bot.web.desk.views import Views
from bot.web.desk.webhooks import Addresses
from bot.web.shared.headers import SecurityHeaders
from bot.web.shared.health import health_routes
from bot.wiring import House

PAGES = (
    *(Queue, Views, Bulk, Finished, Register),
    *(CasePage, Papers, ClaimPage, Drafts, Beside, NationalNumber, Away, Files),
    *(OwedNotices, Supervision, Translating, KeptReplies, Appointments, Talks),
    *(Figures, FigureRows, ActivityEntries),
    *(Translations, Translation, Members, Phones, Addresses, ApiKeys, Door, Account),
)
"""Whose pages the desk has; each takes the house and the drawing, and tells its `routes`."""


def desk_app(house: House) -> Starlette:
    """The desk, at the root of wherever it is mounted."""
    drawing = Drawing(house)
    answers = Answers(Starlette(), house, drawing)

    async def refused(request: Request, error: Exception) -> Response:
        return await answers.answer(request, error)

    return Starlette(
        routes=[
            *(route for page in PAGES for route in page(house, drawing).routes),
            *health_routes(house.store),
            drawing.assets.route(),
        ],
        middleware=[
            Middleware(SecurityHeaders, microphone=True),
            Middleware(Answers, house=house, drawing=drawing),
        ],
        exception_handlers={HTTPException: refused},
    )
