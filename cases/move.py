"""What a move is (design 4.2): the statuses of a case, who moves it, and the shape of a row of the table.

The rows themselves are in `moves_passing`, `moves_handling`, `moves_review` and `moves_above`; `moves` puts
them together.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """Where a case stands."""

    FILED = "filed"  # 登记: with the office
    FORWARDED = "forwarded"  # 转送/交办: with the unit, not yet accepted
    OBJECTED = "objected"  # 异议: the unit says it is not its own; the office decides
    RETURNED = "returned"  # 交还: with the office again, as when it was filed
    ACCEPTED = "accepted"  # 受理: being worked on
    DECLINED = "declined"  # 不予受理
    REDIRECTED = "redirected"  # 导入程序: another procedure has it
    SETTLED = "settled"  # 调解或者和解达成协议
    ANSWERED = "answered"  # 答复: an answer waits to be opened, or has been
    IN_REVIEW = "in_review"  # 复查: with the level above the handling unit
    REVIEWED = "reviewed"  # 复查意见: waits to be opened, or has been
    IN_REREVIEW = "in_rereview"  # 复核: with the level above the reviewing organ
    CONCLUDED = "concluded"  # 终结: 第三十六条, nothing more on the same facts
    CLOSED = "closed"  # 办结归档: the time to come back to it has passed
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


class Heads(StrEnum):
    """Which head makes a move that heads make."""

    HANDLING = "handling"  # of the unit that has the case; the office's own while the office has it
    OFFICE_TOO = "office_too"  # that one, or the petition office's
    ANOTHER = "another"  # any but the head of the unit whose answer is reviewed


@dataclass(frozen=True)
class Lead:
    """A move leads to `enters` where its part `part` is `value`; otherwise the status stays."""

    part: str
    value: str
    enters: Status


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
    leads: Lead | None = None  # where it leads by what it carries; its notice is then owed only there
    heads: Heads = Heads.HANDLING  # which head, where heads make it
    releases: bool = False  # the unit has the case no longer
    outcome: str | None = None  # only where the case was answered so
    undoes: bool = False  # the last move of an organ is undone: status, unit and clocks as before it
    recounts: bool = False  # due days that rested on a calendar not announced are counted anew

    @property
    def reaches(self) -> tuple[Status, ...]:
        """Every status it may lead to, but for one that undoes another."""
        return (*((self.enters,) if self.enters else ()), *((self.leads.enters,) if self.leads else ()))


WITH_OFFICE = (Status.FILED, Status.RETURNED)
"""The office has it: nobody else yet, or nobody else any more."""
WORKED_ON = (Status.FILED, Status.FORWARDED, Status.RETURNED, Status.ACCEPTED)
OPEN = (*WORKED_ON, Status.OBJECTED, Status.IN_REVIEW, Status.IN_REREVIEW)
"""Where somebody of an organ still owes something: the resident may add to it or take it back."""
