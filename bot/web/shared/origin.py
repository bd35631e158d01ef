"""Whether a form was sent from our own page."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.requests import Request


def ours(request: Request, public_url: str = "") -> bool:
    """True where the browser says so: Sec-Fetch-Site, else Origin, else Referer. No word at all is a no.

    `public_url` is the address residents use, should a proxy in front change the Host header.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    came_from = request.headers.get("origin") or request.headers.get("referer")
    if not came_from:
        return False
    host = urlsplit(came_from).netloc.lower()
    known = {request.headers.get("host", "").lower(), urlsplit(public_url).netloc.lower()} - {""}
    return host in known
