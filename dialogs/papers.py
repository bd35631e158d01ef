"""What each paper says: message ids and values, from the same tables that the conversation reads.

A paper bears no name and no query code: both are left to write by hand, so that a paper lying about opens
nothing and shows whose it is only to who knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from cases.clocks import CLOCKS, Clock, ClockKind
from cases.lifecycle import Role, Status, move_named
from cases.matters import Article
from cases.notices import NOTICES
from dialogs.engine.view import Cites, Day, Paper, Say, Unit, Value, say
from dialogs.outcomes import ClockShown
from dialogs.path_card import Place, Told, articles_of, whole
from dialogs.replies import clock_lines

CARD, RECEIPT, REVIEW_FORM = "card", "receipt", "review_form"
KINDS = (*NOTICES, CARD, REVIEW_FORM)
"""Every kind of paper. Permanent: it stands in the signed code of papers given out."""
_ROWS = {(clock.name, clock.kind.value): clock for clock in CLOCKS}


@dataclass(frozen=True)
class Done:
    """A move as its paper tells it. `values` are those of `notice-<id>`; `clocks` what it started, and
    windows that have begun since. `after` and `item` tell which windows are still to begin."""

    notice: str
    number: str
    on: date
    values: Mapping[str, Value]
    clocks: tuple[ClockShown, ...]
    after: Status
    item: int | None = None
    outcome: str = ""
    text: str = ""


def heading_of(kind: str) -> Say:
    """What a kind of paper is called."""
    if kind in NOTICES and kind != RECEIPT:
        return say("paper-heading-notice", what=Say(f"paper-what-{kind}"))
    return Say(f"paper-heading-{kind}")


def button_of(notice: str) -> Say:
    """The button of one notice's paper, where it stands among others; short enough for a telephone."""
    return say("button-paper-of", what=Say(f"paper-what-{notice}"))


def notice_paper(done: Done) -> Paper:
    """The paper of any row of NOTICES. One that is neutral in the conversation is told here in full: it is
    handed out only to who has opened it."""
    notice = NOTICES[done.notice]
    windows = tuple(c for c in done.clocks if _for_resident(_row(c)))
    duties = tuple(c for c in done.clocks if not _row(c).window)
    coming = tuple(clock for clock in CLOCKS if _to_begin(clock, done, windows))
    told = Say("paper-told" if notice.neutral else f"notice-{notice.id}", tuple(done.values.items()))
    says: tuple[Say, ...] = (told,)
    if done.outcome:
        says += (say("paper-outcome", outcome=Say(f"outcome-{done.outcome}")),)
    remedy = (*clock_lines(windows), *(_window(clock) for clock in coming))
    bases = (*(_row(c).basis for c in (*duties, *windows)), *(clock.basis for clock in coming))
    cited = (notice.article, *(one for one in bases if one))
    blanks: tuple[tuple[Say, int], ...] = ((say("paper-blank-name"), 1),)
    if done.notice == RECEIPT:
        blanks += ((say("paper-blank-code"), 1),)
    return Paper(
        notice.id,
        done.number,
        done.on,
        heading_of(notice.id),
        (*says, *clock_lines(duties)),
        _cites(cited),
        remedy,
        done.text,
        blanks,
    )


def card_paper(told: Told, here: Place, *, sealed: bool) -> Paper:
    """One lawful path with all that the bot says of it, on the day it is asked for."""
    says = whole(told, here, sealed=sealed)
    matter = say("paper-matter", matter=Say(f"matter-{told.way.matter}"))
    return Paper(CARD, told.way.matter, here.today(), heading_of(CARD), (matter, *says), articles_of(told))


def review_form_paper(
    number: str, unit: str, *, answered_on: date, received_on: date, last_on: date, above: Value, today: date
) -> Paper:
    """A request for review (复查) to fill in and hand in to the office above, 《信访工作条例》第三十五条."""
    says = (
        say("paper-review-to", above=above),
        say("paper-review-about", number=number, unit=Unit(unit), day=Day(answered_on)),
        say("paper-review-received", day=Day(received_on)),
        say("paper-review-asked"),
    )
    blanks = (
        (say("paper-blank-name"), 1),
        (say("paper-blank-phone"), 1),
        (say("paper-blank-address"), 1),
        (say("paper-blank-request"), 3),
        (say("paper-blank-reasons"), 5),
        (say("paper-blank-signed"), 1),
    )
    return Paper(
        REVIEW_FORM,
        number,
        today,
        heading_of(REVIEW_FORM),
        says,
        Cites((("信访工作条例", 35),)),
        (say("paper-review-last", day=Day(last_on)),),
        blanks=blanks,
    )


def _row(clock: ClockShown) -> Clock:
    return _ROWS[clock.name, clock.kind]


def _for_resident(clock: Clock) -> bool:
    return clock.window and clock.who is Role.RESIDENT


def _to_begin(clock: Clock, done: Done, begun: tuple[ClockShown, ...]) -> bool:
    """Whether a window of the resident's begins with a move that comes next."""
    starts = move_named(clock.starts)
    applies = clock.items is None or done.item in clock.items
    running = clock.name in {one.name for one in begun}
    comes = done.after in starts.leaves and not starts.reaches
    return _for_resident(clock) and applies and comes and not running and clock.kind is ClockKind.LAW


def _window(clock: Clock) -> Say:
    return say("paper-window", what=Say(f"clock-{clock.name}"), days=clock.days or 0)


def _cites(articles: Iterable[Article]) -> Cites:
    return Cites(tuple((one.law.partition("-")[0], one.number) for one in dict.fromkeys(articles)))
