"""What a lawful path is: when it fits, who decides, what to bring, by when, at what cost, and what then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from cases.limits import Limit
from cases.matters import Article

Answers = Mapping[str, str]
"""Option ids by question id."""
AIDS = ("means", "worker", "anyone")
"""Legal aid: where means are short (第二十九条, 第三十一条); short means taken as shown (第四十二条);
whatever the means (第三十二条); all of 《法律援助法》."""
PLAIN_OPTIONS = ("unsure",)
COSTS = ("free", "court", "court_loser", "fees", "none_named")


class PathKind(StrEnum):
    """What kind of procedure a path is."""

    ADMINISTRATIVE = "administrative"
    MEDIATION = "mediation"
    ARBITRATION = "arbitration"
    LITIGATION = "litigation"
    RECONSIDERATION = "reconsideration"
    PETITION = "petition"
    POLICE = "police"
    COURT_ORDER = "court_order"
    DISCIPLINE = "discipline"
    SUPERVISION = "supervision"
    INFORMATION_DISCLOSURE = "information_disclosure"
    LEGAL_AID = "legal_aid"
    NEGOTIATION = "negotiation"
    PROCURATORATE = "procuratorate"
    COURT = "court"
    REVIEW = "review"


@dataclass(frozen=True)
class When:
    """A condition as data: the answer to `question` is one of `one_of`. A question not answered, or never
    asked, excludes nothing."""

    question: str
    one_of: tuple[str, ...]

    def holds(self, answers: Answers) -> bool:
        """Whether the answers so far leave this open."""
        return self.question not in answers or answers[self.question] in self.one_of


def hold(conditions: tuple[When, ...], answers: Answers) -> bool:
    """Whether all conditions hold."""
    return all(one.holds(answers) for one in conditions)


@dataclass(frozen=True)
class Question:
    """One short question that splits a matter. `asked`: only where these hold."""

    id: str
    options: tuple[str, ...]
    asked: tuple[When, ...] = ()

    def option_word(self, option: str) -> str:
        """What ends the message of an option, after `path-option-`; yes and no answer what is asked."""
        return option if option in PLAIN_OPTIONS else f"{self.id}-{option}"


@dataclass(frozen=True)
class By:
    """A limit the resident must keep, and when it applies."""

    limit: Limit
    fits: tuple[When, ...] = ()


@dataclass(frozen=True)
class Cost:
    """What it costs: one of COSTS, and the article that says so, None where none is at hand."""

    rule: str
    article: Article | None = None


@dataclass(frozen=True)
class Aid:
    """Where legal aid (法律援助) may be had: one of AIDS, and its articles."""

    rule: str
    articles: tuple[Article, ...]


@dataclass(frozen=True)
class Path:
    """One lawful path. `name` and `how` are worded in `path-name-…` and `path-how-…`."""

    id: str
    name: str
    how: str
    kind: PathKind
    fits: tuple[When, ...]
    who: tuple[str, ...]  # units of the office or authorities, the first to be gone to
    bring: tuple[str, ...]
    answers: tuple[Limit, ...]  # how long they take, () where no article says
    by: tuple[By, ...]
    cost: Cost
    articles: tuple[Article, ...]
    hotline: tuple[str, ...]
    then: str | None  # the id of a later path of this matter, where this one fails
    then_say: str | None  # or what is said instead, `path-next-…`
    aid: tuple[Aid, ...]
    notes: tuple[str, ...]

    def fits_answers(self, answers: Answers) -> bool:
        """Whether what was answered so far leaves this path open."""
        return hold(self.fits, answers)

    def limits(self, answers: Answers) -> tuple[Limit, ...]:
        """The limits to keep, given the answers."""
        return tuple(one.limit for one in self.by if hold(one.fits, answers))


@dataclass(frozen=True)
class Stand:
    """How the petition office itself stands to a matter. `rule` is an item of 《信访工作条例》第三十一条
    ("1" to "6"), or the kind of a matter that is no claim."""

    rule: str
    fits: tuple[When, ...] = ()


@dataclass(frozen=True)
class MatterPaths:
    """One matter's questions and its paths, in the order to try them."""

    matter: str
    questions: tuple[Question, ...]
    paths: tuple[Path, ...]
    office: tuple[Stand, ...]

    def question_to_ask(self, answers: Answers) -> Question | None:
        """The first question still to be asked, None where all is known."""
        return next((q for q in self.questions if q.id not in answers and hold(q.asked, answers)), None)

    def open_paths(self, answers: Answers) -> tuple[Path, ...]:
        """The paths that fit what was answered, in order; before any answer, all of them."""
        return tuple(path for path in self.paths if path.fits_answers(answers))

    def stand(self, answers: Answers) -> Stand:
        """How the petition office stands to it: the first that fits."""
        return next(one for one in self.office if hold(one.fits, answers))

    def find(self, path_id: str) -> Path:
        """The path of this id. Raises KeyError."""
        return {path.id: path for path in self.paths}[path_id]

    def all_answers(self) -> tuple[dict[str, str], ...]:
        """Every way the questions can be answered to the end."""
        ways: set[tuple[tuple[str, str], ...]] = set()
        for chosen in product(*(q.options for q in self.questions)):
            way: dict[str, str] = {}
            for q, option in zip(self.questions, chosen, strict=True):
                if hold(q.asked, way):
                    way[q.id] = option
            ways.add(tuple(way.items()))
        return tuple(dict(way) for way in sorted(ways))
