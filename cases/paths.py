"""The lawful paths of every matter (design 4.1): what splits it, where to go, with what, by when, and then.

Data are in `catalogue/`: `shared.toml` holds the questions, authorities and paths that several matters use
(`like` takes one over, and what stands beside it replaces that part); every other file holds the matters of
one group. All words are messages of `locales/*/paths.ftl`; their ids are made in `messages_of`, so that each
is worded once. What cannot be right refuses to load (TableInvalid); the units named are those of an office,
checked by `check_units`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path as File
from typing import TYPE_CHECKING, Any

from cases.errors import TableInvalid
from cases.laws import law_of
from cases.limits import NEAR_DAYS, Limit, Standing, Unit, last_day, standing
from cases.matters import MATTERS, Article, Kind
from cases.path import AIDS, COSTS, Aid, Answers, By, Cost, MatterPaths, Path, PathKind, Question, Stand, When
from cases.tables import read_toml

if TYPE_CHECKING:
    from cases.office import Office

__all__ = [
    "AUTHORITIES",
    "MESSAGES",
    "NEAR_DAYS",
    "PATHS",
    "Aid",
    "Answers",
    "By",
    "Cost",
    "Limit",
    "MatterPaths",
    "Path",
    "PathKind",
    "Question",
    "Stand",
    "Standing",
    "Unit",
    "When",
    "articles_in",
    "check_units",
    "last_day",
    "messages_of",
    "read_catalogue",
    "read_tables",
    "standing",
]
CATALOGUE = File(__file__).with_name("catalogue")
SHARED = "shared.toml"
ITEMS = ("1", "2", "3", "4", "5", "6")
Table = Mapping[str, Any]
PATH_KEYS = {
    *("id", "like", "name", "how", "kind", "fits", "who", "bring", "answers", "by", "cost", "articles"),
    *("hotline", "then", "then_say", "aid", "notes"),
}
MATTER_KEYS = {"questions", "paths", "office"}


def _articles(texts: Any) -> tuple[Article, ...]:
    articles = tuple(Article.parse(text) for text in texts)
    for article in articles:
        law_of(article)
    return articles


def _article(text: str | None) -> Article | None:
    return _articles((text,))[0] if text else None


def _whens(table: Table) -> tuple[When, ...]:
    return tuple(When(question, tuple(one_of)) for question, one_of in table.items())


def _limit(row: Table) -> Limit:
    (article,) = _articles((row["article"],))
    more = row.keys() - {"within", "unit", "from", "article", "extend", "at_most", "fits"}
    if more:
        raise TableInvalid(f"a limit has no {', '.join(sorted(more))}")
    unit = Unit(row["unit"])
    return Limit(row["within"], unit, row["from"], article, row.get("extend"), row.get("at_most"))


def _taken_over(row: Table, shared: Table) -> Table:
    if "like" not in row:
        return {}
    whole = {**shared[row["like"]], "name": row["like"]}
    if "then" in row or "then_say" in row:  # one or the other
        whole = {key: value for key, value in whole.items() if key not in ("then", "then_say")}
    return whole


def _path(row: Table, shared: Table) -> Path:
    whole = {**_taken_over(row, shared), **row}
    if unknown := whole.keys() - PATH_KEYS:
        raise TableInvalid(f"a path has no {', '.join(sorted(unknown))}")
    name: str = whole.get("name") or whole["id"]
    cost = whole["cost"]
    return Path(
        id=whole.get("id", name),
        name=name,
        how=whole.get("how", name),
        kind=PathKind(whole["kind"]),
        fits=_whens(whole.get("fits", {})),
        who=tuple(whole["who"]),
        bring=tuple(whole["bring"]),
        answers=tuple(_limit(one) for one in whole.get("answers", ())),
        by=tuple(By(_limit(one), _whens(one.get("fits", {}))) for one in whole.get("by", ())),
        cost=Cost(cost["rule"], _article(cost.get("article"))),
        articles=_articles(whole["articles"]),
        hotline=tuple(whole.get("hotline", ())),
        then=whole.get("then"),
        then_say=whole.get("then_say"),
        aid=tuple(Aid(one["rule"], _articles(one["articles"])) for one in whole.get("aid", ())),
        notes=tuple(whole.get("notes", ())),
    )


def _matter(matter: str, data: Table, shared: Table) -> MatterPaths:
    if unknown := data.keys() - MATTER_KEYS:
        raise TableInvalid(f"a matter has no {', '.join(sorted(unknown))}")
    asked = {row["ask"]: row for row in data.get("questions", ())}
    questions = tuple(
        Question(ask, tuple(shared["questions"][ask]), _whens(row.get("asked", {})))
        for ask, row in asked.items()
    )
    paths = tuple(_path(row, shared["paths"]) for row in data["paths"])
    stands = tuple(Stand(row["rule"], _whens(row.get("fits", {}))) for row in data["office"])
    return MatterPaths(matter, questions, paths, stands)


def _check(way: MatterPaths) -> None:
    options = {q.id: q.options for q in way.questions}
    ids = [path.id for path in way.paths]
    whens = [w for path in way.paths for w in (*path.fits, *(w for one in path.by for w in one.fits))]
    whens += [w for q in way.questions for w in q.asked] + [w for one in way.office for w in one.fits]
    kind = MATTERS[way.matter].kind
    rules = {
        "it has one to three questions, or none": len(way.questions) <= 3,
        "no two paths have one id": len(set(ids)) == len(ids),
        "a condition is on a question and options it has": all(
            w.question in options and w.one_of and set(w.one_of) <= set(options[w.question]) for w in whens
        ),
        "a question is asked after those it depends on": all(
            w.question in list(options)[: list(options).index(q.id)] for q in way.questions for w in q.asked
        ),
        "every path says who decides": all(path.who for path in way.paths),
        "every path cites an article": all(path.articles for path in way.paths),
        "a cost and an aid are known ones": all(
            path.cost.rule in COSTS and {aid.rule for aid in path.aid} <= set(AIDS) for path in way.paths
        ),
        "what follows is a later path, or a word, not both": all(
            (path.then is None) != (path.then_say is None)
            and (path.then is None or path.then in ids[ids.index(path.id) + 1 :])
            for path in way.paths
        ),
        "the office's own stand is an item of a claim, or the matter's kind": all(
            one.rule in ITEMS if kind is Kind.CLAIM else one.rule == kind for one in way.office
        ),
    }
    for rule, holds in rules.items():
        if not holds:
            raise TableInvalid(f"{way.matter}: this does not hold: {rule}")
    for answers in way.all_answers():
        if not way.open_paths(answers) or not any(all(w.holds(answers) for w in s.fits) for s in way.office):
            raise TableInvalid(f"{way.matter}: {answers} leads nowhere")


def read_catalogue(tables: Mapping[str, Table]) -> tuple[frozenset[str], dict[str, MatterPaths]]:
    """The authorities and every matter's paths, from the tables by file name. Raises TableInvalid."""
    shared = tables[SHARED]
    authorities = frozenset(shared["authorities"])
    found: dict[str, MatterPaths] = {}
    for name, table in tables.items():
        for matter, data in table.items() if name != SHARED else ():
            if matter not in MATTERS or f"{MATTERS[matter].group}.toml" != name or matter in found:
                raise TableInvalid(f"{name}: {matter} is no matter of this group, or written twice")
            try:
                found[matter] = _matter(matter, data, shared)
            except (KeyError, TypeError, ValueError) as error:
                raise TableInvalid(f"{name}: {matter}: {type(error).__name__}: {error}") from error
            _check(found[matter])
    if lacking := MATTERS.keys() - found.keys():
        raise TableInvalid(f"no paths: {', '.join(sorted(lacking))}")
    return authorities, {matter: found[matter] for matter in MATTERS}


