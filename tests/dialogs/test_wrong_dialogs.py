"""A dialog built wrong refuses to start."""

from __future__ import annotations

import pytest

from dialogs.engine.kinds import Choice, Text, choice
from dialogs.engine.pick import Node, Tree
from dialogs.engine.questions import Option, Question, when
from dialogs.engine.session import Dialog, DialogInvalid
from tests.dialogs.play import SAMPLE


def test_two_questions_with_one_id_cannot_be_built() -> None:
    with pytest.raises(DialogInvalid, match="two questions are called"):
        Dialog("x", (Question("a", Text(1)), Question("a", Text(1))))


def test_a_question_called_summary_cannot_be_built() -> None:
    with pytest.raises(DialogInvalid):
        Dialog("x", (Question("summary", Text(1)),))


def test_a_condition_on_a_later_question_cannot_be_built() -> None:
    with pytest.raises(DialogInvalid, match="not asked before it"):
        Dialog("x", (Question("a", Text(1), asked=when("b", "yes")), Question("b", choice("yes", "no"))))


def test_an_option_on_a_question_never_asked_cannot_be_built() -> None:
    with pytest.raises(DialogInvalid, match="not asked before it"):
        Dialog("x", (Question("a", Choice((Option("y", asked=when("b", "yes")),))),))


def test_an_option_that_takes_a_common_word_cannot_be_built() -> None:
    with pytest.raises(DialogInvalid, match="a word every question has"):
        Dialog("x", (Question("a", choice("back", "forth")),))


def test_a_kind_that_accepts_the_unheard_of_cannot_be_built() -> None:
    class Odd(Text):
        accepts = ("telepathy",)

    with pytest.raises(DialogInvalid, match="accepts what no one knows"):
        Dialog("x", (Question("a", Odd(1)),))


def test_a_dialog_without_questions_cannot_be_built() -> None:
    with pytest.raises(DialogInvalid, match="no questions"):
        Dialog("x", ())


@pytest.mark.parametrize(
    "nodes",
    [
        (Node("a", "", "A"), Node("a", "", "B")),
        (Node("a", "b", "A"), Node("b", "", "B")),
        (Node("page-1", "", "A"),),
        (Node("", "", "A"),),
    ],
)
def test_a_broken_tree_cannot_be_built(nodes: tuple[Node, ...]) -> None:
    with pytest.raises(ValueError, match=r"called|hangs on"):
        Tree(nodes)


def test_the_sample_is_whole() -> None:
    assert len(SAMPLE.questions) == 9
