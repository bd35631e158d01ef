"""Every room of the house, in one list, and what they add together."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from cases.office import Office
from dialogs import (
    filing,
    following,
    guiding,
    looking_back,
    mydata,
    nearby,
    person,
    pressing,
    printing,
    rating,
    retaliation,
    reviewing,
    same,
    visiting,
)
from dialogs.engine.kinds import Today
from dialogs.engine.session import Dialog, DialogInvalid
from dialogs.room import After, Answered, Back, CasePress, Open, Press, Room, Submit, Words

ROOMS: tuple[Room, ...] = (
    pressing.ROOM,
    filing.ROOM,
    guiding.ROOM,
    printing.ROOM,
    following.ROOM,
    looking_back.ROOM,
    reviewing.ROOM,
    rating.ROOM,
    retaliation.ROOM,
    same.ROOM,
    mydata.ROOM,
    nearby.ROOM,
    visiting.ROOM,
    person.ROOM,
)


def every_dialog(office: Office, today: Today) -> dict[str, Dialog]:
    """The dialogs of every room, by id. Raises DialogInvalid where two have one id, or one is built wrong."""
    return dict(_joined([{d.id: d for d in room.dialogs(office, today)} for room in ROOMS]))


def _joined(parts: list[Mapping[Any, Any]]) -> Mapping[Any, Any]:
    whole: dict[Any, Any] = {}
    for part in parts:
        if doubled := whole.keys() & part.keys():
            raise DialogInvalid(f"two rooms have {doubled}")
        whole |= part
    return MappingProxyType(whole)


SUBMITTED: Mapping[str, Submit] = _joined([r.submitted for r in ROOMS])
CASES: Mapping[str, CasePress] = _joined([r.cases for r in ROOMS])
PRESSES: Mapping[str, Press] = _joined([r.presses for r in ROOMS])
"""Questions whose buttons may be pressed from anywhere; `case` is `CASES`."""
WORDS: Mapping[type, Words] = _joined([r.words for r in ROOMS])
AFTER: Mapping[type, After] = _joined([r.after for r in ROOMS])
ANSWERED: Mapping[tuple[str, str], Answered] = _joined([r.answered for r in ROOMS])
OPENS: Mapping[str, Open] = _joined([r.opens for r in ROOMS])
BACK: Mapping[str, Back] = _joined([r.back for r in ROOMS])
SECRET: frozenset[str] = frozenset().union(*(r.secret for r in ROOMS))
AS_ITS_MATTER: frozenset[str] = frozenset().union(*(r.as_its_matter for r in ROOMS))
PASSING: frozenset[str] = frozenset().union(*(r.passing for r in ROOMS))
