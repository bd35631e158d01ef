"""The notices a move owes the resident. The words live in `locales/`, not here."""

from __future__ import annotations

from dataclasses import dataclass

from cases.errors import TableInvalid
from cases.lifecycle import MOVES, Move
from cases.matters import Article


@dataclass(frozen=True)
class Notice:
    """One kind of notice. `neutral`: it says only that something is there, and the text is shown when its
    owner opens it, since a phone may be shared in the family."""

    id: str
    article: Article  # the duty to tell
    remedy: bool = False  # it tells what the resident can do next if not content
    neutral: bool = False
    reason: bool = False  # its paper gives the reason; the message says only what was decided

    @property
    def full(self) -> bool:
        """Whether its paper says more than its message: the text, or the reason."""
        return self.neutral or self.reason


def _rule(number: int) -> Article:
    return Article("信访工作条例", number)


NOTICES: dict[str, Notice] = {
    notice.id: notice
    for notice in (
        Notice("receipt", _rule(22)),  # 登记
        Notice("forwarded", _rule(23)),  # 转送、交办去向
        Notice("accepted", _rule(23)),  # 接收情况以及处理途径和程序
        Notice("declined", _rule(23), remedy=True, reason=True),  # supervision: 第四十四条
        Notice("redirected", _rule(31), remedy=True, reason=True),  # 导入相应程序
        Notice("asked", _rule(31), neutral=True),  # 听取信访人陈述事实和理由
        Notice("fed_back", _rule(31), neutral=True),
        Notice("settled", _rule(33), neutral=True),  # 制作调解协议书
        Notice("extended", _rule(34), reason=True),  # 告知信访人延期理由
        Notice("answered", _rule(32), remedy=True, neutral=True),  # the window starts when it is opened
        Notice("withdrawn", _rule(21)),  # 方便信访人查询
        Notice("review_asked", _rule(35)),
        Notice("reviewed", _rule(35), remedy=True, neutral=True),  # 书面答复
        Notice("rereview_asked", _rule(36)),
        Notice("concluded", _rule(36), neutral=True),
        Notice("corrected", _rule(21)),  # 方便信访人查询
        Notice("retaliation", _rule(46), neutral=True),
    )
}


def check_notices(moves: tuple[Move, ...]) -> None:
    """Refuse a move owing an unknown notice, or a notice nothing owes. Raises TableInvalid."""
    owed = {move.notice for move in moves if move.notice}
    if owed != set(NOTICES):
        raise TableInvalid(f"notices and moves disagree on {', '.join(sorted(owed ^ set(NOTICES)))}")


check_notices(MOVES)
