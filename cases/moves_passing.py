"""Moves by which a case comes to whoever is to handle it: 第二十二至二十四条, 第十九、三十一、三十六条."""

from __future__ import annotations

from cases.move import WITH_OFFICE, WORKED_ON, Move, Role, Status

S, R = Status, Role
PASSING: tuple[Move, ...] = (
    Move("file", "登记", (), S.FILED, (R.RESIDENT, R.CLERK), may=("channel",), notice="receipt"),
    # One unit leads, others assist (第二十四条).
    Move(
        "forward",
        "转送/交办",
        WITH_OFFICE,
        S.FORWARDED,
        (R.CLERK,),
        needs=("unit",),
        fills=("complexity",),
        may=("assisting", "reason"),
        notice="forwarded",
    ),
    # 第二十三条第三款: within five working days of receipt, with its reasons.
    Move(
        "object",
        "异议",
        (S.FORWARDED,),
        S.OBJECTED,
        (R.UNIT,),
        needs=("reason",),
        within="objection",
    ),
    Move(
        "uphold_objection",
        "核实同意，交还",
        (S.OBJECTED,),
        S.RETURNED,
        (R.CLERK,),
        needs=("reason",),
        releases=True,
    ),
    Move("refuse_objection", "不同意异议", (S.OBJECTED,), S.FORWARDED, (R.CLERK,), needs=("reason",)),
    Move(
        "accept",
        "受理",
        (*WITH_OFFICE, S.FORWARDED),
        S.ACCEPTED,
        (R.UNIT,),
        needs=("item",),
        fills=("complexity",),
        notice="accepted",
        own_unit_from=WITH_OFFICE,
    ),
    # Only what is in hand below already (第十九条第三款) or was concluded (第三十六条第三款). "Not ours" is
    # object or redirect: to decline what is one's own is a fault (第四十四条第二项).
    Move(
        "decline",
        "不予受理",
        (*WITH_OFFICE, S.FORWARDED),
        S.DECLINED,
        (R.HEAD,),
        needs=("ground", "reason"),
        notice="declined",
        waits_on_resident=False,
    ),
    # 第三十一条第一至四项; in writing to the 政法 organs and of discipline: sent (第二十二条第二款).
    Move(
        "redirect",
        "导入程序",
        WORKED_ON,
        S.REDIRECTED,
        (R.CLERK, R.UNIT),
        needs=("path", "authority", "led"),
        may=("amount", "reason"),
        notice="redirected",
        waits_on_resident=False,
    ),
)
