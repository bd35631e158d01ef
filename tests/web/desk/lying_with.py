"""All that can lie with a case, put there by those at work on it, before some are kept away."""

from __future__ import annotations

from sqlalchemy import Connection, update

from bot.national import note as note_national
from bot.suggesting import suggest
from bot.wiring import House
from cases.lifecycle import Role
from storage import beside, held_replies, move_drafts, suggestions
from storage import webhook_addresses as addresses
from storage.staff import Member
from storage.tables import cases

NATIONAL = "5101202611230001"
"""The hidden case's number in the national system."""
SAID = "只有这件事里才有的话"
"""What everybody wrote of the hidden case: it stands on no page of whoever is kept away."""


async def lies_with(
    house: House, members: dict[str, Member], number: str, other: str, file: str
) -> tuple[str, ...]:
    """Notes, a transcript, a related case, held replies, a draft, a claim, a supervision, a suggestion, a sum
    owed, the number in the national system; the ids that stand in addresses."""
    now, clerk, unit = house.time.now(), members["dorje"], members["pema"]
    supervisor, excluded = members["sangye"], members["nima"]

    def put(connection: Connection) -> tuple[str, ...]:
        casework = house.casework
        stored = casework.seen(connection, number, clerk)
        shown = casework.seen(connection, other, clerk)
        key, case = stored.key, stored.id
        beside.add_note(connection, key, case, clerk.id, SAID, now)
        beside.add_note(connection, key, case, excluded.id, SAID, now)
        assert beside.write_words(connection, key, case, file, clerk.id, SAID, now)
        assert beside.relate(connection, case, shown.id, clerk.id, house.time.today())
        held = [
            held_replies.hold(
                connection,
                key,
                case_id=case,
                move="ask",
                staff_id=writer.id,
                drawn_after=2,
                parts={"text": SAID},
                now=now,
            )
            for writer in (unit, excluded)
        ]
        for one in (unit, excluded):
            move_drafts.keep(connection, stored, one.id, "ask", {"text": SAID}, now)
        casework.claim(connection, number, members["lhamo"], now)
        casework.let_go(connection, number, members["lhamo"], now)
        casework.claim(connection, number, unit, now)
        supervise = {"means": "call", "text": SAID}
        casework.move(connection, number, "supervise", supervisor, supervise, now)
        words = {"kind": "improve_work", "unit": "renshe", "number": number, "text": SAID}
        made = suggest(connection, house, members["gonpo"], words, now)
        note_national(connection, house, number, clerk, NATIONAL, now)
        owing = {"owed_fen": 1_234_500, "persons": 7}
        connection.execute(update(cases).where(cases.c.id == case).values(owing))
        return *held, made

    return await house.store.write(put)


def suggests_of_report(connection: Connection, house: House, number: str, member: Member) -> str:
    """A suggestion to the unit that a report is about, named after the report."""
    case = house.casework.seen(connection, number, member)
    return suggestions.make(
        connection,
        house.keyring,
        kind="improve_work",
        unit="zhujian",
        case_id=case.id,
        text=SAID,
        staff_id=member.id,
        on=house.time.today(),
    )


def told_of_moves(connection: Connection, house: House, member: Member) -> str:
    """An address that is told of moves; its id."""
    assert member.role is Role.ADMIN
    made: str = addresses.add(
        connection, house.keyring, "https://example.org/moves", member.id, house.time.now()
    )[0]
    return made
