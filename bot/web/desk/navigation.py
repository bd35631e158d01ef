"""What stands at the top of every page of the desk, and who is shown it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.words.rights import READ, RIGHTS
from cases.activities import activities_of
from cases.lifecycle import Role
from cases.roles import List
from storage import sight
from storage.staff import Member


@dataclass(frozen=True)
class Entry:
    """One way from the top: its address, its message, and who is shown it.

    `roles`: these alone (empty: all); `shows`: those who may see this list; `cases`: those who see any case;
    `enters`: those who enter what no case carries.
    """

    path: str
    says: str
    roles: tuple[Role, ...] = ()
    shows: List | None = None
    cases: bool = False
    enters: bool = False


@dataclass(frozen=True)
class Group:
    """Ways of one meaning, and the message that names them."""

    says: str
    entries: tuple[Entry, ...]


GROUPS = (
    Group(
        "staff-menu-work",
        (
            Entry("/", "staff-queue", cases=True),
            Entry("/register", "staff-register", (Role.CLERK,)),
            Entry("/finished", "staff-finished", cases=True),
            Entry("/supervision", "staff-supervision", cases=True),
            Entry("/appointments", "staff-visits", shows=List.VISITS),
            Entry("/talks", "staff-talks", shows=List.TALKS),
        ),
    ),
    Group(
        "staff-menu-notices",
        (
            Entry("/notices", "staff-owed", cases=True),
            Entry("/translating", "staff-translating", shows=List.TRANSLATIONS),
            Entry("/replies", "staff-replies", cases=True),
        ),
    ),
    Group(
        "staff-menu-office",
        (
            Entry("/members", "staff-members", shows=List.STAFF),
            Entry("/members/record", "staff-members-record", shows=List.STAFF_RECORD),
            Entry("/phones", "staff-phones", (Role.HEAD, Role.ADMIN)),
            Entry("/webhooks", "staff-webhooks", (Role.ADMIN,)),
            Entry("/api-keys", "staff-api-keys", (Role.ADMIN,)),
            Entry("/figures", "staff-figures"),
            Entry("/activities", "staff-activities", enters=True),
        ),
    ),
    Group("staff-menu-words", (Entry("/translations", "staff-words", tuple(sorted(RIGHTS[READ]))),)),
)


def groups_for(member: Member) -> tuple[Group, ...]:
    """The ways this member is shown, by meaning; no group without one."""
    shown = (Group(one.says, tuple(way for way in one.entries if _shown(way, member))) for one in GROUPS)
    return tuple(one for one in shown if one.entries)


def entries_for(member: Member) -> tuple[Entry, ...]:
    """The ways this member is shown."""
    return tuple(way for group in groups_for(member) for way in group.entries)


def home_of(member: Member) -> str:
    """Where a member's desk opens: the first of their ways, or their own account."""
    return next((one.path for one in entries_for(member)), "/account")


def _shown(entry: Entry, member: Member) -> bool:
    if entry.cases and not sight.may_see_any_case(member):
        return False
    if entry.shows is not None and not sight.may_list(member, entry.shows):
        return False
    if entry.enters and not activities_of(member.role, of_office=member.of_office):
        return False
    return not entry.roles or member.role in entry.roles
