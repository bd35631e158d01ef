"""Moves of those who look after a case from above, and what sets it right: 第十八、二十五、四十、四十六条."""

from __future__ import annotations

from cases.move import OPEN, Heads, Move, Role, Status

S, R = Status, Role
TICKING = (*OPEN, S.ANSWERED, S.SETTLED, S.REVIEWED, S.REDIRECTED)
"""Where clocks may run."""
ABOVE: tuple[Move, ...] = (
    # 第四十条: by telephone, letter, visit, listing or circular.
    Move("supervise", "督办", OPEN, None, (R.SUPERVISOR,), needs=("means", "text")),
    # 第二十五条, of danger to people's safety alone, never of opinion.
    Move(
        "report_upward",
        "紧急报告",
        OPEN,
        None,
        (R.HEAD,),
        needs=("danger", "text"),
        heads=Heads.OFFICE_TOO,
    ),
    Move(
        "correct",
        "更正",
        tuple(Status),
        None,
        (R.HEAD,),
        needs=("reason",),
        notice="corrected",
        heads=Heads.OFFICE_TOO,
        undoes=True,
    ),
    # Not a decision, but it changes a due day, so it is on record as one (design 4.3).
    Move("recount", "日期确定", TICKING, None, (R.CLOCK,), recounts=True),
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
)
