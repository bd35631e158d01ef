"""What each role runs, in one table; the rest of this module is the rows.

A role is on when the table gives it something to do. A bot without a token is off, and says so.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from bot.running import Job
from bot.settings import Settings, host_port
from bot.wiring import House

if TYPE_CHECKING:
    from starlette.routing import BaseRoute
    from starlette.types import ASGIApp

    from bot.residents_telegram import Residents
    from bot.servers import Site
    from bot.staff_telegram import Staff

DESK_PATH = "/desk"
API_PATH = "/api/v1"


class Process:
    """One process of Lamton: its jobs, its addresses, what is off. Bots are made when first asked for."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.settings: Settings = house.settings
        self.jobs: list[Job] = []
        self.off: list[str] = []
        self.sites: list[Site] = []
        self.routes: dict[str, list[BaseRoute]] = {}
        self.closing: list[Callable[[], Any]] = []

    @cached_property
    def residents(self) -> Residents:
        """The residents' bot; this loads aiogram."""
        from bot.residents_telegram import Residents

        made = Residents(self.house)
        self.closing.append(made.close)
        return made

    @cached_property
    def staff(self) -> Staff:
        """The staff's bot; this loads python-telegram-bot."""
        from bot.staff_telegram import Staff

        made = Staff(self.house)
        self.closing.append(made.close)
        return made

    @property
    def has_residents(self) -> bool:
        """Whether the residents' bot has a token."""
        return bool(self.settings.residents_token.get_secret_value())

    @property
    def has_staff(self) -> bool:
        """Whether the staff's bot has a token."""
        return bool(self.settings.staff_token.get_secret_value())

    async def close(self) -> None:
        """Close the bots that were made."""
        for close in self.closing:
            await close()


def _residents(process: Process) -> None:
    if not process.has_residents:
        process.off.append("the residents' bot is off: LAMTON_RESIDENTS_TOKEN is not set")
        return
    process.house.translating.book.changed.append(process.residents.register)
    if not process.settings.webhook_url:
        process.jobs.append(Job("residents' bot", process.residents.poll))
    else:
        at = process.routes.setdefault(process.settings.residents_listen, [])
        at.insert(0, process.residents.webhook_route())
        process.jobs.append(Job("residents' bot", lambda: _called(process.residents)))


async def _called(residents: Residents) -> None:
    await residents.set_webhook()
    await asyncio.Event().wait()


def _staff(process: Process) -> None:
    if process.has_staff:
        process.jobs.append(Job("staff's bot", process.staff.poll))
        process.house.translating.book.changed.append(process.staff.register)
    else:
        process.off.append("the staff's bot is off: LAMTON_STAFF_TOKEN is not set")


def _web(process: Process) -> None:
    from starlette.routing import Mount

    from bot.web.residents.app import residents_app

    at = process.routes.setdefault(process.settings.residents_listen, [])
    at.append(Mount("", residents_app(process.house)))


def _desk(process: Process) -> None:
    from starlette.responses import RedirectResponse
    from starlette.routing import Mount, Route

    from bot.web.desk.app import desk_app

    desk = desk_app(process.house)
    beside = process.settings.desk_listen == process.settings.residents_listen
    at = process.routes.setdefault(process.settings.desk_listen, [])
    if beside:  # before the residents' application, which takes every path
        at[:0] = [
            Route(DESK_PATH, lambda request: RedirectResponse(f"{DESK_PATH}/")),
            Mount(DESK_PATH, desk),
        ]
    else:
        at.append(Mount("", desk))


def _api(process: Process) -> None:
    listen = process.settings.api_listen
    if not listen:
        process.off.append("the API for other systems is off: LAMTON_API_LISTEN is not set")
        return
    from starlette.routing import Mount

    from bot.web.api.app import api_app
    from bot.web.shared.health import health_routes

    health = [] if listen in process.routes else health_routes(process.house.store)
    at = process.routes.setdefault(listen, [])
    at[:0] = [Mount(API_PATH, api_app(process.house)), *health]  # before those that take every path


def _delivery(process: Process) -> None:
    from bot.delivery import STAFF, Delivery
    from bot.fetching import Fetching
    from bot.webhooks.sending import Webhooks

    house = process.house
    webhooks = Webhooks(
        house.store,
        house.keyring,
        house.time,
        house.bell,
        house.office,
        local=process.settings.webhooks_local,
    )
    process.jobs.append(Job("webhooks", webhooks.run))
    senders: dict[str, Any] = {}
    if process.has_staff:
        senders[STAFF] = process.staff.sender
    if process.has_residents:
        channel = process.residents.channel
        senders[channel] = process.residents.sender
        fetching = Fetching(
            house.store,
            house.keyring,
            house.time,
            house.bell,
            house.conversations,
            house.uploads,
            {channel: process.residents.source},
        )
        process.jobs.append(Job("fetching", fetching.run))
    if senders:
        delivery = Delivery(house.store, house.keyring, house.time, house.bell, senders)
        process.jobs.append(Job("delivery", delivery.run))
    else:
        process.off.append("delivery has nothing to do: no bot has a token")


def _clock(process: Process) -> None:
    from bot.housekeeping import keep_house

    process.jobs.append(Job("clock", lambda: keep_house(process.house)))


ROLES: Mapping[str, Callable[[Process], None]] = {
    "residents": _residents,
    "staff": _staff,
    "web": _web,
    "desk": _desk,
    "api": _api,
    "delivery": _delivery,
    "clock": _clock,
}
"""Role → what it adds to a process. `all` is every row, in this order."""


def fill(process: Process, roles: Iterable[str]) -> None:
    """Give the process what its roles run, its addresses opened. Raises CannotListen, ValueError."""
    for role in roles:
        ROLES[role](process)
    if process.jobs or process.routes:  # whatever it runs, it says what is corrected at the desk
        process.jobs.append(Job("words", process.house.translating.book.keep_current))
    if not process.routes:
        return
    from bot.servers import Site

    for listen, routes in process.routes.items():
        site = Site(_app(process.house, routes), *host_port(listen))
        process.sites.append(site)
        process.jobs.append(Job(f"http {site.address}", site.run_here, site.stop))


def _app(house: House, routes: list[BaseRoute]) -> ASGIApp:
    """One application at one address."""
    from starlette.applications import Starlette
    from starlette.routing import Mount

    from bot.web.shared.health import health_routes

    if len(routes) == 1 and isinstance(routes[0], Mount) and not routes[0].path:
        return routes[0].app
    # The applications answer for their own health; a webhook alone at its address is asked too.
    health = [] if any(isinstance(r, Mount) for r in routes) else health_routes(house.store)
    return Starlette(routes=[*routes, *health])
