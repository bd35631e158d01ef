"""Moves of the unit that handles a case, and of the resident beside it: 第三十一至三十四条."""

from __future__ import annotations

from cases.move import OPEN, WORKED_ON, Lead, Move, Role, Status

S, R = Status, Role
HANDLING: tuple[Move, ...] = (
    Move(
        "ask",
        "补充",
        WORKED_ON,
        None,
        (R.CLERK, R.UNIT),
        one_of=("text", "voice"),
        notice="asked",
        waits_on_resident=True,
    ),
    Move("add", "补充材料", OPEN, None, (R.RESIDENT,), one_of=("text", "files"), waits_on_resident=False),
    # 三见面: at the start, on the way, at the answer. Who was met was told then and there.
    Move("meet", "见面", (S.ACCEPTED,), None, (R.UNIT,), needs=("meeting", "text")),
    # 一反馈: how it is going.
    Move("feed_back", "反馈", (S.ACCEPTED,), None, (R.UNIT,), one_of=("text", "voice"), notice="fed_back"),
    # 第三十三条: with both sides' consent; an agreement is put in writing.
    Move(
        "mediate",
        "调解",
        (S.ACCEPTED,),
        None,
        (R.UNIT,),
        needs=("agreed", "text"),
        may=("voice",),
        notice="settled",
        leads=Lead("agreed", "yes", S.SETTLED),
    ),
    # 第三十四条: the head of the handling unit, once, up to thirty days, while the sixty run; item 6 alone.
    Move(
        "extend",
        "延期",
        (S.ACCEPTED,),
        None,
        (R.HEAD,),
        needs=("days", "reason"),
        notice="extended",
        once=True,
        within="answer",
    ),
    Move(
        "answer",
        "答复",
        (S.ACCEPTED,),
        S.ANSWERED,
        (R.UNIT,),
        needs=("outcome", "text"),  # in writing, 第三十二条; a voice reads it out
        may=("voice",),
        notice="answered",
        waits_on_resident=False,
    ),
    # Opened by the resident today, or signed for on a day a clerk records: from that day the window runs.
    Move("receive", "送达", (S.ANSWERED,), None, (R.RESIDENT, R.CLERK), may=("signed_on",), once=True),
    # 第三十二条第二款; what was promised is often done after the case is closed.
    Move(
        "carry_out",
        "执行",
        (S.ANSWERED, S.CLOSED),
        None,
        (R.UNIT, R.HEAD),
        needs=("text", "done_on"),
        outcome="supported",
    ),
)
WITHDRAW = Move(
    "withdraw",
    "撤回",
    OPEN,
    S.WITHDRAWN,
    (R.RESIDENT,),
    may=("reason",),
    notice="withdrawn",
    waits_on_resident=False,
)
