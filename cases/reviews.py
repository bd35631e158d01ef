"""Review (复查) and re-review (复核) of an answer, 《信访工作条例》第三十五、三十六条.

Whether they may be asked for, until when, and of whom.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cases.case import Case
from cases.clocks import Running, is_overdue, window_of
from cases.lifecycle import Status
from cases.office import Office


@dataclass(frozen=True)
class Reading:
    """What there is to read in a status: the move that brought it, and the move that receives it."""

    brought_by: str
    received_by: str | None


READINGS = {
    Status.ANSWERED: Reading("answer", "receive"),
    Status.IN_REVIEW: Reading("answer", None),
    Status.REVIEWED: Reading("answer_review", "receive_review"),
    Status.IN_REREVIEW: Reading("answer_review", None),
    Status.CONCLUDED: Reading("conclude", "receive_final"),
    Status.SETTLED: Reading("mediate", None),
}
"""A closed case has what it last had; see `brought`."""
BROUGHT_BY = ("answer", "answer_review", "conclude", "mediate")


@dataclass(frozen=True)
class Asking:
    """How a review is asked for from a status: the move, the window it needs, whether it is the second."""

    move: str
    window: str
    again: bool


ASKINGS = {
    Status.ANSWERED: Asking("ask_review", "review_window", again=False),
    Status.REVIEWED: Asking("ask_rereview", "rereview_window", again=True),
}


class May(StrEnum):
    """Whether the resident may ask for a review now, and why not."""

    YES = "yes"
    UNANSWERED = "unanswered"  # nothing to review yet
    UNOPENED = "unopened"  # the days begin when the answer is opened or signed for
    PASSED = "passed"  # the last day is over
    UNDERWAY = "underway"  # somebody reviews it already
    FINAL = "final"  # 第三十六条第三款
    OTHER = "other"  # answered under another item: its own procedure, no review


@dataclass(frozen=True)
class Asked:
    """Whether it may be asked; `window` is the time for it, where it runs."""

    may: May
    window: Running | None = None


def may_ask(case: Case, today: date) -> Asked:
    """Whether a review of this case may be asked for today."""
    asking = ASKINGS.get(case.status)
    if asking is None:
        return Asked(_NO.get(case.status, May.UNANSWERED))
    window = window_of(case, asking.window)
    if window is not None:
        return Asked(May.PASSED if is_overdue(window.due_on, today) else May.YES, window)
    received = READINGS[case.status].received_by
    if received in case.done or (not asking.again and case.item != 6):
        return Asked(May.OTHER)
    return Asked(May.UNOPENED)


def organ_of(case: Case, office: Office) -> str | None:
    """Who reviews, or would: the unit above the one that answered, and for a re-review the one above that.
    None where the office knows nobody."""
    first = office.above(case.unit or office.own_unit)
    again = case.status in (Status.REVIEWED, Status.IN_REREVIEW, Status.CONCLUDED)
    return office.above(first) if first and again else first


_NO = {
    Status.IN_REVIEW: May.UNDERWAY,
    Status.IN_REREVIEW: May.UNDERWAY,
    Status.CONCLUDED: May.FINAL,
    Status.CLOSED: May.PASSED,
    **dict.fromkeys((Status.SETTLED, Status.REDIRECTED, Status.DECLINED), May.OTHER),
}
