"""What stands at the top of every page of the desk, and who is shown it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.words.rights import READ, RIGHTS
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
    Entry("/notices", "staff-owed"),
    Entry("/supervision", "staff-supervision"),
    Entry("/appointments", "staff-visits", (Role.CLERK, Role.HEAD)),
    Entry("/talks", "staff-talks", (Role.CLERK, Role.HEAD)),
    Entry("/translating", "staff-translating"),
    Entry("/replies", "staff-replies"),
    Entry("/translations", "staff-words", tuple(sorted(RIGHTS[READ]))),
    Entry("/webhooks", "staff-webhooks", (Role.ADMIN,)),
    Entry("/api-keys", "staff-api-keys", (Role.ADMIN,)),
)


def entries_for(member: Member) -> tuple[Entry, ...]:
    """The ways this member is shown."""
    return tuple(one for one in ENTRIES if not one.roles or member.role in one.roles)
