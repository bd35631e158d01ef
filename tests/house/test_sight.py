"""Promises of who may ask for cases: every query of them goes through `storage.sight`, or says why not."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import modules

TABLE = "cases"
NOT_FOR_STAFF = {
    "storage/tables.py": "the table itself",
    "storage/sight.py": "the rule itself",
    "storage/cases.py": "one case by its number: `Casework.seen` asks `sight.sees` of it",
    "storage/recusals.py": "writes who is kept away, of a case that was seen",
    "storage/own_cases.py": "a resident's own",
    "storage/appointments.py": "a resident's own cases; the list for staff carries `visible_visit`",
    "storage/query_codes.py": "a resident's code",
    "storage/held.py": "a resident's own copy",
    "storage/erasing.py": "whether a key is still needed",
    "storage/file_rows.py": "whether a key is still needed",
    "bot/housekeeping.py": "the clock's own; whom it alerts is asked of `sight.to_alert`",
    "bot/closing.py": "the clock's own",
    "bot/doctor.py": "the operator's; numbers alone, to look whether records hold",
    "storage/claims.py": "a condition, used beside `visible`",
    "storage/figures/which.py": "conditions, used beside `visible`",
    "storage/filters.py": "conditions, used beside `visible`",
    "storage/handed_down.py": "whether another system's own request was handled before",
    "storage/held_replies.py": "a text for its translator; carries `not_kept_from`",
    "storage/national.py": "takes what the asker sees as a condition",
    "storage/other_systems.py": "for other systems; carries `told_elsewhere`",
    "storage/reminded.py": "the clock's own; whom it tells is asked of `sight.those_who_see`",
    "storage/suggestions.py": "carries `visible` in `_theirs`",
    "storage/supervisions.py": "carries `visible` in `_theirs`",
    "storage/webhook_addresses.py": "what was sent, by its number; carries `not_kept_from`",
    "storage/webhooks.py": "for other systems; carries `told_elsewhere`",
}
"""Modules whose queries of cases are for no member of staff, and for whom they are."""
FINDS = {
    "bot/casework.py": "`seen` asks `sight.sees`",
    "bot/filing.py": "a resident's turn",
    "bot/retaliation.py": "a resident's turn",
    "bot/reviewing.py": "a resident's turn",
    "bot/looking_back.py": "a resident's turn",
    "bot/rating.py": "a resident's turn",
    "bot/case_papers.py": "a resident's turn",
    "bot/mydata/telling.py": "a resident's turn",
    "bot/mydata/carrying.py": "a resident's turn",
    "bot/mydata/contents.py": "a resident's turn",
    "bot/closing.py": "the clock's own",
    "bot/doctor.py": "the operator's",
    "bot/export.py": "numbers chosen by a query that carries `visible`",
    "bot/registering.py": "what this clerk's own form became",
    "bot/reminding.py": "the clock's own",
    "bot/replying.py": "locks the case of a reply that `held_replies.find` let the member see",
    "bot/staff_telegram/cards.py": "a group's card, drawn for the eyes of all who have the unit's cases",
}
"""Modules that open a case by its number without `Casework.seen`, and for whom."""


RULES = ("visible", "by_index")
"""The rule of sight, and the rule told apart so that each part finds its rows by an index."""


def _mentions(node: ast.AST, name: str) -> bool:
    return any(
        (isinstance(one, ast.Name) and one.id == name)
        or (isinstance(one, ast.Attribute) and one.attr == name)
        for one in ast.walk(node)
    )


def _queries(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Every function, and every statement outside of any, that selects from cases without `visible`."""
    for node in tree.body:
        inner = node.body if isinstance(node, ast.ClassDef) else [node]
        for one in inner:
            if isinstance(one, ast.Import | ast.ImportFrom):
                continue
            selects = _mentions(one, "select") or _mentions(one, "exists")
            table = any(
                isinstance(a, ast.Attribute)
                and a.attr == "c"
                and (
                    (isinstance(a.value, ast.Name) and a.value.id == TABLE)
                    or (isinstance(a.value, ast.Attribute) and a.value.attr == TABLE)
                )
                for a in ast.walk(one)
            )
            if selects and table and not any(_mentions(one, rule) for rule in RULES):
                yield getattr(one, "name", "at the top"), one.lineno


def _bypasses(trees: list[tuple[Path, ast.Module]]) -> list[str]:
    return [
        f"{path}: {name} (line {line})"
        for path, tree in trees
        if str(path) not in NOT_FOR_STAFF
        and path.parts[0] in ("bot", "storage")
        and "versions" not in path.parts
        for name, line in _queries(tree)
    ]


def test_every_query_of_cases_for_a_member_carries_what_they_may_see() -> None:
    # `_UNDELIVERED` of the desk is a condition, used beside `visible` alone.
    found = [one for one in _bypasses(list(modules())) if not one.startswith("storage/desk.py: at the top")]
    assert found == []


def test_a_case_is_opened_for_a_member_by_what_asks_whether_they_see_it() -> None:
    found = [
        f"{path}:{node.lineno}"
        for path, tree in modules()
        if path.parts[0] == "bot" and str(path) not in FINDS
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("find", "opened")
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "case_rows"
    ]
    assert found == []


def test_no_reason_is_left_of_what_is_gone() -> None:
    known = {str(path) for path, _ in modules()}
    assert (set(NOT_FOR_STAFF) | set(FINDS)) - known == set()


@pytest.mark.parametrize(
    ("written", "bypasses"),
    [
        ("def rows(c, member):\n    return c.execute(select(cases.c.number))", True),
        ("def rows(c, member):\n    return c.execute(select(tables.cases.c.number))", True),
        ("class A:\n    def rows(self, c):\n        return c.execute(select(cases.c.id))", True),
        ("ALL = select(cases.c.id)", True),
        ("def rows(c, member):\n    return c.execute(select(cases.c.id).where(visible(member)))", False),
        ("def rows(c, member):\n    return [select(cases.c.id).where(s) for s in by_index(member)]", False),
    ],
)
def test_a_query_that_goes_around_is_found(written: str, *, bypasses: bool) -> None:
    assert bool(_bypasses([(Path("storage/new.py"), ast.parse(written))])) is bypasses
