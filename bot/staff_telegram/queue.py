"""A member's own queue: all of it, what is due today, what is overdue; a page at a time, by buttons.

    q|today|2026-11-24|0123456789abcdef

is the list and the last row of the page before.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from bot.digest import overdue, owed
from bot.staff_cards import days_left
from bot.staff_telegram.drawing import Letter, Rows, letter
from bot.staff_telegram.steps import card_data
from bot.wiring import House
from bot.words.texts import Texts
from cases.matters import find_matter
from dialogs.engine.view import Day
from storage import claims, desk
from storage.desk import Row
from storage.staff import Member

LISTS: Final = ("mine", "today", "overdue")
A_PAGE: Final = 8
After = tuple[date, str]
_LAST: Final = "z" * 16
"""After every case's id."""


def queue_data(name: str, after: After | None = None) -> str:
    """The button of a list, from its beginning or after a row."""
    return "|".join(("q", name, *((after[0].isoformat(), after[1]) if after else ())))


def read_queue(data: str) -> tuple[str, After | None] | None:
    """The list a button leads to; None for what is none."""
    match data.split("|"):
        case ["q", name] if name in LISTS:
            return name, None
        case ["q", name, day, last] if name in LISTS and last.isalnum():
            try:
                return name, (date.fromisoformat(day), last)
            except ValueError:
                return None
        case _:
            return None


def queue_page(
    house: House,
    connection: Connection,
    member: Member,
    now: datetime,
    name: str = "mine",
    after: After | None = None,
    edit: int | None = None,
) -> Letter:
    """One page of a list, the most urgent first."""
    today, texts, prefix = house.time.day_of(now), house.texts[member.language], house.office.case_prefix
    start = after or ((today - timedelta(days=1), _LAST) if name == "today" else None)
    page = desk.queue(connection, member, house.office.own_unit, today, after=start, limit=A_PAGE)
    rows = [row for row in page.rows if _in(name, row, today)]
    more = page.after if len(rows) == len(page.rows) else None
    rows = [row for row in rows if not find_matter(row.matter).sealed]
    buttons: Rows = [
        [
            {"id": queue_data(one), "label": texts.text(f"staff-bot-list-{one}")}
            for one in LISTS
            if one != name
        ]
    ]
    if more or after:
        turns = []
        if after:
            turns.append({"id": queue_data(name), "label": texts.text("staff-first")})
        if more:
            turns.append({"id": queue_data(name, more), "label": texts.text("staff-button-next")})
        buttons.insert(0, turns)
    head = texts.text("staff-bot-queue" if name == "mine" else f"staff-bot-list-{name}")
    if not rows:
        none = texts.text("staff-bot-empty")
        return letter(none if name == "mine" else f"{head}\n{none}", buttons, edit=edit)
    lines, cards = _lines(connection, texts, rows, today, now, prefix)
    return letter("\n".join((head, *lines)), [*cards, *buttons], edit=edit)


def digest_of(house: House, connection: Connection, member: Member, now: datetime) -> Letter | None:
    """What is due and overdue as it stands now; None where nothing is."""
    today, texts, prefix = house.time.day_of(now), house.texts[member.language], house.office.case_prefix
    found = owed(connection, house, member, today)
    if not found:
        return None
    late = overdue(found, today)
    head = texts.text("staff-bot-digest", day=Day(today), due=len(found) - late, late=late)
    lines, buttons = _lines(connection, texts, found[:A_PAGE], today, now, prefix)
    if len(found) > A_PAGE:
        lists = ("overdue", "today") if late else ("today",)
        buttons.append([{"id": queue_data(o), "label": texts.text(f"staff-bot-list-{o}")} for o in lists])
    return letter("\n".join((head, *lines)), buttons)


def _in(name: str, row: Row, today: date) -> bool:
    match name:
        case "today":
            return row.due_on == today
        case "overdue":
            return row.due_on is not None and row.due_on < today
        case _:
            return True


def _lines(
    connection: Connection, texts: Texts, rows: list[Row], today: date, now: datetime, prefix: str
) -> tuple[list[str], Rows]:
    """Rows in words, with who holds each, and a button for each."""
    held = claims.holders(connection, [row.id for row in rows], now)
    lines = []
    for place, row in enumerate(rows, start=1):
        parts = [f"{place}. {row.number} {texts.text(f'matter-{row.matter}')}"]
        if row.due_on:
            parts.append(days_left(texts, row.due_on, today).words)
        if holder := held.get(row.id):
            parts.append(texts.text("staff-bot-held", who=holder.name))
        lines.append(" · ".join(parts))
    buttons = [[{"id": card_data(row.number, prefix), "label": row.number}] for row in rows]
    return lines, buttons
