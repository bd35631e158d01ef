"""A conversation as its resident sees it again: what they sent and what they were told, in order.

Only what is sealed under the conversation's present key is shown, and notices: what went with a filed
case stays away from a phone that may be shared in the family.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, literal, or_, select, union_all, update

from storage.conversations import Kept, body_place
from storage.outbox import NOTICE
from storage.sealing import Keyring
from storage.tables import inbox, keys, outbox

Rows = tuple[tuple[tuple[str, str], ...], ...]
APART = "apart"
"""Marks a message that stands before a reply and keeps its own buttons."""
MOST_ID = 2**63 - 1
"""No row has a larger number; a database would not even compare it."""
RECORDING = "recording"
"""Of a message: the id of a file of a case, in which staff say aloud what it tells."""


@dataclass(frozen=True)
class Shown:
    """One bubble. `rows` are its buttons, `(id, label)`; `pressed` the id of the button the resident pressed.

    `id` is "i" or "o" and the row's number. `files` are `{"id", "kind", "name"}`. `told` is False where
    nothing of what the resident wrote was kept. `paper`: a document goes with it; `recording`: it is
    heard. `mark` is the quiet line of a Tibetan draft, `chinese` and `chinese_rows` the same in Chinese;
    `voice` its clips. `export`: a copy of what is held goes with it (`bot.mydata`). `apart`: it keeps its own
    buttons.
    """

    id: str
    own: bool
    at: datetime
    text: str = ""
    rows: Rows = ()
    draft: str = ""
    files: tuple[dict[str, str], ...] = ()
    notice: bool = False
    pressed: str = ""
    told: bool = True
    update_key: str = ""
    paper: bool = False
    recording: bool = False
    mark: str = ""
    chinese: str = ""
    chinese_rows: Rows = ()
    voice: tuple[str, ...] = ()
    export: bool = False
    apart: bool = False


@dataclass(frozen=True)
class History:
    """The newest bubbles, oldest first; `marker` stands after the last. `hidden`: others went with a case."""

    shown: tuple[Shown, ...] = ()
    marker: tuple[int, int] = (0, 0)
    unsent: tuple[int, ...] = ()
    hidden: bool = False
    key_id: str = ""
    ids: frozenset[str] = field(default=frozenset())

    @property
    def latest(self) -> Shown | None:
        """The newest reply, whose buttons are the live ones."""
        return next((s for s in reversed(self.shown) if not s.own and not s.notice), None)


_CAME = (
    select(inbox.c.id, inbox.c.body, inbox.c.at, inbox.c.update_key)
    .where(inbox.c.conversation_id == bindparam("conversation"), inbox.c.key_id == bindparam("key"))
    .order_by(inbox.c.id.desc())
    .limit(bindparam("most"))
)
_WENT = (
    select(outbox.c.id, outbox.c.body, outbox.c.made_at, outbox.c.lane, outbox.c.state, keys.c.wrapped)
    .join_from(outbox, keys, outbox.c.key_id == keys.c.id)
    .where(
        outbox.c.recipient == bindparam("conversation"),
        outbox.c.state != "replaced",
        or_(outbox.c.key_id == bindparam("key"), outbox.c.lane >= NOTICE),
    )
    .order_by(outbox.c.id.desc())
    .limit(bindparam("most"))
)
_ONE_THAT_WENT = (
    select(outbox.c.body, keys.c.wrapped)
    .join_from(outbox, keys, outbox.c.key_id == keys.c.id)
    .where(
        outbox.c.id == bindparam("this"),
        outbox.c.recipient == bindparam("conversation"),
        outbox.c.state != "replaced",
        or_(outbox.c.key_id == bindparam("key"), outbox.c.lane >= NOTICE),
    )
)
_OLDER = (
    select(inbox.c.id)
    .where(inbox.c.conversation_id == bindparam("conversation"), inbox.c.key_id != bindparam("key"))
    .limit(1)
)
_came_newest = select(func.coalesce(func.max(inbox.c.id), 0).label("a")).where(
    inbox.c.conversation_id == bindparam("conversation")
)
_went_newest = (
    select(outbox.c.id.label("a"))
    .where(outbox.c.recipient == bindparam("conversation"))
    .order_by(outbox.c.id.desc())
    .limit(12)
    .subquery()
)
_NEWEST = union_all(
    select(literal("i").label("side"), _came_newest.subquery().c.a),
    select(literal("o").label("side"), _went_newest.c.a),
)
_SENT = (
    update(outbox)
    .where(outbox.c.id.in_(bindparam("ids", expanding=True)), outbox.c.state == "queued")
    .values(state="sent", sent_at=bindparam("now_at"))
)


def page(connection: Connection, keyring: Keyring, kept: Kept, limit: int = 60) -> History:
    """The newest `limit` bubbles of a conversation. Writes nothing: see `mark_sent`."""
    whose = {"conversation": kept.id, "key": kept.key_id, "most": limit}
    came = connection.execute(_CAME, whose).all()
    went = connection.execute(_WENT, whose).all()
    place = body_place(kept.id)
    bubbles = [_own(r, kept.key.open_json(r.body, place)) for r in came]
    bubbles += [_theirs(r, keyring.unwrap(r.wrapped).open_json(r.body, place)) for r in went]
    # A turn's two halves bear one time: what came stands before what went.
    ordered = sorted(bubbles, key=lambda b: (b.at, not b.own, int(b.id[1:])))
    older = connection.execute(_OLDER, {"conversation": kept.id, "key": kept.key_id}).first() is not None
    return History(
        tuple(ordered[-limit:]),
        (max((r.id for r in came), default=0), max((r.id for r in went), default=0)),
        tuple(r.id for r in went if r.state == "queued"),
        older,
        kept.key_id,
        frozenset(b.id for b in bubbles),
    )


def in_chinese(connection: Connection, keyring: Keyring, kept: Kept, token: str) -> dict[str, Any] | None:
    """The Chinese kept beside the newest reply, or the notice that bears `token`: `{"text", "rows"}`."""
    place = body_place(kept.id)
    for row in connection.execute(_WENT, {"conversation": kept.id, "key": kept.key_id, "most": 40}):
        body = keyring.unwrap(row.wrapped).open_json(row.body, place)
        if body.get("token") == token if token else row.lane < NOTICE and "token" not in body:
            found: dict[str, Any] | None = body.get("zh")
            return found
    return None


def paper_of(connection: Connection, keyring: Keyring, kept: Kept, message: int) -> dict[str, Any] | None:
    """The paper that went with a message still shown in this conversation; None for any other."""
    paper: dict[str, Any] | None = _body_of(connection, keyring, kept, message).get("paper")
    return paper


def recording_of(connection: Connection, keyring: Keyring, kept: Kept, message: int) -> str:
    """The file that is heard with a message still shown in this conversation; "" for any other."""
    return str(_body_of(connection, keyring, kept, message).get(RECORDING, ""))


def _body_of(connection: Connection, keyring: Keyring, kept: Kept, message: int) -> dict[str, Any]:
    if message > MOST_ID:
        return {}
    row = connection.execute(
        _ONE_THAT_WENT, {"this": message, "conversation": kept.id, "key": kept.key_id}
    ).first()
    return keyring.unwrap(row.wrapped).open_json(row.body, body_place(kept.id)) if row else {}


def newest(connection: Connection, conversation: str) -> frozenset[tuple[str, int]]:
    """What changes when a conversation has something new: one look by its indexes."""
    found = connection.execute(_NEWEST, {"conversation": conversation}).all()
    return frozenset((side, number) for side, number in found)


def mark_sent(connection: Connection, ids: tuple[int, ...], now: datetime) -> None:
    """Note that queued messages were shown on a page."""
    connection.execute(_SENT, {"ids": list(ids), "now_at": now})


def _own(row: Any, body: dict[str, Any]) -> Shown:
    return Shown(
        f"i{row.id}",
        True,
        row.at,
        text=str(body.get("text") or ""),
        files=tuple(body.get("files") or ()),
        pressed=str(body.get("press") or ""),
        told=bool(body),
        update_key=row.update_key,
    )


def _theirs(row: Any, body: dict[str, Any]) -> Shown:
    chinese = body.get("zh") or {}
    return Shown(
        f"o{row.id}",
        False,
        row.made_at,
        text=str(body.get("text") or ""),
        rows=_rows(body),
        draft=str(body.get("draft") or ""),
        notice=row.lane >= NOTICE,
        apart=APART in body,
        mark=str(body.get("mark") or ""),
        chinese=str(chinese.get("text") or ""),
        chinese_rows=_rows(chinese),
        voice=tuple(str(name) for name in body.get("voice") or ()),
        paper="paper" in body,
        recording=RECORDING in body,
        export="export" in body,
    )


def _rows(body: dict[str, Any]) -> Rows:
    return tuple(tuple((str(b["id"]), str(b["label"])) for b in line) for line in body.get("rows") or ())
