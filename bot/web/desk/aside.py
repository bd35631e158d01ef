"""What stands beside a case on its page: the county's method, notes, related cases, replies kept and held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from sqlalchemy import Connection

from bot import replying
from bot.canned import filled
from bot.case_papers import papers_of
from bot.staff_cards import days_left, minute, move_label, status_label, who
from bot.wiring import House
from bot.words.texts import Texts
from cases.lifecycle import MOVES, OPEN
from cases.method import checklist
from cases.moves import Status
from dialogs.engine.view import Day
from storage import beside, canned, held_replies, notices, sight
from storage.cases import Recorded, Stored
from storage.staff import Member

FILLS = tuple(move.name for move in MOVES if replying.told_part(move.name) == "text")
"""Moves whose text may be filled from a kept reply: its resident reads it."""


@dataclass(frozen=True)
class MethodLine:
    """One step of the method: `mark` is done, owed or none."""

    label: str
    mark: str
    told: str


@dataclass(frozen=True)
class NoteLine:
    """One note."""

    who: str
    at: str
    text: str


@dataclass(frozen=True)
class RelatedLine:
    """One related case."""

    number: str
    address: str
    told: str


@dataclass(frozen=True)
class HeldLine:
    """One reply that was held for its Tibetan. `mark`: a state of `storage.held_replies`; `own`: its id where
    it waits and the reader wrote it; `due`: the last day the law leaves it, in words."""

    told: str
    mark: str
    state: str
    text: str
    own: str
    due: str


@dataclass(frozen=True)
class Aside:
    """All of it, in words. `heard` are the transcripts by file; `kept` the replies that may be filled in;
    `papers` the notices to print, with their addresses."""

    method: list[MethodLine]
    notes: list[NoteLine]
    heard: Mapping[str, beside.Words]
    related: list[RelatedLine]
    held: list[HeldLine]
    kept: list[tuple[str, str]]
    tibetan: bool
    papers: list[tuple[str, str]]


def aside(
    house: House,
    texts: Texts,
    connection: Connection,
    stored: Stored,
    member: Member,
    history: list[Recorded],
    names: Mapping[str, str],
) -> Aside:
    """What stands beside this case for this member; to one who reads no content, nothing that staff wrote."""
    today = house.time.today()
    over = stored.case.status not in (*OPEN, Status.ANSWERED, Status.REVIEWED)
    reads, replies = sight.may_read(member), canned.listed(connection, member)
    return Aside(
        [
            MethodLine(
                one.step.bo if texts.language == "bo" else one.step.zh,
                "done" if one.on else "owed" if one.owed else "none",
                texts.value(Day(one.on))
                if one.on
                else texts.text("staff-method-owed" if one.owed else "staff-method-none"),
            )
            for one in checklist(house.office.method, history, over=over)
        ],
        [
            NoteLine(who(texts, "", one.staff_id, names), minute(one.at, house.office), one.text)
            for one in (beside.notes(connection, stored.key, stored.id) if reads else ())
        ],
        beside.words(connection, stored.key, stored.id) if reads else {},
        [
            RelatedLine(
                one.number,
                f"/cases/{quote(one.number)}",
                f"{texts.text(f'matter-{one.matter}')} · {status_label(texts, one.status)}",
            )
            for one in beside.related(connection, stored.id, member)
        ],
        [
            HeldLine(
                f"{minute(one.held_at, house.office)} {who(texts, '', one.staff_id, names)} · "
                f"{move_label(texts, one.move)}",
                one.state,
                texts.text(f"staff-held-{one.state}"),
                replying.told_text(one.move, one.parts),
                one.id if one.state == held_replies.WAITING and one.staff_id == member.id else "",
                due_told(texts, replying.law_day(connection, one), today),
            )
            for one in (held_replies.of_case(connection, house.keyring, stored.id) if reads else ())
        ],
        [(one.id, one.title(texts.language)) for one in replies],
        replying.language_of(connection, house.keyring, stored) == "bo",
        _papers(texts, connection, stored, history) if reads else [],
    )


def _papers(
    texts: Texts, connection: Connection, stored: Stored, history: list[Recorded]
) -> list[tuple[str, str]]:
    """The notices to print."""
    told = notices.of_case(connection, stored.key, stored.id)
    return [
        (
            texts.text(f"staff-notice-{told[nth - 1].notice}"),
            f"/cases/{quote(stored.case.number)}/papers/{nth}",
        )
        for nth in papers_of(history, told)
    ]


def due_told(texts: Texts, due_on: date | None, today: date) -> str:
    """The last day the law leaves a reply that waits, in words; "" where it leaves all days."""
    if due_on is None:
        return ""
    left = days_left(texts, due_on, today).words
    return texts.text("staff-held-due", day=Day(due_on), left=left)


def filled_text(
    house: House, connection: Connection, stored: Stored, member: Member, reply: str
) -> str | None:
    """A kept reply in the resident's language, filled in; None where the member has none of that id."""
    found = next((one for one in canned.listed(connection, member) if one.id == reply), None)
    if found is None:
        return None
    texts = house.texts[replying.language_of(connection, house.keyring, stored)]
    return filled(found, texts, stored.case, house.office, house.time.today())
