"""One lawful path as a card: lines short enough for a small phone, as message ids and values.

The first page says where to go, with what and by when; the second how long it takes and what follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cases.calendar import Calendar
from cases.limits import Limit, Standing, Unit, last_day, standing
from cases.matters import Article
from cases.path import MatterPaths, Path, PathKind
from cases.paths import AUTHORITIES
from dialogs.engine.kinds import Today
from dialogs.engine.questions import Answer
from dialogs.engine.view import Cites, Day, Listed, Say, Value, say
from dialogs.engine.view import Unit as Named

MOST_CITED = 3
"""Articles on the first page; the second has them all."""
URGENT = frozenset({"110", "119", "120", "122"})
"""Where these are called, nobody asks how many days it takes."""
RECEIVED = {"decision_known": "decision_received"}
"""A day that is also told by another: who received a decision knows it."""


@dataclass(frozen=True)
class Place:
    """By which calendar and from which day last days are counted."""

    calendar: Calendar
    today: Today


@dataclass(frozen=True)
class Told:
    """What the resident told, and the path to show: the one at `place` of those `paths` that are open.

    `day` is the answer to the question on `event`: a `Since` answer, or None.
    """

    way: MatterPaths
    answers: Mapping[str, str]
    paths: tuple[Path, ...]
    place: int
    event: str | None
    day: Answer

    @property
    def path(self) -> Path:
        """The path to show."""
        return self.paths[self.place]

    def began_on(self, limit: Limit) -> date | None:
        """The day a limit runs from, where it was told; the first day of a month or a year."""
        told = limit.counted_from in (self.event, *(k for k, v in RECEIVED.items() if v == self.event))
        known = told and isinstance(self.day, dict) and "on" in self.day
        return date.fromisoformat(self.day["on"]) if known else None

    @property
    def unread(self) -> bool:
        """Whether the day was told in words that are no date: no last day is counted from it."""
        return isinstance(self.day, dict) and "words" in self.day

    @property
    def rough(self) -> bool:
        """Whether the day was told by its month or year alone."""
        return isinstance(self.day, dict) and self.day.get("precision") in ("month", "year")


def first_page(told: Told, here: Place, *, sealed: bool) -> tuple[Say, ...]:
    """Where to go, how, with what, by when, at what cost, the law; and how the office stands to it."""
    path = told.path
    return (
        _name(told),
        say("card-who", who=Listed(tuple(_authority(who) for who in path.who))),
        Say(f"path-how-{path.how}"),
        say("card-bring", items=Listed(tuple(Say(f"path-bring-{item}") for item in path.bring))),
        *((say("card-unread"),) if told.unread else ()),
        *_by(told, here),
        *(_elsewhere(told, here) if told.place == 0 else ()),
        say("card-cost", cost=Say(f"path-cost-{path.cost.rule}")),
        *((say("card-call", numbers=Listed(path.hotline)),) if path.hotline else ()),
        say("card-law", articles=_cited(_foremost(told))),
        *((_stand(told, sealed=sealed),) if told.place == 0 or sealed else ()),
    )


def more_page(told: Told) -> tuple[Say, ...]:
    """How long it takes, what if it fails, legal aid, what to know, and every article."""
    return (_name(told), *_after(told), say("card-law", articles=articles_of(told)))


def whole(told: Told, here: Place, *, sealed: bool) -> tuple[Say, ...]:
    """Both pages as one, for a paper; its articles are `articles_of`."""
    first = (said for said in first_page(told, here, sealed=sealed) if said.id != "card-law")
    return (*first, *_after(told))


def articles_of(told: Told) -> Cites:
    """Every article a path rests on."""
    path = told.path
    return _cited(
        (
            *path.articles,
            *(limit.article for limit in (*path.limits(told.answers), *path.answers)),
            *((path.cost.article,) if path.cost.article else ()),
            *(article for aid in path.aid for article in aid.articles),
        )
    )


def _after(told: Told) -> tuple[Say, ...]:
    path = told.path
    following: Value = Say(f"path-next-{path.then_say}")
    if path.then is not None:
        following = Say(f"path-name-{told.way.find(path.then).name}")
    return (
        *_takes(path),
        say("card-then", following=following),
        *(Say(f"path-aid-{aid.rule}") for aid in path.aid),
        *(Say(f"path-note-{note}") for note in path.notes),
    )


def _name(told: Told) -> Say:
    name = Say(f"path-name-{told.path.name}")
    if len(told.paths) == 1:
        return say("card-only", name=name)
    return say("card-path", number=told.place + 1, count=len(told.paths), name=name)


def _by(told: Told, here: Place) -> Iterator[Say]:
    """Each limit: its last day where the day was told, else its length and where it begins.

    Of several that run from one day, as 48 hours and seven days (《医疗纠纷预防和处理条例》第二十六条), the
    first has its last day told.
    """
    rough = provisional = False
    dated: set[str] = set()
    for limit in told.path.limits(told.answers):
        began_on = told.began_on(limit)
        if began_on is None or limit.counted_from in dated:
            yield say("card-by", time=_time(limit), counted=Say(f"path-from-{limit.counted_from}"))
            continue
        dated.add(limit.counted_from)
        last = last_day(limit, began_on, here.calendar)
        rough, provisional = told.rough, provisional or last.provisional
        yield say(f"path-by-{standing(last.on, here.today())}", day=Day(last.on))
    if rough:
        yield say("card-rough")
    if provisional:
        yield say("card-provisional")


def _elsewhere(told: Told, here: Place) -> Iterator[Say]:
    """On the first path: what is near or past on a later one."""
    for path in told.paths[1:]:
        for limit in path.limits(told.answers):
            began_on = told.began_on(limit)
            if began_on is None:
                continue
            last_on = last_day(limit, began_on, here.calendar).on
            stands = standing(last_on, here.today())
            if stands is not Standing.OPEN:
                name = Say(f"path-name-{path.name}")
                yield say("card-by-other", name=name, by=say(f"path-by-{stands}", day=Day(last_on)))


def _takes(path: Path) -> Iterator[Say]:
    if not path.answers and path.kind is not PathKind.NEGOTIATION and URGENT.isdisjoint(path.hotline):
        yield say("card-takes-unsaid")
    for limit in path.answers:
        yield say("card-takes", time=_time(limit), counted=Say(f"path-from-{limit.counted_from}"))
        if limit.extend:
            yield say("path-longer-extend", amount=_length(limit.extend, limit.unit))
        if limit.at_most:
            yield say("path-longer-at-most", amount=_length(limit.at_most, limit.unit))


def _time(limit: Limit) -> Say:
    return say(f"path-time-{limit.unit.replace('_', '-')}", amount=limit.amount)


def _length(amount: int, unit: Unit) -> Say:
    return say(f"card-length-{unit.replace('_', '-')}", amount=amount)


def _stand(told: Told, *, sealed: bool) -> Say:
    return say("card-sealed") if sealed else Say(f"path-office-{told.way.stand(told.answers).rule}")


def _authority(who: str) -> Value:
    return Say(f"path-who-{who}") if who in AUTHORITIES else Named(who)


def _foremost(told: Told) -> tuple[Article, ...]:
    """Those of the limits to keep, then the path's own, at most MOST_CITED."""
    limits = (limit.article for limit in told.path.limits(told.answers))
    return tuple(dict.fromkeys((*limits, *told.path.articles)))[:MOST_CITED]


def _cited(articles: tuple[Article, ...]) -> Cites:
    return Cites(tuple((one.law.partition("-")[0], one.number) for one in dict.fromkeys(articles)))
