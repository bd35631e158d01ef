"""Promises of who may ask for cases: every query of them goes through `storage.sight`, or says why not."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.house.tree import modules

TABLE = "cases"
NOT_FOR_STAFF = {
    "bot/closing.py:close_passed": "the clock's own",
    "bot/closing.py:recount": "the clock's own",
    "bot/doctor.py:_records": "the operator's; numbers alone, to look whether records hold",
    "storage/appointments.py:own_cases": "a resident's own",
    "storage/cases.py:find": "one case by its number: who opens it stands in FINDS",
    "storage/cases.py:number_of_draft": "what a form or a draft became, asked by whoever sent it",
    "storage/cases.py:number_taken": "whether a number just drawn is free",
    "storage/claims.py:held_by": "a condition, used beside `visible`",
    "storage/figures/which.py:_closed_from": "a condition, used beside `visible`",
    "storage/figures/which.py:moved_in": "a condition, used beside `visible`",
    "storage/filters.py:UNDELIVERED": "a condition, used beside `visible`",
    "storage/filters.py:moved_by": "a condition, used beside `visible`",
    "storage/handed_down.py:known": "whether another system's own request was handled before",
    "storage/held.py:any_case": "a resident's own copy",
    "storage/held_replies.py:find": "a text for its translator; carries `not_kept_from`",
    "storage/held_replies.py:of_case": "of a case that was seen, by its id",
    "storage/held_replies.py:waiting": "texts for their translators; carries `not_kept_from`",
    "storage/national.py:find": "takes what the asker sees as a condition",
    "storage/other_systems.py:listed": "for other systems; carries `told_elsewhere`",
    "storage/own_cases.py:newest": "a resident's own",
    "storage/own_cases.py:open_of_matter": "a resident's own",
    "storage/query_codes.py:code_fits": "a resident's code",
    "storage/reminded.py:running_duties": "the clock's own; whom it tells is asked of `sight.those_who_see`",
    "storage/sight.py:_assisted": "of the rule itself",
    "storage/sight.py:_not_kept_away": "of the rule itself",
    "storage/sight.py:those_who_see": "the rule itself, asked for many at once",
    "storage/sight.py:to_alert": "the language, once `those_who_see` has said who sees it",
    "storage/sight.py:visible_talk": "the rule of talks; carries `not_kept_from`",
    "storage/webhook_addresses.py:counts": "how many were sent; carries `not_kept_from`",
    "storage/webhook_addresses.py:send_again": "what was sent, by its id; carries `not_kept_from`",
    "storage/webhooks.py:claim": "for other systems; carries `told_elsewhere`",
}
"""Queries of cases that carry no rule of sight, by their module and function, and for whom they are."""
FINDS = {
    "bot/case_papers.py:CasePapers._draw": "a resident's turn: their own, or its code was given",
    "bot/casework.py:Casework.seen": "asks `sight.sees`",
    "bot/closing.py:_moved": "the clock's own",
    "bot/closing.py:recount": "the clock's own",
    "bot/doctor.py:_broken": "the operator's; whether its record holds",
    "bot/export.py:_page": "numbers chosen by a query that carries `visible`",
    "bot/filing.py:Filing._look_up": "a resident's turn: their own, or its code was given",
    "bot/filing.py:Filing._supply": "a resident's turn, in a dialog that only who may act begins",
    "bot/filing.py:Filing.theirs": "a resident's turn: their own, or its code was given",
    "bot/mydata/contents.py:contents_of": "a resident's copy of what is their own",
    "bot/rating.py:Rating._rate": "a resident's turn, in a dialog that only who may ask begins",
    "bot/registering.py:Registering.known": "what this clerk's own form became",
    "bot/reminding.py:_tell": "the clock's own; whom it tells is asked of `sight.those_who_see`",
    "bot/replying.py:_given_back": "the case of a reply that `held_replies.find` let the member see",
    "bot/replying.py:_waiting": "locks the case of a reply that `held_replies.find` let the member see",
    "bot/retaliation.py:Retaliation._report": "a resident's turn, in a dialog `theirs` let them begin",
    "bot/reviewing.py:Reviewing._ask": "a resident's turn, in a dialog that only who may ask begins",
    "bot/staff_telegram/cards.py:group_card_of": "for a group, where all of its readers see it",
}
"""Functions that open a case by its number without `Casework.seen`, and for whom."""
RULES = frozenset({"visible", "by_index"})
"""The rule of sight, and the rule told apart so that each part finds its rows by an index."""
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
RAW = re.compile(r"\bselect\b.*\b(?:from|join)\s+cases\b", re.IGNORECASE | re.DOTALL)
"""A query written as text."""
SELECTS = frozenset({"select", "exists"})
OPENS = frozenset({"find", "opened"})
"""What of `storage.cases` opens a case."""


def _named(node: ast.AST) -> frozenset[str]:
    """Every name in it: `a` and `b` of `a.b`."""
    names = (one.id for one in ast.walk(node) if isinstance(one, ast.Name))
    attributes = (one.attr for one in ast.walk(node) if isinstance(one, ast.Attribute))
    return frozenset((*names, *attributes))


def _parts(tree: ast.Module) -> Iterator[tuple[str, ast.stmt]]:
    """Every function, with its class before it, and every statement outside of any by what it names."""
    for node in tree.body:
        inner = node.body if isinstance(node, ast.ClassDef) else [node]
        of = f"{node.name}." if isinstance(node, ast.ClassDef) else ""
        for one in inner:
            match one:
                case ast.Import() | ast.ImportFrom():
                    continue
                case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                    yield f"{of}{name}", one
                case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                    yield f"{of}{name}", one
                case _:
                    yield f"{of}at the top", one


def _asks_the_table(node: ast.AST, *, imported: bool) -> bool:
    """Whether it names the table: `cases.c`, `tables.cases`, or `cases` where that is imported."""
    for one in ast.walk(node):
        match one:
            case ast.Attribute(attr="c", value=ast.Name(id="cases") | ast.Attribute(attr="cases")):
                return True
            case ast.Attribute(attr="cases", value=ast.Name(id="tables")):
                return True
            case ast.Name(id="cases", ctx=ast.Load()) if imported:
                return True
    return False


def _is_text(node: ast.AST) -> bool:
    return any(
        isinstance(one, ast.Constant) and isinstance(one.value, str) and RAW.search(one.value)
        for one in ast.walk(node)
    )


def _queries(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Every function that selects from cases without the rule, itself or by a query kept at the top of its
    module; and every query at the top that other modules may take."""
    imported = any(
        isinstance(node, ast.ImportFrom) and any(alias.name == TABLE for alias in node.names)
        for node in ast.walk(tree)
    )
    parts = list(_parts(tree))
    ruled = {name for name, one in parts if isinstance(one, FUNCTIONS) and _named(one) & RULES} | RULES
    kept: set[str] = set()
    for name, one in parts:
        named = _named(one)
        asks = bool(named & SELECTS) and _asks_the_table(one, imported=imported)
        if not (asks or _is_text(one) or named - {name} & kept) or named & ruled:
            continue
        if not isinstance(one, FUNCTIONS) and name.startswith("_"):
            kept.add(name)  # who takes it is asked
            continue
        yield name, one.lineno


