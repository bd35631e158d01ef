"""The limit a matter's own law sets to whoever handles it under item 5 of 《信访工作条例》第三十一条.

It is in the catalogue of lawful paths: how long the administrative procedure takes (`they_answer_within`).
"""

from __future__ import annotations

from cases.limits import Limit
from cases.path import Path, PathKind
from cases.paths import AUTHORITIES, PATHS

FROM = frozenset({"received", "accepted", "case_opened"})
"""The events that accepting a case is; a limit counted from another is not known to run yet."""


def own_limit(matter: str, unit: str | None) -> Limit | None:
    """The limit of this matter's own law for this unit; None where its law sets none, or sets it to others.

    Of two limits of one procedure, such as passing on and then handling, the last is the one to answer by.
    """
    for path in PATHS[matter].paths:
        if path.kind is PathKind.ADMINISTRATIVE and _binds(path, unit):
            limits = [one for one in path.answers if one.counted_from in FROM]
            if limits:
                return limits[-1]
    return None


def _binds(path: Path, unit: str | None) -> bool:
    """Whether it is this unit's procedure. One of an authority that passes matters on binds whom it chose."""
    return unit in path.who or set(path.who) <= AUTHORITIES
