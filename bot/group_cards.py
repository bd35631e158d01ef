"""What a unit's Telegram group hears of: the cases that come to the unit, by number, kind and due day alone.

Nothing of restricted or sealed matters, and nothing that anybody of the unit keeps away from: a group is read
by all of its members.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection

from cases.case import Case
from cases.matters import find_matter
from cases.office import Office
from storage import groups, outbox

COMES: Final = ("filed", "forwarded", "returned")
"""The alerts that say a case came to a unit."""
GROUP: Final = "group"
"""Marks a letter to a group; it stands where others have the alert's reader."""


def group_letters(connection: Connection, what: str, case: Case, office: Office) -> list[outbox.Letter]:
    """The cards owed to the groups of the unit a case comes to."""
    if what not in COMES or not may_tell(case):
        return []
    body = {"alert": what, "number": case.number, GROUP: True}
    found = groups.of_unit(connection, case.unit or office.own_unit)
    return [outbox.Letter("staff", group.id, body, lane=outbox.NOTICE) for group in found]


def may_tell(case: Case) -> bool:
    """Whether a case may be spoken of in Telegram where many read it."""
    return not case.restricted and not find_matter(case.matter).sealed
