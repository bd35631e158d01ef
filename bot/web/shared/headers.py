"""Headers of every answer: no page can be framed, sniffed, kept, or made to run a stranger's script."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' blob:",
        "media-src 'self' blob:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
FILE_POLICY = "default-src 'none'; sandbox"
"""For a file a resident sent: whatever it is, it does nothing."""
PDF_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"
"""For a PDF: the browser's own viewer does not open in a sandbox. One that acts by itself was never taken in
(`bot.intake.papers`)."""


class SecurityHeaders:
    """Sets what an answer does not set itself. `microphone`: the page may record (its own origin alone).

    Referrer-Policy is `same-origin`, not `no-referrer`: nothing leaves the site either way, but with the
    latter browsers send `Origin: null` with our own forms and `origin.ours` could not tell them apart.
    """

    def __init__(self, app: ASGIApp, microphone: bool = False) -> None:
        self._app = app
        heard = "(self)" if microphone else "()"
        self._headers = {
            "content-security-policy": CONTENT_SECURITY_POLICY,
            "referrer-policy": "same-origin",
            "x-content-type-options": "nosniff",
            "x-frame-options": "DENY",
            "cross-origin-resource-policy": "same-origin",
            "permissions-policy": f"camera=(), geolocation=(), microphone={heard}",
            "cache-control": "no-store",
            "x-robots-tag": "noindex",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the answer back with its headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
                if headers.get("content-type", "").startswith("text/event-stream"):
                    headers["cache-control"] = "no-store"
            await send(message)

        await self._app(scope, receive, with_headers)
