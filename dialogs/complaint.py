"""The complaint dialog. To change a question: its line here, its messages in `locales/*/complaint.ftl`."""

from __future__ import annotations

from dataclasses import dataclass

from cases import roles
from cases.matters import GROUPS, MATTERS, Matter, matters_in
from cases.office import Office
from cases.places import TOWNS, Level
from dialogs.engine.collecting import Files, Story
from dialogs.engine.events import Event, Pressed
from dialogs.engine.kinds import Choice, Money, Number, Phone, Plain, Rows, Since, Text, Today, choice
from dialogs.engine.pick import Node, Pick, Tree
from dialogs.engine.questions import Answer, Answers, If, Looked, Option, Question, Refused, when
from dialogs.engine.session import Dialog
from dialogs.engine.view import Place, Say, Value, say
from dialogs.finder import finder

MOST_FILES = 9
STORY_CHARS = 8000
SEALED = frozenset(roles.SEALED)


@dataclass(frozen=True)
class Consent(Plain):
    """The privacy notice in three lines, whole on request (《个人信息保护法》第十七条)."""

    whole: Say
    accepts = ("choice",)

    @property
    def declared(self) -> tuple[Option, ...]:
        """Agree, read all of it, not agree."""
        return (Option("agree"), Option("more"), Option("disagree"))

    def read(self, event: Event, kept: Answer, answers: Answers, cursor: str | None) -> Answer | Looked:
        """Only a pressed "agree" agrees."""
        match event:
            case Pressed(option="agree"):
                return "agree"
            case Pressed(option="more"):
                return Looked("more")
            case Pressed(option="disagree"):
                raise Refused("consent-needed")
            case _:
                raise Refused("consent-first")

    def holds(self, answer: Answer, answers: Answers) -> bool:
        """Agreed."""
        return bool(answer == "agree")

    def rows(self, kept: Answer, answers: Answers, cursor: str | None) -> Rows:
        """Agree; read all of it; not agree."""
        more = () if cursor == "more" else (Option("more"),)
        return ((Option("agree"),), (*more, Option("disagree")))

    def opened(self, cursor: str | None) -> Say | None:
        """The whole notice."""
        return self.whole if cursor == "more" else None

    def shown(self, answer: Answer) -> Value | None:
        """The option's own message."""
        return None


@dataclass(frozen=True)
class Closed(Plain):
    """A sealed matter before the office has its discipline keys: it says where to turn and takes nothing."""

    accepts = ("choice",)

    def read(self, event: Event, kept: Answer, answers: Answers, cursor: str | None) -> Answer | Looked:
        """Nothing is taken."""
        raise Refused("sealed-takes-nothing")

    def holds(self, answer: Answer, answers: Answers) -> bool:
        """Never answered."""
        return False

    def shown(self, answer: Answer) -> Value | None:
        """Nothing to show."""
        return None


def matter_tree() -> Tree:
    """The matters in their groups."""
    nodes: list[Node] = []
    for group in GROUPS:
        nodes.append(Node(group, "", Say(f"group-{group}")))
        nodes += [Node(m.id, group, Say(f"matter-{m.id}"), (m.zh,)) for m in matters_in(group)]
    return Tree(tuple(nodes))


def matter_pick() -> Pick:
    """One matter: out of its group, by its name, or out of three that the resident's words may mean."""
    return Pick(matter_tree(), finder=finder().offered)


def place_tree(office: Office) -> Tree:
    """Towns and townships with their villages; each itself; and elsewhere. The county needs no choosing."""
    nodes = []
    for place in office.places.by_code.values():
        if place.level is Level.COUNTY:
            continue
        label: Value = Place(place.code)
        if place.level is Level.ITSELF:
            label = say("place-itself", place=Place(place.parent))
        elif place.level is Level.ELSEWHERE:
            label = say("place-elsewhere")
        parent = place.parent if place.level not in TOWNS else ""
        names = tuple(n for n in (place.zh, place.bo) if n) if place.level is not Level.ITSELF else ()
        if parent and names:  # a village is often named with its township: 阿扎镇阿扎村
            names = (*names, office.places.get(parent).zh + place.zh)
        nodes.append(Node(place.code, parent, label, names, whole=place.level is Level.ITSELF))
    return Tree(tuple(nodes))


def _matters(fits: frozenset[Matter]) -> If:
    return If("matter", frozenset(m.id for m in fits))


def complaint(office: Office, today: Today) -> Dialog:
    """The dialog over an office's places. Raises DialogInvalid if it is built wrong."""
    money = _matters(frozenset(m for m in MATTERS.values() if m.money))
    several = _matters(frozenset(m for m in MATTERS.values() if m.money or m.several))
    identity = Choice(
        (
            Option("named"),
            Option("confidential"),
            Option("anonymous", asked=_matters(frozenset(m for m in MATTERS.values() if m.anonymous))),
        )
    )
    return Dialog(
        "complaint",
        questions=(
            Question("consent", Consent(say("complaint-consent-whole")), quiet=True),
            Question("matter", matter_pick()),
            Question("sealed", Closed(), asked=If("matter", SEALED), stops=True),
            Question(
                "place", Pick(place_tree(office), accepts=("choice", "place", "text"), with_branch=True)
            ),
            Question("facts", Story(max_chars=STORY_CHARS)),
            Question("request", Text(max_chars=1000)),
            Question("since", Since(today), optional=True),
            Question("amount", Money(), asked=money, optional=True),
            Question("people", Number(1, 100_000), asked=several, optional=True),
            Question("told_before", choice("no", "yes", across=2)),
            Question("told_where", Text(max_chars=300), asked=when("told_before", "yes"), optional=True),
            Question("evidence", Files(most=MOST_FILES), optional=True),
            Question("behalf", choice("self", "other", across=2)),
            Question("behalf_name", Text(max_chars=60), asked=when("behalf", "other")),
            Question("behalf_relation", Text(max_chars=60), asked=when("behalf", "other")),
            Question("identity", identity),
            Question("name", Text(max_chars=60), asked=when("identity", "named", "confidential")),
            Question("phone", Phone(), asked=when("identity", "named", "confidential"), optional=True),
        ),
    )
