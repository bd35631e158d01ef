"""What stands at the top of every page of the desk, and who is shown it."""

from __future__ import annotations

from dataclasses import dataclass

from cases.lifecycle import Role
from storage.staff import Member


@dataclass(frozen=True)
class Entry:
    """One way from the top: its address, its message, and the roles that are shown it (empty: all)."""

    path: str
    says: str
    roles: tuple[Role, ...] = ()


ENTRIES = (
    Entry("/", "staff-queue"),
    Entry("/appointments", "staff-visits", (Role.CLERK, Role.HEAD)),
    Entry("/talks", "staff-talks", (Role.CLERK, Role.HEAD)),
    Entry("/figures", "staff-figures"),
    Entry("/activities", "staff-activities", (Role.CLERK, Role.HEAD, Role.SUPERVISOR, Role.OUTREACH)),
)


def entries_for(member: Member) -> tuple[Entry, ...]:
    """The ways this member is shown."""
    return tuple(one for one in ENTRIES if not one.roles or member.role in one.roles)
