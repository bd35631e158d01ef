"""Where a webhook may go: https, to a public address of the internet, asked anew each time it is sent.

A name is resolved once for each try, every address it has is looked at, and the connection goes to an address
that was looked at, so that a name cannot point elsewhere between the look and the call (DNS rebinding).
With `local` (LAMTON_WEBHOOKS_LOCAL, for a trial) this computer itself is allowed too, by http as well.

Errors::

    ReachError
    ├── AddressRefused(why)   not https, has a name and password in it, or leads to a network of one's own
    └── NameUnknown           the name resolves to nothing now
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

MOST_CHARS: Final = 500
_GIVEN_OUT: Final = ipaddress.ip_network("2000::/3")
"""All of IPv6 that is given out for the public internet."""
IP = ipaddress.IPv4Address | ipaddress.IPv6Address


class ReachError(Exception):
    """A webhook cannot go there."""


class AddressRefused(ReachError):
    """It may never go there; `why` is https, form or private."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why: Final = why


class NameUnknown(ReachError):
    """The name resolves to nothing now."""


@dataclass(frozen=True)
class Reached:
    """A checked way: the URL with the address in place of the name, the Host header, the name TLS checks."""

    url: str
    host: str
    name: str


def check_form(url: str, *, local: bool) -> None:
    """Whether the URL alone is one to send to. Raises AddressRefused."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise AddressRefused("form") from None
    plain = url.isascii() and url.isprintable() and " " not in url and "\\" not in url
    if not plain or len(url) > MOST_CHARS or not parts.hostname or port == 0:
        raise AddressRefused("form")
    if parts.username is not None or parts.password is not None or parts.fragment:
        raise AddressRefused("form")
    if parts.scheme != "https" and not (local and parts.scheme == "http"):
        raise AddressRefused("https")


async def reach(url: str, *, local: bool) -> Reached:
    """The way to the URL, checked now. Raises AddressRefused, NameUnknown."""
    check_form(url, local=local)
    parts = urlsplit(url)
    name, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise NameUnknown from None
    addresses = [ipaddress.ip_address(str(one[4][0]).partition("%")[0]) for one in found]
    if not addresses:
        raise NameUnknown
    for one in addresses:
        if not (is_public(one) or (local and one.is_loopback)):
            raise AddressRefused("private")
    if parts.scheme == "http" and not all(one.is_loopback for one in addresses):
        raise AddressRefused("https")
    chosen = next((one for one in addresses if one.version == 4), addresses[0])
    at = f"[{chosen}]" if chosen.version == 6 else str(chosen)
    target = parts._replace(netloc=f"{at}:{port}").geturl()
    return Reached(target, parts.netloc, name)


def is_public(one: IP) -> bool:
    """Whether it is an address of the public internet, also where it wraps an older one."""
    if isinstance(one, ipaddress.IPv6Address):
        if one.ipv4_mapped is not None:
            return is_public(one.ipv4_mapped)
        if one not in _GIVEN_OUT or one.sixtofour is not None or one.teredo is not None:
            return False
    return one.is_global and not (one.is_multicast or one.is_reserved or one.is_unspecified)
