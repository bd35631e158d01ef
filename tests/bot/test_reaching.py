"""Promises of where a webhook may go: https and the public internet alone, asked anew at each sending."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from typing import Any

import pytest

from bot.webhooks.reaching import AddressRefused, NameUnknown, check_form, is_public, reach


def resolves(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    """Every name leads to these, from now on."""

    async def found(_self: Any, _host: str, port: int, **_: Any) -> list[Any]:
        if not addresses:
            raise socket.gaierror
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in addresses]

    monkeypatch.setattr(asyncio.base_events.BaseEventLoop, "getaddrinfo", found)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        *((one, True) for one in ("1.1.1.1", "223.5.5.5", "2400:3200::1")),
        *((one, False) for one in ("10.0.0.1", "172.16.0.1", "192.168.1.1", "127.0.0.1", "169.254.169.254")),
        *((one, False) for one in ("100.64.0.1", "0.0.0.1", "224.0.0.1", "255.255.255.255", "192.0.2.1")),
        *((one, False) for one in ("::1", "fe80::1", "fd00::1", "::", "ff02::1", "::ffff:10.0.0.1")),
        *((one, False) for one in ("64:ff9b::a00:1", "2002:a00:1::", "2001:db8::1")),
        *((one, False) for one in ("fec0::1", "feff::1", "::7f00:1", "64:ff9b:1::1", "5f00::1")),
    ],
)
def test_only_the_public_internet_is_public(address: str, *, public: bool) -> None:
    assert is_public(ipaddress.ip_address(address)) is public


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://example.org/", "https"),
        ("ftp://example.org/", "https"),
        ("https://user:word@example.org/", "form"),
        ("https://example.org/#a", "form"),
        ("https:///hook", "form"),
        ("https://exa mple.org/", "form"),
        ("https://example.org:99999/", "form"),
        ("https://例子.org/", "form"),
        ("https://example.org/" + "a" * 500, "form"),
        ("hook", "form"),
    ],
)
def test_a_url_that_is_none_or_open_is_refused(url: str, why: str) -> None:
    with pytest.raises(AddressRefused) as refused:
        check_form(url, local=False)
    assert refused.value.why == why


async def test_a_name_is_tied_to_the_address_that_was_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    resolves(monkeypatch, "1.1.1.1")
    way = await reach("https://hooks.example.org/a?b=c", local=False)
    assert (way.url, way.host, way.name) == (
        "https://1.1.1.1:443/a?b=c",
        "hooks.example.org",
        "hooks.example.org",
    )
    resolves(monkeypatch, "2400:3200::1")
    assert (await reach("https://hooks.example.org:8443/", local=False)).url == "https://[2400:3200::1]:8443/"


@pytest.mark.parametrize("inside", ["10.0.0.5", "127.0.0.1", "169.254.169.254", "::1"])
async def test_a_name_that_came_to_lead_inside_is_refused_when_it_is_sent(
    monkeypatch: pytest.MonkeyPatch, inside: str
) -> None:
    resolves(monkeypatch, "1.1.1.1")
    await reach("https://hooks.example.org/", local=False)
    resolves(monkeypatch, "1.1.1.1", inside)
    with pytest.raises(AddressRefused) as refused:
        await reach("https://hooks.example.org/", local=False)
    assert refused.value.why == "private"


async def test_this_computer_is_reached_only_where_a_trial_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    for url in ("http://127.0.0.1:8000/", "https://127.0.0.1/", "https://localhost/", "https://2130706433/"):
        with pytest.raises((AddressRefused, NameUnknown)):
            await reach(url, local=False)
    assert (await reach("http://127.0.0.1:8000/hook", local=True)).url == "http://127.0.0.1:8000/hook"
    with pytest.raises(AddressRefused):
        await reach("https://10.0.0.1/", local=True)
    resolves(monkeypatch, "1.1.1.1")
    with pytest.raises(AddressRefused) as refused:
        await reach("http://example.org/", local=True)
    assert refused.value.why == "https"
    resolves(monkeypatch)
    with pytest.raises(NameUnknown):
        await reach("https://nowhere.example.org/", local=False)
