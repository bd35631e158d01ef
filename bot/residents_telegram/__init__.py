"""Residents' Telegram, where alone aiogram is known: updates in, messages out, files fetched.

    residents = Residents(house)
    await residents.poll()              # or: Starlette(routes=[residents.webhook_route()])
    Delivery(…, {"telegram": residents.sender})
    Fetching(…, {"telegram": residents.source})
    await residents.close()

Importing this loads aiogram (some 40 MB): a process that does not talk with Telegram leaves it alone.
"""

from __future__ import annotations

from bot.residents_telegram.residents import Residents

__all__ = ["Residents"]
