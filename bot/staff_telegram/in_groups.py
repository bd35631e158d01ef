"""A press in a unit's group: it acts as the member who presses. The case itself is shown to them alone.

g|claim|20261123-00482913     g|open|20261123-00482913
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from bot.casework import CaseGone, Overtaken
from bot.staff_cards import told_refused
from bot.staff_telegram.cards import card_of, group_card_of, seen_here
from bot.staff_telegram.reading import Pressed
from bot.staff_telegram.said import Said
from bot.wiring import House
from cases.errors import CaseError
from cases.numbers import parse_case_number
from storage import claims, desk, groups
from storage.staff import Member


def pressed_in_group(
    house: House, connection: Connection, member: Member | None, press: Pressed, now: datetime
) -> Said:
    """Claim a case or open it, as the member who presses; whoever is not linked is told how, alone."""
    if member is None:
        return Said(notice=house.texts[press.language].text("staff-bot-group-stranger"), alert=True)
    texts = house.texts[member.language]
    group = groups.by_chat(connection, house.keyring, press.group)
    match press.data.split("|"):
        case ["g", ("claim" | "open") as what, short] if group is not None:
            number = parse_case_number(short, house.office.case_prefix)
        case _:
            return Said(notice=texts.text("staff-bot-stale"), alert=True)
    try:
        if number is None:
            raise CaseGone("")
        seen_here(house, connection, number, member)
        if what == "claim":
            house.casework.claim(connection, number, member, now)
    except CaseGone:
        return Said(notice=texts.text("staff-no-case"), alert=True)
    except (Overtaken, CaseError) as error:
        told = told_refused(texts, error, claims.CLAIM, desk.names(connection), house.office)
        return Said(notice=told, alert=True)
    told = texts.text("staff-done-claim" if what == "claim" else "staff-bot-group-sent")
    card = card_of(house, connection, member, number, now)
    shown = (
        group_card_of(house, connection, group, number, now, edit=press.message) if what == "claim" else None
    )
    return Said(
        (card,) if card else (),
        member.id,
        ((group.id, shown),) if shown else (),
        notice=told,
    )