def _bypasses(trees: Iterable[tuple[Path, ast.Module]]) -> list[str]:
    return [
        f"{path}:{name}"
        for path, tree in trees
        if path.parts[0] in ("bot", "storage") and "versions" not in path.parts
        for name, _ in _queries(tree)
    ]


def _opens(trees: Iterable[tuple[Path, ast.Module]]) -> list[str]:
    """Every part of a module of `bot` that opens a case, by whatever name `storage.cases` has there."""
    found = []
    for path, tree in trees:
        if path.parts[0] != "bot":
            continue
        rooms, bare = set(), set()
        for node in ast.walk(tree):
            match node:
                case ast.ImportFrom(module="storage", names=names):
                    rooms |= {a.asname or a.name for a in names if a.name == "cases"}
                case ast.ImportFrom(module="storage.cases", names=names):
                    bare |= {a.asname or a.name for a in names if a.name in OPENS}
        found += [
            f"{path}:{name}"
            for name, one in _parts(tree)
            if any(
                (isinstance(n, ast.Name) and n.id in bare)
                or (
                    isinstance(n, ast.Attribute)
                    and n.attr in OPENS
                    and isinstance(n.value, ast.Name)
                    and n.value.id in rooms
                )
                for n in ast.walk(one)
            )
        ]
    return found


