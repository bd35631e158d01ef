"""What the office does that no case carries, as a table: kinds of activities and the numbers each is told by.

One form at the desk is built from it, and the figures (`cases.figures`) add up what was entered. No list of
people, no name and no story is taken: numbers alone, and of outreach the villages reached.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from cases.errors import PartInvalid, TableInvalid
from cases.moves import Role
from cases.part_forms import MOST_FEN, Means, fen_of


class Counts(StrEnum):
    """What a number counts, with its Chinese measure word."""

    MATTERS = "matters"  # 件
    PERSONS = "persons"  # 人次: a person counted each time
    PEOPLE = "people"  # 人
    BATCHES = "batches"  # 批
    TIMES = "times"  # 次
    SESSIONS = "sessions"  # 场
    COPIES = "copies"  # 份
    VILLAGES = "villages"  # 个村
    YUAN = "yuan"  # 元; kept in fen
    PERCENT = "percent"


@dataclass(frozen=True)
class Activity:
    """One kind. `numbers`: what is entered, by name; `villages`: which villages it reached is entered too;
    `by`: who enters it; of heads those of the petition office alone, since the numbers are the county's."""

    id: str
    numbers: tuple[tuple[str, Counts], ...]
    villages: bool = False
    by: tuple[Role, ...] = (Role.CLERK, Role.HEAD, Role.SUPERVISOR)


C = Counts
OWED = (("batches", C.BATCHES), ("persons", C.PEOPLE), ("money", C.YUAN))

ACTIVITIES: tuple[Activity, ...] = (
    # 领导接访: what leaders took at their receptions, registered as a matter or not
    Activity(
        "reception",
        (("batches", C.BATCHES), ("persons", C.PERSONS), ("matters", C.MATTERS), ("money", C.YUAN)),
    ),
    # 排查: a round of checking for disputes, and what it found owed
    Activity(
        "checking",
        (("rounds", C.TIMES), ("matters", C.MATTERS), ("persons", C.PEOPLE), ("money", C.YUAN)),
    ),
    # 宣传, 普法
    Activity(
        "outreach",
        (("sessions", C.SESSIONS), ("people", C.PERSONS), ("booklets", C.COPIES), ("gifts", C.COPIES)),
        villages=True,
        by=(Role.CLERK, Role.HEAD, Role.SUPERVISOR, Role.OUTREACH),
    ),
    Activity("training", (("sessions", C.SESSIONS), ("people", C.PERSONS))),  # 业务培训
    # Money owed that came to the office without becoming a case of its own: at a reception, from a check
    Activity("wages", OWED),  # 拖欠工资
    Activity("business", OWED),  # 拖欠账款
    Activity("court", OWED),  # 导入诉讼
    # 督办 that nobody put on record one by one; what is (`storage.supervisions`) is counted there
    Activity("supervision", tuple((one, C.TIMES) for one in Means)),
)
MOST = 999_999
"""More is a slip of the finger."""


def activities_of(role: Role, *, of_office: bool) -> tuple[Activity, ...]:
    """The kinds somebody in this role enters; `of_office`: they work in the petition office itself."""
    if role is Role.HEAD and not of_office:
        return ()
    return tuple(one for one in ACTIVITIES if role in one.by)


def read_numbers(activity: Activity, words: Mapping[str, str]) -> dict[str, int]:
    """The numbers of an entry as typed; money in yuan becomes fen, an empty field 0.

    Raises PartInvalid with the field's name: `not_number`, `too_large`, and `nothing` where all are 0.
    """
    read = {name: _read(name, counts, words.get(name, "")) for name, counts in activity.numbers}
    if not any(read.values()):
        raise PartInvalid(activity.numbers[0][0], "nothing")
    return read


def _read(name: str, counts: Counts, typed: str) -> int:
    if not typed.strip():
        return 0
    fen = fen_of(typed)
    if fen is None or (counts is not Counts.YUAN and "." in typed):
        raise PartInvalid(name, "not_number")
    if fen >= (MOST_FEN if counts is Counts.YUAN else (MOST + 1) * 100):
        raise PartInvalid(name, "too_large")
    return fen if counts is Counts.YUAN else fen // 100


def check_activities(activities: tuple[Activity, ...]) -> None:
    """Refuse a table that cannot be right: a kind or a number twice, or none. Raises TableInvalid."""
    if len({one.id for one in activities}) != len(activities):
        raise TableInvalid("two activities have one id")
    for one in activities:
        names = [name for name, _ in one.numbers]
        if not names or len(set(names)) != len(names):
            raise TableInvalid(f"{one.id}: its numbers are none, or doubled")


check_activities(ACTIVITIES)
