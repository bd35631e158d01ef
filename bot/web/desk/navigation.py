"""What stands at the top of every page of the desk, and who is shown it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.words.rights import READ, RIGHTS
from cases.lifecycle import Role
from cases.roles import List
from storage import sight
from storage.staff import Member


@dataclass(frozen=True)
class Entry:
    """One way from the top: its address, its message, and who is shown it.

    `roles`: these alone (empty: all); `shows`: those who may see this list; `cases`: those who see any case.
    """

    path: str
    says: str
    roles: tuple[Role, ...] = ()
    shows: List | None = None
    cases: bool = False


ENTRIES = (
    Entry("/", "staff-queue", cases=True),
    Entry("/register", "staff-register", (Role.CLERK,)),
    Entry("/finished", "staff-finished", cases=True),
    Entry("/notices", "staff-owed", cases=True),
    Entry("/supervision", "staff-supervision", cases=True),
    Entry("/appointments", "staff-visits", shows=List.VISITS),
    Entry("/talks", "staff-talks", shows=List.TALKS),
    Entry("/translating", "staff-translating", shows=List.TRANSLATIONS),
    Entry("/replies", "staff-replies", cases=True),
    Entry("/figures", "staff-figures"),
    Entry("/activities", "staff-activities", (Role.CLERK, Role.HEAD, Role.SUPERVISOR, Role.OUTREACH)),
    Entry("/translations", "staff-words", tuple(sorted(RIGHTS[READ]))),
    Entry("/members", "staff-members", shows=List.STAFF),
    Entry("/members/record", "staff-members-record", shows=List.STAFF_RECORD),
    Entry("/phones", "staff-phones", (Role.HEAD, Role.ADMIN)),
    Entry("/webhooks", "staff-webhooks", (Role.ADMIN,)),
    Entry("/api-keys", "staff-api-keys", (Role.ADMIN,)),
)


def entries_for(member: Member) -> tuple[Entry, ...]:
    """The ways this member is shown."""
    return tuple(one for one in ENTRIES if _shown(one, member))


def home_of(member: Member) -> str:
    """Where a member's desk opens: the first of their ways, or their own account."""
    return next((one.path for one in entries_for(member)), "/account")


def _shown(entry: Entry, member: Member) -> bool:
    if entry.cases and not sight.may_see_any_case(member):
        return False
    if entry.shows is not None and not sight.may_list(member, entry.shows):
        return False
    return not entry.roles or member.role in entry.roles
