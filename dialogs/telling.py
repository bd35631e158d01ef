"""What residents tell before a matter is chosen: three matters are offered, and the words are kept.

They are kept in the session under `TOLD`, which no question asks for, until a matter is chosen: then they are
the first piece of a complaint's story. Words that may speak of a sealed matter are kept nowhere.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs.complaint import SEALED, STORY_CHARS
from dialogs.engine.events import Event, Said
from dialogs.engine.pick import found, found_at
from dialogs.engine.session import Session
from dialogs.finder import finder
from dialogs.moment import Heard, Moment
from dialogs.outcomes import Effect, Unsay
from dialogs.state import State

if TYPE_CHECKING:
    from dialogs.reception import Reception

TOLD, MATTER, FACTS = "told", "matter", "facts"


def begun_by_words(house: Reception, state: State, event: Event, moment: Moment) -> Heard | None:
    """At the menu, words that say what happened begin the guidance; None for any other event."""
    offered = finder().offered(event.text) if isinstance(event, Said) else ()
    if not offered:
        return None
    cursor = (MATTER, found_at(offered))
    session, secret = with_words(Session(moment.fresh, cursor=cursor), event, keeps=house.full)
    state = state.on_top("guidance", session)
    return Heard(state, house.place(state), secret=secret)


def with_words(session: Session, event: Event, *, keeps: bool) -> tuple[Session, bool]:
    """A session that just offered what words may mean, with them; whether they are to be secret."""
    cursor = session.cursor
    offered = found(cursor[1]) if cursor and cursor[0] == MATTER and isinstance(event, Said) else ()
    if not isinstance(event, Said) or not offered:
        return session, False
    if not SEALED.isdisjoint(offered):
        return without_words(session), True
    before = session.answers.get(TOLD)
    text = f"{before}\n{event.text}" if before else event.text
    if not keeps or len(text) > STORY_CHARS:
        return session, False
    return replace(session, answers={**session.answers, TOLD: text}), False


def words_of(session: Session | None) -> str:
    """What was told; "" where nothing was."""
    return str(session.answers.get(TOLD) or "") if session else ""


def without_words(session: Session) -> Session:
    """A session in which nothing was told."""
    return replace(session, answers={q: a for q, a in session.answers.items() if q != TOLD})


def words_settled(dialog: str, session: Session) -> tuple[Session, tuple[Effect, ...]]:
    """Once a matter is chosen: a complaint takes the words into its story, a sealed one drops them."""
    words, matter = words_of(session), session.answers.get(MATTER)
    if not words or matter is None:
        return session, ()
    if matter in SEALED:
        return without_words(session), (Unsay(),)
    return (as_story(session, words) if dialog == "complaint" else session), ()


def as_story(session: Session, words: str) -> Session:
    """A complaint with `words` as a piece of its story, once; never of a sealed matter."""
    session = without_words(session)
    facts = session.answers.get(FACTS) or {}
    parts = [*facts.get("parts", ())]
    texts = [p["text"] for p in parts if "text" in p]
    too_long = sum(map(len, texts)) + len(words) > STORY_CHARS
    if not words or session.answers.get(MATTER) in SEALED or words in texts or too_long:
        return session
    story = {"parts": [*parts, {"text": words}], "done": False}
    return replace(session, answers={**session.answers, FACTS: story})
