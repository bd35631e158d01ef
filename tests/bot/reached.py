"""What transcripts reach: which questions were asked, which options pressed, which messages shown.

The whole is not listed by hand. Questions and options are the dialogs' own, buttons those of the rooms, and
messages are all that stand in `locales/zh` but for `ELSEWHERE` and `EXCEPT`, each with its reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest

from bot.words.bubbles import Bubble, messages_of
from bot.words.messages import LANGUAGES, read_folder
from bot.words.texts import Texts
from bot.words.uses import uses
from cases.office import load_office
from dialogs import front
from dialogs.danger import is_alarmed
from dialogs.engine.events import Event, Pressed
from dialogs.engine.session import SUMMARY, Dialog
from dialogs.engine.view import Say, Value, View
from dialogs.moment import Heard, Moment
from dialogs.reception import Reception
from dialogs.rooms import CASES, PRESSES, every_dialog
from dialogs.state import State

ROOT = Path(__file__).parents[2]
ELSEWHERE: Mapping[str, str] = {
    "staff.ftl": "the staff's own screens and bot; tests/web/desk and tests/telegram look at them",
    "figures-staff.ftl": "figures at the desk and the yearly report; tests/figures look at them",
    "moves-staff.ftl": "as staff.ftl",
    "web.ftl": "what stands around the web chat, not in it; tests/web/residents look at it in a browser",
    "words.ftl": "what is understood, never shown",
}
"""Files of messages that are not said in a conversation, and why not."""
EXCEPT: Mapping[str, str] = {
    "command-*": "Telegram's own list of commands shows them; tests/telegram",
    "telegram-*": "the bot's name and description in Telegram; tests/telegram",
    "fault-waiting": "Telegram alone, where a turn fails; tests/telegram/test_residents_troubles.py",
    "fault-try-again": "a fault of the program's own; tests/bot/test_rehearse.py",
    "service-down": "a database that is gone; tests/bot/test_rehearse.py",
    "person": "where a person is found, on channels that take no personal details",
    "person-missed": "a talk closed behind the conversation's back; tests/bot/test_person.py",
    "too-fast": "the web's limit; tests/web/residents",
    "paper-[!r]*": "stands on a document; tests/papers",
    "paper-review-*": "stands on a document; tests/papers",
    "poster-*": "stands on a poster; tests/papers",
    "verify-*": "the page that verifies a document; tests/web/residents",
    "web-paper": "the web chat's link to a document; tests/web/residents",
    "voice-clip": "what a screen reader says of a clip in the web chat; tests/web/residents",
    "mydata-readme*": "stands in the copy one takes away; tests/bot/test_mydata.py",
    "mydata-fetch": "the web chat's link to that copy; tests/web/residents",
    "menu-menu": "the button in the web chat's head; tests/web/residents",
    "already-filed": "one draft submitted twice at once, kept apart by the lock; tests/dialogs",
    "clock-promise-provisional*": "a promise never moves with holidays; the law's days do",
    "review-no-passed": "no case closes today before its days for a review have run",
    "no-promises": "no case is today without a duty of staff",
    "visit-already": "one appointment booked twice at once; tests/bot/test_visits.py",
    "weekday-[12567]": "a reception falls on days of its table; tests/dialogs/test_visit.py",
    "voice-script": "what is printed for who records the clips; tests/bot/test_voices.py",
}
"""Messages no transcript can reach, and why not; `*` stands for anything."""
UNHEARD = ("refused-not-an-option", "refused-stale-button")
"""What is said of a press that did nothing."""
ONLY: Mapping[str, str] = {"draft-mark": "bo", "danger-any": "zh"}
"""Shown in one language alone: the mark of a Tibetan draft; what is told in both at once."""
BROUGHT = "case"
"""A quiet question that the button which opens its dialog has answered: nobody is asked it."""


@dataclass
class Reached:
    """What the transcripts of one language reached. A node is `complaint facts`, a press `facts:done`."""

    language: str
    nodes: set[str] = field(default_factory=set)
    messages: set[str] = field(default_factory=set)

    @contextmanager
    def recording(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
        """While it lasts, all that residents are shown and press is written down."""
        view, text, hear = Texts.view, Texts.text, Reception.hear

        def worded(texts: Texts, message: str, /, **values: Value) -> str:
            if texts.language == self.language:
                self.messages.add(message)
            return text(texts, message, **values)

        def viewed(texts: Texts, shown: View) -> Bubble:
            bubble = view(texts, shown)
            if texts.language == self.language:
                self.messages.update(messages_of(shown))
                self.messages.update(("draft-mark", "language-zh") if bubble.mark else ())
                if shown.asks:
                    self.nodes.add(f"{shown.asks.dialog} {shown.asks.question}")
            return bubble

        def heard(house: Reception, state: State, event: Event, moment: Moment) -> Heard:
            after = hear(house, state, event, moment)
            if isinstance(event, Pressed) and state.language in (None, self.language):
                says = after.view.says[is_alarmed(after.view) :]
                if not (says and says[0].id in UNHEARD):
                    self.nodes |= {_pressed(state, event), f"{event.question}:{event.option}"}
            return after

        with monkeypatch.context() as patched:
            patched.setattr(Texts, "view", viewed)
            patched.setattr(Texts, "text", worded)
            patched.setattr(Reception, "hear", heard)
            yield

    def lacking(self) -> list[str]:
        """What no transcript of this language reached, one line each: what, and where it is said."""
        lines = [
            f"{self.language}: no transcript {'presses' if ':' in node else 'asks'} {node}"
            for node in nodes()
            if node not in self.nodes
        ]
        said_by = messages(self.language)
        lines += [
            f"{self.language}: no transcript shows {{{message}}}, said by {said_by[message]}"
            for message in said_by
            if message not in self.messages
        ]
        return lines

    @property
    def told(self) -> str:
        """How much was reached, in one line."""
        parts = []
        for what, whole, mine in (
            ("questions", {n for n in nodes() if ":" not in n}, self.nodes),
            ("options", {n for n in nodes() if ":" in n}, self.nodes),
            ("messages", messages(self.language).keys(), self.messages),
        ):
            parts.append(f"{len(whole & mine)} of {len(whole)} {what}")
        return f"{self.language}: {', '.join(parts)}"


REACHED = {language: Reached(language) for language in LANGUAGES}
"""What the transcripts of this run reached."""


def _pressed(state: State, press: Pressed) -> str:
    option = press.option.partition(".")[0] if press.question == front.CASE else press.option
    option = "change" if press.question == SUMMARY and option.startswith("change") else option
    return _option(state.open[-1] if state.open else "", press.question, option)


def _option(dialog: str, question: str, option: str) -> str:
    """How an option is called; what may be pressed from anywhere has no dialog."""
    anywhere = question == front.CASE or question in PRESSES
    return f"{question}:{option}" if anywhere else f"{dialog} {question}:{option}"


def nodes() -> dict[str, None]:
    """Every question, and every option that may be pressed, as the dialogs and the rooms have them."""
    found: dict[str, None] = {}
    for dialog in _dialogs().values():
        for q in dialog.questions:
            if q.quiet and q.id == BROUGHT:
                continue
            tree: Any = getattr(q.kind, "tree", None)
            # One tree is the same in every dialog; places are the office's data, one is as good as another.
            for node in tree.nodes if tree else ():
                if isinstance(node.label, Say) and not node.label.args:
                    found[f"{q.id}:{node.id}"] = None
            options = [*(option.id for option in q.kind.declared), *(["skip"] if q.optional else [])]
            found |= dict.fromkeys([f"{dialog.id} {q.id}"])
            found |= dict.fromkeys(_option(dialog.id, q.id, option) for option in options)
        if dialog.summary:
            found |= dict.fromkeys([f"{dialog.id} {SUMMARY}"])
            found |= dict.fromkeys(
                f"{dialog.id} {SUMMARY}:{option}" for option in ("submit", "change", "back")
            )
    found |= dict.fromkeys(f"menu:{option}" for row in front.MENU_ROWS for option in row)
    return found | dict.fromkeys(f"{front.CASE}:{action}" for action in CASES)


def messages(language: str) -> dict[str, str]:
    """Every message residents may be told in a conversation in this language, and by whom it is said."""
    where = uses(ROOT, load_office(ROOT / "office" / "jiali")).ids
    written = read_folder(ROOT / "locales" / language)[0].values()
    found = [m.id for m in written if Path(m.file).name not in ELSEWHERE and not excepted(m.id)]
    brought = {f"{dialog}-{BROUGHT}" for dialog in _dialogs()}
    skipped = brought | {message for message, only in ONLY.items() if only != language}
    return {i: where.get(i, "a message id kept in a variable") for i in found if i not in skipped}


def excepted(message: str) -> str | None:
    """Which exception a message falls under."""
    return next((way for way in EXCEPT if fnmatchcase(message, way)), None)


def _dialogs() -> Mapping[str, Dialog]:
    from tests.bot.houses import MORNING

    return every_dialog(load_office(ROOT / "office" / "jiali"), MORNING.date)
