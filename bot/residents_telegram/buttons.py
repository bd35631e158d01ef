"""What a button carries: `draft|question:option`, within Telegram's 64 bytes."""

from __future__ import annotations

import re
from typing import Final

from dialogs.engine.events import Pressed

MAX_BYTES: Final = 64
NOT_OURS: Final = Pressed("unknown", "")
"""A press with data nobody here wrote: the dialogs answer it as they answer a stale button."""

_OURS = re.compile(r"([0-9a-z]{0,32})\|([a-z_]{1,40}):([^\n]{1,60})")


class TooLong(ValueError):
    """A button's id does not fit; ids are kept short by a test over all dialogs."""


def callback_data(draft: str, button: str) -> str:
    """The data of the button with the id `question:option`, drawn for `draft`. Raises TooLong."""
    data = f"{draft}|{button}"
    if len(data.encode()) > MAX_BYTES:
        raise TooLong(button)
    return data


def read_callback_data(data: str | None) -> Pressed:
    """The press that `callback_data` meant; `NOT_OURS` for anything else."""
    found = _OURS.fullmatch(data or "")
    if found is None:
        return NOT_OURS
    draft, question, option = found.groups()
    return Pressed(question, option, draft or None)
