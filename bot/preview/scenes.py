"""The views that stand outside any question: the menu, the greeting, receipts and all other outcomes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.preview.samples import NUMBER, STORY, outcomes
from cases.path import MatterPaths
from cases.paths import PATHS
from dialogs import front
from dialogs.engine.questions import Question
from dialogs.engine.session import SUMMARY, Dialog, Session
from dialogs.engine.view import Button, Say, View, say
from dialogs.rooms import WORDS
from dialogs.state import State


@dataclass(frozen=True)
class Scene:
    """A view and what it is called."""

    name: str
    view: View


def front_scenes(dialogs: Mapping[str, Dialog]) -> Iterator[Scene]:
    """The menu, the greetings, and what is asked before something is deleted."""
    begun = Session("", {"consent": "agree"})
    draft = State(language="zh", drafts={"complaint": begun})
    yield Scene("language", front.language_asked())
    yield Scene("menu", front.menu(State(language="zh"), say("welcome"), say("menu")))
    yield Scene("menu, a draft begun", front.menu(draft))
    yield Scene("after a pause", front.greeting(State(language="zh"), None))
    yield Scene("after a pause, a draft begun", front.greeting(draft, None))
    yield Scene("cancel", front.cancel_asked(begun, None))
    yield Scene("withdraw", front.withdraw_asked(NUMBER, View(())))


def outcome_scenes() -> Iterator[Scene]:
    """What is said of each outcome, whole and with what may be missing left out."""
    for kind, words in WORDS.items():
        seen: list[View] = []
        for outcome in outcomes(kind):
            shown = View(*words(outcome))
            if shown not in seen and (shown.says or shown.rows):
                seen.append(shown)
                yield Scene(kind.__name__ + (", another" if len(seen) > 1 else ""), shown)


def question_view(dialog: Dialog, question: Question) -> View:
    """A question as it is first asked, with every option it may ever show."""
    kind = question.kind
    shown = list(kind.rows(None, {}, None))
    offered = {option.id for row in shown for option in row}
    shown += [(option,) for option in kind.declared if option.id not in offered]
    rows = [
        tuple(Button(question.id, o.id, o.label or Say(f"{dialog.id}-{question.id}-{o.id}")) for o in row)
        for row in shown
    ]
    if question.optional:
        rows.append((Button(question.id, "skip", say("button-skip")),))
    asked = Say(question.text or f"{dialog.id}-{question.id}")
    return View((*kind.leads({}, None), asked), tuple(rows))


def summary_view(dialog: Dialog) -> View:
    """The summary, with a sample behind every label."""
    told = [q for q in dialog.questions if not q.quiet and not q.stops]
    lines = [say("summary-line", label=Say(f"{dialog.id}-{q.id}-label"), value=STORY[:9]) for q in told]
    rows = (
        (Button(SUMMARY, "submit", say("button-submit")),),
        (Button(SUMMARY, "change", say("button-change")), Button(SUMMARY, "back", say("button-back"))),
    )
    return View((Say(f"{dialog.id}-summary"), *lines, Say(f"{dialog.id}-submit")), rows)


def cards(dialog: Dialog, way: MatterPaths) -> Iterator[tuple[View, View]]:
    """Every path of a matter as its card: the first page and the rest, before any splitting answer."""
    card = dialog.question("card")
    assert card is not None
    for place in range(len(PATHS[way.matter].paths)):
        shown = [
            View(card.kind.leads({"matter": way.matter}, cursor)) for cursor in (f"{place}", f"{place}+")
        ]
        yield shown[0], shown[1]
