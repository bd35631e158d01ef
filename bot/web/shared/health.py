"""Whether the process lives and its database answers, for whoever watches the machine."""

from __future__ import annotations

from sqlalchemy import Connection, text
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from storage.errors import StorageError
from storage.store import Store


def health_routes(store: Store) -> list[Route]:
    """`/healthz`: the process answers. `/readyz`: the database does too, else 503."""

    async def healthz(request: Request) -> Response:
        return PlainTextResponse("ok\n")

    async def readyz(request: Request) -> Response:
        try:
            await store.read(_asked)
        except StorageError:
            return PlainTextResponse("the database does not answer\n", 503)
        return PlainTextResponse("ready\n")

    return [Route("/healthz", healthz), Route("/readyz", readyz)]


def _asked(connection: Connection) -> None:
    connection.execute(text("SELECT 1"))
