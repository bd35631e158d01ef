"""The table of moves (design 4.2): statuses, roles, and what people decide about a case.

Another move of the design is another row here, its part in `parts`, its notice in `notices`, its clocks in
`clocks`. What the table means is in `lifecycle`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """Where a case stands."""

    FILED = "filed"  # 登记: with the office
    FORWARDED = "forwarded"  # 转送/交办: with the unit, not yet accepted
    ACCEPTED = "accepted"  # 受理: being worked on
    ANSWERED = "answered"  # 答复: an answer waits to be opened, or has been
    IN_REVIEW = "in_review"  # 复查: with the level above the handling unit
    REVIEWED = "reviewed"  # 复查意见: waits to be opened, or has been
    IN_REREVIEW = "in_rereview"  # 复核: with the level above the reviewing organ
    CONCLUDED = "concluded"  # 终结: 第三十六条, nothing more on the same facts
    CLOSED = "closed"  # 办结归档: the time to ask for review has passed
    WITHDRAWN = "withdrawn"  # 撤回: the resident took it back


class Role(StrEnum):
    """Who makes a move. One person of the staff may hold several."""

    RESIDENT = "resident"
    CLERK = "clerk"  # of the petition office
    UNIT = "unit"  # of the unit that handles the case
    HEAD = "head"
    SUPERVISOR = "supervisor"
    DISCIPLINE = "discipline"
    OUTREACH = "outreach"
    TRANSLATOR = "translator"
    ADMIN = "admin"
    CLOCK = "clock"  # time itself


@dataclass(frozen=True)
class Move:
    """One thing people decide about a case."""

    name: str  # what a button says and an event records
    zh: str  # its official name
    leaves: tuple[Status, ...]  # empty: it makes the case
    enters: Status | None  # None: the status stays
    by: tuple[Role, ...]
    needs: tuple[str, ...] = ()  # parts it must carry (see `parts`)
    fills: tuple[str, ...] = ()  # parts it must carry where the case does not hold them yet
    may: tuple[str, ...] = ()  # parts it may carry
    one_of: tuple[str, ...] = ()  # at least one of these parts must be carried
    notice: str | None = None  # the notice owed to the resident (see `notices`)
    waits_on_resident: bool | None = None  # True: starts a wait; False: ends it; None: leaves it as it is
    once: bool = False  # once in a status, such as receiving an answer
    own_unit_from: tuple[Status, ...] = ()  # from these only where the office is itself the unit
    within: str | None = None  # only while this clock runs, a window its maker may use, and not after its day
    past: tuple[str, ...] = ()  # only where one of these clocks runs, and its last day has passed
    restricts: bool = False  # the case it makes is seen by its unit alone
    reviews: bool = False  # never made by people of the unit whose answer is reviewed, its head included


S, R = Status, Role
WORKED_ON = (S.FILED, S.FORWARDED, S.ACCEPTED)
OPEN = (*WORKED_ON, S.IN_REVIEW, S.IN_REREVIEW)
"""Where somebody of an organ still owes something: the resident may add to it or take it back."""

MOVES: tuple[Move, ...] = (
    Move("file", "登记", (), S.FILED, (R.RESIDENT, R.CLERK), may=("channel",), notice="receipt"),
    Move(
        "forward",
        "转送/交办",
        (S.FILED,),
        S.FORWARDED,
        (R.CLERK,),
        needs=("unit", "complexity"),
        may=("reason",),
        notice="forwarded",
    ),
    Move(
        "accept",
        "受理",
        (S.FILED, S.FORWARDED),
        S.ACCEPTED,
        (R.UNIT,),
        needs=("item",),
        fills=("complexity",),
        notice="accepted",
        own_unit_from=(S.FILED,),
    ),
    Move(
        "ask",
        "补充",
        WORKED_ON,
        None,
        (R.CLERK, R.UNIT),
        needs=("text",),
        notice="asked",
        waits_on_resident=True,
    ),
    Move("add", "补充材料", OPEN, None, (R.RESIDENT,), one_of=("text", "files"), waits_on_resident=False),
    Move(
        "answer",
        "答复",
        (S.ACCEPTED,),
        S.ANSWERED,
        (R.UNIT,),
        needs=("outcome", "text"),
        notice="answered",
        waits_on_resident=False,
    ),
    Move("receive", "送达", (S.ANSWERED,), None, (R.RESIDENT, R.CLERK), once=True),
    Move(
        "ask_review",
        "复查",
        (S.ANSWERED,),
        S.IN_REVIEW,
        (R.RESIDENT,),
        one_of=("text", "files"),
        may=("organ",),
        notice="review_asked",
        within="review_window",
    ),
    # The level above decides; the office, which it authorised to take the request, records what it decided.
    # The unit whose answer is reviewed makes neither.
    Move(
        "answer_review",
        "复查意见",
        (S.IN_REVIEW,),
        S.REVIEWED,
        (R.HEAD, R.SUPERVISOR),
        needs=("opinion", "text"),
        notice="reviewed",
        reviews=True,
    ),
    Move("receive_review", "送达", (S.REVIEWED,), None, (R.RESIDENT, R.CLERK), once=True),
    Move(
        "ask_rereview",
        "复核",
        (S.REVIEWED,),
        S.IN_REREVIEW,
        (R.RESIDENT,),
        one_of=("text", "files"),
        may=("organ",),
        notice="rereview_asked",
        within="rereview_window",
    ),
    Move(
        "conclude",
        "终结",
        (S.IN_REREVIEW,),
        S.CONCLUDED,
        (R.HEAD, R.SUPERVISOR),
        needs=("opinion", "text"),
        notice="concluded",
        reviews=True,
    ),
    Move("receive_final", "送达", (S.CONCLUDED,), None, (R.RESIDENT, R.CLERK), once=True),
    Move(
        "close",
        "办结归档",
        (S.ANSWERED, S.REVIEWED),
        S.CLOSED,
        (R.CLOCK,),
        past=("review_window", "rereview_window"),
    ),
    # Who is told stands above the unit it is about, and reads it alone (第十八条, 第四十六条).
    Move(
        "retaliation",
        "打击报复",
        (),
        S.FORWARDED,
        (R.RESIDENT,),
        needs=("unit",),
        may=("channel",),
        notice="retaliation",
        restricts=True,
    ),
    Move(
        "withdraw",
        "撤回",
        OPEN,
        S.WITHDRAWN,
        (R.RESIDENT,),
        may=("reason",),
        notice="withdrawn",
        waits_on_resident=False,
    ),
)
