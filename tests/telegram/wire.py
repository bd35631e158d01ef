"""What travels between a bot and the double: JSON, forms, multipart, and refusals.

Errors: ``Refused`` (a Bot API error reply) is the only one; ``fault=True`` marks a breach of the contract,
which the bot's author must mend, apart from what life brings (a blocked bot, a stale query, a 429).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, TypeAlias
from urllib.parse import parse_qsl

import aiohttp
from aiohttp import web

Json: TypeAlias = dict[str, Any]


class Refused(Exception):
    """A call answered ``ok: false``: the HTTP status, Telegram's description, seconds to wait if any."""

    def __init__(
        self, code: int, description: str, *, retry_after: int | None = None, fault: bool = False
    ) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.retry_after = retry_after
        self.fault = fault

    def body(self) -> Json:
        """The reply as Telegram words it."""
        reply: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            reply["parameters"] = {"retry_after": self.retry_after}
        return reply


def bad(description: str, *, fault: bool = True) -> Refused:
    """A 400, by default one that is also a fault of the bot."""
    return Refused(400, f"Bad Request: {description}", fault=fault)


@dataclass(frozen=True)
class Upload:
    """A file part of a multipart request."""

    filename: str
    mime: str
    content: bytes


@dataclass(frozen=True)
class Parcel:
    """The parameters of one call as they came: text or JSON values by name, and files by part name."""

    params: Json
    uploads: dict[str, Upload]


async def read_request(request: web.Request) -> Parcel:
    """The parameters from the query string and the body of a call. Raises Refused."""
    pairs = list(request.query.items())
    if request.content_type.startswith("multipart/"):
        body = await _read_multipart(await request.multipart())
    else:
        body = _read_flat(await request.read(), request.content_type)
    return _joined(pairs, body)


async def read_reply(response: aiohttp.ClientResponse) -> Parcel:
    """The method call that a webhook may carry in its answer; no ``method`` among params: no call."""
    if response.content_type.startswith("multipart/"):
        reader = aiohttp.MultipartReader.from_response(response)
        return _joined([], await _read_multipart(reader))  # type: ignore[arg-type]
    if response.content_type not in ("application/json", "application/x-www-form-urlencoded"):
        return Parcel({}, {})  # Telegram reads no call from plain text
    return _joined([], _read_flat(await response.read(), response.content_type))


def _joined(pairs: list[tuple[str, Any]], body: tuple[list[tuple[str, Any]], dict[str, Upload]]) -> Parcel:
    params: Json = {}
    for name, value in pairs + body[0]:
        if name in params:
            raise bad(f'parameter "{name}" is given twice')
        params[name] = value
    for name in body[1]:
        if name in params:
            raise bad(f'parameter "{name}" is both a field and a file')
    return Parcel(params, body[1])


def _read_flat(raw: bytes, content_type: str) -> tuple[list[tuple[str, Any]], dict[str, Upload]]:
    if not raw:
        return [], {}
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise bad("strings must be encoded in UTF-8") from error
    if content_type == "application/json":
        try:
            value = json.loads(text)
        except ValueError as error:
            raise bad("can't parse JSON object") from error
        if not isinstance(value, dict):
            raise bad("object expected as parameters")
        return [(k, v) for k, v in value.items() if v is not None], {}
    if content_type == "application/x-www-form-urlencoded":
        return parse_qsl(text, keep_blank_values=True), {}
    raise bad(f"unsupported content type {content_type}")


async def _read_multipart(
    reader: aiohttp.MultipartReader,
) -> tuple[list[tuple[str, Any]], dict[str, Upload]]:
    fields: list[tuple[str, Any]] = []
    uploads: dict[str, Upload] = {}
    while (part := await reader.next()) is not None:
        if not isinstance(part, aiohttp.BodyPartReader) or part.name is None:
            raise bad("a multipart part has no name")
        raw = bytes(await part.read(decode=False))
        if part.filename is not None:
            mime = part.headers.get("Content-Type", "application/octet-stream")
            uploads[part.name] = Upload(part.filename, mime, raw)
            continue
        try:
            fields.append((part.name, raw.decode("utf-8")))
        except UnicodeDecodeError as error:
            raise bad("strings must be encoded in UTF-8") from error
    return fields, uploads