def read_tables(folder: File = CATALOGUE) -> dict[str, Table]:
    """The catalogue's files, parsed, by name. Raises TableInvalid."""
    return {file.name: read_toml(file) for file in sorted(folder.glob("*.toml"))}


def articles_in(data: Any) -> frozenset[Article]:
    """Every article cited anywhere inside matters, paths, limits."""
    if isinstance(data, Article):
        return frozenset({data})
    if isinstance(data, tuple | list):
        return frozenset().union(*(articles_in(one) for one in data))
    if is_dataclass(data):
        return frozenset().union(*(articles_in(getattr(data, f.name)) for f in fields(data)))
    return frozenset()


def messages_of(catalogue: Mapping[str, MatterPaths]) -> dict[str, tuple[str, ...]]:
    """Every message the catalogue says: each family's beginning, and what ends it."""
    ways = tuple(catalogue.values())
    paths = tuple(path for way in ways for path in way.paths)
    questions = tuple(q for way in ways for q in way.questions)
    by = tuple(one.limit for path in paths for one in path.by)
    answers = tuple(limit for path in paths for limit in path.answers)
    families: dict[str, list[str]] = {
        "path-ask-": [q.id for q in questions],
        "path-option-": [q.option_word(option) for q in questions for option in q.options],
        "path-name-": [path.name for path in paths],
        "path-how-": [path.how for path in paths],
        "path-who-": [who for path in paths for who in path.who if who in AUTHORITIES],
        "path-bring-": [item for path in paths for item in path.bring],
        "path-from-": [limit.counted_from for limit in (*by, *answers)],
        "path-cost-": [path.cost.rule for path in paths],
        "path-next-": [path.then_say for path in paths if path.then_say],
        "path-aid-": [aid.rule for path in paths for aid in path.aid],
        "path-note-": [note for path in paths for note in path.notes],
        # Of a sealed matter another line is told in its place.
        "path-office-": [s.rule for way in ways for s in way.office if not MATTERS[way.matter].sealed],
        "path-time-": [unit.replace("_", "-") for unit in Unit],
        "path-longer-": ["extend", "at-most"],
        "card-length-": [one.unit.replace("_", "-") for one in answers if one.extend or one.at_most],
        "path-by-": [str(one) for one in Standing],
    }
    return {beginning: tuple(sorted(set(ends))) for beginning, ends in families.items()}


def check_units(office: Office) -> None:
    """Refuse a catalogue that sends residents to a unit this office does not have. Raises TableInvalid."""
    for way in PATHS.values():
        for path in way.paths:
            if unknown := set(path.who) - set(office.units) - AUTHORITIES:
                raise TableInvalid(f"{way.matter}/{path.id}: no such unit: {', '.join(sorted(unknown))}")


AUTHORITIES, PATHS = read_catalogue(read_tables())
MESSAGES: dict[str, tuple[str, ...]] = messages_of(PATHS)
"""Every message of the catalogue: each family's beginning, and what ends it."""
