"""The API as an application of its own, at `/api/v1` of whichever address it listens on."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.web.api.cases import Cases
from bot.web.api.gate import Gate
from bot.web.api.intake import Intake
from bot.web.api.problems import Faults, Problem, told
from bot.web.api.spec import description
from bot.web.shared.headers import SecurityHeaders
from bot.wiring import House


def api_app(house: House, gate: Gate | None = None) -> Starlette:
    """The API, at the root of wherever it is mounted."""
    gate = gate or Gate(house)

    async def described(request: Request) -> Response:
        root = str(request.scope.get("root_path", "")).rstrip("/")
        return JSONResponse(description(house.office.zh, root or "/"))

    return Starlette(
        routes=[
            *Cases(house, gate).routes,
            *Intake(house, gate).routes,
            Route("/openapi.json", described, methods=["GET"]),
        ],
        middleware=[Middleware(SecurityHeaders), Middleware(Faults)],
        exception_handlers={HTTPException: told, Problem: told},
    )
