"""The table of clocks (design 4.3): the office's promises and the law's limits, side by side.

Another clock is another row. How due days are counted is in `clocks`.
"""

from __future__ import annotations

from cases.clock import Clock, ClockKind
from cases.matters import Article
from cases.move import Role

P, L = ClockKind.PROMISE, ClockKind.LAW


def _rule(number: int) -> Article:
    return Article("信访工作条例", number)


_TAKEN = ("accept", "decline", "redirect", "withdraw")
"""What answers the question whether it is taken on; withdraw leaves nothing to answer."""
_HANDLED = ("answer", "mediate", "redirect", "withdraw")
_NO_REVIEW = (1, 2, 3, 4, 5, None)
"""Answered under another item, or no claim: the 30 days of 第三十五条 are those of item 6 alone."""

CLOCKS: tuple[Clock, ...] = (
    # The office's own fifteen days never restart: a case given back goes on with the day it had.
    Clock("forward", P, "file", ("forward", *_TAKEN), Role.CLERK, resumes=("uphold_objection",)),
    Clock(
        "forward",
        L,
        "file",
        ("forward", *_TAKEN),
        Role.CLERK,
        15,
        basis=_rule(22),
        resumes=("uphold_objection",),
    ),
    Clock("acceptance", P, "file", _TAKEN, Role.UNIT),
    # the law counts from the unit's receipt, which is the forward
    Clock("acceptance", L, "forward", (*_TAKEN, "uphold_objection"), Role.UNIT, 15, basis=_rule(23)),
    Clock(
        "objection",
        L,
        "forward",
        ("object", *_TAKEN),
        Role.UNIT,
        5,
        working_days=True,
        basis=_rule(23),
        window=True,
    ),
    Clock("answer_simple", P, "accept", _HANDLED, Role.UNIT, complex=False),
    Clock("answer_complex", P, "accept", _HANDLED, Role.UNIT, complex=True),
    Clock(
        "answer",
        L,
        "accept",
        _HANDLED,
        Role.UNIT,
        60,
        basis=_rule(34),
        items=(6,),
        longer=("extend", "days"),
    ),
    Clock("own_limit", L, "accept", _HANDLED, Role.UNIT, items=(5,), matters_own=True),
    Clock(
        "review_window",
        L,
        "receive",
        ("ask_review", "close"),
        Role.RESIDENT,
        30,
        basis=_rule(35),
        items=(6,),
        window=True,
    ),
    Clock("review", L, "ask_review", ("answer_review", "withdraw"), Role.SUPERVISOR, 30, basis=_rule(35)),
    Clock(
        "rereview_window",
        L,
        "receive_review",
        ("ask_rereview", "close"),
        Role.RESIDENT,
        30,
        basis=_rule(36),
        window=True,
    ),
    Clock(
        "rereview",
        L,
        "ask_rereview",
        ("conclude", "withdraw"),
        Role.SUPERVISOR,
        30,
        basis=_rule(36),
        longer=("hear", "hearing_days"),
    ),
    # of a report of retaliation: told within 15 days whether it is taken on, as of any other
    Clock("retaliation", L, "retaliation", _TAKEN, Role.UNIT, 15, basis=_rule(23)),
    # An agreement may be confirmed by the court (司法确认), both sides together, within thirty days.
    Clock(
        "confirmation",
        L,
        "mediate",
        ("close",),
        Role.RESIDENT,
        30,
        basis=Article("民事诉讼法", 205),
        window=True,
    ),
    # Nobody owes anything: the office keeps the case at hand for so long, then closes it.
    Clock(
        "closing_answered",
        P,
        "receive",
        ("ask_review", "close"),
        Role.CLOCK,
        items=_NO_REVIEW,
        window=True,
        shown=False,
    ),
    Clock("closing_led", P, "redirect", ("close",), Role.CLOCK, window=True, shown=False),
)
