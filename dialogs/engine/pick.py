"""A choice out of a tree: groups, then things; townships, then villages. Pressed, typed, or told.

Where a pick has a finder, words that are no name are told to it, and what it finds is offered to be chosen,
with "none of these" beneath, which opens the tree.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from dialogs.engine.events import Event, Pressed
from dialogs.engine.kinds import Plain, Rows, typed
from dialogs.engine.questions import Answer, Answers, Looked, Option, Refused
from dialogs.engine.view import Say, Value, say

NONE_OF_THESE = "none-of-these"
FOUND = "~"
"""How the cursor begins after the finder: `~one,two,three/0`, with no word of what was told."""
PAGE = 12  # options on one page: six rows of two on a small phone


@dataclass(frozen=True)
class Node:
    """One thing of a tree: its id, the branch it hangs on ("" the root), its label, names that find it.

    `whole`: it is its branch itself, and is told without it.
    """

    id: str
    parent: str
    label: Value
    names: tuple[str, ...] = ()
    whole: bool = False


@dataclass(frozen=True)
class Tree:
    """Nodes in the order they are shown; one that no other hangs on is a leaf. Raises ValueError."""

    nodes: tuple[Node, ...]

    def __post_init__(self) -> None:
        known: set[str] = {""}
        for node in self.nodes:
            if node.id in known or not node.id or node.id.startswith(("page-", "find-", "none-")):
                raise ValueError(f"two nodes are called {node.id!r}, or the id is not one")
            if node.parent not in known:
                raise ValueError(f"{node.id!r} hangs on {node.parent!r}, which does not come before it")
            known.add(node.id)

    @cached_property
    def by_id(self) -> Mapping[str, Node]:
        """Each node by its id."""
        return {n.id: n for n in self.nodes}

    @cached_property
    def branches(self) -> Mapping[str, tuple[Node, ...]]:
        """What hangs on each branch."""
        found: dict[str, list[Node]] = {}
        for node in self.nodes:
            found.setdefault(node.parent, []).append(node)
        return {k: tuple(v) for k, v in found.items()}

    @cached_property
    def leaves(self) -> tuple[Node, ...]:
        """What can be an answer."""
        return tuple(n for n in self.nodes if n.id not in self.branches)

    def find(self, text: str) -> tuple[Node, ...]:
        """Nodes one of whose names holds `text`: whole names first, then by the first name, then the rest."""
        text = text.strip("་། ").replace(" ", "")
        found = [n for n in self.nodes if any(text in name for name in n.names)]
        return tuple(sorted(found, key=lambda n: (text not in n.names, text not in n.names[0])))


def found_at(likely: tuple[str, ...]) -> str:
    """The cursor at which the leaves a finder found are offered."""
    return f"{FOUND}{','.join(likely)}/0"


def found(cursor: str) -> tuple[str, ...]:
    """The leaves that are offered at a cursor; none where a finder had no part in it."""
    here = cursor.rpartition("/")[0]
    return tuple(here[1:].split(",")) if here.startswith(FOUND) else ()


@dataclass(frozen=True)
class Pick(Plain):
    """A leaf of `tree`. The cursor is `branch/page`, or `?text/page` after typing part of a name.

    `with_branch`: the answer is told with the branch it hangs on, as a village with its township.
    `finder`: the leaves that words may mean, the likeliest first.
    """

    tree: Tree
    accepts: tuple[str, ...] = ("choice", "text")
    with_branch: bool = False
    finder: Callable[[str], tuple[str, ...]] | None = None

    def read(self, event: Event, kept: Answer, answers: Answers, cursor: str | None) -> Answer | Looked:
        """A leaf answers; a branch, a page, part of a name or words of one's own look further."""
        here, _ = self._at(cursor)
        if isinstance(event, Pressed):
            if event.option.startswith("page-") and event.option[5:].isdigit():
                return Looked(f"{here}/{event.option[5:]}")
            if event.option == NONE_OF_THESE:
                return Looked(None)
            node = self.tree.by_id.get(event.option)
            if node is None:
                raise Refused("not-an-option")
            return Looked(f"{node.id}/0") if node.id in self.tree.branches else node.id
        text = typed(event)
        named = self.tree.find(text) if len(text) <= 40 else ()
        whole = [n for n in named if text in n.names]
        if self.finder and not whole and (likely := self.finder(text)):
            return Looked(found_at(likely))
        if not named:
            raise Refused("not-found-in-list")
        if len(whole) == 1:
            return Looked(f"{whole[0].id}/0") if whole[0].id in self.tree.branches else whole[0].id
        return Looked(f"?{text.replace('/', ' ')}/0")

    def holds(self, answer: Answer, answers: Answers) -> bool:
        """A leaf of the tree."""
        return answer in self.tree.by_id and answer not in self.tree.branches

    def rows(self, kept: Answer, answers: Answers, cursor: str | None) -> Rows:
        """The branch that is open, a page at a time."""
        here, page = self._at(cursor)
        if here.startswith(FOUND):
            likely = [self.tree.by_id[i] for i in found(cursor or "") if i in self.tree.by_id]
            none = Option(NONE_OF_THESE, say("button-none-of-these"))
            return (*((Option(n.id, n.label),) for n in likely), (none,))
        nodes = self.tree.find(here[1:]) if here.startswith("?") else self.tree.branches.get(here, ())
        last = max(0, (len(nodes) - 1) // PAGE)
        page = min(page, last)
        options = [Option(n.id, self._named(n, here)) for n in nodes[page * PAGE : (page + 1) * PAGE]]
        across = 1 if here.startswith("?") or len(options) < 5 else 2
        rows = [tuple(options[i : i + across]) for i in range(0, len(options), across)]
        turns = []
        if page > 0:
            turns.append(Option(f"page-{page - 1}", say("button-previous")))
        if page < last:
            turns.append(Option(f"page-{page + 1}", say("button-next")))
        return (*rows, tuple(turns)) if turns else tuple(rows)

    def shown(self, answer: Answer) -> Value | None:
        """The leaf, with its branch where that is wanted."""
        node = self.tree.by_id[answer]
        return self._in_branch(node) if self.with_branch else node.label

    def up(self, cursor: str | None) -> str | None:
        """One branch up from the cursor; None at the root."""
        here, _ = self._at(cursor)
        node = self.tree.by_id.get(here)
        return f"{node.parent}/0" if node and node.parent else None

    def opened(self, cursor: str | None) -> Say | None:
        """Which branch is open, to say where one stands; after the finder, that it is no more than likely."""
        here, _ = self._at(cursor)
        if here.startswith(FOUND):
            return say("likely")
        node = self.tree.by_id.get(here)
        return say("branch-open", branch=node.label) if node else None

    def _at(self, cursor: str | None) -> tuple[str, int]:
        here, _, page = (cursor or "/0").rpartition("/")
        known = here == "" or here.startswith(("?", FOUND)) or here in self.tree.branches
        return (here, int(page)) if known and page.isdecimal() else ("", 0)

    def _named(self, node: Node, here: str) -> Value:
        return self._in_branch(node) if here.startswith("?") else node.label

    def _in_branch(self, node: Node) -> Value:
        parent = None if node.whole else self.tree.by_id.get(node.parent)
        return say("leaf-in-branch", leaf=node.label, branch=parent.label) if parent else node.label
