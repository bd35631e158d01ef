"""Whatever a resident does, in any order: the session stays whole, and the same events show the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dialogs.engine.events import (
    Asked,
    Attachment,
    Event,
    Lost,
    Pinned,
    Pressed,
    Said,
    Sent,
    Shared,
    Unusable,
)
from dialogs.engine.session import SUMMARY, Session
from dialogs.engine.turn import Submitted, turn, view
from dialogs.engine.view import View
from tests.dialogs.play import ALL, SAMPLE, buttons, reloaded

_ids = [q.id for q in SAMPLE.questions] + [SUMMARY, "other"]
_options = [
    "money",
    "other",
    "n1",
    "south",
    "page-1",
    "done",
    "again",
    "back",
    "skip",
    "keep",
    "submit",
    "change",
    "change-wish",
]
_files = st.builds(Attachment, st.sampled_from("abcdefgh"), st.sampled_from(["photo", "voice", "document"]))
events: st.SearchStrategy[Event] = st.one_of(
    st.sampled_from(ALL),
    st.builds(
        Pressed, st.sampled_from(_ids), st.sampled_from(_options), st.sampled_from([None, "d1", "old"])
    ),
    st.builds(
        Said,
        st.one_of(st.text(max_size=60), st.sampled_from(["1.5万", "去年5月", "13800138000", "上村", "12"])),
    ),
    st.builds(Sent, st.lists(_files, min_size=1, max_size=4).map(tuple), st.text(max_size=5)),
    st.builds(Pinned, st.floats(-90, 90), st.floats(-180, 180)),
    st.builds(Shared, st.text(max_size=15)),
    st.builds(Unusable, st.sampled_from(["sticker", "poll"])),
    st.builds(Lost, st.sampled_from("abcdefgh"), st.just("file-damaged")),
    st.builds(Asked, st.sampled_from(["back", "skip", "menu"])),
)


def _whole(session: Session, shown: View | Submitted) -> None:
    if isinstance(shown, Submitted):
        assert set(shown.answers) <= {q.id for q in SAMPLE.questions}
        return
    assert shown.asks is not None
    assert shown.says
    assert len(buttons(shown)) == len(set(buttons(shown)))
    for question, answer in session.answers.items():
        known = SAMPLE.question(question)
        assert known is not None
        halfway = isinstance(answer, dict) and "parts" in answer
        assert halfway or (answer is None and known.optional) or known.kind.holds(answer, session.answers)


@given(st.lists(events, max_size=25))
def test_any_sequence_leaves_a_valid_session(sequence: list[Event]) -> None:
    session = Session("d1")
    for event in sequence:
        session, shown = turn(SAMPLE, reloaded(session), event)
        _whole(session, shown)
        assert reloaded(session) == session


@given(st.lists(events, max_size=15))
def test_any_prefix_replayed_shows_the_same(sequence: list[Event]) -> None:
    first, second = Session("d1"), Session("d1")
    for event in sequence:
        first, shown = turn(SAMPLE, first, event)
        second, again = turn(SAMPLE, reloaded(second), event)
        assert shown == again
        assert reloaded(first) == reloaded(second)


@given(st.lists(events, max_size=15))
def test_what_is_shown_is_where_one_stands(sequence: list[Event]) -> None:
    session = Session("d1")
    for event in sequence:
        session, shown = turn(SAMPLE, session, event)
        if isinstance(shown, View):
            here = view(SAMPLE, reloaded(session))
            assert (here.asks, here.rows) == (shown.asks, shown.rows)
