"""The staff's Telegram: cards without personal details, and the moves of the desk as buttons.

    staff = Staff(house)
    await staff.poll()
    Delivery(…, {"staff": staff.sender})
    await staff.close()

python-telegram-bot is known here alone. Importing this loads it: a process that does not talk with the
staff's bot leaves it alone.
"""

from __future__ import annotations

from bot.staff_telegram.staff import Staff, sender, staff_bot

__all__ = ["Staff", "sender", "staff_bot"]
