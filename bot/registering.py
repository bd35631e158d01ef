"""A clerk registers (登记) what came otherwise than by this service: a case with its own key, once a form.

A form bears a token. What it becomes is known by a hash of the token and of the clerk's session (`draft_of`),
so a form sent twice is one case, and its query code (`code_of`) can be shown again to the browser that sent
it, while nothing in the database leads to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from sqlalchemy import Connection

from bot.came_in import CameIn
from bot.casework import Casework
from bot.filing import Filing
from bot.today import OfficeTime
from cases.case import file_case
from cases.lifecycle import Role
from cases.numbers import new_code
from dialogs.engine.events import Attachment
from storage import cases as case_rows
from storage import conversations, file_rows, query_codes, scans, sight
from storage.registered import OwnKey
from storage.sealing import DataKey, Keyring
from storage.staff import Member

SHOWN_AGAIN: Final = timedelta(minutes=10)
"""So long a form sent once more shows the code it showed."""


def may_register(member: Member) -> bool:
    """Whether a member registers: the office's clerks do."""
    return Role.CLERK in sight.roles_of(member)


class Registering:
    """The desk's registering for one office."""

    def __init__(self, keyring: Keyring, casework: Casework, time: OfficeTime) -> None:
        self._keyring, self._casework, self._time = keyring, casework, time
        self._filing = Filing(keyring, casework, time)

    def draft_of(self, session: str, form: str) -> str:
        """The draft a form of this session is: 32 hex digits."""
        return self._keyring.lookup("registering", f"{form}/{session}").hex()[:32]

    def code_of(self, session: str, form: str) -> str:
        """The query code of what this form becomes."""
        drawn = int.from_bytes(self._keyring.lookup("registering-code", f"{form}/{session}"), "big")
        return new_code(lambda below: drawn % below)

    def known(self, connection: Connection, draft: str, code: str, now: datetime) -> tuple[str, str] | None:
        """The number a form became already, and its code where it may be shown once more, else ""."""
        number = case_rows.number_of_draft(connection, draft)
        if number is None:
            return None
        stored = case_rows.find(connection, self._keyring, number)
        fresh = stored is not None and now - stored.filed_at <= SHOWN_AGAIN
        return number, code if fresh and query_codes.code_fits(
            connection, self._keyring, number, code
        ) else ""

    def register(
        self, connection: Connection, member: Member, draft: str, code: str, came: CameIn, now: datetime
    ) -> tuple[str, str]:
        """Register it, or find what the form became already; number and code. The clocks start on the day it
        came in (`came.came_on`), which may lie before today. Raises CaseError.
        """
        if become := self.known(connection, draft, code, now):
            return become
        made = file_case(
            self._filing.free_number(connection, now),
            came.matter,
            by=Role.CLERK,
            today=came.came_on,
            office=self._casework.office,
            parts={"channel": came.came_by},
        )
        known = scans.key_of(connection, self._keyring, draft)
        key_id, key = known or conversations.new_key(connection, self._keyring)
        case_id = case_rows.add(
            connection,
            self._keyring,
            OwnKey(key_id, key, came.came_by),
            made,
            draft=draft,
            code=code,
            language=came.language,
            answers=came.answers,
            now=now,
            registered=came.counted,
            staff_id=member.id,
        )
        file_rows.take_over(connection, draft, case_id)
        self._casework.alert_of(connection, "filed", made.case, now, but=member)
        return made.case.number, code

    def scan_id(self, draft: str, content: bytes) -> str:
        """The id of a scan of a draft: the same bytes sent again are the same scan."""
        return self._keyring.lookup("scan", f"{draft}/{sha256(content).hexdigest()}").hex()[:16]

    def scan_key(self, connection: Connection, draft: str) -> tuple[str, DataKey]:
        """The key a draft's scans are sealed under, and its id; a new one is stored with the first scan."""
        return scans.key_of(connection, self._keyring, draft) or conversations.drawn_key(self._keyring)

    def add_scans(
        self,
        connection: Connection,
        draft: str,
        under: tuple[str, DataKey],
        brought: Iterable[tuple[Attachment, str, str]],
        now: datetime,
    ) -> None:
        """Name scans, with their media type and the address of their ciphertext on the disk, sealed under
        `scan_key`. One that is named already stays as it is."""
        for place, (scan, media_type, address) in enumerate(brought):
            if scans.is_named(connection, scan.id):
                continue
            scans.keep_key(connection, self._keyring, *under)
            file_rows.add(
                connection,
                self._keyring,
                None,
                draft,
                scan,
                now + timedelta(milliseconds=place),  # pages stay in the order they were picked in
                key_id=under[0],
                media_type=media_type,
                address=address,
                remote=None,
            )
