"""All that is kept of a conversation, as data: its language, its drafts, what is open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from dialogs.engine.session import Session

PROOF = timedelta(minutes=15)
"""How long a typed code opens what it proves."""


@dataclass(frozen=True)
class State:
    """`open` is the stack of dialogs under way, the last on top; empty is the menu.

    `own` are the numbers of cases filed from here; `proved` the case whose code was typed
    last, and when; `acting` the same case once its answer was shown, whose text asks the code again;
    `arrival` what a deep link asked for before the language was known; `listening` that recorded clips are
    wanted beside the words; `chatting` the talk with a person that is open.
    """

    language: str | None = None
    open: tuple[str, ...] = ()
    drafts: Mapping[str, Session] = field(default_factory=dict)
    own: tuple[str, ...] = ()
    proved: tuple[str, datetime] | None = None
    acting: tuple[str, datetime] | None = None
    arrival: str = ""
    heard_at: datetime | None = None
    listening: bool = False
    chatting: str = ""

    @property
    def session(self) -> Session | None:
        """The session on top."""
        return self.drafts.get(self.open[-1]) if self.open else None

    def proves(self, number: str, now: datetime) -> bool:
        """Whether the code of this case was typed a moment ago."""
        return bool(self.proved and self.proved[0] == number and now - self.proved[1] <= PROOF)

    def may_act(self, number: str, now: datetime) -> bool:
        """Whether a button on this case does anything: it was filed here, or its code typed."""
        return number in self.own or self.proves(number, now)

    def may_ask(self, number: str, now: datetime) -> bool:
        """Whether a review of this case may be asked for or it be rated: its code was typed a moment ago,
        though its answer was shown since. Nothing of the case's words is shown by that."""
        shown = bool(self.acting and self.acting[0] == number and now - self.acting[1] <= PROOF)
        return shown or self.proves(number, now)

    def answer_shown(self) -> State:
        """With its text under the code again; what one does next upon it is not."""
        return replace(self, proved=None, acting=self.proved or self.acting)

    def on_top(self, dialog: str, session: Session) -> State:
        """With `session` of `dialog` on top of all else."""
        rest = tuple(d for d in self.open if d != dialog)
        return replace(self, open=(*rest, dialog), drafts={**self.drafts, dialog: session})

    def put_away(self, dialog: str) -> State:
        """With `dialog` no longer open; its draft is kept."""
        return replace(self, open=tuple(d for d in self.open if d != dialog))

    def without(self, dialog: str) -> State:
        """With neither `dialog` nor its draft."""
        kept = {d: s for d, s in self.drafts.items() if d != dialog}
        return replace(self.put_away(dialog), drafts=kept)

    def to_json(self) -> dict[str, Any]:
        """The state as JSON values."""
        return {
            "language": self.language,
            "open": list(self.open),
            "drafts": {d: s.to_json() for d, s in self.drafts.items()},
            "own": list(self.own),
            "proved": [self.proved[0], self.proved[1].isoformat()] if self.proved else None,
            "acting": [self.acting[0], self.acting[1].isoformat()] if self.acting else None,
            "arrival": self.arrival,
            "heard_at": self.heard_at.isoformat() if self.heard_at else None,
            "listening": self.listening,
            "chatting": self.chatting,
        }

    @staticmethod
    def from_json(stored: Mapping[str, Any], dialogs: Mapping[str, object]) -> State:
        """The state `to_json` wrote, by this release or an older one; a dialog that is gone is dropped."""
        drafts = {d: Session.from_json(s) for d, s in (stored.get("drafts") or {}).items() if d in dialogs}
        proved, acting = stored.get("proved"), stored.get("acting")
        heard_at = stored.get("heard_at")
        return State(
            language=stored.get("language"),
            open=tuple(d for d in stored.get("open") or () if d in drafts),
            drafts=drafts,
            own=tuple(stored.get("own") or ()),
            proved=(proved[0], datetime.fromisoformat(proved[1])) if proved else None,
            acting=(acting[0], datetime.fromisoformat(acting[1])) if acting else None,
            arrival=stored.get("arrival") or "",
            heard_at=datetime.fromisoformat(heard_at) if heard_at else None,
            listening=bool(stored.get("listening")),
            chatting=stored.get("chatting") or "",
        )
