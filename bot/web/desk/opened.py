"""A case as its page reads it: one reading of the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from bot.web.desk.aside import Aside, aside
from bot.web.desk.drafts import Drafting, drafting
from bot.web.desk.visit import Visit
from bot.wiring import House
from cases.lifecycle import Move
from storage import cases as case_rows
from storage import claims, desk, file_rows
from storage.cases import Recorded, Stored
from storage.claims import Claim
from storage.desk import Moved, NoticeSent
from storage.spoken import waiting_for


@dataclass(frozen=True)
class Opened:
    """A case with all its page shows."""

    stored: Stored
    moves: tuple[Move, ...]
    last: Moved
    history: list[Recorded]
    notices: list[NoticeSent]
    files: list[file_rows.Shown]
    names: Mapping[str, str]
    whole: bool
    aside: Aside
    claim: Claim | None
    drafting: Drafting
    voices: Mapping[str, file_rows.Shown]


def read_case(connection: Connection, house: House, visit: Visit, number: str) -> Opened:
    """The case, where the member may see it. Raises CaseGone."""
    casework, keyring = house.casework, house.keyring
    stored = casework.seen(connection, number, visit.member)
    texts = house.texts[visit.language]
    history, names = case_rows.history(connection, stored), desk.names(connection)
    return Opened(
        stored,
        casework.moves_for(stored, visit.member),
        desk.last_move(connection, stored.id),
        history,
        desk.notices(connection, stored),
        file_rows.of_case(connection, keyring, stored.id),
        names,
        case_rows.chain_holds(connection, keyring, stored),
        aside(house, texts, connection, stored, visit.member, history, names),
        claims.of_case(connection, stored.id),
        drafting(connection, stored, visit.member.id, house.time.now()),
        waiting_for(connection, keyring, stored, visit.member.id),
    )
