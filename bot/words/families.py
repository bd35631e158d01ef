"""Families of messages residents are told: ids made of a beginning and something known as the program runs.

What staff are told is in `staff_families`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from bot.intake.kinds import Reason
from bot.words.house import HOUSE_WORDS
from cases.clocks import CLOCKS
from cases.lifecycle import Status
from cases.matters import GROUPS, MATTERS
from cases.notices import NOTICES
from cases.parts import Ground, Led, Opinion, Outcome, Procedure
from cases.paths import MESSAGES
from cases.reminders import Stage
from cases.reviews import May
from dialogs.danger import KINDS
from dialogs.front import MENU_ROWS
from dialogs.held import OPENED_AS, OPENED_BY
from dialogs.posters import BY, SAID_HERE, WALL
from dialogs.progress import LANGUAGES
from dialogs.rating import RATINGS

FAMILIES: Mapping[str, tuple[str, ...]] = {
    "words-": HOUSE_WORDS,
    "menu-": (
        "continue",
        *(option for row in MENU_ROWS for option in row),
        *("menu", "listen", "read"),
    ),
    "command-": ("start", "menu", "status", "language", "help", "cancel"),
    "language-": LANGUAGES,
    "group-": GROUPS,
    "matter-": tuple(MATTERS),
    "danger-": KINDS,
    "case-": tuple(Status),
    "clock-": tuple(
        dict.fromkeys(
            [c.name for c in CLOCKS if c.shown]
            + [k + p + e for k in ("promise", "law") for p in ("", "-provisional") for e in ("", "-left")]
        )
    ),
    "notice-": tuple(NOTICES),
    "weekday-": tuple(str(n) for n in range(1, 8)),
    "outcome-": (*Outcome, *Opinion, "settled"),
    "ground-": tuple(Ground),
    "procedure-": tuple(Procedure),
    "led-": tuple(Led),
    "review-no-": tuple(may for may in May if may is not May.YES),
    "promised-": ("promise", "law"),
    "rating-rating-": RATINGS,
    "paper-what-": tuple(NOTICES),
    "paper-heading-": ("receipt", "notice", "card", "review_form"),
    "verify-file-": ("true", "false"),
    "verify-key-": ("true", "false"),
    **MESSAGES,  # the catalogue of lawful paths
    "part-": ("photo", "document"),
    "mydata-by-": OPENED_BY,
    "mydata-act-": OPENED_AS,
    "refused-file-": (*get_args(Reason), "unreachable"),
    "reminded-": tuple(Stage),
    # what the office wrote to a resident, where it was said aloud and not written
    "staff-asks-": ("aloud",),
    "staff-tells-": ("aloud",),
    "mydata-readme-": ("read", "talk", "cases", "talks", "files"),
    "poster-": (
        *(f"{poster}-{part}" for poster in ("route", "procedure") for part in ("title", "lead")),
        *("tells", "beside", "anytime"),
    ),
    "poster-clock-": ("simple", "complex"),
    "poster-move-": tuple(SAID_HERE),
    "poster-role-": tuple(dict.fromkeys(role for move in WALL if move.name not in BY for role in move.by)),
    # what the channels refuse before any dialog hears it (`Unusable`)
    "refused-": ("sticker", "poll", "video-note", "edited", "unsupported", "not-yours"),
}
"""Each family's beginning, and everything that may end it."""
