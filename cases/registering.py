"""What a clerk registers that came otherwise than by this service (登记, 《信访工作条例》第二十二条).

The ways it may have come, who speaks for many, from which day the law counts.
"""

from __future__ import annotations

from datetime import date

VISIT, LETTER, ONLINE, SUGGESTION, MAILBOX, CALL = CAME_BY = (
    *("visit", "letter"),  # 来访, 来信
    *("online", "suggestion"),  # 网上投诉, 网上建议
    *("mailbox", "call"),  # 领导信箱, 来电
)
"""How it came, as the office's reports count it (design 4.5). Permanent."""
PHONE, POST, IN_PERSON = TOLD_BY = ("phone", "letter", "in_person")
"""How one is told who is reached by no channel of this service. Permanent."""
MOST_REPRESENTATIVES = 5
"""So many speak for all in a joint matter at most: 《信访工作条例》第二十条第三款."""
MOST_BACK_DAYS = 366
"""A day longer ago is taken for a slip of the pen."""


def day_fault(came_on: date, today: date) -> str:
    """What is wrong with the day it came in: `future`, `too_old`, or "" where the law may count from it."""
    if came_on > today:
        return "future"
    return "too_old" if (today - came_on).days > MOST_BACK_DAYS else ""
