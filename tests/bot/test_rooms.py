"""Promises of the rooms: what a dialog asks of the world is carried out, and what comes of it is told."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import dialogs
from bot.wiring import House
from dialogs import pressing, reception
from dialogs.outcomes import Effect, Forget, Outcome, Unsay
from dialogs.rooms import SUBMITTED, WORDS, every_dialog


def _kinds(of: type) -> Iterator[type]:
    for module in pkgutil.walk_packages(dialogs.__path__, "dialogs."):
        importlib.import_module(module.name)
    for kind in of.__subclasses__():
        yield kind
        yield from _kinds(kind)


async def test_whatever_a_dialog_asks_of_the_world_is_carried_out(house: House) -> None:
    asked = {k for k in _kinds(Effect) if not k.__subclasses__()}  # what only others are made of is not asked
    # a draft is the conversation's own to forget
    assert {k for k in asked if not house.conversations.carries(k)} == {Forget, Unsay}


def test_whatever_the_world_tells_back_is_said() -> None:
    assert {k for k in _kinds(Outcome) if k not in WORDS} == set()


async def test_every_dialog_leads_on_from_its_last_answer(house: House) -> None:
    assert set(every_dialog(house.office, house.time.today)) == set(SUBMITTED)


OF_THE_HOUSE = {"complaint", "language"}
"""The draft that is kept, and the choice of language: the front knows them by name."""


async def test_the_front_names_no_room(house: House) -> None:
    named = every_dialog(house.office, house.time.today).keys() - OF_THE_HOUSE
    for module in (reception, pressing):
        words = {
            n.value for n in ast.walk(ast.parse(inspect.getsource(module))) if isinstance(n, ast.Constant)
        }
        assert words & named == set(), module.__name__
