"""Moves of review (复查) and re-review (复核), 第三十五、三十六条, and closing when no time is left."""

from __future__ import annotations

from cases.move import Heads, Move, Role, Status

S, R = Status, Role
REVIEWING: tuple[Move, ...] = (
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
        may=("voice",),
        notice="reviewed",
        heads=Heads.ANOTHER,
    ),
    Move("receive_review", "送达", (S.REVIEWED,), None, (R.RESIDENT, R.CLERK), may=("signed_on",), once=True),
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
    # 第三十六条第二款: the days a hearing takes are not counted.
    Move(
        "hear",
        "听证",
        (S.IN_REREVIEW,),
        None,
        (R.HEAD, R.SUPERVISOR),
        needs=("hearing_days",),
        may=("reason",),
        heads=Heads.ANOTHER,
    ),
    Move(
        "conclude",
        "终结",
        (S.IN_REREVIEW,),
        S.CONCLUDED,
        (R.HEAD, R.SUPERVISOR),
        needs=("opinion", "text"),
        may=("voice",),
        notice="concluded",
        heads=Heads.ANOTHER,
    ),
    Move("receive_final", "送达", (S.CONCLUDED,), None, (R.RESIDENT, R.CLERK), may=("signed_on",), once=True),
    Move(
        "close",
        "办结归档",
        (S.ANSWERED, S.SETTLED, S.REVIEWED, S.REDIRECTED),
        S.CLOSED,
        (R.CLOCK,),
        past=("review_window", "rereview_window", "confirmation", "closing_answered", "closing_led"),
    ),
)
