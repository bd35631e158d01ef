"""What is said of the data held of a resident."""

from __future__ import annotations

from dialogs.engine.view import Button, Day, Say, Value, say
from dialogs.engine.view import Unit as Named
from dialogs.held import AllRead, Held, Opened, Openings

Told = tuple[tuple[Say, ...], tuple[tuple[Button, ...], ...]]


def held_words(outcome: Held) -> Told:
    """What is held, line by line."""
    says = [say("mydata-held"), say("mydata-held-language")]
    if outcome.since:
        says.append(say("mydata-held-messages", count=outcome.messages, day=Day(outcome.since)))
    says.append(say("mydata-held-draft" if outcome.draft else "mydata-held-no-draft"))
    if outcome.files:
        says.append(say("mydata-held-files", count=outcome.files))
    for one in outcome.talks:
        says.append(say("mydata-held-talk", day=Day(one.on), until=Day(one.until)))
    if outcome.cases:
        says.append(say("mydata-held-cases", count=len(outcome.cases)))
        says.append(say("mydata-held-mistakes"))
    says.append(say("mydata-held-rights"))
    return tuple(says), ()


def read_words(outcome: AllRead) -> Told:
    """Whether that was all, or the way to the next page."""
    if outcome.page >= outcome.pages:
        return (say("mydata-whole-end"),), ()
    following = Button("mydata", f"next.{outcome.page + 1}.{outcome.number}", say("button-next"))
    return (say("mydata-whole-page", page=outcome.page, pages=outcome.pages),), ((following,),)


def openings_words(outcome: Openings) -> Told:
    """Who opened a case, and when."""
    says = [say("mydata-openings", number=outcome.number)]
    if outcome.sealed:
        return (*says, say("mydata-sealed", day=Day(outcome.filed_on))), ()
    if outcome.earlier:
        says.append(say("mydata-openings-earlier", count=outcome.earlier))
    return (*says, *(opened_line(one) for one in outcome.openings), say("mydata-openings-names")), ()


def opened_line(one: Opened) -> Say:
    """One line of who opened a case."""
    who: Value = Say(f"mydata-by-{one.role}")
    if one.unit is not None:
        who = say("mydata-by-of", unit=Named(one.unit))
    return say("mydata-opened", day=Day(one.on), who=who, act=Say(f"mydata-act-{one.act}"))
