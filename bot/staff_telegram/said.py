"""What is owed after an update of the staff's bot."""

from __future__ import annotations

from dataclasses import dataclass

from bot.staff_telegram.drawing import Letter


@dataclass(frozen=True)
class Said:
    """Letters by the outbox, to the member and to groups by their ids; `aside` to the chat at once; `notice`
    on a press, which `alert` has its reader close."""

    letters: tuple[Letter, ...] = ()
    to: str | None = None
    groups: tuple[tuple[str, Letter], ...] = ()
    aside: str = ""
    notice: str = ""
    alert: bool = False


def to(member: str, *letters: Letter, notice: str = "") -> Said:
    """Letters to a member."""
    return Said(letters, member, notice=notice)