def test_every_query_of_cases_for_a_member_carries_what_they_may_see() -> None:
    assert set(_bypasses(modules())) - set(NOT_FOR_STAFF) == set()


def test_a_case_is_opened_for_a_member_by_what_asks_whether_they_see_it() -> None:
    assert set(_opens(modules())) - set(FINDS) == set()


def test_no_reason_is_left_of_what_is_gone() -> None:
    assert set(NOT_FOR_STAFF) - set(_bypasses(modules())) == set()
    assert set(FINDS) - set(_opens(modules())) == set()


@pytest.mark.parametrize(
    ("written", "bypasses"),
    [
        ("def rows(c, member):\n    return c.execute(select(cases.c.number))", True),
        ("def rows(c, member):\n    return c.execute(select(tables.cases.c.number))", True),
        ("class A:\n    def rows(self, c):\n        return c.execute(select(cases.c.id))", True),
        ("ALL = select(cases.c.id)", True),
        ("_ALL = select(cases.c.id)\ndef rows(c, member):\n    return c.execute(_ALL)", True),
        ("_ALL = select(cases.c.id)\n_NEW = _ALL.limit(1)\ndef rows(c):\n    return c.execute(_NEW)", True),
        ("_ALL = select(cases.c.id)\ndef rows(c, m):\n    return c.execute(_ALL.where(visible(m)))", False),
        ("from storage.tables import cases\ndef rows(c, member):\n    return c.execute(select(cases))", True),
        ("def rows(c, member):\n    return c.execute(tables.cases.select())", True),
        ("def rows(c, member):\n    return c.execute(text('SELECT id FROM cases'))", True),
        (
            "def _theirs(m):\n    return visible(m)\n"
            "def rows(c, m):\n    return c.execute(select(cases.c.id).where(_theirs(m)))",
            False,
        ),
        ("def rows(c, member):\n    return c.execute(select(cases.c.id).where(visible(member)))", False),
        ("def rows(c, member):\n    return [select(cases.c.id).where(s) for s in by_index(member)]", False),
    ],
)
def test_a_query_that_goes_around_is_found(written: str, *, bypasses: bool) -> None:
    assert bool(_bypasses([(Path("storage/new.py"), ast.parse(written))])) is bypasses


@pytest.mark.parametrize("path", sorted({one.partition(":")[0] for one in NOT_FOR_STAFF}))
def test_a_new_query_is_found_in_a_module_that_has_others_for_no_member(path: str) -> None:
    tree = dict(modules())[Path(path)]
    more = ast.parse("def more(c, member):\n    return c.execute(select(cases.c.number))").body
    grown = ast.Module([*tree.body, *more], [])
    assert set(_bypasses([(Path(path), grown)])) - set(NOT_FOR_STAFF) == {f"{path}:more"}


@pytest.mark.parametrize(
    "written",
    [
        "from storage import cases as case_rows\ndef new(c, k):\n    return case_rows.find(c, k, '1')",
        "from storage import cases as rows\ndef new(c, k):\n    return partial(rows.opened, k)",
        "from storage.cases import find\ndef new(c, k):\n    return find(c, k, '1')",
    ],
)
def test_a_case_opened_by_any_name_is_found(written: str) -> None:
    assert _opens([(Path("bot/casework.py"), ast.parse(written))]) == ["bot/casework.py:new"]
